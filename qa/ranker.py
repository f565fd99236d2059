"""The ranker: a small model that weighs the evidence for each passage, and says how likely the first one answers.

Order is by a linear score, fitted as a conditional logit over each question's candidates (McFadden, "Conditional logit analysis of
qualitative choice behavior", 1974): once for what is known before a reranker has read the best candidates, and once with what it
says. Confidence is a logistic regression over the first passage's evidence. `python -m eval.training.ranker` fits all of it and writes
ranker.json, which also holds the record of how it was fitted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from corpus.language.statements import asked_rating
from qa.evidence import FEATURES, Evidence
from qa.query import Query

RERANK_FEATURES = ("reranker_logit", "reranker_probability")
"""What is known of a candidate once a reranker has read it."""
CONFIDENCE_FEATURES = (
    "share",
    "covers_question",
    "covers_terms",
    "near_terms",
    "value_near_terms",
    "lacks_value",
    "covers_little",
    "rarest_missing",
    "rating_unsaid",
    "rating_unstated_in_series",
    "called",
    "called_otherwise",
    "published_then",
    "of_another_time",
    "passage_names_other_year",
    "in_order",
    "holds_rating",
    "states",
    "unknown_name",
    "uncovered_time",
    "series",
    "unknown_name_in_series",
    "uncovered_time_in_series",
    "only_mentioned_in_series",
    "only_mentioned_elsewhere",
)
"""What confidence is made of, before a reranker has read anything: evidence for the first passage, and how the question reads."""
RERANKED_CONFIDENCE_FEATURES = (*CONFIDENCE_FEATURES, *RERANK_FEATURES, "reranker_best")
"""The same with what the reranker says."""

LITTLE = 0.3
"""A passage that holds less than this share of the question's weight holds little of it: there the rest says less."""
STATED = 0.5
"""A passage states a rating of what is asked about when at least this share of what it says it of is asked about."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stage:
    """The weights of one stage: of evidence for the order, and of what confidence is made of.

    Attributes:
        order: a weight for each feature.
        gated: for each gate that may be open (see `Evidence.gates`), what is then added to these weights.
        confidence: a weight for each part of the decision, and "intercept".
        spread: how fast the probability falls with the score, from the first passage to those after it.
    """

    order: Mapping[str, float]
    interactions: Mapping[str, Mapping[str, float]]
    confidence: Mapping[str, float]
    spread: float

    def weight(self, name: str, interactions: Sequence[str]) -> float:
        """The weight of a feature while these gates are open."""
        return self.order[name] + sum(self.interactions[interaction].get(name, 0.0) for interaction in interactions)


@dataclass(frozen=True, slots=True)
class Ranker:
    """The fitted model.

    Attributes:
        first_stage: weighs what is known of every candidate.
        rerank_stage: weighs the candidates that a reranker has read.
        training: how, on what and with which result it was fitted.
    """

    first_stage: Stage
    rerank_stage: Stage
    training: Mapping[str, Any]


@lru_cache(maxsize=1)
def load_ranker() -> Ranker:
    """The ranker that is shipped."""
    return TypeAdapter(Ranker).validate_json(Path(__file__).with_name("ranker.json").read_bytes())


def rerank_features(logits: NDArray[np.float32]) -> Floats:
    """What a reranker says of some candidates: float64 of shape (candidates, 2), in the order of `RERANK_FEATURES`."""
    logits = logits.astype(np.float64)
    return np.stack([logits / 10, 1 / (1 + np.exp(-logits))], axis=1)


def scores(stage: Stage, features: NDArray[Any], names: Sequence[str], interactions: Sequence[str]) -> Floats:
    """The linear score of each row of features, whose columns have these names; higher is better."""
    found: Floats = np.asarray(features, dtype=np.float64) @ np.array(
        [stage.weight(name, interactions) for name in names]
    )
    return found


def confidence_features(
    query: Query, evidence: Evidence, first: int, found: Floats, logits: NDArray[np.float32] | None
) -> dict[str, float]:
    """What speaks for the first passage answering, by the names of `DECISION`, or of `DECISION_READ` where a reranker has read.

    Args:
        reading: of the question.
        evidence: for all candidates.
        first: which of them is first.
        found: the scores of the candidates that the first one was chosen from, the first one's among them.
        logits: of the reranker for the passages it has read, the first passage's first; None where there is none.
    """
    features = dict(zip(FEATURES, evidence.features[first].tolist(), strict=True))
    unknown, mentioned = bool(query.unknown), evidence.of_series and bool(query.only_mentioned)
    rated = asked_rating(query.question) is not None
    uncovered = any(period.covered is False for period in query.interpretation.periods)
    parts = {
        "share": float(1 / np.exp(found - found.max()).sum()),
        **{name: features[name] for name in CONFIDENCE_FEATURES if name in features},
        "covers_little": max(0.0, LITTLE - features["covers_question"]),
        "rating_unsaid": float(rated and not features["says_rating"] and not features["states"]),
        "rating_unstated_in_series": float(rated and evidence.of_series and features["states"] < STATED),
        "unknown_name": float(unknown),
        "uncovered_time": float(uncovered),
        "series": float(evidence.of_series),
        "unknown_name_in_series": float(unknown and evidence.of_series and not query.documents),
        "uncovered_time_in_series": float(uncovered and evidence.of_series and bool(query.documents)),
        "only_mentioned_in_series": float(mentioned),
        "only_mentioned_elsewhere": float(mentioned and features["names_in_passage"] < 1),
    }
    if logits is not None:
        logit, probability = rerank_features(logits[:1])[0]
        parts |= {
            "reranker_logit": float(logit),
            "reranker_probability": float(probability),
            "reranker_best": float(logits.max() / 10),
        }
    return parts


def confidence(weights: Mapping[str, float], parts: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that the first passage answers."""
    total = weights["intercept"] + sum(weights[name] * value for name, value in parts.items())
    return float(1 / (1 + np.exp(-total)))
