"""Contrasts: one of two is not the other, and one kind of a thing not another."""

from __future__ import annotations

import pytest

from corpus.language.contrasts import tells_of_another_kind, tells_of_contrast


@pytest.mark.parametrize(
    ("question", "said", "contrast"),
    [
        ("How deep is the deep end?", "It is a metre deep at the shallow end.", True),
        ("How deep is the deep end?", "The shallow end is 1 m, the deep end 3 m.", False),
        ("How deep is the pool?", "The shallow end is 1 m.", False),
        ("What is an adult ticket?", "Child ticket | 2", True),
        ("What is an adult ticket?", "Adult ticket | 4", False),
        ("What is an adult ticket?", "A child fare is 2.", False),
        ("When does the north entrance open?", "The south entrance opens at 9.", True),
        ("When is lunch?", "Dinner is at six.", True),
        ("When is lunch?", "Lunch is at one, dinner at six.", False),
        ("When is the meal?", "Dinner is at six.", False),
        ("", "", False),
    ],
)
def test_one_of_a_contrast_is_not_the_other(question: str, said: str, contrast: bool) -> None:
    assert tells_of_contrast(question, said) is contrast


@pytest.mark.parametrize(
    ("question", "said", "under", "another"),
    [
        ("How much is a yoga class?", "Aqua fit class | 6.75", "Prices", True),
        ("How much is a yoga class?", "Dance classes cost £5.", "Prices", True),
        ("How much is a yoga class?", "Dance classes cost £5.", "Yoga and dance", False),
        ("When was the slipway scheme approved?", "The Board approved the fishing-licence scheme.", "5 May", True),
        ("When was the slipway scheme approved?", "The Board approved the scheme.", "5 May", False),
        ("How much is a yoga class?", "A yoga class is £5, a dance class £6.", "", False),
        ("How much is a yoga class?", "A class is £5, a dance class £6.", "", False),
        ("How much is a new class?", "Dance classes cost £5.", "", False),
        ("How much is a class?", "Dance classes cost £5.", "", False),
        ("How much is yoga?", "Dance classes cost £5.", "", False),
        ("What does the after-school club cost?", "Breakfast club costs £4.", "", True),
        ("What is the fee for a street-trading licence?", "A street trading licence is £385.", "", False),
        ("What is the fee for a street trading licence?", "A street-trading licence is £385.", "", False),
    ],
)
def test_one_kind_of_a_thing_is_not_another(question: str, said: str, under: str, another: bool) -> None:
    assert tells_of_another_kind(question, said, under) is another
