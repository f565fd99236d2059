"""The dates that are given for what was asked, on a line: where each of them and its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from corpus.language.lasting.holding import days_of
from corpus.language.wording import days_in_words, value_in_words
from qa.answer import Alternative, Answer, Quote
from qa.citing.citation import flattened
from web.views.time_axis import Tick, TimeAxis, month_axis, year_axis

MOST: Final = 12
"""So many dates are drawn; the words below the line tell of all."""
_LEAST_YEARS: Final = 2
"""A shorter time is told by months."""
_TOP, _BELOW = 4, 34
_ROW, _WORDS_ABOVE = 26, 20
_CHAR_PERCENT: Final = 3.2
"""Of a line on the narrowest screen, some 250 pixels, a letter takes so much of a hundred."""
_GAP_PERCENT: Final = 5.0


@dataclass(frozen=True, slots=True)
class DrawnDate:
    """A date on the line, in a row of its own, so that no words and marks ever meet those of another.

    Attributes:
        words: the date.
        told: the date, whether it is the answer, and the words that give it, for those who hear the line.
        link: where the words are shown that give it.
        first, last: where it begins and ends, as shares of the width.
        y: of its mark, in pixels from the top.
        at: where its words stand, as a share of the width, and `anchor` which end of them stands there.
        words_y: of its words, in pixels from the top.
        is_beside: whether they stand beside its mark; otherwise they stand above it.
        is_answer: whether it is the one that answers.
    """

    words: str
    told: str
    link: str
    first: str
    last: str
    y: int
    at: str
    anchor: Literal["start", "end"]
    words_y: int
    is_beside: bool
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
    drawn: list[DrawnDate] = []
    top = _TOP
    for one in given:
        drawn.append(_drawn(one, axis, top))
        top = drawn[-1].y + _ROW // 2
    return DateLine(top + _BELOW, top, axis.ticks, tuple(drawn))


def _given(answer: Answer) -> Iterator[_Given]:
    """The date that answers and the others, or those of the rows of a table, as far as a calendar has them."""
    if answer.rows:
        yield from _of_rows(answer)
        return
    quote = answer.answer
    if quote is None or quote.halves or answer.timeline or quote.value is None or quote.value.kind != "date":
        return
    given: tuple[Quote | Alternative, ...] = (quote, *answer.alternatives)
    for one in given:
        days = days_of(one.value) if one.value else None
        if one.value and days:
            words = " ".join(one.quote.split())
            yield _Given(value_in_words(one.value), *days, words, one.citation.link, is_answer=one is quote)


def _of_rows(answer: Answer) -> Iterator[_Given]:
    """When what the rows tell was, where that is asked of one."""
    is_asked = answer.interpretation is not None and answer.interpretation.answer_type == "date"
    if not is_asked or len({row.subject for row in answer.rows}) > 1:
        return
    for row in answer.rows:
        if row.first and row.last:
            words, told = days_in_words(row.first, row.last), row.evidence
            days = row.first.toordinal(), row.last.toordinal()
            yield _Given(words, *days, flattened(told.quote), told.link, is_answer=False)


def _axis_of(given: Sequence[_Given]) -> TimeAxis:
    first = date.fromordinal(min(one.first for one in given))
    last = date.fromordinal(max(one.last for one in given))
    return year_axis(first.year, last.year) if last.year - first.year >= _LEAST_YEARS else month_axis(first, last)


def _drawn(one: _Given, axis: TimeAxis, top: int) -> DrawnDate:
    """A date in the row that begins so far below the top; its words stand beside its mark where there is room."""
    left, right = axis.percent(one.first), 100 - axis.percent(one.last)
    is_left, needed = left > right, len(one.words) * _CHAR_PERCENT + _GAP_PERCENT
    is_beside = max(left, right) >= needed
    y = top + _ROW // 2 + (0 if is_beside else _WORDS_ABOVE)
    first, last = axis.at(one.first), axis.at(one.last)
    at = (first if is_left else last) if is_beside else ("100%" if is_left else "0%")
    return DrawnDate(
        one.words,
        f"{one.words}{', the answer' if one.is_answer else ''}: “{one.quote}”",
        one.link,
        first,
        last,
        y,
        at,
        "end" if is_left else "start",
        y if is_beside else top + _ROW // 2,
        is_beside,
        one.is_answer,
    )
