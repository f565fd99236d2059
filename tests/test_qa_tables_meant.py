"""Meant columns: a question asks for them by other words than their names, or by what was done."""

from __future__ import annotations

import time

import pytest

from qa.tables.meant import meant_columns, told_columns

NAMES = ["Service", "Complaints received", "Upheld", "Partly upheld", "Not upheld", "A"]


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        ("How many complaints about repairs were upheld?", [2]),
        ("how many repairs complaints were partly upheld", [3]),
        ("How many complaints were  not upheld?", [4]),
        ("How many complaints have been upheld?", [2]),
        ("How many complaints were received?", []),
        ("How many complaints did repairs receive?", []),
        ("What is a complaint?", []),
        ("How many were upheld, and how many were not upheld?", []),
    ],
)
def test_what_was_done_names_the_column_that_is_called_so(question: str, columns: list[int]) -> None:
    assert told_columns(NAMES, question) == columns


def test_what_somebody_was_given_is_asked_of_the_column_awarded() -> None:
    names = ["Club", "Asked for", "Awarded"]
    assert meant_columns(names, "How much was the club given?") == [2]
    assert meant_columns(names, "How much did the club apply for?") == [1]
    assert meant_columns(names, "Why was the club given less?") == []


def test_what_is_asked_last_names_the_column_and_not_the_story() -> None:
    names = ["Club", "Asked for", "Awarded"]
    assert meant_columns(names, "They applied for money for tents. How much did they get?") == [2]
    assert meant_columns(names, "They were given something; what did they ask for?") == [1]
    assert meant_columns(names, "They were given something. The Scouts, I mean.") == [2]
    assert meant_columns(names, "How much did they ask for and get?") == [1, 2]


@pytest.mark.parametrize("hostile", ["Who?" + " " * 20_000 + ".x", "Who? " + "-" * 20_000 + ".x", ".  " * 7_000 + "x"])
def test_where_the_last_sentence_begins_is_found_at_once(hostile: str) -> None:
    started = time.process_time()
    assert meant_columns(["Club", "Awarded"], hostile) == []
    assert time.process_time() - started < 1
