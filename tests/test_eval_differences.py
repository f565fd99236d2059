"""Paired differences, on cases worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from eval.differences import detectable_difference, difference


def test_an_even_gain_is_tested_over_all_flips_of_sign() -> None:
    found = difference("m", [1.0] * 6, [0.0] * 6, seed=0)
    assert (found.new, found.old, found.mean, found.low, found.high) == (1, 0, 1, None, None)
    assert found.p == pytest.approx(2 / 2**6)
    assert found.detectable is None


def test_an_interval_and_a_test_agree_with_theory_and_a_seed_repeats_them() -> None:
    differences = np.tile([1.0, 0.0, 0.0, -1.0, 1.0], 40)
    found = difference("m", differences.tolist(), [0.0] * 200, seed=5)
    error = float(differences.std(ddof=1)) / math.sqrt(200)
    assert found.low == pytest.approx(0.2 - 1.96 * error, abs=0.01)
    assert found.high == pytest.approx(0.2 + 1.96 * error, abs=0.01)
    assert found.p < 0.001
    assert found.detectable == pytest.approx((1.95996 + 0.84162) * error, rel=1e-4)
    assert difference("m", differences.tolist(), [0.0] * 200, seed=5) == found


@pytest.mark.parametrize(("gained", "shown"), [(6, "+1.000 * (p 0.031)"), (3, "+0.500 (p 0.25)"), (0, "+0.000 (p 1)")])
def test_a_difference_is_shown_with_its_p_and_a_mark_below_five_per_cent(gained: int, shown: str) -> None:
    assert str(difference("m", [1.0] * gained + [0.0] * (6 - gained), [0.0] * 6, seed=0)) == shown


def test_no_difference_is_no_evidence() -> None:
    found = difference("m", [0.5, 1.0], [0.5, 1.0], seed=0)
    assert (found.mean, found.p, found.detectable) == (0, 1, None)
    assert difference("m", [1.0], [0.0], seed=0).low is None


def test_more_questions_detect_smaller_differences() -> None:
    few, many = (detectable_difference(np.tile([1.0, 0.0], count)) for count in (10, 1000))
    assert few is not None
    assert many is not None
    assert many < few / 9
