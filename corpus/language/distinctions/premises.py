"""Premises: the hours of the kitchen are not those of the café."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stem_of, stems


def _plain(word: str) -> str:
    """The stem of a word; of a small one itself."""
    return stem_of(word) or word.casefold()


_TABLE = load("premises")
_PARTS = {_plain(word): place for place, words in enumerate(_TABLE["parts"]) for word in words}
"""Parts of places, by the stem of a word for one; those with the same number are one thing."""
_WHOLES = frozenset(map(_plain, _TABLE["wholes"]))
_PRONOUNS, _ADVERBS = frozenset(map(_plain, _TABLE["pronouns"])), frozenset[str](_TABLE["adverbs"])
_OPENS, _HOURS = alternatives(_TABLE["opens"]), alternatives(_TABLE["hours"])
_NAME: Final = r"(?P<name>[\w’'-]+(?:[ -][\w’'-]+){0,7}?)"
_DETERMINER: Final = r"(?:(?:the|a|an|our|your|its|their|this|that)\s+)?"
_OPEN: Final = (
    rf"(?:(?:is|are|was|were|stays|remains)\s+)?(?:{_OPENS})\b(?!\s+(?:the|a|an|our|its|their|it|them|this|that)\b)"
)
_ASKED_HOURS: Final = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?:when|what\s+times?)\s+(?:do|does|did|is|are|was|will)\s+{_DETERMINER}{_NAME}\s+(?:be\s+)?(?:{_OPENS})\b",
        rf"\b{_HOURS}\s+(?:of|for|at)\s+{_DETERMINER}{_NAME}\W*$",
        rf"\b(?:are|is)\s+{_DETERMINER}{_NAME}(?:['’]s?)?\s+(?:{_HOURS})\W*$",
    )
)
_TOLD_HOURS: Final = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?:^|[.;,:]\s+|\n|\b(?:and|but|while)\s+){_DETERMINER}{_NAME}\s+{_OPEN}",
        rf"\b{_HOURS}\s+(?:of|for|at)\s+{_DETERMINER}{_NAME}\s*:",
        rf"(?:^|[.;]\s+|\n){_DETERMINER}{_NAME}\s+{_HOURS}\s*:",
    )
)
_ASKED_PRICE: Final = (
    re.compile(rf"\bhow\s+much\s+(?:do|does|did|is|are|was|will)\s+{_DETERMINER}{_NAME}(?:\s+cost)?\W*$", re.I),
    re.compile(rf"\b(?:price|cost|fee)\s+(?:of|for)\s+{_DETERMINER}{_NAME}\W*$", re.I),
)
_TOLD_PRICE: Final = (
    re.compile(
        rf"(?:^|[.;,:]\s+|\n|\b(?:and|but|while)\s+){_DETERMINER}{_NAME}\s+"
        rf"(?:(?:costs?|is|are|starts?\s+at|was|were)\s+)?(?:from\s+)?[{CURRENCY_SIGNS}]",
        re.I,
    ),
)
_PATTERNS: Final[Mapping[str, Sequence[re.Pattern[str]]]] = {
    "asked hours": _ASKED_HOURS,
    "told hours": _TOLD_HOURS,
    "asked price": _ASKED_PRICE,
    "told price": _TOLD_PRICE,
}
_JOINED = re.compile(rf"\b{alternatives(_TABLE['joined'])}\b", re.I)
_WORD = re.compile(r"[\w’'-]+")
_SIDE = re.compile(r"\s+(?:of|at|in|on|by|near|for|from|with|to)\b.*$", re.I | re.S)


def hours_of_another(question: str, sentence: str, title: str, heading: str = "") -> bool:
    """Whether a question asks when a place is open, and a sentence tells that only of a part of it, or of the whole.

    Args:
        question: such as "When does the café open?".
        sentence: such as "The kitchen opens at noon."
        title: of the document, which names the whole.
        heading: what the sentence stands under, which tells of what it is where it does not name that itself.
    """
    asked = next(iter(_found(question, "asked hours")), "")
    whole = frozenset(stems(title))
    parts = _PARTS.keys() - whole
    told = set(filter(None, _found(sentence, "told hours"))) or {_head(heading)} & parts
    if not asked or not told or asked in told | _WHOLES:
        return False
    if asked in parts:
        own = {word for word in parts if _PARTS[word] == _PARTS[asked]}
        return told <= (parts | whole | _WHOLES) - own - _PRONOUNS
    return asked in whole and told <= parts


@lru_cache(maxsize=TEXTS_KEPT)
def _found(text: str, kind: str) -> tuple[str, ...]:
    """The stems of the last words of what a text asks or tells the hours or prices of."""
    return tuple(_head(match["name"]) for pattern in _PATTERNS[kind] for match in pattern.finditer(text))


def _head(name: str) -> str:
    """The stem of the word that says what a name is of: "kitchen" of "The kitchen at the mill"; "" for none.

    Of a name that begins with a pronoun, it is that: "it" of "It was first".
    """
    words = _WORD.findall(_JOINED.sub(lambda one: "-".join(one[0].split()), _SIDE.sub("", name)))
    if words and (pronoun := _plain(words[0])) in _PRONOUNS:
        return pronoun
    return next((_plain(word) for word in reversed(words) if word.casefold() not in _ADVERBS), "")
