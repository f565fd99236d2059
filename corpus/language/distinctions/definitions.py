"""Definitions: whether words say what something is, where just that is asked: "What is a pathway plan?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.short_forms import meaning_asked_for
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems, words

_TABLE = load("definitions")
_MOST_WORDS: Final = 5
_WORD = r"[\w’'/-]+"
_ASKED = re.compile(
    rf"(?:^|[.?!])\s*(?:\w+\s+)?{alternatives(_TABLE['asking'])}\s+an?\s+"
    rf"(?!{alternatives(_TABLE['judging'])}\s)(?P<term>{_WORD}(?:\s+{_WORD}){{0,{_MOST_WORDS - 1}}})\W*$",
    re.I,
)
_OTHERWISE = re.compile(rf"(?:{alternatives(_TABLE['ending'])}|\w+ed)$", re.I)
"""How what is asked ends that is no thing alone."""
_OF_CASE: Final = frozenset[str](_TABLE["of_case"])
_OPENS = re.compile(rf"\W*(?:\d[\d.]*\W+)?(?:{alternatives(_TABLE['general'])}\W+)?", re.I)
_GENERAL = re.compile(rf"(?:^|\W){alternatives(_TABLE['general'])}\W+$", re.I)
_NAMING = re.compile(rf"\b{alternatives(_TABLE['naming'])}\W+(?:an?\W+|the\W+)?$", re.I)
_QUOTED = re.compile(r"[\"“‘'](?:an?\s+|the\s+)?$", re.I)
_CONDITIONAL = re.compile(rf"\b{alternatives(_TABLE['conditional'])}\s+(?:{_WORD}\s+)?$", re.I)
_ASIDE = r"\W*(?:\([^()\n]{1,80}\)\W*)?"
_SAYS = re.compile(rf"{_ASIDE}{alternatives(_TABLE['saying'])}(?!\w)", re.I)
_SAYS_OF_ANY = re.compile(rf"{_ASIDE}{alternatives(_TABLE['saying_of_any'])}(?!\w)", re.I)
_PURPOSE = re.compile(rf"\b{alternatives(_TABLE['purposes'])}\s+(?:an?|the|your|our)\s+$", re.I)
_DOES = re.compile(rf"{_ASIDE}[a-z]+[^\Ws]s\b", re.I)
"""What one of a kind does: "assesses", "brings"."""
_PAST = re.compile(rf"{_ASIDE}(?:was|were|had|took|[a-z]+ed)\b", re.I)
_GOES_ON = re.compile(
    rf"[^\w,:=–—(]{{0,3}}(?:,\s*{alternatives(_TABLE['going_on'])}\b|[:=–—]|\s-\s|\((?=[^()\d]{{2,}}\)))", re.I
)
_EXPLAINED = re.compile(r"\s*\((?=[^()\d]{2,120}\))")
"""A thing is explained in brackets: "the quiet hour (for those who are new)", not "the visit (3 May)"."""
_POINTS = re.compile(rf"\W*{alternatives(_TABLE['pointing'])}\b", re.I)
_PLURAL = re.compile(r"(?:[^s]|sse)s$", re.I)
_LINES = re.compile(r"\n| > ")
_MORE_IN_HEADING: Final = 2


@lru_cache(maxsize=TEXTS_KEPT)
def thing_defined(question: str) -> str:
    """The thing of which a question asks what it is, as "pathway plan"; "" where it asks for something else.

    Args:
        question: such as "What is a pathway plan?".
    """
    asked = _ASKED.search(question)
    if asked is None:
        return ""
    term = asked["term"]
    own = term.split()
    is_owned = any("'" in word or "’" in word for word in own)
    is_alone = not is_owned and _OF_CASE.isdisjoint(map(str.casefold, own)) and _OTHERWISE.search(own[-1]) is None
    return term if is_alone and stems(term) else ""


def defines_nothing(question: str, said: str, under: str, before: str) -> bool:
    """Whether a question asks what a thing is, and a sentence does not say it.

    It says it where the thing is what it tells of in general, is given its name there or its short form, or is named by
    what stands above; or where the sentence goes on from one before it with the thing.

    Args:
        question: such as "What is a pathway plan?".
        said: the sentence.
        under: the headings above it, the label of its row and what leads in, each in a line.
        before: what stands before it in its paragraph.
    """
    term = stems(thing_defined(question))
    if not term or _is_headed(term, under):
        return False
    if _POINTS.match(said) and next(_places(term, before), None):
        return False
    if meaning_asked_for(f"What does {thing_defined(question)} stand for?", said):
        return False
    return not any(_defines(said, place) for place in _places(term, said))


def _is_headed(term: Sequence[str], under: str) -> bool:
    """Whether a heading or label is the name of a thing, with no more than a word or two beside it."""
    lines = map(stems, _LINES.split(under))
    return any(set(term) <= set(line) and len(line) <= len(term) + _MORE_IN_HEADING for line in lines)


def _places(term: Sequence[str], text: str) -> Iterator[Span]:
    """Where a thing stands in a text, singular or plural."""
    found = [word for word in words(text) if word.stem]
    for at in range(len(found) - len(term) + 1):
        part = found[at : at + len(term)]
        if [word.stem for word in part] == list(term):
            yield part[0].start, part[-1].end


def _defines(said: str, place: Span) -> bool:
    """Whether a sentence says of a thing that stands in it what it is."""
    before, after = said[: place[0]].rpartition("\n")[2], said[place[1] :]
    if _NAMING.search(before) or _EXPLAINED.match(after) or (_QUOTED.search(before) and not _OPENS.fullmatch(before)):
        return True
    if _CONDITIONAL.search(before) or _PAST.match(after):
        return False
    if _SAYS_OF_ANY.match(after):
        return True
    is_general = any((_OPENS.fullmatch(before), _GENERAL.search(before), _PURPOSE.search(before)))
    if not is_general:
        return False
    opens_plural = _PLURAL.search(said[: place[1]]) is not None and _OPENS.fullmatch(before) is not None
    does = _GENERAL.search(before) is not None and _DOES.match(after) is not None
    return bool(opens_plural or does or _SAYS.match(after) or _GOES_ON.match(after))
