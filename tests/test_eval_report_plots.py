"""Drawn plots."""

from __future__ import annotations

from lxml import html

from eval.report import plots
from tests.report_cases import words


def test_a_plots_labels_are_text_whatever_is_in_them() -> None:
    drawn = plots.bars("odd", [plots.Bar("<script>$x^2$ & \U0001f600", 0.5, 0.4, 0.6)], "hit")
    root = html.fragment_fromstring(str(drawn))
    assert "<script>$x^2$ & \U0001f600" in [words(each) for each in root.iter("text")]
    assert not root.xpath("//script")
