"""Calibration: what a ranker did with examples, and the confidence that is fitted to how often it was right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from eval.training.examples import Example
from eval.training.weighting import shares
from qa.features.confidence import INTERCEPT, calibrated
from qa.features.feature import FeatureSet
from qa.features.softmax import sigmoid

STYLE = "style"
"""The slice that says how a question is put."""
PENALTY = 1e-3
"""The weight of the squared (standardised) weights in the loss."""
SPREADS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
CONSTANT = 1e-6
"""A feature whose standard deviation is less than this is taken to be constant."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fitted ranker does with an example.

    Attributes:
        example: the question.
        fast_rank, rank: at which it answers, without the reranker and with it.
        fast, read: what its confidence is made of, without and with the reranker.
        fast_right, right: whether its first passage answers.
        falls: for the passages after the first, how far their scores are below its, and whether they answer.
    """

    example: Example
    fast_rank: int
    rank: int
    fast: Mapping[str, float]
    read: Mapping[str, float]
    fast_right: bool
    right: bool
    falls: tuple[tuple[float, bool], ...]


def calibrate(
    outcomes: Sequence[Outcome],
    features: Callable[[Outcome], Mapping[str, float]],
    right: Callable[[Outcome], bool],
    declared: FeatureSet[Any, float],
) -> dict[str, float]:
    """A logistic regression from confidence features to whether the first passage was right.

    Args:
        outcomes: at least one.
        features: what the confidence in an outcome is made of.
        right: whether its first passage answers.
        declared: the features, with the signs that their weights may have.

    Returns:
        A weight for each of them, and "intercept".
    """
    values = np.array([[features(outcome)[name] for name in declared.names] for outcome in outcomes])
    truth = np.array([right(outcome) for outcome in outcomes], dtype=np.float64)
    return logistic_weights(values, truth, example_shares([outcome.example for outcome in outcomes]), declared)


def logistic_weights(
    values: Floats, truth: Floats, share: Floats, declared: FeatureSet[Any, float]
) -> dict[str, float]:
    """The weights of a logistic regression with a ridge penalty, with the signs that features may have.

    Args:
        values: of the features; float64 of shape (rows, features).
        truth: whether each row is right, as 1 or 0; float64 of shape (rows,).
        share: how much each row counts, adding up to 1; float64 of shape (rows,).
        declared: the features.

    Returns:
        A weight for each of them, and "intercept".
    """
    matrix = np.c_[values, np.ones(len(values))]
    deviation = matrix.std(axis=0)
    deviation[deviation < CONSTANT] = 1.0
    matrix /= deviation
    penalty = np.r_[np.full(values.shape[1], PENALTY), 0.0]

    def loss(weight: Floats) -> tuple[float, Floats]:
        score = matrix @ weight
        gradient = matrix.T @ (share * (sigmoid(score) - truth)) + 2 * penalty * weight
        return float((share * (np.logaddexp(0, score) - truth * score)).sum() + (penalty * weight**2).sum()), gradient

    bounds = [*(feature.bounds for feature in declared), (None, None)]
    start = np.zeros(matrix.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}).x / deviation
    return {name: round(float(value), 4) for name, value in zip((*declared.names, INTERCEPT), found, strict=True)}


def example_shares(training: Sequence[Example]) -> Floats:
    """How much each example counts, see `shares`."""
    questions = [example.question for example in training]
    return shares(
        [example.dataset for example in training],
        [question.answerable for question in questions],
        [STYLE in question.slices for question in questions],
    )


def spread(outcomes: Sequence[Outcome], weights: Mapping[str, float]) -> float:
    """How fast the probability falls with the score, by the likelihood of what was right at ranks 2 to 5.

    Args:
        outcomes: with the falls of these passages.
        weights: of the confidence in the first passage.
    """

    def likelihood(value: float) -> float:
        total = 0.0
        for outcome in outcomes:
            first = calibrated(weights, outcome.read).probability
            for fall, right in outcome.falls:
                p = min(max(first * float(np.exp(value * fall)), 1e-4), 1 - 1e-4)
                total += float(np.log(p if right else 1 - p))
        return total

    return max(SPREADS, key=likelihood)
