"""Longer tables: of a table that passages share, the row of the time asked about answers, whichever has it."""

from __future__ import annotations

from typing import Final

from corpus.language.rows import is_row
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.choosing.statements import value_in
from qa.passages.quoted import AnswerSpan
from qa.rows.quotes import of_row, timed_elsewhere

_NEAR: Final = 40
"""So many passages before and after one may have the other rows of its table."""


def of_longer_tables(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; of a row of another time than is asked about, the row of that time in another passage.

    Args:
        course: of the question.
        chosen: its passages in order.

    Returns:
        With no more confidence than before.
    """
    asked, candidate, sentence = course.asked, chosen.ranking.candidates[0], chosen.spans[0].sentence
    passage, rows = candidate.passage, candidate.document.rows
    if not is_row(passage.text[slice(*sentence)]) or (row := timed_elsewhere(asked, passage, sentence)) is None:
        return chosen
    near = range(max(rows.start, candidate.row - _NEAR), min(rows.stop, candidate.row + _NEAR))
    for place, other in zip(near, asked.snapshot.passages(near), strict=True):
        if other.start <= row[0] and row[1] <= other.end:
            found = course.candidate_of(place)
            own = row[0] - other.start, row[1] - other.start
            quote, whole = of_row(asked, other, own, own, [own])
            return chosen.with_first(found, AnswerSpan(quote, whole, value_in(asked, found, quote)))
    return chosen.as_one_of_two()
