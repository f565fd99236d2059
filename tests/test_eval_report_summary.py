"""The measures of each system, as the report shows them."""

from __future__ import annotations

from eval.figures import figures
from eval.measures import all_measures, measures_shown
from eval.report.numbers import Number
from eval.report.summary import meanings, summary_groups
from tests.eval_cases import mixed, run_of


def test_each_system_has_a_figure_or_none_and_what_nobody_has_is_left_out() -> None:
    questions, run = mixed()
    bare = run_of(run.results, gives_confidence=False)
    measured = [figures(questions, run), figures(questions, bare)]
    groups = {group.name: group.rows for group in summary_groups(measured, all_measures())}
    assert [row.label for row in groups["Calibration"]] == ["ECE", "Brier"]
    for row in groups["Calibration"]:
        assert row.numbers[0] is not None and row.numbers[1] is None
    assert "Quotes" not in groups, "neither quotes"
    assert "Calibration" not in {group.name for group in summary_groups(measured[1:], all_measures())}
    assert groups["Latency"][0].numbers == (Number("100.0"), Number("100.0"))


def test_only_the_measures_that_are_named_are_shown() -> None:
    rows = [
        row.label for group in summary_groups([figures(*mixed())], measures_shown("headline")) for row in group.rows
    ]
    assert "hit@1" in rows and "hit@3" not in rows


def test_a_meaning_is_told_once_whatever_the_cutoffs_and_says_which_way_is_better() -> None:
    told = dict(meanings())
    assert len(told) == len(meanings())
    assert "Passages: hit" in told and "Passages: hit@1" not in told
    assert told["Calibration: Brier"].endswith("; lower is better")
