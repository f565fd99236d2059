"""What would be shown of questions: how much of it is right, and from which confidence on it is worth showing."""

from __future__ import annotations

import pytest
from rich.table import Table

from eval.training.shown import (
    LEAST,
    Shown,
    answers_table,
    even_odds,
    even_odds_table,
    thresholds_table,
    worth,
)


def cells(table: Table) -> list[list[str]]:
    """The rows of a table."""
    return [list(row) for row in zip(*(map(str, column.cells) for column in table.columns), strict=True)]


def test_tables_count_right_and_wrong_words_by_set() -> None:
    every = [
        Shown("pools", True, 0.9, True, True, True),
        Shown("pools", True, 0.8, False, True, True),
        Shown("pools", True, 0.5, True, False, True),
        Shown("pools", True, 0.49, True, False, False),
        Shown("pools", False, 0.1, False, False, False),
        Shown("none", False, 0.2, False, False, False),
        Shown("none", False, 0.6, False, False, False),
    ]
    table = answers_table("By set", every)
    assert [column.header for column in table.columns] == [
        "",
        "questions",
        "hit@1",
        "hit@5",
        "answer right",
        "shown wrong",
        "right of the sure",
        "outcome",
        "ECE",
    ]
    pools, none = cells(table)
    assert pools[:-1] == ["pools", "5", "0.500", "0.750", "0.500", "0.333", "0.500 of 2", "0.600"]
    assert none[:-1] == ["none", "2", "–", "–", "–", "1.000", "– of 0", "0.500"]
    assert float(none[-1]) == pytest.approx(0.4)
    assert cells(answers_table("Surer", every, 0.85))[0][4:6] == ["0.250", "0.000"]
    [by_threshold] = cells(thresholds_table("By threshold", every))
    assert by_threshold[0] == "pools", "a set without answers has nothing to lose"
    assert by_threshold[1] == "0.750 / 0.400 / 0.600" and by_threshold[3] == "0.500 / 0.333 / 0.600"
    assert by_threshold[-1] == "0.250 / 0.500 / 0.400"


def told(dataset: str, confidence: float, right: bool, answerable: bool = True) -> Shown:
    return Shown(dataset, answerable, confidence, right, right, right)


def test_right_answers_less_wrong_ones_are_counted_of_all_questions_and_each_set_alike() -> None:
    pools = [told("pools", 0.5, True), told("pools", 0.9, True), told("pools", 0.7, False), told("pools", 0.4, False)]
    assert worth(pools, 0.3) == 0
    assert worth(pools, 0.5) == pytest.approx(1 / 4), "at the confidence itself an answer is given"
    assert worth(pools, 0.51) == 0
    assert worth(pools, 0.91) == 0
    parks = [told("parks", 0.6, False, answerable=False)]
    assert worth([*pools, *parks], 0.5) == pytest.approx((1 / 4 - 1) / 2)


def test_answers_are_given_from_where_more_are_right_than_wrong() -> None:
    outcomes = ((0.42, True), (0.42, True), (0.43, False), (0.44, True))
    every = [told("pools", confidence, is_right) for confidence, is_right in outcomes]
    assert even_odds([*every, told("pools", 0.38, False)]) == 0.42
    assert even_odds([*every, told("pools", 0.42, False)]) == 0.44, "of equals the greatest"
    assert even_odds([told("pools", 0.5, False)]) == LEAST[-1], "a refusal is better than a wrong answer"


def test_each_set_is_shown_what_the_others_say_and_the_last_row_is_of_all() -> None:
    every = [
        told("pools", 0.45, True),
        told("pools", 0.4, False),
        told("parks", 0.6, True),
        told("parks", 0.5, False),
        told("parks", 0.3, False, answerable=False),
    ]
    pools, parks, both = cells(even_odds_table("Even odds", every))
    assert pools == ["pools", "0.60", "0.000", "–", "0.000"]
    assert parks == ["parks", "0.45", "0.500", "0.500", "0.667"]
    assert both == ["none", "0.45", "0.500", "0.333", "0.600"]
