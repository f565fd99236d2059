"""An axis of time: where a day stands on it, as a share of the width, and the years or months named along it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from math import ceil
from typing import Final

_LEFT_PERCENT, _RIGHT_PERCENT = 4.0, 95.0
_MOST_YEARS: Final = 6
_MOST_MONTHS: Final = 3


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or month, and where it begins as a share of the width, such as "4.00%"."""

    words: str
    at: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """An axis between two days, as ordinals, with what is named along it."""

    first: int
    end: int
    ticks: tuple[Tick, ...]

    def at(self, day: int) -> str:
        """Where a day stands, by its ordinal."""
        return f"{self.percent(day):.2f}%"

    def percent(self, day: int) -> float:
        """How far from the left a day stands, of a hundred."""
        share = (day - self.first) / (self.end - self.first)
        return _LEFT_PERCENT + share * (_RIGHT_PERCENT - _LEFT_PERCENT)


def year_axis(first: int, last: int) -> TimeAxis:
    """An axis from the beginning of one year to the end of another."""
    end = last + 1
    step = ceil((end - first) / _MOST_YEARS)
    return _axis([(str(year), _begins(year, 1)) for year in range(first, end + 1, step)], _begins(end, 1))


def month_axis(first: date, last: date) -> TimeAxis:
    """An axis from the beginning of the month of one day to the end of that of another."""
    months = [
        divmod(number, 12) for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
    ]
    named = months[:: ceil(len(months) / _MOST_MONTHS)]
    ticks = [(f"{date(2000, month + 1, 1):%b} {year}", _begins(year, month + 1)) for year, month in named]
    end_year, end_month = months[-1]
    return _axis(ticks, _begins(end_year, end_month + 1))


def _axis(begins: list[tuple[str, int]], end: int) -> TimeAxis:
    bare = TimeAxis(begins[0][1], end, ())
    return TimeAxis(bare.first, end, tuple(Tick(words, bare.at(day)) for words, day in begins))


def _begins(year: int, month: int) -> int:
    """The ordinal of the first day of a month, which may be the one after the last of the calendar."""
    return date(year, month, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1
