"""Figures as the report shows them."""

from __future__ import annotations

from eval.measures.estimates import Estimate
from eval.report.numbers import Number, shown_estimate, shown_interval


def test_a_figure_is_written_by_its_format_with_its_interval() -> None:
    assert shown_estimate(Estimate(0.5, 0.25, 0.75, 0.1, 4)) == Number("0.500", "0.250", "0.750")
    assert shown_estimate(Estimate(12.34, None, None, 1.0, 4), ".1f") == Number("12.3")
    assert shown_estimate(None) is None


def test_a_difference_has_its_sign() -> None:
    assert shown_interval(0.5, -0.25, 0.75, "+.3f") == Number("+0.500", "-0.250", "+0.750")
