"""When a document without a day was written, as far as the dates in its text tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.language.times.dates import dates, times
from corpus.language.times.parts import WEEKDAY, WEEKDAYS, Parts, day_ends, first_day
from corpus.language.times.tense import tense
from corpus.language.times.written import Time
from corpus.language.vocabulary import alternatives, load

_WORDS = load("judgements")["wording"]
_MOST_CHARS: Final = 20_000
_YEARS_ON: Final = 4
"""A day of the week is on the same day of a month again after five years at the earliest, or six."""
_WEEKS_YEARS_ON: Final = 2
"""An inspection of whole weeks is looked for no longer after the last time that a text tells; set by hand."""
_WEEK, _WORKING_DAYS = 7, 5
_LEAD_CHARS: Final = 24
_INSPECTED_CHARS: Final = 60
_AT = re.compile(rf"\b{alternatives(_WORDS['at_time'])}\s+(?:the\s+)?$", re.I)
_INSPECTED = re.compile(rf"\b{alternatives(_WORDS['inspected'])}\b[^.;!?\n]*$", re.I)
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Written:
    """When a document was written.

    Attributes:
        after: the first day of the latest time of which it tells as past, as a proleptic ordinal; 0 for none.
        near: a day near which it was written: one that it names by its day of the week and without its year; None where
            it names none, or nothing tells the year.
    """

    after: int = 0
    near: date | None = None


def written(text: str) -> Written:
    """When a document was written, by its text.

    Only what is told as past, with its year, shows that the document is later. "Thursday, 22 June" is then the first
    one after that, and an inspection "between 10 and 21 November" is of the first year in which these are whole weeks.
    """
    head = text[:_MOST_CHARS]
    after = max(_past(head), default=None)
    if after is None:
        return Written()
    days = {day for time in times(head) if (day := _on_weekday(time, head, after) or _in_weeks(time, head, after))}
    years = {day.year for day in days}
    return Written(after.toordinal(), min(days) if len(years) == 1 else None)


def _past(text: str) -> Iterator[date]:
    """The first days of the times with a year that a text tells of as past."""
    for mention in dates(text, None):
        is_at = _AT.search(text, max(0, mention.start - _LEAD_CHARS), mention.start)
        if is_at and tense(text, mention.start, mention.end) == "past":
            try:
                yield first_day(tuple(map(int, mention.normalized.split("/")[0].split("-"))))
            except ValueError:
                continue


def _on_weekday(time: Time, text: str, after: date) -> date | None:
    """The first day after another one that is on the day of the week before it; None where none is named."""
    if time.has_year or len(time.first) != 3 or time.first != time.last:
        return None
    named = _WEEKDAY_BEFORE.search(text, max(0, time.start - _LEAD_CHARS), time.start)
    if named is None:
        return None
    _, month, day = time.first
    for year in range(after.year, after.year + _YEARS_ON + 1):
        if day_ends(year, month or 1, day or 1):
            found = date(year, month or 1, day or 1)
            if found > after and WEEKDAYS[found.weekday()].startswith(named["weekday"].casefold()[:3]):
                return found
    return None


def _in_weeks(time: Time, text: str, after: date) -> date | None:
    """The last day of the first inspection of whole working weeks on some days after another; None where none is told.

    All 191 inspections of 5, 12 or 19 days in the reports of the ofsted set began on a Monday.
    """
    if time.has_year or (len(time.first), len(time.last)) != (3, 3) or time.first == time.last:
        return None
    if not _INSPECTED.search(text, max(0, time.start - _INSPECTED_CHARS), time.start):
        return None
    for year in range(after.year, after.year + _WEEKS_YEARS_ON + 1):
        first, last = (_in_year(parts, year) for parts in (time.first, time.last))
        if first is None or last is None or last <= after or first.weekday():
            continue
        if ((last - first).days + 1) % _WEEK == _WORKING_DAYS:
            return last
    return None


def _in_year(parts: Parts, year: int) -> date | None:
    """A day in a year; None where that has no such day."""
    month, day = parts[1], parts[2]
    return date(year, month or 1, day or 1) if day_ends(year, month or 1, day or 1) else None
