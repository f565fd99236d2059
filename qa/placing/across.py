"""Placing: the passage that states the first row of a table comes first, and its words are quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.judgements.visit import Visit
from qa.across.selecting import BEFORE, WITHOUT
from qa.across.tabulating import Tabulated
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.judged.events import Event
from qa.judged.stating import in_passage, stated, with_its_day


def from_rows(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with the words first of a row that stands in one passage; no answer where there is no row.

    Args:
        course: of the question.
        chosen: by the words of passages.
    """
    asked, table, model = course.asked, course.table, course.fact_model
    if table is None:
        return chosen
    shown = table.selected[: len(table.rows)]
    in_turn = shown[::-1] if table.question.asks in ("changed", "moved") else shown
    for one in sorted(in_turn, key=lambda one: one.note == BEFORE or one.note.startswith(WITHOUT)):
        told = one.event.facts[0].judgement if isinstance(one.event, Event) else one.event.facts[0].visit
        if found := in_passage(asked, one.event.facts[0].document_index, told):
            row, span = found
            if isinstance(told, Visit) and len(table.rows) == 1 and asked.answer_type == "date":
                span = with_its_day(asked, row, span, told)
            elif isinstance(one.event, Event) and table.question.asks == "moved" and asked.answer_type == "date":
                dated = stated(one.event, "days", asked)
                row, span = (dated.row, dated.span) if dated else (row, span)
            return replace(
                chosen.with_first(course.candidate_of(row), span, model.likely("some told")),
                confidence=model.of("some told"),
                others=(),
                supporting=0,
                table=table,
                notices=(*chosen.notices, *_of_two(table)),
            )
    if table.rows:
        return chosen
    return replace(chosen.as_sure(0.0), table=table)


def _of_two(table: Tabulated) -> Iterator[Notice]:
    """That the time between two days is not reckoned, where that is asked for."""
    if table.question.asks == "apart":
        yield Notice(
            "partial", "These are the two days that the documents state. The time between them is not worked out."
        )
