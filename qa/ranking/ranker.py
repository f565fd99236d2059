"""The ranker: a small fitted model that scores the features of candidates, and says how likely the first one answers.

Order is by a linear score, fitted as a conditional logit over each question's candidates (McFadden, "Conditional logit
analysis of qualitative choice behavior", 1974): once for what is known before a reranker has read the best candidates,
and once with what it says. Confidence is a logistic regression over the first passage's features. `python -m
eval.training.answer_model` fits all of it and writes ranker.json, which also holds the record of how it was fitted.
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

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stage:
    """The weights of one stage: of features for the order, and of what confidence is made of.

    Attributes:
        order: a weight for each feature.
        interactions: for each interaction that may hold (see `qa.features.interactions`), what is then added to these
            weights.
        confidence: a weight for each confidence feature, and "intercept".
        spread: how fast the probability falls with the score, from the first passage to those after it.
    """

    order: Mapping[str, float]
    interactions: Mapping[str, Mapping[str, float]]
    confidence: Mapping[str, float]
    spread: float

    def weight(self, name: str, interactions: Sequence[str]) -> float:
        """The weight of a feature where these interactions hold."""
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


def linear_scores(stage: Stage, features: NDArray[Any], names: Sequence[str], interactions: Sequence[str]) -> Floats:
    """The linear score of each row of features, whose columns have these names; higher is better."""
    scores: Floats = np.asarray(features, dtype=np.float64) @ np.array(
        [stage.weight(name, interactions) for name in names]
    )
    return scores
