"""Fitting the answer extractor: heads find what marks answers, and weights learn which spans are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Dataset
from eval.training.answer_extractor import (
    Example,
    examples,
    fit_head,
    fit_span_weights,
    heads_of,
    held_out,
    outcomes,
    outcomes_table,
    propose,
)
from eval.training.folds import FOLDS
from eval.training.weighting import shares
from index.encoder import HashingEncoder
from index.seams import RerankOutput
from index.snapshot import Snapshot
from qa.answer_extractor import Head
from qa.pipeline import Assistant

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

WORDS = "the hall in was painted green by grey after blue rain fell on stone red".split()
NOTHING = Head((0.0,) * 3, (0.0,) * 3)
STARTS, ENDS = (1.9617, -0.0373, -0.224), (0.1347, 1.8282, 0.1435)
SPAN_WEIGHTS = {
    "brief": 6.7528,
    "length": -1.9874,
    "one_word": -2.9666,
    "ends_sentence": -0.1199,
    "asked_share": -0.1681,
    "asked_words": 1.4436,
    "begins_within": 1.7658,
    "sentence_unsure": -2.8923,
    "length_unsure": 36.4588,
    "length_long_question": 1.2348,
}
"""What these examples gave before the losses shared one softmax."""


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
    weights = fit_span_weights([propose(each, head, NOTHING) for each in training], shares(["words"] * len(training)))
    proposed = [propose(each, head, NOTHING) for each in others]
    assert np.mean([each.f1[each.chosen(weights)] for each in proposed]) > 0.9


def test_the_weights_are_those_that_the_same_examples_have_always_given() -> None:
    training = [example(number) for number in range(60)]
    head = fit_head(training)
    weights = fit_span_weights([propose(each, head, NOTHING) for each in training], shares(["words"] * len(training)))
    assert head.start == pytest.approx(STARTS, rel=0.01) and head.end == pytest.approx(ENDS, rel=0.01)
    assert {name: weights[name] for name in SPAN_WEIGHTS} == pytest.approx(SPAN_WEIGHTS, rel=0.01)


def test_each_example_is_quoted_by_what_was_fitted_without_its_fold() -> None:
    every = [replace(example(number), brief=number % 3 > 0) for number in range(60)]
    proposed, picked = held_out(every)
    assert sorted(proposed) == sorted(picked) == list(range(len(every)))
    [outcome] = outcomes(every, proposed, picked)
    assert (outcome.dataset, outcome.questions) == ("words", 60)
    assert outcome.f1_by_words < 0.5 < outcome.f1 <= outcome.best_f1 <= 1 and 0 <= outcome.sentences < 0.5
    assert outcomes_table([outcome]).row_count == 1


def test_without_answers_of_both_lengths_there_is_an_error_in_a_sentence() -> None:
    with pytest.raises(ChapterError, match="Name more sets"):
        heads_of([example(number) for number in range(9)])


def test_fitting_without_a_reranker_says_what_to_set(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"id": "a", "title": "Hall", "text": "The hall is green."}])
    with pytest.raises(ChapterError, match="QA_RERANKER"):
        examples(
            Dataset("any", (), None, ""), snapshot, Assistant(HashingEncoder()), Console(quiet=True), date(2026, 1, 1)
        )
