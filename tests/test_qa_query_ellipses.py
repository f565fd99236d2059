"""A half that leaves out what the other half says is asked as a question of its own."""

from __future__ import annotations

import pytest

from qa.query.ellipses import Pair, asked_about


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("What is the mileage rate", "And lunch", "What is lunch"),
        ("Who is the chair", "and the treasurer", "Who is the treasurer"),
        ("When does the lido open", "what about the gym", "When does the gym open"),
        ("How much is a swim for adults", "how about for children", "How much for children"),
        ("Can I bring a dog", "And a cat", "Can I bring a cat"),
        ("Can I bring a dog into the bar", "and what about a cat", "Can I bring a cat into the bar"),
        ("Do infants pay for meals", "what about juniors", "Do juniors pay for meals"),
        ("Do office staff get sick pay", "what about kitchen staff", "Do kitchen staff get sick pay"),
        ("Is parking free on Sundays", "what about on Mondays", "Is parking free on Mondays"),
        ("Is parking free", "what about at night", "Is parking free at night"),
        ("My boy is ill. Are pills free", "what about masks", "Are masks free"),
        ("Can I pay in cash", "what about cards", ""),
        ("Which firms quoted", "And which was chosen", ""),
        ("What is the fee", "And then we went home by the last of the buses", ""),
    ],
)
def test_a_half_that_only_names_a_thing_begins_as_the_other_does(one: str, other: str, asked: str) -> None:
    assert asked_about(one, other) == asked


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ("When does the board meet", "where", "Where does the board meet"),
        ("How often is the boiler tested", "by whom", "By whom is the boiler tested"),
        ("Can I claim for a sitter", "how much", "How much can I claim for a sitter"),
        ("Is there a café", "until when", "Until when is a café"),
        ("Can I stay on board", "for how many nights", "For how many nights can I stay on board"),
        ("Is there a bus", "on which days", "On which days is there a bus"),
        ("May I renew a book", "how many times", "How many times may I renew a book"),
        ("Can I keep hens on a plot", "how many", "How many hens can I keep on a plot"),
        ("Do I give notice", "how much notice", None),
        ("How many papers came in", "how many got in", "How many papers got in"),
        ("How many days leave do I get", "how many can I keep", "How many days leave can I keep"),
        ("How many dogs may I bring", "how many cats", "How many cats may I bring"),
        ("How many staff work there", "how many rooms are there", None),
        ("Has the café moved", "where to", "Where has the café moved to"),
        ("Can I bring a dog", "what does it cost", None),
        ("How was Wick graded", "why", None),
        ("Who chairs the board", "when", None),
    ],
)
def test_a_half_that_only_asks_for_something_else_asks_it_of_the_same(one: str, other: str, asked: str | None) -> None:
    filled = Pair(one, other, (), (), is_about=False).filled()
    assert (filled.asked if filled else None) == asked


def test_who_did_one_thing_says_nothing_of_who_did_another() -> None:
    assert Pair("Who left", "who joined", (), (), is_about=False).lead() == ""
    assert Pair("When did the lido shut", "who joined it", (), (), is_about=False).lead() == "the lido shut"


@pytest.mark.parametrize(
    ("one", "other", "is_of_it"),
    [
        ("Can I claim for a sitter", "how much", True),
        ("My girl is ill. Can I claim for a sitter", "how much", True),
        ("Can I claim for a sitter", "how much is the fee", False),
        ("What can I claim", "when", False),
    ],
)
def test_how_much_is_asked_of_what_yes_or_no_is_asked_of(one: str, other: str, is_of_it: bool) -> None:
    assert Pair(one, other, (), (), is_about=False).is_of_yes_no is is_of_it


@pytest.mark.parametrize(
    ("other", "is_telling"),
    [("what is the fee", False), ("what's the fee", False), ("what’s the fee for dogs", True)],
)
def test_a_word_alone_is_not_asked_without_the_other_half(other: str, is_telling: bool) -> None:
    pair = Pair("We hold a dance. How soon must I get the form to you", other, (), (), is_about=False)
    assert pair.is_telling is is_telling
