"""Counting answers from facts: each is judged by its gold spans, with the name in its question and without it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest
from rich.console import Console

from eval.records import Dataset, Question, Span
from eval.training.fact_answers import FactAnswer, counted, fact_answers, folds_table
from eval.training.folds import fold_of
from index.snapshot import Snapshot
from tests.judged_papers import MARLOW_2018, WENDHAM, WENDHAM_2019

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)
RIGHT = FactAnswer("set", "wendham", "all told", right=True)


@pytest.fixture(scope="module")
def snapshot(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def question(text: str, document: str, words: str) -> Question:
    start = WENDHAM_2019["text"].index(words)
    return Question(text, text, answerable=True, gold=(Span(document, start, start + len(words), words),))


def test_a_question_is_counted_with_its_name_and_without(snapshot: Snapshot) -> None:
    asked = question(
        "How was Wendham rated in 2021?", "001", "Overall effectiveness\n\nRequires improvement to be good"
    )
    other = question("Who was the lead inspector in Wendham?", "001", "Ada Moor")
    answers = list(fact_answers(Dataset("set", (asked, other), None, ""), snapshot, TODAY))
    assert [(answer.told, answer.right, answer.group) for answer in answers] == [
        ("all told", True, "wendham"),
        ("some told", True, "wendham"),
    ]


def test_words_of_another_document_are_wrong(snapshot: Snapshot) -> None:
    asked = question(
        "How was Wendham rated in 2018?", "001", "Overall effectiveness\n\nRequires improvement to be good"
    )
    answers = list(fact_answers(Dataset("set", (asked,), None, ""), snapshot, TODAY))
    assert answers and not any(answer.right for answer in answers)


def test_the_counts_are_told_by_what_the_questions_tell() -> None:
    wrong = FactAnswer("set", "marlow", "some told", right=False)
    model = counted([RIGHT, RIGHT, wrong], {"method": "as told"})
    assert model.right == {"all told": 2, "some told": 0} and model.answers == {"all told": 2, "some told": 1}
    assert model.likely("all told") == 0.75 and model.training == {"method": "as told"}


def test_each_fold_is_shown_beside_the_others() -> None:
    group = next(name for name in "abcdefghij" if fold_of(name) != fold_of("wendham"))
    wrong = FactAnswer("set", group, "all told", right=False)
    console = Console(width=160, record=True)
    console.print(folds_table([RIGHT, wrong]))
    shown = console.export_text()
    assert f"all told, fold {fold_of('wendham')}" in shown and "1.000" in shown and "0.333" in shown
    assert "some told" not in shown
