"""Fitting the answer extractor: weights learn which of the spans that the reader likes are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from rich.console import Console

from corpus.errors import ChapterError
from eval.records import Dataset
from eval.training.answer_extractor import (
    TORN_STEPS,
    Example,
    examples,
    fit_span_weights,
    held_out,
    outcomes,
    outcomes_table,
    propose,
    torn,
    torn_table,
)
from eval.training.folds import FOLDS
from eval.training.weighting import shares
from index.encoder import HashingEncoder
from index.seams import RerankOutput
from index.snapshot import Snapshot
from qa.pipeline import Assistant

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

WORDS = "the hall in was painted green by grey after blue rain fell on stone red".split()


def example(number: int) -> Example:
    """Words of which one or two answer; the first and last of these have a state of their own, in noise."""
    chance = np.random.default_rng(number)
    own = list(chance.permutation(WORDS))
    first = int(chance.integers(0, len(own) - 1))
    last = first + int(chance.integers(0, 2))
    starts = np.cumsum([0, *(len(word) + 1 for word in own)])[:-1]
    tokens = np.array([(start, start + len(word)) for start, word in zip(starts, own, strict=True)], dtype=np.int64)
    scores = chance.normal(size=(len(own), 2)).astype(np.float32)
    scores[first, 0] += 6
    scores[last, 1] += 6
    text = " ".join(own)
    answer = text[tokens[first, 0] : tokens[last, 1]]
    return Example(
        "words",
        number % FOLDS,
        "other",
        {"hall": 1.0},
        text,
        ((0, len(text)),),
        ((0, len(text)),),
        RerankOutput(0.0, tokens, scores),
        (answer,),
        text,
    )


def test_words_are_found_by_weights_that_were_fitted_on_others() -> None:
    training, others = [example(number) for number in range(60)], [example(number) for number in range(60, 90)]
    weights = fit_span_weights([propose(each) for each in training], shares(["words"] * len(training)))
    proposed = [propose(each) for each in others]
    assert np.mean([each.f1[each.chosen(weights)] for each in proposed]) > 0.9


def test_each_example_is_quoted_by_what_was_fitted_without_its_fold() -> None:
    every = [example(number) for number in range(60)]
    proposed = [propose(each) for each in every]
    picked = held_out(every, proposed, lambda each: each.fold)
    assert len(picked) == len(every)
    [outcome] = outcomes(every, proposed, picked)
    assert (outcome.dataset, outcome.questions) == ("words", 60)
    assert outcome.f1_by_words < 0.5 < outcome.f1 <= outcome.best_f1 <= 1 and 0 <= outcome.sentences < 0.5
    assert outcomes_table("Words", [outcome]).row_count == 1


def test_fitting_without_a_reranker_says_what_to_set(snapshot_of: Made) -> None:
    snapshot = snapshot_of([{"id": "a", "title": "Hall", "text": "The hall is green."}])
    with pytest.raises(ChapterError, match="QA_RERANKER"):
        examples(
            Dataset("any", (), None, ""), snapshot, Assistant(HashingEncoder()), Console(quiet=True), date(2026, 1, 1)
        )


def test_a_higher_threshold_quotes_more_words_and_holds_no_fewer_answers() -> None:
    every = [example(number) for number in range(60)]
    proposed = [propose(each) for each in every]
    tried = torn(every, proposed, held_out(every, proposed, lambda each: each.fold))
    assert [one.threshold for one in tried] == list(TORN_STEPS) and tried[0].pairs == 0
    assert all(one.pairs <= other.pairs and one.words <= other.words for one, other in pairwise(tried))
    assert all(0 <= rate <= 1 for one in tried for rate in (one.f1, one.held, one.worth))
    assert torn_table(tried).row_count == len(tried)
