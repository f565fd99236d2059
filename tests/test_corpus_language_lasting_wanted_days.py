"""A question may ask for the beginning, for the second of a kind, or for a day that is past."""

from __future__ import annotations

import pytest

from corpus.language.lasting.wanted_days import asks_of_past_day, is_of_other_number, tells_end_for_start


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("From when was swimming banned?", "It was agreed to lift the ban on swimming from 15 September.", True),
        ("Since when has there been a charge?", "The charge was withdrawn on 3 May.", True),
        ("When was the ban lifted?", "The ban was lifted on 3 May.", False),
        ("From when was swimming banned?", "Swimming is banned from 1 April.", False),
        ("When was the charge introduced?", "The charge was introduced on 3 May.", False),
    ],
)
def test_the_end_of_a_rule_is_not_its_beginning(question: str, sentence: str, other: bool) -> None:
    assert tells_end_for_start(question, sentence) is other


@pytest.mark.parametrize(
    ("question", "before", "other"),
    [
        ("When was the second fire?", "It was the second fire in three years: the first was on ", True),
        ("When was the first fire?", "It was the second fire in three years: the first was on ", False),
        ("When was the second fire?", "The second fire was on ", False),
        ("When was the fire?", "It was the second fire: the first was on ", False),
        ("When was the second fire?", "On the first of May, at last, ", False),
    ],
)
def test_the_day_of_the_first_is_not_that_of_the_second(question: str, before: str, other: bool) -> None:
    assert is_of_other_number(question, before) is other


@pytest.mark.parametrize(
    ("question", "past"),
    [
        ("When was the last open day?", True),
        ("When did the bridge open?", True),
        ("When is the next open day?", False),
        ("When was the bridge due to open?", False),
        ("When was the meeting to be held?", False),
        ("When did they say that it opens?", False),
    ],
)
def test_a_question_asks_for_a_day_that_is_past(question: str, past: bool) -> None:
    assert asks_of_past_day(question) is past
