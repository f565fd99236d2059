"""Thresholds and confidence in the report."""

from __future__ import annotations

import re
from dataclasses import replace

from eval.figures import figures
from eval.records import Run
from eval.report.page import report_page
from tests.report_cases import DATASET, INFO, QUESTIONS, RESULTS, SHELF, report_tree, words


def test_thresholds_say_what_they_cost() -> None:
    tree = report_tree()
    table = tree.xpath("//table[contains(caption, 'threshold')]//tbody/tr")
    rows = {
        words(row[0]): [next(iter(re.findall(r"\d+ of \d+", words(cell))), "–") for cell in row[1:]] for row in table
    }
    assert rows["0.00"] == ["6 of 6", "4 of 6", "0 of 4", "2 of 2"]
    assert rows["0.55"] == ["3 of 6", "2 of 3", "1 of 4", "0 of 2"]
    assert rows["0.95"] == ["0 of 6", "–", "4 of 4", "0 of 2"]
    assert rows["as the run decided"] == ["4 of 6", "3 of 4", "1 of 4", "1 of 2"]


def test_a_system_without_confidence_has_no_thresholds() -> None:
    run = Run(
        replace(INFO, gives_confidence=False),
        tuple(replace(each, status="answered", reason=None, quote=None, confidence=0.0) for each in RESULTS),
    )
    page = report_page(DATASET, run, figures(QUESTIONS, run), SHELF)
    assert page.thresholds == ()
    assert [plot.id for plot in page.confidence_plots] == ["plot-risk"]
    assert "no confidence" in page.notes[0]
    assert {each.confidence for each in page.cards} == {"not given by this system"}
