"""Features of what a reranker says: they rise with it, and are about as great as other features."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.features.reranker import RERANK_FEATURES, rerank_features

SAID = st.floats(-12, 12, width=32)


@given(said=st.lists(SAID, min_size=1, max_size=9))
def test_what_a_reranker_says_is_turned_into_numbers_that_rise_with_it(said: list[float]) -> None:
    rising = np.array(sorted(said), dtype=np.float32)
    found = rerank_features(np.stack([rising, rising], axis=1))
    assert found.shape == (len(said), len(RERANK_FEATURES))
    assert (np.diff(found, axis=0) >= 0).all()
    for name in ("reranker_probability", "reader_probability"):
        probability = found[:, RERANK_FEATURES.column(name)]
        assert (probability >= 0).all() and (probability <= 1).all()


def test_logit_and_margin_are_told_in_tenths_and_as_probabilities() -> None:
    assert RERANK_FEATURES.names == ("reranker_logit", "reranker_probability", "reader_margin", "reader_probability")
    found = rerank_features(np.array([[0.0, 5.0], [5.0, -2.5]], dtype=np.float32))
    assert found == pytest.approx(np.array([[0.0, 0.5, 0.5, 0.9933071], [0.5, 0.9933071, -0.25, 0.0758582]]))
    assert {feature.sign for feature in RERANK_FEATURES} == {"for"}
