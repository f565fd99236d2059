"""How long something was, where a text tells it by its dates alone: since when, or when it began and when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from corpus.language.amounts.numbers import asks_how_long, goes_on_until, says_how_long
from corpus.language.context import before
from corpus.language.kinds import Span
from corpus.language.sentences import sentences
from corpus.language.times.dates import times
from corpus.language.times.written import Time
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("durations")
_LONG: Final = rf"(?:how\s+(?:long|much\s+time)|(?:how|for\s+how)\s+many\s+{alternatives(_TABLE['units'])})"
_SO_FAR = re.compile(rf"\b{_LONG}\s+(?:ha(?:s|ve)\b|is\b)", re.I)
_LASTED = re.compile(rf"\b{_LONG}\s+{alternatives(_TABLE['was'])}\b", re.I)


def two_things(long: str, gaps: str, was: str) -> tuple[re.Pattern[str], ...]:
    """The ways in which a question names two things between which time passed, as `one` and then `other`.

    Args:
        long: a pattern for words that ask for a length of time: "how long".
        gaps: for nouns that do so before "between": "gap".
        was: for what stands before what came later: "how long after the fire was".
    """
    patterns = (
        rf"\b(?:{long}|{gaps})\b.{{0,120}}?\bbetween\b(?P<one>.{{1,160}}?)\band\b(?P<other>.+)",
        rf"\b{long}\b.{{0,120}}?\bfrom\b(?P<one>.{{1,160}}?)\b(?:to|until|till)\b(?P<other>.+)",
        rf"\b{long}\s+(?:was\s+it\s+)?after\b(?P<one>.{{1,160}}?)\b{was}\b(?P<other>.+)",
        rf"\b{long}\s+(?:was\s+it\s+)?before\b(?P<other>.{{1,160}}?)\b{was}\b(?P<one>.+)",
    )
    return tuple(re.compile(pattern, re.I | re.S) for pattern in patterns)


_TWO = two_things(_LONG, alternatives(_TABLE["gaps"]), alternatives(_TABLE["was"]))
_SINCE = re.compile(rf"\b{alternatives(_TABLE['since'])}\s+(?:the\s+)?$", re.I)
_UNTIL = re.compile(rf"\b{alternatives(_TABLE['until'])}\s+(?:the\s+)?$", re.I)
_BEGAN = re.compile(rf"\b{alternatives(_TABLE['began'])}\b", re.I)
_ENDED = re.compile(rf"\b{alternatives(_TABLE['ended'])}\b", re.I)

_ASKS_FROM_WHEN = re.compile(rf"\b{alternatives(_TABLE['from_when'])}\b", re.I)
_NOT_YET = re.compile(
    rf"\b(?:{alternatives(_TABLE['not_yet'])}\b|for\s+(?=\S+(?:\s+\S+)?\s+{alternatives(_TABLE['units'])}\b))", re.I
)


def says_from_when(question: str, sentence: str) -> bool:
    """Whether a question asks from when something may be, and a sentence until when not: "not for six months"."""
    return bool(_ASKS_FROM_WHEN.search(question) and _NOT_YET.search(sentence))


def answers_how_long(question: str, text: str) -> bool:
    """Whether a question asks how long something lasts or goes on, and a text says so, also without a number."""
    if asks_how_long(question) and (says_how_long(text) or goes_on_until(question, text)):
        return True
    return tells_by_dates(question, text)


def tells_by_dates(question: str, text: str) -> bool:
    """Whether a question asks how long something was, and a text tells that by dates.

    Args:
        question: such as "How long has Ada Moor been chair?", "How long did the inquiry last?" and "How long was it
            between the fire and the reopening?".
        text: such as "Ada Moor has been chair since 2019", "The inquiry opened in May 2023 and closed in June 2024",
            and sentences that give the dates of the fire and of the reopening.
    """
    if (two := _two_asked(question)) is not None:
        told = list(_dated(text))
        return any(_tell(two, one, other) for one in told for other in told)
    dates = list(times(text))
    if _SO_FAR.search(question):
        return len(dates) == 1 and before(_SINCE, text, dates[0].start)
    return _LASTED.search(question) is not None and _has_both_ends(text, dates)


def sentences_between(question: str, text: str, sentence: Span) -> Span | None:
    """The sentences of a paragraph that give the dates of two things between which a question asks for the time.

    Args:
        question: such as "How long was it between the fire and the reopening?".
        text: in which the sentence stands.
        sentence: one of them.

    Returns:
        From the first to the last of them where they stand beside each other; None where one sentence tells both, or
        none.
    """
    two = _two_asked(question)
    if two is None or tells_by_dates(question, text[slice(*sentence)]):
        return None
    first = text.rfind("\n", 0, sentence[0]) + 1
    spans = [(first + start, first + end) for start, end in sentences(text[first:].partition("\n")[0])]
    for one, other in pairwise(spans):
        whole = one[0], other[1]
        if sentence in (one, other) and tells_by_dates(question, text[slice(*whole)]):
            return whole
    return None


def _two_asked(question: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The stems of the two things that a question names, in the order of time; None where it names no two."""
    found = next((match for frame in _TWO if (match := frame.search(question))), None)
    if found is None:
        return None
    one, other = (frozenset(stems(found[side])) for side in ("one", "other"))
    return (one - other, other - one) if one - other and other - one else None


def _dated(text: str) -> Iterator[tuple[frozenset[str], Time]]:
    """The clauses of a text that have a date of their own, by their stems, each with it."""
    for start, end in sentences(text):
        said = text[start:end]
        dates = list(times(said))
        stops = [0, *(one.end for one in dates[:-1]), len(said)]
        for one, (begin, stop) in zip(dates, pairwise(stops), strict=False):
            yield frozenset(stems(said[begin:stop])), one


def _tell(
    two: tuple[frozenset[str], frozenset[str]], one: tuple[frozenset[str], Time], other: tuple[frozenset[str], Time]
) -> bool:
    """Whether one clause tells of the first of two things and another of the second, each with a date of its own.

    What both are of may stand in one of them alone: "The mill burnt down in May. It reopened in June."
    """
    if one == other or one[1].precision is None or other[1].precision is None:
        return False
    first, second = two[0] - other[0], two[1] - one[0]
    return bool(first and second) and first <= one[0] and second <= other[0]


def _has_both_ends(text: str, dates: list[Time]) -> bool:
    """Whether a text has the date on which something began and that on which it ended, and no other."""
    if len(dates) == 1:
        return dates[0].ends is not None
    if len(dates) != len(("first", "last")):
        return False
    first, last = dates
    lead, between = text[: first.start], text[first.end : last.start]
    is_begun = before(_SINCE, text, first.start) or _BEGAN.search(lead) is not None
    return is_begun and (before(_UNTIL, text, last.start) or _ENDED.search(between) is not None)
