"""Wholes: what is said of Oak Ward alone where all wards are asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from corpus.language.amounts.quantities import quantities
from corpus.language.distinctions.namesakes import is_name
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.times.parts import ANY_MONTH, WEEKDAY
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import WRITTEN_WORD, stem_of, stems

_TABLE = load("wholes")
ALL: Final = frozenset(map(stem_of, _TABLE["all"]))
"""The stems of words that ask for all of a kind."""
_KIND = rf"\s+(?:{alternatives(_TABLE['fillers'])}\s+){{0,3}}(?P<kind>[\w'’-]+(?:[ \t]+[\w'’-]+)?)"
_ALL = re.compile(rf"\b{alternatives(_TABLE['all'])}{_KIND}", re.I)
_ANY = re.compile(rf"\b{alternatives([*_TABLE['all'], *_TABLE['any']])}{_KIND}", re.I)
_AUTHORITIES = re.compile(rf"\b{alternatives(_TABLE['authorities'])}\b", re.I)
_BODIES: Final = alternatives([*_TABLE["authorities"], *_TABLE["bodies"]])
_OF_BODIES = re.compile(rf"\b{alternatives(_TABLE['asked_of'])}\s+(?P<kind>{_BODIES})\b", re.I)
_TELLS = re.compile(
    rf"\b{alternatives(_TABLE['authorities'])}\b|^(?:\W|\d)*(?i:{alternatives(_TABLE['authorities'])})\b"
)
"""With capitals within a sentence it is a name, as in "two Children in Care Councils"."""
_TELLS_OF_ANY = re.compile(
    rf"\b{alternatives(_TABLE['one_of_any'])}\s+(?:[\w-]+\s+)?{alternatives(_TABLE['authority'])}\s+{alternatives(_TABLE['has_to'])}\b",
    re.I,
)
_IN_GENERAL = re.compile(rf"\b(?P<kind>{_BODIES})\b", re.I)
_IN_THE_LAND = re.compile(rf"\b{alternatives(_TABLE['in_the_land'])}\b", re.I)
_OF_ALL = re.compile(
    rf"{_IN_THE_LAND.pattern}|\b{alternatives(_TABLE['across'])}\s+(?:the|our)\s+(?:whole\s+|entire\s+)?{alternatives(_TABLE['areas'])}\b",
    re.I,
)
_ASKS_OF_ALL = re.compile(rf"{_OF_ALL.pattern}|\b{alternatives(_TABLE['asked_of_all'])}\b", re.I)
_CALENDAR = re.compile(rf"\b(?:{ANY_MONTH}|{WEEKDAY})\b")
_APART = re.compile(r"[ \t]+")
_PLURAL = re.compile(r"[^s]s$", re.I)
_NUMBER = re.compile(r"[0-9]{1,3}|[A-Z]")
_MOST_WORDS: Final = 3
"""A name has at most so many words before what it is of."""


def parts_told(question: str, said: str) -> tuple[str, ...]:
    """Of which ones alone words tell, where a question asks for all of the kind: "Oak Ward" for "all wards".

    It asks for all bodies of a kind where it asks what "schools" do.

    Args:
        question: such as "When may visitors come to each ward?".
        said: the sentence, or else what it stands under.

    Returns:
        Their names as they are written; () where the words tell of all, or all of no kind are asked for.
    """
    of_bodies = _kinds(question, _OF_BODIES)
    kinds = _kinds(question, _ALL) | of_bodies
    if not kinds or not kinds.isdisjoint(_kinds(said, _ANY)) or not of_bodies.isdisjoint(_kinds(said, _IN_GENERAL)):
        return ()
    own = frozenset(stems(question))
    return tuple(dict.fromkeys(name for name, kind, before in _named(said) if kind in kinds and before.isdisjoint(own)))


def tells_of_the_whole(question: str, said: str, title: str, is_proper: Callable[[str], bool]) -> bool:
    """Whether a question asks for a figure of what it names, and a sentence gives one of all there are of its kind.

    Args:
        question: such as "What share of calls was Penby late for?".
        said: such as "Nationally, 22% of calls were answered late."; one with two figures may give both.
        title: of its document, which may be of all that is "across the county".
        is_proper: whether a word is (nearly) always written with a capital.
    """
    if not _OF_ALL.search(said) or _ASKS_OF_ALL.search(question) or len(list(quantities(said))) != 1:
        return False
    near = frozenset(stems(said if _IN_THE_LAND.search(said) else f"{title}\n{said}"))
    words = (word[0] for word in WRITTEN_WORD.finditer(_CALENDAR.sub(" ", question)) if word.start())
    named = (stem_of(word) for word in words if word[0].isupper() or is_proper(word))
    return any(name and name not in near for name in named)


def asks_of_authorities(question: str) -> bool:
    """Whether a question asks how something is in authorities in general: "What do councils charge?"."""
    return any(_AUTHORITIES.fullmatch(match["kind"]) for match in _OF_BODIES.finditer(question))


def tells_of_authorities(said: str) -> bool:
    """Whether a sentence tells of authorities in general, or of several: "Councils must publish it."."""
    return any(pattern.search(said) for pattern in (_TELLS, _TELLS_OF_ANY))


@lru_cache(maxsize=TEXTS_KEPT)
def _kinds(text: str, quantified: re.Pattern[str]) -> frozenset[str]:
    """The stems of what a text names all of, with one word before or after: "library" of "every library"."""
    return frozenset(stem for match in quantified.finditer(text) for stem in stems(match["kind"]))


@lru_cache(maxsize=TEXTS_KEPT)
def _named(text: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The names in a text whose last word says of which kind they are, or a number after it which of them.

    Each with the stem of that word and those of the others: "Oak Ward" with "ward" and "oak", "Year 7" with "year" and
    "7".
    """
    words = list(WRITTEN_WORD.finditer(text))
    found: list[tuple[str, str, frozenset[str]]] = []
    for place, word in enumerate(words):
        first = place
        while first and place - first < _MOST_WORDS and _is_of_name(text, words[first - 1], words[first]):
            first -= 1
        if first < place and word[0][0].isupper() and not _PLURAL.search(word[0]):
            before = frozenset(stem for one in words[first:place] for stem in stems(one[0]))
            found.append((text[words[first].start() : word.end()], stem_of(word[0]), before))
        number = words[place + 1] if place + 1 < len(words) else None
        if number and _NUMBER.fullmatch(number[0]) and word[0][0].isupper() and _are_beside(text, word, number):
            name = text[word.start() : number.end()]
            found.append((name, stem_of(word[0]), frozenset({number[0].casefold()})))
    return tuple(found)


def _is_of_name(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return word[0][0].isupper() and is_name(word[0]) and bool(stem_of(word[0])) and _are_beside(text, word, following)


def _are_beside(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return _APART.fullmatch(text, word.end(), following.start()) is not None
