"""Features of what a reranker says of a candidate that it has read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from qa.features.feature import Feature, FeatureSet
from qa.features.softmax import sigmoid

Floats = NDArray[np.float64]
RERANKER = "reranker"
LOGIT_SCALE = 10
"""Logits divided by this are about as great as other features."""

RERANK_FEATURES: FeatureSet[Floats, Floats] = FeatureSet(
    (
        Feature("reranker_logit", "for", RERANKER, lambda said: said[:, 0] / LOGIT_SCALE),
        Feature("reranker_probability", "for", RERANKER, lambda said: sigmoid(said[:, 0])),
        Feature("reader_margin", "for", RERANKER, lambda said: said[:, 1] / LOGIT_SCALE),
        Feature("reader_probability", "for", RERANKER, lambda said: sigmoid(said[:, 1])),
    )
)


def rerank_features(said: NDArray[np.float32]) -> Floats:
    """The features of candidates by what a reranker says of them.

    Args:
        said: the logit and the margin of each; of shape (candidates, 2).

    Returns:
        float64 of shape (candidates, features), with the columns of `RERANK_FEATURES`.
    """
    exact = said.astype(np.float64)
    return np.stack([feature.compute(exact) for feature in RERANK_FEATURES], axis=1)


def rerank_values(logit: float, margin: float) -> dict[str, float]:
    """The features of one candidate, by name."""
    features = rerank_features(np.array([[logit, margin]], dtype=np.float32))[0]
    return dict(zip(RERANK_FEATURES.names, features.tolist(), strict=True))
