"""Styles are compared with full questions, by what sets call them."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.styles import outcomes, styles_table
from eval.records import Dataset, Question, Result, Run, Span
from eval.results import markdown_table
from tests.report_cases import INFO

GOLD = Span("a", 0, 9, "right one")


def test_a_style_that_falls_far_below_full_questions_is_marked() -> None:
    styles = ("full question", "full", "story", "Keywords", "other")
    questions = tuple(Question(f"{at}", "?", True, (GOLD,), slices={"style": one}) for at, one in enumerate(styles))
    shown = (GOLD, replace(GOLD, start=50, end=60), GOLD, None, GOLD)
    results = tuple(
        Result(f"{at}", (), "answered" if quote else "abstained", None if quote else "not_answered", 0.9, quote, 0.1)
        for at, quote in enumerate(shown)
    )
    found = outcomes(Dataset("set", questions, None, ""), Run(replace(INFO, gives_quotes=True), results))
    assert found == {"full question": [1, 0], "story or conversation": [1], "keywords": [0]}
    rows = [line for line in markdown_table(styles_table({"set": found})).splitlines() if line.startswith("| set |")]
    assert rows[1:] == [
        "| set | full question | 2 | 0.500 | +0.000 |  |",
        "| set | story or conversation | 1 | 1.000 | +0.500 |  |",
        "| set | keywords | 1 | 0.000 | -0.500 | yes |",
    ]
