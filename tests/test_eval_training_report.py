"""Tables of a fit: each set or kind has its row, and unanswerable questions count where confidence does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console
from rich.table import Table

from eval.records import Question
from eval.training.calibration import Outcome
from eval.training.examples import Example, examples
from eval.training.report import confidence_table, ranking_table
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.pipeline import Assistant


@pytest.fixture(scope="module")
def made(training_set: tuple[Snapshot, list[Question]]) -> list[Outcome]:
    reports, questions = training_set
    assistant = Assistant(HashingEncoder(), OverlapReranker())
    own = examples("reports", questions[:4], reports, assistant, Console(quiet=True), date(2026, 11, 24), str)
    own[2:] = [replace(each, dataset="others") for each in own[2:]]
    known = [{"entity_mismatch": value} for value in (0.0, 1.0, 0.0, 0.0)]
    return [
        Outcome(_answerable(each, place != 3), fast, rank, known[place], known[place], False, rank == 1, ())
        for place, (each, fast, rank) in enumerate(zip(own, (1, 7, 2, 1), (1, 3, 1, 1), strict=True))
    ]


def _answerable(example: Example, yes: bool) -> Example:
    return replace(example, question=replace(example.question, answerable=yes))


def cells(table: Table) -> list[list[str]]:
    return [list(map(str, column.cells)) for column in table.columns]


def test_ranks_are_told_fast_and_in_full_and_how_often_another_document_comes_first(made: list[Outcome]) -> None:
    table = ranking_table("By set", made, lambda each: each.example.dataset)
    assert [column.header for column in table.columns][1:] == [
        "questions",
        "fast hit@1",
        "fast hit@5",
        "hit@1",
        "hit@5",
        "other document first",
    ]
    assert list(zip(*cells(table), strict=True)) == [
        ("reports", "2", "0.500", "0.500", "0.500", "1.000", "0.500"),
        ("others", "1", "0.000", "1.000", "1.000", "1.000", "0.000"),
    ]


def test_a_set_without_answerable_questions_has_no_ranks(made: list[Outcome]) -> None:
    assert ranking_table("By set", made[3:], lambda each: each.example.dataset).row_count == 0


def test_confidence_is_told_with_what_is_answered_and_refused_rightly(made: list[Outcome]) -> None:
    table = confidence_table("Confidence", made, [0.9, 0.5, 0.8, 0.3], (0.4, 0.6))
    assert [column.header for column in table.columns] == [
        "",
        "ECE",
        "AUROC",
        "right at >= 0.8",
        "answered / refused rightly at 0.4",
        "answered / refused rightly at 0.6",
    ]
    name, _, area, sure, four, six = (list(column) for column in zip(*zip(*cells(table), strict=True), strict=True))
    assert name == ["reports", "others"] and area == ["–", "1.000"]
    assert sure == ["1.000 of 1", "1.000 of 1"]
    assert four == ["1.000 / –", "1.000 / 1.000"] and six == ["0.500 / –", "1.000 / 1.000"]
