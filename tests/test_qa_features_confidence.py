"""Confidence: a probability that the first passage answers, which moves the way what is known of it does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.features.confidence import (
    CONFIDENCE_FEATURES,
    RERANKED_CONFIDENCE_FEATURES,
    calibrated,
    confidence_features,
)
from qa.features.reranker import RERANK_FEATURES
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates
from qa.query import understand
from qa.query.coverage import Period
from qa.query.entities import Name
from qa.ranking.rank import first_stage
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
RANKER = load_ranker()


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {
            "title": f"Inspection of {place} town council {year}",
            "text": f"Overall effectiveness\nGood\n\nFamilies in {place} are met early.",
            "published": f"{year}-06-02",
        }
        for place in ("Marlow Vale", "East Wendham", "Thornby", "Ashby Green", "Old Haven")
        for year in (2014, 2018, 2022)
    )


@pytest.mark.parametrize(
    "question",
    [
        "How was Marlow Vale rated in 2018?",
        "When was Thornby rated inadequate?",
        "Is it good in Wakefield?",
        "when do families wait",
        "rain",
        "?",
    ],
)
def test_confidence_is_a_probability_that_rises_with_what_is_said(reports: Snapshot, question: str) -> None:
    asked = Asked(reports, understand(question, reports, today=TODAY))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    order = first_stage(RANKER.first_stage, candidates)
    first, scores = int(order.candidates[0]), order.scores
    unread = confidence_features(asked, candidates, first, scores, None)
    assert tuple(unread) == CONFIDENCE_FEATURES.names
    assert 0 <= calibrated(RANKER.first_stage.confidence, unread).probability <= 1
    said = [
        confidence_features(
            asked, candidates, first, scores, np.array([[logit, logit], [-9.0, -9.0]], dtype=np.float32)
        )
        for logit in np.arange(-9.0, 9.0, 0.5)
    ]
    assert all(tuple(parts) == RERANKED_CONFIDENCE_FEATURES.names for parts in said)
    rising = [calibrated(RANKER.rerank_stage.confidence, parts).probability for parts in said]
    assert all(0 <= each <= 1 for each in rising)
    assert rising == sorted(rising) and rising[0] < rising[-1]


def test_the_log_odds_are_the_sum_of_what_each_feature_adds_to_the_intercept() -> None:
    weights = {"intercept": -1.5, "share": 2.0, "series": -0.25, "unused": 9.0}
    confidence = calibrated(weights, {"share": 0.75, "series": 1.0})
    assert confidence.log_odds == {"share": 1.5, "series": -0.25}
    assert confidence.probability == pytest.approx(1 / (1 + math.exp(0.25)))
    assert (confidence.features, confidence.weights) == ({"share": 0.75, "series": 1.0}, weights)


# By hand: a passage with features that are set, and a question of which what matters is set.


class Case:
    """A first passage with features that are set, for a question that is changed."""

    def __init__(self, snapshot: Snapshot, question: str = "Is it far?", *, of_series: bool = False) -> None:
        self.asked = Asked(snapshot, understand(question, snapshot, today=TODAY))
        self.of_series = of_series

    def asking(self, **changes: Any) -> Case:
        """The same case with a question that is understood otherwise."""
        made = Case(self.asked.snapshot, of_series=self.of_series)
        made.asked = replace(self.asked, query=replace(self.asked.query, **changes))
        return made

    def features(
        self,
        known: Mapping[str, float],
        scores: tuple[float, ...] = (1.0,),
        said: tuple[tuple[float, float], ...] | None = None,
        first: int = 0,
    ) -> dict[str, float]:
        """What the confidence is made of where so much is known of the passage, and nothing of another before it."""
        rows = np.arange(first + 1)
        features = np.zeros((len(rows), len(FEATURES)), dtype=np.float32)
        for name, value in known.items():
            features[first, FEATURES.column(name)] = value
        candidates = Candidates(rows, (), (), (), features, {}, (), self.of_series, ())
        read = None if said is None else np.array(said, dtype=np.float32)
        return confidence_features(self.asked, candidates, first, np.array(scores), read)


@pytest.fixture
def plain(reports: Snapshot) -> Case:
    return Case(reports)


@pytest.fixture
def series(reports: Snapshot) -> Case:
    return Case(reports, of_series=True)


@pytest.fixture
def rated(reports: Snapshot) -> Case:
    return Case(reports, "When was it rated good?")


def test_the_share_is_the_softmax_of_the_greatest_score(plain: Case) -> None:
    assert plain.features({}, (1.0,))["share"] == pytest.approx(1.0)
    assert plain.features({}, (2.0, 1.0, 0.0))["share"] == pytest.approx(1 / (1 + math.exp(-1) + math.exp(-2)))
    assert plain.features({}, (0.0, 1000.0))["share"] == pytest.approx(1.0)


def test_features_of_the_passage_are_taken_as_they_are_from_the_one_that_is_first(plain: Case) -> None:
    passed_on = [name for name in CONFIDENCE_FEATURES.names if name in FEATURES.names]
    assert len(passed_on) == 14
    known = {name: 0.25 + 0.03125 * place for place, name in enumerate(passed_on)}
    for first in (0, 2):
        found = plain.features(known, first=first)
        assert {name: found[name] for name in passed_on} == known
    assert all(CONFIDENCE_FEATURES[name].sign == FEATURES[name].sign for name in passed_on)


@pytest.mark.parametrize(("covers", "little"), [(0.0, 0.3), (0.125, 0.175), (0.3125, 0.0), (1.0, 0.0)])
def test_a_passage_that_covers_little_lacks_what_is_missing_of_it(plain: Case, covers: float, little: float) -> None:
    assert plain.features({"covers_question": covers})["covers_little"] == pytest.approx(little)


@pytest.mark.parametrize(
    ("known", "unsaid"),
    [({}, 1.0), ({"says_rating": 0.5}, 0.0), ({"statement_match": 0.125}, 0.0), ({"holds_rating": 1.0}, 1.0)],
)
def test_a_rating_is_unsaid_where_no_words_and_no_statement_give_it(
    plain: Case, rated: Case, known: dict[str, float], unsaid: float
) -> None:
    assert rated.features(known)["rating_unsaid"] == unsaid
    assert plain.features(known)["rating_unsaid"] == 0.0


@pytest.mark.parametrize(("stated", "unstated"), [(0.0, 1.0), (0.375, 1.0), (0.5, 0.0), (1.0, 0.0)])
def test_in_a_series_a_rating_has_to_be_stated_of_what_is_asked_about(
    reports: Snapshot, rated: Case, series: Case, stated: float, unstated: float
) -> None:
    rated_in_series = Case(reports, "When was it rated good?", of_series=True)
    assert rated_in_series.features({"statement_match": stated})["rating_unstated_in_series"] == unstated
    assert rated.features({"statement_match": stated})["rating_unstated_in_series"] == 0.0
    assert series.features({"statement_match": stated})["rating_unstated_in_series"] == 0.0


@pytest.mark.parametrize("of_series", [False, True])
@pytest.mark.parametrize("unknown", [(), (Name("Zebra", 0, 5, 0, False),)], ids=["known", "unknown"])
@pytest.mark.parametrize("documents", [(), ((0, 1),)], ids=["none named", "named"])
def test_an_unknown_name_tells_more_in_a_series_of_which_no_document_is_named(
    reports: Snapshot, of_series: bool, unknown: tuple[Name, ...], documents: tuple[tuple[int, ...], ...]
) -> None:
    case = Case(reports, of_series=of_series)
    interpretation = replace(case.asked.query.interpretation, names=unknown)
    found = case.asking(interpretation=interpretation, documents=documents).features({})
    assert found["series"] == float(of_series)
    assert found["unknown_name"] == float(bool(unknown))
    assert found["unknown_name_in_series"] == float(bool(unknown) and of_series and not documents)


@pytest.mark.parametrize("of_series", [False, True])
@pytest.mark.parametrize("covered", [False, None, True])
@pytest.mark.parametrize("documents", [(), ((0, 1),)], ids=["none named", "named"])
def test_a_time_that_no_document_is_of_tells_more_where_documents_of_a_series_are_named(
    reports: Snapshot, of_series: bool, covered: bool | None, documents: tuple[tuple[int, ...], ...]
) -> None:
    case = Case(reports, of_series=of_series)
    periods = tuple(Period("then", 0, 4, None, None, each) for each in (True, covered))
    found = case.asking(
        interpretation=replace(case.asked.query.interpretation, periods=periods), documents=documents
    ).features({})
    assert found["uncovered_time"] == float(covered is False)
    assert found["uncovered_time_in_series"] == float(covered is False and of_series and bool(documents))


@pytest.mark.parametrize("of_series", [False, True])
@pytest.mark.parametrize("mentioned", [False, True])
@pytest.mark.parametrize(("held", "elsewhere"), [(0.0, True), (0.5, True), (1.0, False)])
def test_names_that_are_only_mentioned_in_a_series_speak_against_it_the_more_where_the_passage_lacks_them(
    reports: Snapshot, of_series: bool, mentioned: bool, held: float, elsewhere: bool
) -> None:
    case = Case(reports, of_series=of_series)
    names = (Name("Ada", 0, 3, 0, True),) if mentioned else ()
    found = case.asking(interpretation=replace(case.asked.query.interpretation, names=names)).features(
        {"names_in_passage": held}
    )
    assert found["only_mentioned_in_series"] == float(of_series and mentioned)
    assert found["only_mentioned_elsewhere"] == float(of_series and mentioned and elsewhere)


def test_what_a_reranker_says_is_of_the_first_passage_and_of_the_best(plain: Case) -> None:
    unread, read = (
        plain.features({"covers_terms": 0.5}, said=said) for said in (None, ((2.0, 3.0), (4.0, 1.0), (-1.0, 5.0)))
    )
    assert tuple(unread) == CONFIDENCE_FEATURES.names and tuple(read) == RERANKED_CONFIDENCE_FEATURES.names
    assert {name: read[name] for name in unread} == unread
    assert read["reranker_logit"] == pytest.approx(0.2) and read["reranker_best"] == pytest.approx(0.4)
    assert read["reranker_probability"] == pytest.approx(1 / (1 + math.exp(-2)))
    assert read["reader_margin"] == pytest.approx(0.3) and read["reader_best"] == pytest.approx(0.5)
    assert read["reader_probability"] == pytest.approx(1 / (1 + math.exp(-3)))


def test_tables_take_features_together_by_what_they_are_of() -> None:
    groups = RERANKED_CONFIDENCE_FEATURES.groups
    assert list(groups) == ["how far it is ahead", "the first passage", "the question"]
    assert groups["how far it is ahead"] == {"share", "reranker_best", "reader_best"}
    passed_on = {name for name in CONFIDENCE_FEATURES.names if name in FEATURES.names} | {*RERANK_FEATURES.names}
    own = {"covers_little", "rating_unsaid", "rating_unstated_in_series"}
    assert groups["the first passage"] == passed_on | own


def test_each_confidence_feature_has_the_sign_it_may_have() -> None:
    either = {feature.name for feature in RERANKED_CONFIDENCE_FEATURES if feature.sign == "either"}
    speaking_for = {feature.name for feature in RERANKED_CONFIDENCE_FEATURES if feature.sign == "for"}
    assert either == {"series"}
    assert speaking_for == {
        "share",
        "covers_question",
        "covers_terms",
        "near_terms",
        "value_near_terms",
        "entity_match",
        "published_then",
        "in_order",
        "holds_rating",
        "statement_match",
        *RERANK_FEATURES.names,
        "reranker_best",
        "reader_best",
    }
