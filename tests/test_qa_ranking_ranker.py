"""The fitted model that is shipped: it is whole, and its weights have the signs that features may have."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from qa.features import FEATURES
from qa.features.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES
from qa.features.feature import Feature
from qa.features.interactions import INTERACTIONS
from qa.features.reranker import RERANK_FEATURES
from qa.ranking.ranker import Stage, linear_scores, load_ranker

RANKER = load_ranker()
NAMES = tuple(interaction.name for interaction in INTERACTIONS)
FIRST = (RANKER.first_stage, FEATURES.names, CONFIDENCE_FEATURES.names)
READING = (
    RANKER.rerank_stage,
    (*FEATURES.names, *RERANK_FEATURES.names),
    RERANKED_CONFIDENCE_FEATURES.names,
)


@pytest.mark.parametrize(("stage", "features", "parts"), [FIRST, READING], ids=["first", "read"])
def test_each_feature_and_each_confidence_feature_has_a_weight(
    stage: Stage, features: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    assert set(stage.order) == set(features)
    assert set(stage.confidence) >= {*parts, "intercept"}
    assert set(stage.interactions) == set(NAMES) and all(
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
    [(), ("series",), ("series", "series_rating"), ("series", "series_list")],
)
def test_a_score_is_the_sum_of_what_each_feature_adds(
    stage: Stage, features: tuple[str, ...], parts: tuple[str, ...], interactions: tuple[str, ...]
) -> None:
    values = np.random.default_rng(4).random((6, len(features)))
    found = linear_scores(stage, values, features, interactions)
    summed = [
        sum(stage.weight(name, interactions) * value for name, value in zip(features, row, strict=True))
        for row in values
    ]
    assert found == pytest.approx(summed)


@pytest.mark.parametrize("stage", [RANKER.first_stage, RANKER.rerank_stage], ids=["first", "read"])
@pytest.mark.parametrize("interaction", NAMES)
def test_an_interaction_changes_weights_by_what_the_model_holds_for_it(stage: Stage, interaction: str) -> None:
    changed = {name: stage.weight(name, (interaction,)) - stage.weight(name, ()) for name in stage.order}
    assert {name: change for name, change in changed.items() if change} == pytest.approx(
        {name: each for name, each in stage.interactions[interaction].items() if each}
    )
    assert any(changed.values())


@pytest.mark.parametrize(
    ("stage", "ranked", "judged"),
    [
        (RANKER.first_stage, (*FEATURES,), (*CONFIDENCE_FEATURES,)),
        (RANKER.rerank_stage, (*FEATURES, *RERANK_FEATURES), (*RERANKED_CONFIDENCE_FEATURES,)),
    ],
    ids=["first", "read"],
)
def test_no_weight_has_a_sign_that_its_feature_may_not_have(
    stage: Stage, ranked: tuple[Feature[Any, Any], ...], judged: tuple[Feature[Any, Any], ...]
) -> None:
    for features, weights in ((ranked, stage.order), (judged, stage.confidence)):
        for feature in features:
            least, most = feature.bounds
            assert (least is None or weights[feature.name] >= least) and (most is None or weights[feature.name] <= most)
    for weights in stage.interactions.values():
        assert set(weights) == {feature.name for feature in ranked if feature.interacts}
