"""A question may ask for the second of a kind, or for a day that is past."""

from __future__ import annotations

import pytest

from corpus.language.lasting.wanted_days import asks_of_past_day, is_of_one_before, is_of_other_number


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


@pytest.mark.parametrize(
    ("before", "earlier"),
    [
        ("The test before that was in ", True),
        ("Before then it was tested on ", True),
        ("The previous one took place in ", True),
        ("The crane passed its test on ", False),
        ("It was tested before the season, on ", False),
    ],
)
def test_the_day_of_the_one_before_is_not_that_of_the_last(before: str, earlier: bool) -> None:
    assert is_of_one_before(before) is earlier
