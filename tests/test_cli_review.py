"""The evaluator's walk through candidates on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.datasets import read_dataset
from tests.judgement_cases import POOL, WHEN, ReviewDesk, three_candidates


@pytest.fixture
def full(tmp_path: Path) -> ReviewDesk:
    return three_candidates(tmp_path)


def test_a_review_shows_each_candidate_and_makes_a_checked_question_set(full: ReviewDesk) -> None:
    told = full.done("review", full.file, answers="x\na\nr\na\n")
    assert WHEN in told and "pool.txt, characters" in told and "The pool reopened on 3 May 2021." in told
    assert "this answers it: 1" in told and "nothing here answers it: 1" in told
    assert "3 decided, 0 left" in told and "Questions in" in told
    assert [line["status"] for line in full.lines()] == ["accepted", "rejected", "accepted"]
    dataset = read_dataset(full.set)
    assert [(question.answerable, len(question.gold)) for question in dataset.questions] == [(True, 1), (False, 0)]
    gold = dataset.questions[0].gold[0]
    assert POOL[gold.start : gold.end] == gold.text
    assert dataset.corpus == (full.set / "documents.jsonl").resolve()
    assert "Third line" not in (full.set / "questions.jsonl").read_text(encoding="utf-8")


def test_words_cannot_steer_the_terminal(full: ReviewDesk) -> None:
    told = full.done("review", full.file, answers="s\ns\ns\n")
    assert "Third line" in told and "penguins" in told
    assert not set("\x1b\x07\u202e") & set(told)


def test_a_review_can_be_left_and_taken_up_again(full: ReviewDesk) -> None:
    assert "1 decided, 2 left" in full.done("review", full.file, answers="r\nq\n")
    told = full.done("review", full.file, answers="s\n")
    assert "1 of 2" in told and WHEN not in told and "1 decided, 2 left" in told
    assert not full.set.exists()
    assert "3 decided, 0 left" in full.done("review", full.file, answers="a\na\n")
    assert len(read_dataset(full.set).questions) == 2
