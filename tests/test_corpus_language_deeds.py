"""Deeds: how often a tank is inspected is not how often it is drained."""

from __future__ import annotations

import pytest

from corpus.language.deeds import is_of_another_deed, lasts_no_time

ASKED = "How often are the tanks drained?"
INSPECTED = "The tanks are inspected once a year."


@pytest.mark.parametrize(
    ("question", "sentence", "other", "another"),
    [
        (ASKED, INSPECTED, "Tanks were last drained in May 2021.", True),
        ("How often do you drain the tanks?", INSPECTED, "Tanks are drained every ten years.", True),
        (ASKED, INSPECTED, "The tanks are in the loft.", False),
        (ASKED, INSPECTED, "Ponds were last drained in May 2021.", False),
        (ASKED, INSPECTED, "If tanks are drained, ring us every time.", False),
        (ASKED, INSPECTED, "Tanks may be drained.", False),
        (ASKED, "The tanks are drained once a year.", "Tanks were last drained in May 2021.", False),
        (ASKED, "The tanks are a nuisance once a year.", "Tanks were last drained in May 2021.", False),
        (ASKED, "The boilers are inspected once a year.", "Tanks were last drained in May 2021.", False),
        (
            ASKED,
            "The tanks, housed in the loft, get a rinse once a year.",
            "Tanks were last drained in May 2021.",
            False,
        ),
        (ASKED, "The tanks are weekly and thoroughly inspected.", "Tanks were last drained in May 2021.", True),
        (
            "How often are the tanks checked?",
            "The tanks are sampled once a day.",
            "Tanks were checked in May 2021.",
            False,
        ),
        ("How often are the tanks checked?", INSPECTED, "Tanks were last checked in May 2021.", False),
        (
            "How soon must a claim be answered?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            True,
        ),
        (
            "How long have you to answer a claim?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            True,
        ),
        (
            "How soon must a claim be made?",
            "A claim must be made within a year.",
            "Claims are answered within a week.",
            False,
        ),
        ("When were the tanks drained?", INSPECTED, "Tanks were last drained in May 2021.", False),
        ("", "", "", False),
    ],
)
def test_how_often_is_not_told_of_another_deed(question: str, sentence: str, other: str, another: bool) -> None:
    assert is_of_another_deed(question, sentence, [other]) is another


@pytest.mark.parametrize(
    ("question", "words", "before", "no_time"),
    [
        ("How long does the check take?", "every five years", "It is checked ", True),
        ("How long does the check take?", "five years", "It is checked every ", True),
        ("How long does the check take?", "each term", "It is checked ", True),
        ("How long does the check take?", "every day for a week", "It goes on ", False),
        ("How long does the check take?", "every one of us an hour", "It takes ", False),
        ("How long does the check take?", "seven days", "It is done within ", False),
        ("How long does the meeting last?", "seven days", "It decides within ", True),
        ("How long does the meeting last?", "two hours", "It takes ", False),
        ("How long is it between checks?", "every five years", "It is checked ", False),
        ("", "", "", False),
    ],
)
def test_until_when_and_how_often_are_no_duration(question: str, words: str, before: str, no_time: bool) -> None:
    assert lasts_no_time(question, words, before) is no_time
