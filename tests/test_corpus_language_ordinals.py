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
        ("Is the second edition in force?", "The third edition replaces the second edition.", False),
        ("Who came on the 1st of July?", "Ada Moor came on the 2nd of July.", False),
        ("Who came on 1st July?", "Ada Moor came on 2nd July.", False),
        ("", "", False),
    ],
)
def test_the_second_is_not_the_third(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_number(question, sentence) is another
