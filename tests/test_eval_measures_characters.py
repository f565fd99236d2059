"""Character measures, on cases worked out by hand."""

from __future__ import annotations

import pytest

from eval.measures.characters import characters, precision_omega
from tests.eval_cases import asked, passage, span


def test_character_measures() -> None:
    found = characters(
        asked("q", span(0, 100), span(200, 300)), [passage(50, 150), passage(180, 260), passage(0, 20, "e")]
    )
    assert found.recall == pytest.approx((50 + 60) / 200)
    assert found.precision == pytest.approx(110 / 200)
    assert found.iou == pytest.approx(110 / (200 + 200 - 110))


def test_characters_in_two_passages_are_paid_for_twice_and_in_two_spans_wanted_once() -> None:
    found = characters(asked("q", span(0, 100), span(50, 100)), [passage(0, 100), passage(50, 100)])
    assert found.recall == 1
    assert found.precision == pytest.approx(100 / 150)
    nothing = characters(asked("q", span(0, 100)), [])
    assert (nothing.recall, nothing.precision, nothing.iou) == (0, 0, 0)


def test_precision_omega_takes_all_passages_that_touch_gold() -> None:
    whole = [passage(0, 150), passage(150, 250), passage(250, 400)]
    assert precision_omega(asked("q", span(100, 200)), whole) == pytest.approx(100 / 250)
    assert precision_omega(asked("q", span(100, 200)), whole[:1]) == pytest.approx(50 / (150 + 50))
    assert precision_omega(asked("q", span(100, 200)), whole[2:]) == 0
