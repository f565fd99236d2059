"""The dates that are given for what was asked, on a line: where each of them and its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from corpus.language.wording import value_in_words
from qa.answer import Alternative, Answer, Quote
from qa.other_dates import days_of
from web.views.time_axis import Tick, TimeAxis, month_axis, year_axis

MOST: Final = 8
"""So many dates are drawn; the words below the line tell of all."""
_LEAST_YEARS: Final = 2
"""A shorter time is told by months."""
_HEIGHT: Final = 26
_TOP, _BELOW = 20, 34
_LABEL_PERCENT: Final = 44.0
"""Of a line on a narrow screen the words of a date may take so much of a hundred."""


@dataclass(frozen=True, slots=True)
class DrawnDate:
    """A date on the line.

    Attributes:
        words: the date.
        told: the date, whether it is the answer, and the words that give it, for those who hear the line.
        link: where the words are shown that give it.
        first, last: where it begins and ends, as shares of the width.
        at: where its words stand, as a share of the width, and `anchor` which part of them stands there.
        y: of its words, in pixels from the top.
        is_answer: whether it is the one that answers.
    """

    words: str
    told: str
    link: str
    first: str
    last: str
    at: str
    anchor: Literal["start", "middle", "end"]
    y: int
    is_answer: bool


@dataclass(frozen=True, slots=True)
class DateLine:
    """Dates on a line.

    Attributes:
        height: in pixels.
        base: how far below the top the line is, in pixels.
        ticks: the years or months along it.
        dates: by time.
    """

    height: int
    base: int
    ticks: tuple[Tick, ...]
    dates: tuple[DrawnDate, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """A date with its days as ordinals, the words that give it, and where they are shown."""

    words: str
    first: int
    last: int
    quote: str
    link: str
    is_answer: bool


def draw_dates(answer: Answer) -> DateLine | None:
    """The dates that are given for what was asked; None where there are fewer than two that a calendar has."""
    given = sorted(list(_given(answer))[:MOST], key=lambda one: (one.first, one.last))
    if len(given) < 2:
        return None
    axis = _axis_of(given)
    levels = _levels([axis.percent(_middle(one)) for one in given])
    base = _TOP + (max(levels) + 1) * _HEIGHT
    drawn = tuple(_drawn(one, axis, base - (level + 1) * _HEIGHT) for one, level in zip(given, levels, strict=True))
    return DateLine(base + _BELOW, base, axis.ticks, drawn)


def _given(answer: Answer) -> Iterator[_Given]:
    """The date that answers and the others, as far as a calendar has them."""
    quote = answer.answer
    if quote is None or quote.halves or answer.timeline or quote.value is None or quote.value.kind != "date":
        return
    given: tuple[Quote | Alternative, ...] = (quote, *answer.alternatives)
    for one in given:
        days = days_of(one.value) if one.value else None
        if one.value and days:
            words = " ".join(one.quote.split())
            yield _Given(value_in_words(one.value), *days, words, one.citation.link, is_answer=one is quote)


def _axis_of(given: Sequence[_Given]) -> TimeAxis:
    first = date.fromordinal(min(one.first for one in given))
    last = date.fromordinal(max(one.last for one in given))
    return year_axis(first.year, last.year) if last.year - first.year >= _LEAST_YEARS else month_axis(first, last)


def _middle(one: _Given) -> int:
    return (one.first + one.last) // 2


def _levels(places: Sequence[float]) -> list[int]:
    """For words at some places, in order, the lowest level on which each meets no other, from 0."""
    ends: list[float] = []
    levels = []
    for place in places:
        start = {"start": place, "middle": place - _LABEL_PERCENT / 2, "end": place - _LABEL_PERCENT}[_anchor(place)]
        level = next((level for level, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [start + _LABEL_PERCENT]
        levels.append(level)
    return levels


def _anchor(place: float) -> Literal["start", "middle", "end"]:
    if place < _LABEL_PERCENT / 2:
        return "start"
    return "end" if place > 100 - _LABEL_PERCENT / 2 else "middle"


def _drawn(one: _Given, axis: TimeAxis, y: int) -> DrawnDate:
    place = axis.percent(_middle(one))
    told = f"{one.words}{', the answer' if one.is_answer else ''}: “{one.quote}”"
    ends = axis.at(one.first), axis.at(one.last)
    return DrawnDate(one.words, told, one.link, *ends, f"{place:.2f}%", _anchor(place), y, one.is_answer)
