"""When something was judged, as a table or a sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.judgements.judgement import Basis
from corpus.language.kinds import DateMention, Span
from corpus.language.times.dates import dates
from corpus.language.times.parts import first_day, last_day
from corpus.language.vocabulary import alternatives, load

_WORDS = load("judgements")["wording"]
_NOT_AT = re.compile(rf"\b{alternatives(_WORDS['not_at'])}\s+(?:the\s+)?$", re.I)
_NEXT_CHARS: Final = 60
_AT_WHICH = re.compile(rf",?\s+{alternatives(_WORDS['at_which'])}\b", re.I)
_APART = re.compile(rf"(?<!\blooked[\s-])\b{alternatives(_WORDS['apart'])}\b", re.I)
"""But "the looked after children service"."""
_COUNTED = re.compile(rf"\b{alternatives(load('dates')['units'])}s?\s+{alternatives(_WORDS['apart'])}\b[^.;,]*$", re.I)
"""Before a date that another is counted from: "three years after the inspection in 2015"."""
_NEW_CLAUSE = re.compile(rf"[;:.–—]|,\s+(?!{alternatives(_WORDS['before_date'])}\b)", re.I)
_ROUND = " \t\n.,:;()–—-"


@dataclass(frozen=True, slots=True)
class Stated:
    """When something was judged.

    Attributes:
        day, until: proleptic ordinals of the first and last day; 0 where nothing says when.
        basis: what says so.
        words: where the words for it stand in their sentence; None where they stand elsewhere.
        after: the ordinal of a day after which it was, where nothing says when; 0 where that is not known either.
    """

    day: int = 0
    until: int = 0
    basis: Basis = "stated"
    words: Span | None = None
    after: int = 0


def whole_time(words: str, said: date | None) -> Stated | None:
    """The time that some words are and nothing else, such as "July 2022"."""
    found = dates(words, said)
    if len(found) != 1 or words[: found[0].start].strip(_ROUND) or words[found[0].end :].strip(_ROUND):
        return None
    return stated(found[0], said)


def leading_time(words: str, said: date | None) -> Stated | None:
    """The time that some words begin with, such as "July 2022 - Full inspection"."""
    found = dates(words, said)
    return stated(found[0], said) if found and not words[: found[0].start].strip(_ROUND) else None


def time_told(sentence: str, start: int, end: int, said: date | None) -> Stated | None:
    """When a sentence says that something was judged: the date right after its grade, or the nearest one before.

    Args:
        sentence: with all that stands in it.
        start, end: where the words that judge stand in it, from what was judged to the grade.
        said: the day of the document, by which dates without a year are told.

    Returns:
        The time; None where no date stands there, or one with which the judgement does not begin, as after "since".
    """
    mentions = dates(sentence, said)
    near = [each for each in mentions if end <= each.start <= end + _NEXT_CHARS]
    after = [each for each in near if not _NEW_CLAUSE.search(sentence, end, each.start)]
    before = [each for each in mentions if each.end <= start]
    before = [each for each in before if not _APART.search(sentence, each.end, start)]
    before = [each for each in before if not _COUNTED.search(sentence[: each.start])]
    for mention in [*after[:1], *before[-1:]]:
        if not _NOT_AT.search(sentence, 0, mention.start) or _AT_WHICH.match(sentence, mention.end):
            return stated(mention, said)
    return None


def stated(mention: DateMention, said: date | None) -> Stated | None:
    """The time of a mention; None for one that begins after the day on which it is said."""
    days = list(_days(mention.normalized))
    if not days or (said and days[0] > said):
        return None
    return Stated(days[0].toordinal(), days[-1].toordinal(), words=(mention.start, mention.end))


def _days(normalized: str) -> Iterator[date]:
    """The first and the last day of a time in ISO 8601; none where it is no time of the calendar."""
    first, _, last = normalized.partition("/")
    try:
        begin, end = (tuple(map(int, part.split("-"))) for part in (first, last or first))
        yield from (first_day(begin), last_day(end))
    except ValueError:
        return
