"""Rows over time: what the rows of one table say of several times, such as who chaired a club from year to year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from corpus.language.kinds import Span
from corpus.language.lasting.holding import Held
from corpus.language.rows import cells
from corpus.language.sentences import trimmed
from qa.choosing.answer_model import Chosen
from qa.choosing.statements import Statement, is_unfit, value_in
from qa.held.holders import Told
from qa.held.posts import bare_name
from qa.passages.asked import Asked
from qa.passages.quoted import AnswerSpan
from qa.tables.times import RowTime, row_times


def of_rows(asked: Asked, chosen: Chosen) -> Iterator[Told]:
    """What the rows of the table say in which the first words are a cell, each for its time.

    What has no last day held until the next row begins. Nothing where the rows tell no times.

    Args:
        asked: the question.
        chosen: its passages in order.
    """
    candidate, span = chosen.ranking.candidates[0], chosen.spans[0]
    passage = candidate.passage
    own = cells(passage.text, span.sentence)
    column = next((place for place, one in enumerate(own) if span.quote in trimmed(passage.text, *one)), 0)
    if not column:
        return
    times = row_times(passage, span.sentence, asked.query.today.toordinal())
    for row, held in _in_turn([time for time in times if not time.is_season]):
        cell = next(trimmed(passage.text, *cells(passage.text, row)[column]), None)
        if cell is None:
            continue
        statement = Statement(candidate, AnswerSpan(cell, row, value_in(asked, candidate, cell)))
        if not is_unfit(asked, statement):
            yield Told(statement, _key(statement), held, candidate.document.day)


def _in_turn(times: list[RowTime]) -> Iterator[tuple[Span, Held]]:
    """The rows in the order of their times, each with the time for which it holds."""
    in_order = sorted(times, key=lambda one: one.since)
    following = [*(after.since - 1 for _, after in pairwise(in_order)), 0]
    for one, last in zip(in_order, following, strict=False):
        is_year = one.is_year
        until = last if is_year or not one.until else one.until
        yield one.row, Held(one.since, until, year_end=one.until if is_year else 0)


def _key(statement: Statement) -> str:
    """By what two rows are told apart: the value, a name without titles, or what the cell says."""
    if statement.span.value:
        return bare_name(statement.value.text) if statement.value.kind == "name" else statement.value.normalized
    return " ".join(statement.told.casefold().split())
