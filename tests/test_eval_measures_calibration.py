"""Whether confidence means what it says, on cases worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from eval.measures.calibration import calibration


def test_confidence_is_compared_with_how_often_it_is_right() -> None:
    confidence = np.array([0.2] * 4 + [0.8] * 6)
    right = np.array([True] + [False] * 3 + [True] * 5 + [False])
    found = calibration(confidence, right)
    assert [group.questions for group in found.bins] == [4, 6]
    assert [group.confidence for group in found.bins] == pytest.approx([0.2, 0.8])
    assert [group.right for group in found.bins] == pytest.approx([1 / 4, 5 / 6])
    assert found.ece == pytest.approx(0.4 * 0.05 + 0.6 * (5 / 6 - 0.8))
    assert found.brier == pytest.approx((1 * 0.64 + 3 * 0.04 + 5 * 0.04 + 1 * 0.64) / 10)


def test_bins_hold_about_equally_many() -> None:
    bins = calibration(np.linspace(0, 1, 150) ** 3, np.zeros(150, dtype=bool)).bins
    assert [group.questions for group in bins] == [10] * 15
