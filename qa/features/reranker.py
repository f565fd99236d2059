"""Features of what a reranker says of a candidate that it has read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qa.features.feature import Feature, FeatureSet
from qa.softmax import sigmoid

Floats = NDArray[np.float64]
RERANKER = "reranker"
LOGIT_SCALE = 10
"""Logits divided by this are about as great as other features."""

RERANK_FEATURES: FeatureSet[Floats, Floats] = FeatureSet(
    (
        Feature("reranker_logit", "for", RERANKER, lambda logits: logits / LOGIT_SCALE),
        Feature("reranker_probability", "for", RERANKER, sigmoid),
    )
)


def rerank_features(logits: NDArray[np.float32]) -> Floats:
    """The features of candidates by their logits.

    float64 of shape (candidates, features), with the columns of `RERANK_FEATURES`.
    """
    exact = logits.astype(np.float64)
    return np.stack([feature.compute(exact) for feature in RERANK_FEATURES], axis=1)
