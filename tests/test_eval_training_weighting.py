"""Weighting: great sets do not outweigh small ones, and unanswerable questions do not outweigh answerable ones."""

from __future__ import annotations

import pytest

from eval.training.weighting import STYLED, UNANSWERABLE, shares


def test_each_set_counts_as_the_root_of_its_size() -> None:
    found = shares(["a"] * 4 + ["b"])
    assert found == pytest.approx([0.5 / 3] * 4 + [1 / 3]) and found.sum() == pytest.approx(1)


def test_unanswerable_questions_make_up_a_quarter_at_the_most() -> None:
    found = shares(["a"] * 10, [True] * 3 + [False] * 7)
    assert found[:3].sum() == pytest.approx(1 - UNANSWERABLE) and found[3:].sum() == pytest.approx(UNANSWERABLE)


def test_where_they_are_fewer_all_questions_count_alike() -> None:
    assert shares(["a"] * 8, [True] * 6 + [False] * 2) == pytest.approx([1 / 8] * 8)
    assert shares(["a"] * 8, [True] * 7 + [False]) == pytest.approx([1 / 8] * 8)


def test_a_set_of_nothing_but_unanswerable_questions_counts_whole() -> None:
    found = shares(["a", "a", "b", "b"], [True, True, False, False])
    assert found == pytest.approx([0.25] * 4)


def test_questions_put_in_people_s_styles_count_more() -> None:
    found = shares(["a", "a", "b", "b"], styled=[True, True, False, False])
    assert found[0] / found[2] == pytest.approx(STYLED) and found.sum() == pytest.approx(1)
