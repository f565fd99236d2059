"""Ordinals: what is told of the second is told of no third."""

from __future__ import annotations

import pytest

from corpus.language.ordinals import tells_of_another_number


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("What is a permit for a third car?", "Resident's parking permit, second car | £90", True),
        ("What is a permit for a 3rd car?", "Permit for the second car: £90", True),
        ("What is a permit for a second car?", "Permits: first car £45, second car £90", False),
        ("What is a permit for a third car?", "Permits cost £45.", False),
        ("When was the sixth visit?", "17 and 18 June - Seventh and last visit.", True),
        ("When was the sixth visit?", "17 and 18 June - Sixth and final visit.", False),
        ("When was the second visit?", "The first and second visits were in May.", False),
        ("Is the second edition in force?", "The third edition replaces the second edition.", False),
        ("Who came on the 1st of July?", "Ada Moor came on the 2nd of July.", False),
        ("Who came on 1st July?", "Ada Moor came on 2nd July.", False),
        ("", "", False),
    ],
)
def test_the_second_is_not_the_third(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_number(question, sentence) is another


@pytest.mark.parametrize(
    ("sentence", "under", "another"),
    [
        ("Applications close on 3 May.", "Fund, third round", True),
        ("Applications close on 3 May.", "Fund, fourth round", False),
        ("The fourth round closes on 3 May.", "Fund, third round", False),
        ("Applications close on 3 May.", "Fund", False),
    ],
)
def test_what_stands_under_the_third_is_told_of_no_fourth(sentence: str, under: str, another: bool) -> None:
    assert tells_of_another_number("When does the fourth round close?", sentence, under) is another
