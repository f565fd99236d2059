"""Folds: no question is held out while another about the same documents is fitted on."""

from __future__ import annotations

from eval.records import Dataset, Question, Span
from eval.training.folds import FOLDS, fold_of, linked_documents


def test_questions_with_gold_in_the_same_documents_are_held_out_together() -> None:
    def question(number: int, *documents: str) -> Question:
        return Question(str(number), "?", True, tuple(Span(document, 0, 1, "a") for document in documents))

    linked = linked_documents(
        Dataset("any", (question(0, "a", "b"), question(1, "b", "c"), question(2, "d"), question(3, "c")), None, "")
    )
    assert (
        linked("a") == linked("b") == linked("c") != linked("d") and linked("never asked about") == "never asked about"
    )
    assert {fold_of(f"{number}") for number in range(200)} == set(range(FOLDS))
