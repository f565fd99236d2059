"""Calibration: confidence follows how often the first passage was right, with the signs that features may have."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from rich.console import Console

from eval.records import Question
from eval.training.calibration import SPREADS, Outcome, calibrate, spread
from eval.training.examples import Example, examples
from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.features.confidence import calibrated
from qa.features.feature import Feature, FeatureSet
from qa.pipeline import Assistant

DECLARED: FeatureSet[Outcome, float] = FeatureSet(
    (
        Feature("up", "for", "made up", lambda outcome: outcome.read["up"]),
        Feature("down", "against", "made up", lambda outcome: outcome.read["down"]),
    )
)


@pytest.fixture(scope="module")
def example(training_set: tuple[Snapshot, list[Question]]) -> Example:
    reports, questions = training_set
    assistant = Assistant(HashingEncoder(), OverlapReranker())
    [made] = examples("reports", questions[:1], reports, assistant, Console(quiet=True), date(2026, 11, 24), str)
    return made


def outcomes(example: Example, *, helpful: bool) -> list[Outcome]:
    """Outcomes that are right where "up" is great and "down" is small, or the other way."""
    chance = np.random.default_rng(1)
    made = []
    for up, down in chance.random((200, 2)).tolist():
        right = bool((up > down + 0.2 * chance.normal()) == helpful)
        known = {"up": up, "down": down}
        made.append(Outcome(example, 1, 1, known, known, right, right, ()))
    return made


def test_what_was_right_gets_the_greater_confidence(example: Example) -> None:
    weights = calibrate(outcomes(example, helpful=True), lambda each: each.read, lambda each: each.right, DECLARED)
    assert list(weights) == ["up", "down", "intercept"] and weights["up"] > 1 and weights["down"] < -1
    sure, unsure = (calibrated(weights, {"up": up, "down": 1 - up}).probability for up in (0.9, 0.1))
    assert sure > 0.8 and unsure < 0.2


def test_no_weight_gets_a_sign_that_its_feature_may_not_have(example: Example) -> None:
    weights = calibrate(outcomes(example, helpful=False), lambda each: each.read, lambda each: each.right, DECLARED)
    assert weights["up"] == weights["down"] == 0.0


@pytest.mark.parametrize(("right", "expected"), [(True, min(SPREADS)), (False, max(SPREADS))])
def test_the_spread_is_small_where_passages_after_the_first_are_right_and_great_where_not(
    example: Example, right: bool, expected: float
) -> None:
    falls = ((-0.5, right), (-1.0, right))
    outcome = Outcome(example, 1, 1, {}, {}, True, True, falls)
    assert spread([outcome], {"intercept": 3.0}) == expected
