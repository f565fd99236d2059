"""Softmax: shares that add up to 1 among rivals, by hand and as derivatives say."""

from __future__ import annotations

import math

import numpy as np
import pytest

from qa.features.softmax import Rivals, log_softmax, share_of, sigmoid


def test_a_logit_is_a_probability() -> None:
    assert sigmoid(np.array([0.0, math.log(3), -math.log(3)])) == pytest.approx([0.5, 0.75, 0.25])


def test_a_share_is_the_softmax_of_one_of_the_scores() -> None:
    scores = np.log([1.0, 5.0, 2.0])
    assert [share_of(score, scores) for score in scores] == pytest.approx([1 / 8, 5 / 8, 2 / 8])
    assert share_of(1e4, np.array([1e4, 0.0])) == 1.0 and share_of(0.0, np.array([1e4, 0.0])) == 0.0
    assert share_of(7.0, np.array([7.0])) == 1.0


def test_the_log_softmax_is_of_each_column() -> None:
    found = np.exp(log_softmax(np.log([[1.0, 2.0], [3.0, 6.0], [4.0, 2.0]])))
    assert found == pytest.approx(np.array([[0.125, 0.2], [0.375, 0.6], [0.5, 0.2]]))


RIVALS = Rivals.of_sizes([3, 1, 2])
SCORES = np.log([1.0, 2.0, 5.0, 9.0, 3.0, 1.0])
RIGHT = np.array([True, True, False, True, False, True])


def test_rows_are_rivals_within_their_group_alone() -> None:
    assert RIVALS.starts.tolist() == [0, 3, 4] and RIVALS.owner.tolist() == [0, 0, 0, 1, 2, 2]
    assert RIVALS.powers(SCORES) == pytest.approx([0.2, 0.4, 1.0, 1.0, 1.0, 1 / 3])
    assert RIVALS.totals(np.arange(6.0)) == pytest.approx([3.0, 3.0, 9.0])
    assert RIVALS.softmax(SCORES) == pytest.approx([0.125, 0.25, 0.625, 1.0, 0.75, 0.25])
    assert RIVALS.softmax(SCORES + 1e4) == pytest.approx(RIVALS.softmax(SCORES))


def test_the_share_of_the_right_rows_and_how_it_falls() -> None:
    logarithm, fall = RIVALS.log_share_of_right(SCORES, RIGHT)
    assert np.exp(logarithm) == pytest.approx([3 / 8, 1.0, 0.25])
    for row in range(len(SCORES)):
        step = np.zeros(len(SCORES))
        step[row] = 1e-6
        after, _ = RIVALS.log_share_of_right(SCORES + step, RIGHT)
        assert -(after - logarithm).sum() / 1e-6 == pytest.approx(fall[row], abs=1e-5)
