"""Styles are compared with full questions, by what sets call them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.styles import Outcomes, outcomes, styles_table
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
    assert found == {
        "full question": Outcomes((1, 0)),
        "story or conversation": Outcomes((1,)),
        "keywords": Outcomes((0,)),
    }
    assert rows(found) == [
        ["full question", "2", "1.000", "0.500", "", "", ""],
        ["story or conversation", "1", "1.000", "1.000", "+0.500", "", ""],
        ["keywords", "1", "1.000", "0.000", "-0.500", "", "yes"],
    ]


def test_a_style_with_fewer_refusals_to_give_is_told_as_with_as_many() -> None:
    full = Outcomes((1,) * 5 + (0,) * 5, (1,) * 10)
    story = Outcomes((1,) * 10 + (0,) * 10, (1,) * 4)
    [_, told] = rows({"full question": full, "story or conversation": story})
    assert told[2:4] == ["0.833", "0.583"] and told[-1] == "yes"
    raw, alike = told[4], told[5]
    assert raw.startswith("-0.167 [-0.") and alike.startswith("+0.000 [-0.") and "+0." in alike


@pytest.mark.parametrize("story", [Outcomes((1, 0)), Outcomes((), (1, 1))])
def test_a_style_without_both_kinds_of_question_is_not_told_so(story: Outcomes) -> None:
    [_, told] = rows({"full question": Outcomes((1, 0), (1, 1)), "story or conversation": story})
    assert told[5] == "" and told[4] != ""


def test_a_style_of_a_set_without_full_questions_stands_beside_none() -> None:
    assert rows({"keywords": Outcomes((1, 0))}) == [["keywords", "2", "1.000", "0.500", "", "", ""]]


def rows(found: dict[str, Outcomes]) -> list[list[str]]:
    """The rows of the table of one set, without its name."""
    lines = markdown_table(styles_table({"set": found})).splitlines()
    return [[cell.strip() for cell in line.split("|")[2:-1]] for line in lines if line.startswith("| set |")][1:]
