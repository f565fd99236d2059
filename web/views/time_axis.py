"""An axis of time: where a day stands on it, as a share of the width, and the years or months named along it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from math import ceil
from typing import Final

_LEFT_PERCENT, _RIGHT_PERCENT = 4.0, 95.0
_MOST_YEARS: Final = 6
_MOST_MONTHS: Final = 3
_MOST_MARKED: Final = 40
_HALF_A_YEAR, _HALF_A_MONTH = 182, 15


@dataclass(frozen=True, slots=True)
class Tick:
    """Where a year or month begins, as a share of the width, such as "4.00%".

    Attributes:
        at: where it begins.
        words: its name, where it is named; else "".
        named_at: where the middle of it is, under which its name stands.
    """

    at: str
    words: str = ""
    named_at: str = ""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """An axis between two days, as ordinals, with what is marked and named along it."""

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
    begins = [(str(year), _begins(year, 1)) for year in range(first, last + 2)]
    return _axis(begins, _MOST_YEARS, _HALF_A_YEAR)


def month_axis(first: date, last: date) -> TimeAxis:
    """An axis from the beginning of the month of one day to the end of that of another."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1)
    begins = [
        (f"{date(2000, month + 1, 1):%b} {year}", _begins(year, month + 1))
        for year, month in (divmod(number, 12) for number in months)
    ]
    return _axis(begins, _MOST_MONTHS, _HALF_A_MONTH)


def _axis(begins: list[tuple[str, int]], most_named: int, half: int) -> TimeAxis:
    """An axis from the first of these years or months to the beginning of the last, which is not on it.

    Args:
        begins: of each year or month its name and the ordinal of its first day.
        most_named: how many of them may be named.
        half: how many days after its beginning the middle of one is.
    """
    bare = TimeAxis(begins[0][1], begins[-1][1], ())
    named = begins[: -1 : ceil((len(begins) - 1) / most_named)]
    marked = begins if len(begins) <= _MOST_MARKED else [*named, begins[-1]]
    ticks = (
        Tick(bare.at(day), words, bare.at(day + half)) if (words, day) in named else Tick(bare.at(day))
        for words, day in marked
    )
    return TimeAxis(bare.first, bare.end, tuple(ticks))


def _begins(year: int, month: int) -> int:
    """The ordinal of the first day of a month, which may be the one after the last of the calendar."""
    return date(year, month, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1
