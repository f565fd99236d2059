"""Features of what a reranker says: they rise with its logit, and are about as great as other features."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.features.reranker import RERANK_FEATURES, rerank_features

LOGITS = st.floats(-12, 12, width=32)


@given(logits=st.lists(LOGITS, min_size=1, max_size=9))
def test_what_a_reranker_says_is_turned_into_numbers_that_rise_with_it(logits: list[float]) -> None:
    found = rerank_features(np.array(sorted(logits), dtype=np.float32))
    assert found.shape == (len(logits), len(RERANK_FEATURES))
    assert (np.diff(found, axis=0) >= 0).all()
    probability = found[:, RERANK_FEATURES.column("reranker_probability")]
    assert (probability >= 0).all() and (probability <= 1).all()


def test_a_logit_is_told_in_tenths_and_as_a_probability() -> None:
    assert RERANK_FEATURES.names == ("reranker_logit", "reranker_probability")
    found = rerank_features(np.array([0.0, 5.0, -2.5], dtype=np.float32))
    assert found == pytest.approx(np.array([[0.0, 0.5], [0.5, 0.9933071], [-0.25, 0.0758582]]))
    assert {feature.sign for feature in RERANK_FEATURES} == {"for"}
