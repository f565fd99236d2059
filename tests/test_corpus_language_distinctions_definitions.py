"""What is asked to be defined, and whether a sentence says what it is."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.definitions import defines_nothing, thing_defined


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What is a mooring pass?", "mooring pass"),
        ("what's a mooring pass", "mooring pass"),
        ("We had a letter. So what is a child in need plan?", "child in need plan"),
        ("What is an RSA?", "RSA"),
        ("What exactly is a working group?", "working group"),
        ("Define a material change.", "material change"),
        # Another thing is asked of it.
        ("What is a good score?", ""),
        ("What is a resident charged?", ""),
        ("What is a mooring pass worth?", ""),
        ("What is a child's ticket?", ""),
        ("What is a mooring pass for?", ""),
        ("What is the mooring pass?", ""),
        ("What is the price of a mooring pass?", ""),
        ("What is a member of staff paid?", ""),
        ("What is a pass mark?", ""),
        ("What is a mooring pass for a barge?", ""),
        ("What is an example of a mooring pass?", ""),
        ("What is a rare bird?", ""),
        ("Who has a mooring pass?", ""),
        ("What does a mooring pass cost?", ""),
        ("Is a mooring pass what is needed?", ""),
    ],
)
def test_the_thing_of_which_it_is_asked_what_it_is(question: str, thing: str) -> None:
    assert thing_defined(question) == thing


DEFINING = [
    "A mooring pass is a card for those who keep a boat.",
    "Mooring passes are for those who keep a boat.",
    "4.2 A mooring pass lets you keep a boat for a week.",
    "**Mooring pass**: a card for those who keep a boat.",
    "Mooring pass – a card for those who keep a boat.",
    "Any mooring pass (the blue card) must be shown.",
    "Those who keep a boat need a mooring pass, which is a blue card.",
    "The card for those who keep a boat is called a mooring pass.",
    "In these rules a mooring pass means a card for those who keep a boat.",
    "Mooring passes allow boats to stay.",
    "The blue card is a mooring pass.",
    "The board looked at the mooring pass (for those who keep a boat) in May.",
    "Each boat has a card, which we call a mooring pass.",
    "The harbour had introduced “mooring passes” in May, by which boats may stay.",
    "The mooring pass is a card for those who keep a boat.",
    "The harbour's mooring pass is a card for those who keep a boat.",
    "The mooring pass sets out where a boat may lie.",
    "Your mooring pass lets you keep a boat for a week.",
    "The purpose of the mooring pass is to show that a boat may stay.",
    "## Words we use\nMooring pass: a card for those who keep a boat.",
]
NOT_DEFINING = [
    "The harbour carried out mooring pass checks in May.",
    "Officers made sure that mooring passes were shown.",
    "The board is conducting mooring pass reviews to see that rules are kept.",
    "These visits have a focus on keeping boats safe.",
    "The mooring pass was withdrawn in May.",
    "Mooring pass checks are made twice a year.",
    "Boats pay £5 a night.",
    "If a mooring pass is lost, tell the office.",
    "Ada Moor asked for a mooring pass.",
    "A mooring pass was stolen in May.",
    "The mooring pass (3 May) was looked at.",
    "The mooring pass is due by May.",
    "If the mooring pass is a copy, tell the office.",
    "The cost of the mooring pass is £5.",
    "Your mooring pass was withdrawn in May.",
]


@pytest.mark.parametrize("said", DEFINING)
def test_words_that_say_what_it_is(said: str) -> None:
    assert not defines_nothing("What is a mooring pass?", said, "", "")


@pytest.mark.parametrize("said", NOT_DEFINING)
def test_words_that_do_not(said: str) -> None:
    assert defines_nothing("What is a mooring pass?", said, "Harbour news", "")
    assert not defines_nothing("What was said of the mooring pass?", said, "Harbour news", "")


@pytest.mark.parametrize("heading", ["Mooring pass", "Harbour > Your mooring passes", "About the mooring pass"])
def test_what_stands_under_its_name(heading: str) -> None:
    assert not defines_nothing("What is a mooring pass?", "A card for those who keep a boat.", heading, "")


def test_a_long_heading_in_which_it_stands_is_not_its_name() -> None:
    heading = "Report on the mooring pass scheme and other harbour matters"
    assert defines_nothing("What is a mooring pass?", "Boats pay £5 a night.", heading, "")


def test_what_goes_on_from_the_sentence_with_its_name() -> None:
    before = "Everyone needs a mooring pass."
    assert not defines_nothing("What is a mooring pass?", "It is a blue card.", "", before)
    assert defines_nothing("What is a mooring pass?", "Boats pay £5 a night.", "", before)
    assert defines_nothing("What is a mooring pass?", "It is a blue card.", "", "Everyone needs a card.")


def test_what_a_short_form_stands_for() -> None:
    said = "The registered slip agent (RSA) met the board in May."
    assert not defines_nothing("What is an RSA?", said, "", "")
    assert defines_nothing("What is an RSA?", "The RSA met the board in May.", "", "")
