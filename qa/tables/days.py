"""Days of rows: which row of a rota or a list of days is of the day, or the week, that a question names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.document import Passage
from corpus.language.context import before
from corpus.language.kinds import Span
from corpus.language.rows import cells
from corpus.language.times.dates import find_times
from corpus.language.times.parts import BOUNDS, WEEKDAY, first_day, last_day, weekdays_in
from corpus.language.times.written import Time
from corpus.language.vocabulary import alternatives, load
from qa.tables.cells import rows_beside
from qa.tables.named_rows import column_names, header_of, label_place

_TABLE: Final = load("tables")["of_days"]
_FROM, _TO = (re.compile(rf"(?<!\w){alternatives(_TABLE[name])}(?!\w)", re.I) for name in ("week_from", "week_to"))
_BOUNDED: Final = re.compile(
    rf"(?<!\w){alternatives([*BOUNDS, *_TABLE['bounds']])}\s+(?:the\s+)?(?:{WEEKDAY},?\s+)?$", re.I
)
_REST_OF_WEEK: Final = 6
_LEAST: Final = 2
"""One row of a day tells no days apart."""
_SOME_YEAR: Final = 2024
"""The year of days of which none is said; a leap year, so that it has them all."""


def rows_of_day(passage: Passage, row: Span, question: str, today: date) -> list[Span] | None:
    """The rows of a table that are of the one day or week a question names, where its rows are called by days.

    Args:
        passage: with the table.
        row: one of its rows.
        question: such as "Who locks up on 9 December?".
        today: the day on which it is asked, for "next week".

    Returns:
        Where they stand in the passage's text; None where the question names no one day, or rows are called otherwise.
    """
    asked = _asked(question, today)
    told = _told(passage, row) if asked else {}
    if asked is None or len(told) < _LEAST:
        return None
    return [span for span, days in told.items() if asked.meets(days)]


@dataclass(frozen=True, slots=True)
class _Days:
    """A day, with so many days before and after it; without a year it may be of any."""

    year: int | None
    month: int
    day: int
    back: int = 0
    ahead: int = 0

    def meets(self, other: _Days) -> bool:
        """Whether the two share a day; one without a year may be of that of the other, or of one beside it."""
        year = self.year or other.year or _SOME_YEAR
        mine = self._of(self.year or year)
        beside = [other.year] if other.year else [year - 1, year, year + 1]
        others = [span for one in beside if (span := other._of(one))]
        return mine is not None and any(mine[0] <= last and first <= mine[1] for first, last in others)

    def _of(self, year: int) -> Span | None:
        """The first and last day in a year, as ordinals; None for 29 February of one that has none."""
        try:
            day = date(year, self.month, self.day).toordinal()
        except ValueError:
            return None
        return day - self.back, day + self.ahead


def _asked(question: str, today: date) -> _Days | None:
    """The one day or week that a question names, and not what is before or after it."""
    found = list(find_times(question))
    if len(found) != 1 or before(_BOUNDED, question, found[0].start):
        return None
    time = found[0]
    if time.anchor:
        return _led_to(time, time.anchor, today.year)
    if time.offset is None and not time.has_year:
        return _day(time)
    try:
        one, other = time.offset(today) if time.offset else (time.first, time.last)
        first, ahead = first_day(one), (last_day(other) - first_day(one)).days
    except ValueError:  # it may be one of two
        return None
    return _Days(first.year, first.month, first.day, ahead=ahead) if ahead <= _REST_OF_WEEK else None


def _led_to(time: Time, anchor: Time, year: int) -> _Days | None:
    """The day that "the week after 7 December" leads to; of "the week of 7 December" that day itself."""
    day = _day(anchor)
    if day is None or time.shift is None or day._of(year) is None:
        return day
    said = (year, day.month, day.day)
    ends = time.shift((said, said))
    if ends is None or ends[0] <= said <= ends[1]:
        return day
    _, month, there = ends[0]
    return _Days(None, month or 0, there or 0) if ends[0] == ends[1] else None


def _told(passage: Passage, row: Span) -> Mapping[Span, _Days]:
    """The days by which all rows of a table are called; none where one is called otherwise."""
    names, told = column_names(header_of(passage, row)), {}
    for part in rows_beside(passage, row):
        own = cells(passage.text, (part.start, part.end))
        place = label_place(passage.text, own)
        label = passage.text[slice(*own[place])]
        days = _called(label, names[place] if len(names) == len(own) else "")
        if days is None:
            return {}
        told[part.start, part.end] = days
    return told


def _called(label: str, column: str) -> _Days | None:
    """The day that a label is, beside its day of the week, or the week of that; None for any other label."""
    found = list(find_times(label))
    time = (found[0].anchor or found[0]) if len(found) == 1 else None
    if time is None:
        return None
    others = f"{label[: found[0].start]} {label[found[0].end :]}".split()
    if any(any(map(str.isalnum, word)) and not weekdays_in(word) for word in others):
        return None
    said = f"{column} {label}"
    back, ahead = (_REST_OF_WEEK if pattern.search(said) else 0 for pattern in (_TO, _FROM))
    return _day(time, back, 0 if back else ahead)


def _day(time: Time, back: int = 0, ahead: int = 0) -> _Days | None:
    """A time that is a day, with so many before and after it; None for any other."""
    if time.precision != "day" or time.first != time.last:
        return None
    year, month, day = time.first
    return _Days(year, month or 0, day or 0, back, ahead)
