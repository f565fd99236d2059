"""Legs: of a way from one place to another no figure of the way to the first is told."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.legs import is_another_leg

WALK = "It is 4 miles to the weir, then 3 miles to Cole's Barn where lunch is served."
LEGS = "It is 2 miles from the church to the mill, then 3 miles from the mill to the weir."
BACK = "From the barn it is 5 miles back to the green."


@pytest.mark.parametrize(
    ("question", "sentence", "figure", "expected"),
    [
        ("How far is it from the weir to Cole's Barn?", WALK, "4 miles", True),
        ("How far is it from the weir to Cole's Barn?", WALK, "3 miles", False),
        ("How far is it from the green to the weir?", WALK, "4 miles", False),
        ("How far is it to the weir?", WALK, "4 miles", False),
        (
            "How far is it from the weir to Cole's Barn?",
            BACK,
            "5 miles",
            True,
        ),
        (
            "How far is it from the barn to the green?",
            BACK,
            "5 miles",
            False,
        ),
        ("How far is it from the barn to the weir?", "From the weir to the barn it is 3 miles.", "3 miles", False),
        ("What is the fare from Wick to Mell?", "A ticket is £2 to Wick and £3 to Mell.", "£2", True),
        ("What is the fare from Wick to Mell?", "A ticket is £2 to Wick and £3 to Mell.", "£3", False),
        ("How long is it from the station to the pool?", "It is 5 minutes from the station to the pool.", "5", False),
        ("How far is it from the weir to the church?", LEGS, "2 miles", True),
        ("How far is it from the weir to the church?", LEGS, "3 miles", True),
        ("How far is it from the church to the mill?", LEGS, "2 miles", False),
        ("How far is it from the mill to the church?", LEGS, "2 miles", False),
        ("How far is it from Wick to the mill?", LEGS, "2 miles", False),
        ("Is it open from May to June?", "It is open from May to June for 3 hours.", "3", False),
    ],
)
def test_the_way_to_where_it_starts_is_another_leg(question: str, sentence: str, figure: str, expected: bool) -> None:
    assert is_another_leg(question, sentence, sentence.index(figure) + len(figure)) is expected
