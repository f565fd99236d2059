"""The fitted model that is shipped: it is whole, its parts add up, and it moves the way its evidence does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.evidence import FEATURES, INTERACTIONS, gather
from qa.query import understand
from qa.ranker import (
    CONFIDENCE_FEATURES,
    RERANK_FEATURES,
    RERANKED_CONFIDENCE_FEATURES,
    Stage,
    confidence,
    confidence_features,
    load_ranker,
    rerank_features,
    scores,
)

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
RANKER = load_ranker()
FIRST = (RANKER.first_stage, FEATURES, CONFIDENCE_FEATURES)
READING = (RANKER.rerank_stage, (*FEATURES, *RERANK_FEATURES), RERANKED_CONFIDENCE_FEATURES)
LOGITS = st.floats(-12, 12, width=32)


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


@pytest.mark.parametrize(("stage", "features", "parts"), [FIRST, READING], ids=["first", "read"])
def test_each_feature_and_each_part_of_the_decision_has_a_weight(
    stage: Stage, features: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert set(stage.order) == set(features)
    assert set(stage.confidence) >= {*parts, "intercept"}
    assert set(stage.interactions) <= set(INTERACTIONS) and all(
        set(weights) <= set(features) for weights in stage.interactions.values()
    )
    assert all(
        np.isfinite(
            [
                *stage.order.values(),
                *stage.confidence.values(),
                *(each for weights in stage.interactions.values() for each in weights.values()),
            ]
        )
    )
    assert stage.spread > 0


def test_the_model_says_how_it_was_fitted() -> None:
    assert RANKER.training
    assert load_ranker() is RANKER


@pytest.mark.parametrize(("stage", "features", "parts"), [FIRST, READING], ids=["first", "read"])
@pytest.mark.parametrize(
    "interactions",
    [(), ("series",), ("series", "series_rating"), ("series", "series_list"), ("series", "series_rated_when")],
)
def test_a_score_is_the_sum_of_what_each_feature_adds(
    stage: Stage, features: tuple[str, ...], parts: tuple[str, ...], interactions: tuple[str, ...]
) -> None:
    values = np.random.default_rng(4).random((6, len(features)))
    found = scores(stage, values, features, interactions)
    summed = [
        sum(stage.weight(name, interactions) * value for name, value in zip(features, row, strict=True))
        for row in values
    ]
    assert found == pytest.approx(summed)


@pytest.mark.parametrize("stage", [RANKER.first_stage, RANKER.rerank_stage], ids=["first", "read"])
@pytest.mark.parametrize("interaction", INTERACTIONS)
def test_an_open_gate_changes_weights_by_what_the_model_holds_for_it(stage: Stage, interaction: str) -> None:
    changed = {name: stage.weight(name, (interaction,)) - stage.weight(name, ()) for name in stage.order}
    assert {name: change for name, change in changed.items() if change} == pytest.approx(
        {name: each for name, each in stage.interactions[interaction].items() if each}
    )
    assert any(changed.values())


@given(logits=st.lists(LOGITS, min_size=1, max_size=9))
def test_what_a_reranker_says_is_turned_into_numbers_that_rise_with_it(logits: list[float]) -> None:
    found = rerank_features(np.array(sorted(logits), dtype=np.float32))
    assert found.shape == (len(logits), len(RERANK_FEATURES))
    assert (np.diff(found, axis=0) >= 0).all()
    probability = found[:, RERANK_FEATURES.index("reranker_probability")]
    assert (probability >= 0).all() and (probability <= 1).all()


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
def test_confidence_is_a_probability_that_rises_with_what_the_reranker_says(reports: Snapshot, question: str) -> None:
    query = understand(question, reports, today=TODAY)
    evidence = gather(reports, HashingEncoder(), query, None)
    found = scores(RANKER.first_stage, evidence.features, FEATURES, evidence.interactions)
    first = int(found.argmax())
    unread = confidence_features(query, evidence, first, found, None)
    assert set(unread) == set(CONFIDENCE_FEATURES) and 0 <= confidence(RANKER.first_stage.confidence, unread) <= 1
    said = [
        confidence_features(query, evidence, first, found, np.array([logit, -9.0], dtype=np.float32))
        for logit in np.arange(-9.0, 9.0, 0.5)
    ]
    assert all(set(parts) == set(RERANKED_CONFIDENCE_FEATURES) for parts in said)
    rising = [confidence(RANKER.rerank_stage.confidence, parts) for parts in said]
    assert all(0 <= each <= 1 for each in rising)
    assert rising == sorted(rising) and rising[0] < rising[-1]
