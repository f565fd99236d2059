"""Confidence: how likely the first passage answers, by a logistic regression over what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.features import FEATURES
from qa.features.feature import Feature, FeatureSet
from qa.features.reranker import LOGIT_SCALE, RERANK_FEATURES, rerank_values
from qa.features.softmax import share_of, sigmoid
from qa.passages.asked import Asked
from qa.passages.candidates import Candidates

LITTLE = 0.3
"""A passage that covers less than this share of the question's idf covers little of it: there the rest says less."""
LEAST_STATED = 0.5
"""A passage states a rating of what is asked about when at least this share of what it says it of is asked about."""
INTERCEPT = "intercept"

Floats = NDArray[np.float64]
AHEAD, PASSAGE, QUESTION = "how far it is ahead", "the first passage", "the question"


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage of a ranking, the first or one near it, with all that confidence is made of.

    Attributes:
        asked: the question.
        of_series: whether the documents are a series.
        features: of the passage, by name; those of the reranker too where it has read the passage.
        score: of the passage.
        scores: of the candidates that it was chosen from, its own among them.
        said: what the reranker says of the passages it has read, of shape (passages, 2); None where there is none.
    """

    asked: Asked
    of_series: bool
    features: Mapping[str, float]
    score: float
    scores: Floats
    said: NDArray[np.float32] | None = None

    @property
    def names_unknown(self) -> bool:
        """Whether a name of the question stands in none of the documents."""
        return bool(self.asked.query.unknown)

    @property
    def time_uncovered(self) -> bool:
        """Whether no document is of a time that is asked about."""
        return any(period.covered is False for period in self.asked.query.interpretation.periods)

    @property
    def names_only_mentioned(self) -> bool:
        """Whether the names of the question only stand in the texts of a series, and call none of its documents."""
        return self.of_series and bool(self.asked.query.only_mentioned)

    @property
    def documents_named(self) -> bool:
        """Whether names of the question call documents."""
        return bool(self.asked.query.documents)


ConfidenceFeature = Feature[PlacedPassage, float]


def _of_passage(name: str) -> ConfidenceFeature:
    """A feature of the passage itself, which speaks for the answer as it speaks for the passage."""
    return Feature(name, FEATURES[name].sign, PASSAGE, lambda first: first.features[name])


def _of_reranker(name: str) -> ConfidenceFeature:
    """What the reranker says of the passage."""
    return Feature(name, RERANK_FEATURES[name].sign, PASSAGE, lambda first: first.features[name])


def _covers_little(first: PlacedPassage) -> float:
    return max(0.0, LITTLE - first.features["covers_question"])


def _rating_unsaid(first: PlacedPassage) -> float:
    says = first.features["says_rating"] or first.features["statement_match"]
    return float(first.asked.rating is not None and not says)


def _rating_unstated_in_series(first: PlacedPassage) -> float:
    rated = first.asked.rating is not None
    return float(rated and first.of_series and first.features["statement_match"] < LEAST_STATED)


def _unknown_name_in_series(first: PlacedPassage) -> float:
    return float(first.names_unknown and first.of_series and not first.documents_named)


def _uncovered_time_in_series(first: PlacedPassage) -> float:
    return float(first.time_uncovered and first.of_series and first.documents_named)


def _only_mentioned_elsewhere(first: PlacedPassage) -> float:
    return float(first.names_only_mentioned and first.features["names_in_passage"] < 1)


def _reranker_best(first: PlacedPassage) -> float:
    return float(first.said[:, 0].max() / LOGIT_SCALE) if first.said is not None else 0.0


def _reader_best(first: PlacedPassage) -> float:
    return float(first.said[:, 1].max() / LOGIT_SCALE) if first.said is not None else 0.0


CONFIDENCE_FEATURES: FeatureSet[PlacedPassage, float] = FeatureSet(
    (
        Feature("share", "for", AHEAD, lambda placed: share_of(placed.score, placed.scores)),
        *map(
            _of_passage,
            ("covers_question", "covers_terms", "near_terms", "value_near_terms", "lacks_value"),
        ),
        Feature("covers_little", "against", PASSAGE, _covers_little),
        _of_passage("rarest_missing"),
        Feature("rating_unsaid", "against", PASSAGE, _rating_unsaid),
        Feature("rating_unstated_in_series", "against", PASSAGE, _rating_unstated_in_series),
        *map(
            _of_passage,
            (
                "entity_match",
                "entity_mismatch",
                "published_then",
                "of_another_time",
                "passage_names_other_year",
                "in_order",
                "holds_rating",
                "statement_match",
            ),
        ),
        Feature("unknown_name", "against", QUESTION, lambda first: float(first.names_unknown)),
        Feature("uncovered_time", "against", QUESTION, lambda first: float(first.time_uncovered)),
        Feature("series", "either", QUESTION, lambda first: float(first.of_series)),
        Feature("unknown_name_in_series", "against", QUESTION, _unknown_name_in_series),
        Feature("uncovered_time_in_series", "against", QUESTION, _uncovered_time_in_series),
        Feature("only_mentioned_in_series", "against", QUESTION, lambda first: float(first.names_only_mentioned)),
        Feature("only_mentioned_elsewhere", "against", QUESTION, _only_mentioned_elsewhere),
    )
)
"""What confidence is made of, before a reranker has read anything: features of the first passage, and how the question
reads."""
RERANKED_CONFIDENCE_FEATURES: FeatureSet[PlacedPassage, float] = FeatureSet(
    (
        *CONFIDENCE_FEATURES,
        *map(_of_reranker, RERANK_FEATURES.names),
        Feature("reranker_best", "for", AHEAD, _reranker_best),
        Feature("reader_best", "for", AHEAD, _reader_best),
    )
)
"""What confidence is made of once a reranker has read the passage: all that, and what the reranker says."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the first passage is.

    Attributes:
        probability: that it answers, 0 to 1.
        features: what that is made of, by name.
        weights: what was fitted for each of them, and "intercept".
    """

    probability: float
    features: Mapping[str, float]
    weights: Mapping[str, float]

    @property
    def log_odds(self) -> dict[str, float]:
        """What each feature adds to the log odds, which begin with the intercept."""
        return {name: self.weights[name] * value for name, value in self.features.items()}


def confidence_features(
    asked: Asked, candidates: Candidates, first: int, scores: Floats, said: NDArray[np.float32] | None
) -> dict[str, float]:
    """What speaks for the first passage, by name.

    These are `CONFIDENCE_FEATURES`, or `RERANKED_CONFIDENCE_FEATURES` where a reranker has read.

    Args:
        asked: the question.
        candidates: for it, all of them.
        first: which of them is first.
        scores: of the candidates that the first one was chosen from, its own among them.
        said: what the reranker says of the passages it has read, the first passage's first, of shape (passages, 2);
            None where there is none.
    """
    features = dict(zip(FEATURES.names, candidates.features[first].tolist(), strict=True))
    declared = CONFIDENCE_FEATURES
    if said is not None:
        declared = RERANKED_CONFIDENCE_FEATURES
        features |= rerank_values(*said[0].tolist())
    passage = PlacedPassage(asked, candidates.of_series, features, float(scores.max()), scores, said)
    return {feature.name: feature.compute(passage) for feature in declared}


def calibrated(weights: Mapping[str, float], features: Mapping[str, float]) -> Confidence:
    """The confidence that fitted weights give these confidence features."""
    total = weights[INTERCEPT] + sum(weights[name] * value for name, value in features.items())
    return Confidence(float(sigmoid(np.array(total))), features, weights)
