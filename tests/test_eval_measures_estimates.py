"""Means and their intervals."""

from __future__ import annotations

import pytest

from eval.measures.estimates import estimate


def test_an_estimate_has_an_interval_that_a_seed_repeats() -> None:
    values = [0.0, 1.0] * 50
    first = estimate(values, seed=3)
    assert (first.mean, first.sd, first.questions) == (0.5, 0.5, 100)
    assert first.low == pytest.approx(0.4, abs=0.015)  # 1.96 standard errors of 0.05
    assert first.high == pytest.approx(0.6, abs=0.015)
    assert estimate(values, seed=3) == first
    assert (estimate([1.0], seed=3).low, estimate([1.0], seed=3).high) == (None, None)


def test_no_interval_has_no_width() -> None:
    sure = estimate([1.0] * 10, seed=3)
    assert sure.low == pytest.approx(10 / (10 + 1.959964**2))  # Wilson's, worked out for ten of ten
    assert sure.high == 1
    alike = estimate([0.5] * 10, seed=3)
    assert (alike.mean, alike.low, alike.high) == (0.5, None, None)
    graded = estimate([0.5, 1.0] * 10, seed=3)
    assert graded.low is not None
    assert 0.5 < graded.low < 0.75
