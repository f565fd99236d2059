"""Judgements over time as a chart: where each line, point and word of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from web.views.time_axis import Tick, TimeAxis, year_axis

_TOP: Final = 30
_BETWEEN: Final = 46
_BELOW: Final = 34
_NAME_CHARS: Final = 36


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement to be drawn.

    Attributes:
        first, last: the days of the time in which it was given.
        grade: its place on the scale, 0 for the best.
        words: what it says, for those who hear the chart.
        link: where its words are shown.
    """

    first: date
    last: date
    grade: int
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class GradeLabel:
    """The name of a grade, and its height in pixels."""

    words: str
    at: int


@dataclass(frozen=True, slots=True)
class Point:
    """A judgement on the chart: how far from the left, as shares of the width, and from the top, in pixels.

    Attributes:
        x: of the middle of its time.
        first, last: where that begins and ends.
    """

    x: str
    first: str
    last: str
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
    years: tuple[Tick, ...]
    series: tuple[Series, ...]


def draw(grades: Sequence[str], subjects: Sequence[Sequence[Judged]]) -> Chart | None:
    """A chart of judgements; None where there are fewer than two.

    Args:
        grades: the names of the scale's grades, from best to worst.
        subjects: the judgements of each subject.
    """
    judged = [one for own in subjects for one in own]
    if len(judged) < 2:
        return None
    axis = year_axis(min(one.first for one in judged).year, max(one.last for one in judged).year)
    base = _height(len(grades) - 1) + _BELOW // 2
    return Chart(
        base + _BELOW,
        base,
        tuple(GradeLabel(_shortened(name), _height(place)) for place, name in enumerate(grades)),
        axis.ticks,
        tuple(_series(own, axis) for own in subjects),
    )


def _series(own: Sequence[Judged], axis: TimeAxis) -> Series:
    by_time = sorted(own, key=lambda judged: judged.first.toordinal() + judged.last.toordinal())
    points = tuple(_point(judged, axis) for judged in by_time)
    lines: list[Line] = []
    for one, other in pairwise(points):
        lines.append(Line(one.x, one.y, other.x, one.y))
        if one.y != other.y:
            lines.append(Line(other.x, one.y, other.x, other.y))
    return Series(points, tuple(lines))


def _point(judged: Judged, axis: TimeAxis) -> Point:
    first, last = judged.first.toordinal(), judged.last.toordinal()
    middle, height = axis.at((first + last) // 2), _height(judged.grade)
    return Point(middle, axis.at(first), axis.at(last), height, judged.words, judged.link)


def _height(grade: int) -> int:
    return _TOP + grade * _BETWEEN


def _shortened(name: str) -> str:
    if len(name) <= _NAME_CHARS:
        return name
    return name[:_NAME_CHARS].rsplit(" ", 1)[0] + " …"
