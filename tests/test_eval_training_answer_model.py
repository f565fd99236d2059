"""Fitting the answer model: words are known as when they are shown, and weights learn which of them are right."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from rich.console import Console

from eval.records import Question
from eval.training.answer_model import (
    HeldOut,
    Rows,
    fit_words,
    held_out,
    of_set,
    read_rows,
    shown,
    shown_to_unseen,
    unread_rows,
)
from eval.training.examples import Example, examples
from eval.training.ranker import fit, outcome
from eval.training.shown import Shown
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.choosing.answer_model import CONSIDERED, AnswerModel, shown_words, words_features
from qa.extraction.extract import extract
from qa.features import featurize
from qa.features.confidence import INTERCEPT, RERANKED_CONFIDENCE_FEATURES
from qa.features.feature import Feature, FeatureSet
from qa.features.shown import READ_WORDS_FEATURES, WORDS_FEATURES, ShownWords
from qa.passages.asked import Asked
from qa.pipeline import Assistant
from qa.query import understand
from qa.ranking.rank import rank
from qa.ranking.ranker import Ranker
from qa.ranking.retrieve import retrieve

TODAY = date(2026, 11, 24)
MOST_READ = 8
ASSISTANT = Assistant(HashingEncoder(), OverlapReranker(), answer_model=AnswerModel({}, {}, {}))

MADE_UP: FeatureSet[ShownWords, float] = FeatureSet(
    (
        Feature("helps", "for", "made up", lambda words: 0.0),
        Feature("harms", "against", "made up", lambda words: 0.0),
        Feature("constant", "either", "made up", lambda words: 0.0),
    )
)


@pytest.fixture(scope="module")
def every(training_set: tuple[Snapshot, list[Question]]) -> list[Example]:
    reports, questions = training_set
    return examples("reports: all", questions, reports, ASSISTANT, Console(quiet=True), TODAY, str)


@pytest.fixture(scope="module")
def ranker(every: list[Example]) -> Ranker:
    """A ranker fitted to the examples, of which nobody asks how sure it is."""
    fitted = fit(every, MOST_READ)
    unsure = dict.fromkeys((*RERANKED_CONFIDENCE_FEATURES.names, INTERCEPT), 0.0)
    return Ranker(
        replace(fitted.first_stage, confidence=unsure),
        replace(fitted.rerank_stage, confidence=unsure),
        {"read": MOST_READ},
    )


def year_asked(example: Example) -> str:
    return example.question.id.rpartition(" ")[2]


@pytest.mark.parametrize("most_read", [0, 3, MOST_READ])
def test_words_are_known_as_they_are_when_their_question_is_asked(
    training_set: tuple[Snapshot, list[Question]], every: list[Example], ranker: Ranker, most_read: int
) -> None:
    reports, _ = training_set
    declared = READ_WORDS_FEATURES if most_read else WORDS_FEATURES
    for example in every:
        rows = read_rows(example, ranker, most_read) if most_read else unread_rows(example, ranker)
        asked = Asked(reports, understand(example.question.text, reports, today=TODAY))
        candidates = featurize(asked, retrieve(asked, ASSISTANT.encoder))
        ranking = rank(asked, candidates, ranker, ASSISTANT.reranker if most_read else None, most_read)
        first = ranking.candidates[:CONSIDERED]
        words = shown_words(asked, ranking.candidates, extract(asked, first, None))
        known = [words_features(one, read=bool(most_read)) for one in words]
        assert rows.values == pytest.approx(np.array([[one[name] for name in declared.names] for one in known]))
        assert (
            len(rows.values) == min(CONSIDERED, len(ranking.read) or len(candidates.rows)) and rows.example is example
        )
        places = {row: place for place, row in enumerate(candidates.rows.tolist())}
        hits = [bool(example.hits[places[candidate.row]]) for candidate in first[: len(words)]]
        assert rows.hit == (hits[0], any(hits))
        [gold] = example.question.gold
        assert rows.right.tolist() == [
            one.passage.document_id == gold.document_id and one.quote in gold.text for one in words
        ]


def test_some_words_are_right_and_some_are_not(every: list[Example], ranker: Ranker) -> None:
    rows = [read_rows(example, ranker, MOST_READ) for example in every]
    assert 0 < sum(int(one.right.sum()) for one in rows) < sum(len(one.right) for one in rows)


def made_up(example: Example, right: list[bool], helps: list[float] | None = None) -> Rows:
    """Rows with a feature that goes with what is right, one that does too and may not, and one that is always so."""
    told = [float(each) for each in right] if helps is None else helps
    values = np.array([[value, float(yes), 3.0] for value, yes in zip(told, right, strict=True)])
    return Rows(example, values, np.array(right), np.full(len(right), True), (right[0], any(right)))


def test_weights_have_the_signs_they_may_have_and_tell_right_words_from_wrong(every: list[Example]) -> None:
    rows = [made_up(example, [True, False, place % 3 == 0]) for place, example in enumerate(every)]
    weights = fit_words(rows, MADE_UP)
    assert list(weights) == ["helps", "harms", "constant", INTERCEPT]
    assert weights["helps"] > 3 and weights["harms"] == 0.0 and weights["constant"] == pytest.approx(0, abs=0.01)
    found = [shown(one, weights, MADE_UP) for one in rows]
    assert all(one.right and one.confidence > 0.9 for one in found)
    turned = [replace(one, right=~one.right) for one in rows]
    against = fit_words(turned, MADE_UP)
    assert against["helps"] == 0.0 and against["harms"] < -3


def test_without_a_feature_that_tells_confidence_is_how_often_words_are_right(every: list[Example]) -> None:
    rows = [made_up(example, [place % 4 == 0], [0.0]) for place, example in enumerate(every)]
    for one in rows:
        one.values[:, 1] = 0.0
    found = shown(rows[0], fit_words(rows, MADE_UP), MADE_UP)
    assert found.confidence == pytest.approx(0.25, abs=0.01)


def test_each_example_counts_once_however_many_words_it_has(every: list[Example]) -> None:
    rows = [made_up(example, [True, False], [1.0, 0.5 * (place % 3)]) for place, example in enumerate(every)]
    twice = [
        replace(
            one,
            values=np.concatenate([one.values] * 2),
            right=np.concatenate([one.right] * 2),
            possible=np.full(2 * len(one.right), True),
        )
        for one in rows
    ]
    assert fit_words(twice, MADE_UP) == pytest.approx(fit_words(rows, MADE_UP), abs=2e-3)
    mixed = [made_up(every[0], [True] * 9, [0.0] * 9), made_up(every[1], [False], [0.0])]
    for one in mixed:
        one.values[:, 1] = 0.0
    assert shown(mixed[0], fit_words(mixed, MADE_UP), MADE_UP).confidence == pytest.approx(0.5, abs=0.01)


def test_the_surest_words_are_shown_the_first_of_equals(every: list[Example]) -> None:
    weights = {"helps": 2.0, "harms": 0.0, "constant": 0.0, INTERCEPT: -1.0}
    both = np.array([True, True])
    example = replace(every[0], dataset="pools", question=replace(every[0].question, answerable=False))
    surest = Rows(example, np.array([[0.0, 1.0, 3.0], [1.0, 1.0, 3.0]]), np.array([False, True]), both, (False, True))
    found = shown(surest, weights, MADE_UP)
    assert found == Shown("pools", False, found.confidence, True, False, True)
    assert found.confidence == pytest.approx(1 / (1 + np.exp(-1)))
    refused = replace(surest, possible=np.array([True, False]))
    assert (shown(refused, weights, MADE_UP).right, shown(refused, weights, MADE_UP).confidence < 0.3) == (False, True)
    equal = replace(surest, values=np.ones((2, 3)), hit=(True, True))
    assert (shown(equal, weights, MADE_UP).right, shown(equal, weights, MADE_UP).hit) == (False, True)


def test_a_set_is_that_of_the_documents(every: list[Example]) -> None:
    assert {of_set(example) for example in every} == {"reports"}
    assert of_set(replace(every[0], dataset="pools")) == "pools"


@pytest.mark.parametrize("checked", [0, 2], ids=["all fitted to", "two only checked"])
@pytest.mark.parametrize(
    "part_of",
    [year_asked, lambda example: int(example.question.id.startswith(("Ashby", "Old")))],
    ids=["year", "place"],
)
def test_each_example_is_held_out_of_the_ranker_that_it_is_put_to(
    every: list[Example], part_of: Callable[[Example], Hashable], checked: int
) -> None:
    training = every[checked:]
    found = held_out(every, training, MOST_READ, part_of)
    for made in (found.outcomes, found.read, found.fast):
        assert [one.example for one in made] == every
    for part in {part_of(example) for example in every}:
        unseen = fit([example for example in training if part_of(example) != part], MOST_READ)
        for outcome_of, read, fast in zip(found.outcomes, found.read, found.fast, strict=True):
            if part_of(read.example) == part:
                assert outcome_of == outcome(read.example, unseen, MOST_READ)
                assert read.values == pytest.approx(read_rows(read.example, unseen, MOST_READ).values)
                assert fast.values == pytest.approx(unread_rows(read.example, unseen).values)


def test_what_is_shown_of_a_set_is_weighed_by_the_others_alone(every: list[Example], ranker: Ranker) -> None:
    names = ("pools", "halls", "halls: other names")
    rows = [read_rows(example, ranker, MOST_READ) for example in every]
    folded = [
        replace(one, example=replace(one.example, dataset=names[place % 3]), right=one.right ^ (place % 3 > 0))
        for place, one in enumerate(rows)
    ]
    unseen = [replace(one, values=one.values + 0.01) for one in folded]
    found = shown_to_unseen(HeldOut((), tuple(unseen), ()), HeldOut((), tuple(folded), ()), of_set)
    pools, halls = [0, 3, 6, 9], [1, 2, 4, 5, 7, 8, 10, 11]
    weights = {
        own: fit_words([folded[other] for other in others], READ_WORDS_FEATURES)
        for own, others in (("pools", halls), ("halls", pools))
    }
    assert found == [shown(one, weights[of_set(one.example)], READ_WORDS_FEATURES) for one in unseen]
    assert found[0] != shown(unseen[0], fit_words(folded, READ_WORDS_FEATURES), READ_WORDS_FEATURES)
