"""Judgements over time as a chart: where each line, point and word of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from itertools import pairwise
from math import ceil
from typing import Final

_TOP: Final = 30
_BETWEEN: Final = 46
_BELOW: Final = 34
_LEFT_PERCENT, _RIGHT_PERCENT = 4.0, 95.0
_MOST_YEARS: Final = 6
_NAME_CHARS: Final = 36


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement to be drawn.

    Attributes:
        day: on which it was given.
        grade: its place on the scale, 0 for the best.
        words: what it says, for those who hear the chart.
        link: where its words are shown.
    """

    day: date
    grade: int
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class GradeLabel:
    """The name of a grade, and its height in pixels."""

    words: str
    at: int


@dataclass(frozen=True, slots=True)
class YearLabel:
    """A year, and where it begins as a share of the width, such as "4.00%"."""

    words: str
    at: str


@dataclass(frozen=True, slots=True)
class Point:
    """A judgement on the chart: how far from the left, as a share of the width, and from the top, in pixels."""

    x: str
    y: int
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from one place to another; y in pixels."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True, slots=True)
class Series:
    """The judgements of one subject: their points, and the lines between them, level until the next judgement."""

    points: tuple[Point, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of grades by time; its width is that of the page, so what stands beside another is a share of it.

    Attributes:
        height: in pixels.
        base: how far below the top the years begin, in pixels.
        grades: from best to worst, each at its height.
        years: each at the share of the width where it begins.
        series: one for each subject.
    """

    height: int
    base: int
    grades: tuple[GradeLabel, ...]
    years: tuple[YearLabel, ...]
    series: tuple[Series, ...]


def draw(grades: Sequence[str], subjects: Sequence[Sequence[Judged]]) -> Chart | None:
    """A chart of judgements; None where there are fewer than two.

    Args:
        grades: the names of the scale's grades, from best to worst.
        subjects: the judgements of each subject.
    """
    days = [judged.day for own in subjects for judged in own]
    if len(days) < 2:
        return None
    first, last = min(days).year, max(days).year + 1
    base = _height(len(grades) - 1) + _BELOW // 2
    step = ceil((last - first) / _MOST_YEARS)
    years = tuple(YearLabel(str(year), _across(_begins(year), first, last)) for year in range(first, last + 1, step))
    return Chart(
        base + _BELOW,
        base,
        tuple(GradeLabel(_shortened(name), _height(place)) for place, name in enumerate(grades)),
        years,
        tuple(_series(own, first, last) for own in subjects),
    )


def _series(own: Sequence[Judged], first: int, last: int) -> Series:
    by_time = sorted(own, key=lambda judged: judged.day)
    points = tuple(
        Point(_across(judged.day.toordinal(), first, last), _height(judged.grade), judged.words, judged.link)
        for judged in by_time
    )
    lines: list[Line] = []
    for one, other in pairwise(points):
        lines.append(Line(one.x, one.y, other.x, one.y))
        if one.y != other.y:
            lines.append(Line(other.x, one.y, other.x, other.y))
    return Series(points, tuple(lines))


def _height(grade: int) -> int:
    return _TOP + grade * _BETWEEN


def _begins(year: int) -> int:
    """The number of the first day of a year, which may be the one after the last of the calendar."""
    return date(year, 1, 1).toordinal() if year <= MAXYEAR else date.max.toordinal() + 1


def _across(day: int, first: int, last: int) -> str:
    """Where a day, by its number, stands between the beginnings of two years."""
    begin, end = _begins(first), _begins(last)
    share = (day - begin) / (end - begin)
    return f"{_LEFT_PERCENT + share * (_RIGHT_PERCENT - _LEFT_PERCENT):.2f}%"


def _shortened(name: str) -> str:
    if len(name) <= _NAME_CHARS:
        return name
    return name[:_NAME_CHARS].rsplit(" ", 1)[0] + " …"
