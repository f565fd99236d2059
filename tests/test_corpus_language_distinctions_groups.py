"""What is said of one group of people is not said of another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.groups import (
    holds_for_some,
)


@pytest.mark.parametrize(
    ("question", "sentence", "quoted", "is_for_some"),
    [
        ("How much is a gate key?", "New members pay £10 for a gate key.", "£10", True),
        ("What do new members pay for a gate key?", "New members pay £10 for a gate key.", "£10", False),
        ("How much is the pitch?", "For clubs that book often, the pitch costs £20.", "£20", True),
        ("How much is a card?", "A card costs £5 for anyone who has lost one.", "£5", True),
        ("How much is a box?", "Schools may borrow a box for £15 a term.", "£15", True),
        ("How much is a stall?", "Local businesses are charged £90 for a stall.", "£90", True),
        ("What does entry cost?", "Entry for groups of ten is £5 a head.", "£5 a head", True),
        ("What do schools pay to borrow a box?", "Schools may borrow a box for £15 a term.", "£15", False),
        ("How much is a card?", "A card costs £5 for five years.", "£5", False),
        ("How much is a card?", "You pay £5 for a card.", "£5", False),
        ("How much is a card?", "Students will pay £5 for a card.", "Students will pay £5 for a card.", False),
        ("How much is parking?", "Our staff must pay £5 for parking.", "£5", True),
    ],
)
def test_a_value_for_some_is_known(question: str, sentence: str, quoted: str, is_for_some: bool) -> None:
    start = sentence.index(quoted)
    assert holds_for_some(question, sentence, (start, start + len(quoted))) is is_for_some
