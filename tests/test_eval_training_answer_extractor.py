"""Fitting the reader: heads find what marks the ends of answers, and the choice learns which stretches are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import numpy as np
import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Dataset, Question, Span
from eval.training.answer_extractor import Example, examples, fit_choice, fit_head, shares, stretches
from eval.training.folds import FOLDS, fold_of, linked_documents
from index.encoder import HashingEncoder
from index.reranker import RerankOutput
from index.snapshot import Snapshot
from qa.answer_extractor import SPAN_FEATURES, Head
from qa.pipeline import Assistant

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

WORDS = "the hall in was painted green by grey after blue rain fell on stone red".split()
NOTHING = Head((0.0,) * 3, (0.0,) * 3)


def example(number: int) -> Example:
    """Words of which one or two answer; the first and last of these have a state of their own, in noise."""
    chance = np.random.default_rng(number)
    own = list(chance.permutation(WORDS))
    first = int(chance.integers(0, len(own) - 1))
    last = first + int(chance.integers(0, 2))
    starts = np.cumsum([0, *(len(word) + 1 for word in own)])[:-1]
    tokens = np.array([(start, start + len(word)) for start, word in zip(starts, own, strict=True)], dtype=np.int64)
    states = chance.normal(size=(len(own), 3)).astype(np.float32)
    states[first, 0] += 6
    states[last, 1] += 6
    text = " ".join(own)
    answer = text[tokens[first, 0] : tokens[last, 1]]
    return Example(
        "words",
        number % FOLDS,
        "other",
        {"hall": 1.0},
        text,
        RerankOutput(0.0, tokens, states),
        ((first, last),),
        True,
        (answer,),
        text,
    )


def test_heads_and_choice_find_words_they_were_not_fitted_on() -> None:
    training, others = [example(number) for number in range(60)], [example(number) for number in range(60, 90)]
    head = fit_head(training)
    assert np.argmax(head.start) == 0 and np.argmax(head.end) == 1
    choice = fit_choice([stretches(each, head, NOTHING) for each in training], shares(training))
    weight = np.array([choice[name] for name in SPAN_FEATURES])
    found = [stretches(each, head, NOTHING) for each in others]
    assert np.mean([each.f1[(each.features @ weight).argmax()] for each in found]) > 0.9


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


def test_fitting_without_a_reranker_says_what_to_set(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"id": "a", "title": "Hall", "text": "The hall is green."}])
    with pytest.raises(ChapterError, match="QA_RERANKER"):
        examples(
            Dataset("any", (), None, ""), snapshot, Assistant(HashingEncoder()), Console(quiet=True), date(2026, 1, 1)
        )
