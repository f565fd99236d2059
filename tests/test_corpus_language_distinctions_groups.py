"""What is said of one group of people is not said of another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.groups import (
    holds_for_some,
    tells_of_those_now,
    tells_of_those_who_have,
    tells_of_those_with,
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


@pytest.mark.parametrize(
    ("question", "told", "is_of_others"),
    [
        ("What do people without a leisure card get?", "People with a leisure card get:\n- a locker", True),
        ("What do visitors without a permit pay?", "Visitors with a permit pay £2.", True),
        ("How much is it without a card?", "Entry is £2 with a card.", True),
        ("What do people with a leisure card get?", "People with a leisure card get a locker.", False),
        ("What do people without a card pay?", "People with a card pay £2, others £4.", False),
        ("What do people without a card pay?", "Entry is £4.", False),
        ("What do people without a card pay?", "With a map you find it. It is £4.", False),
        ("What happens without notice?", "Those with a card pay £2.", False),
        ("", "", False),
    ],
)
def test_those_with_something_are_not_those_without(question: str, told: str, is_of_others: bool) -> None:
    assert tells_of_those_with(question, told) is is_of_others


@pytest.mark.parametrize(
    ("question", "told", "is_now"),
    [
        ("Who are the former members of the board?", "The members of the board are:\n- Ada Moor", True),
        ("What are the previous duties of the caretaker?", "The caretaker's duties are:\n- to sweep", True),
        ("Who are the former members of the board?", "Former members\n- Ada Moor", False),
        ("Who are the former members of the board?", "Ada Moor and Tom Reed left the board.", False),
        ("What were the previous fees?", "The fee was £2.", False),
        ("What do former students get?", "Alumni get a reader's card.", False),
        ("What do former students get?", "Students get a reader's card.", True),
        ("What may retired officers keep?", "Veterans may keep their badge.", False),
        ("What may retired officers keep?", "Officers may keep their badge.", True),
        ("What must former tenants pay?", "When you leave, you pay for what is broken.", False),
        ("What can ex employees claim?", "Those who no longer work for us may claim a reference.", False),
        ("What can ex employees claim?", "Leavers may claim a reference.", False),
        ("What can ex employees claim?", "Employees may claim 25 days of leave.", True),
        ("Who are the members of the board?", "The members of the board are:\n- Ada Moor", False),
        ("Who sold the former school?", "Ada Moor sells schools.", False),
        ("", "", False),
    ],
)
def test_those_of_now_are_not_those_of_before(question: str, told: str, is_now: bool) -> None:
    assert tells_of_those_now(question, told) is is_now


@pytest.mark.parametrize(
    ("question", "told", "is_of_others"),
    [
        ("How soon are patients who had not fallen seen?", "Patients who had fallen are seen in two days.", True),
        ("How often are people who haven't lost weight weighed?", "Those who had lost weight are weighed daily.", True),
        ("What do people who aren't members pay?", "People who are members pay £2.", True),
        ("What do people who haven't got a card pay?", "People who have a card pay £2.", True),
        ("What do traders who don't sell food show?", "Traders who sell food show a certificate.", True),
        ("What do traders who don't sell food show?", "Traders who sell toys show a badge.", False),
        ("What do people who haven't got a card pay?", "People who have no card pay £2.", False),
        ("What do people who are members pay?", "People who are members pay £2.", False),
        ("What do people who aren't members pay?", "Visitors pay £4.", False),
        ("What do people who aren't members pay?", "People who are members pay £2, others £4.", False),
        (
            "How soon are those who have not fallen at home before seen?",
            "Those who have fallen at home are seen in two days.",
            True,
        ),
        ("Who hasn't paid?", "Those who have paid get a card.", False),
        ("", "", False),
    ],
)
def test_those_who_have_done_something_are_not_those_who_have_not(question: str, told: str, is_of_others: bool) -> None:
    assert tells_of_those_who_have(question, told) is is_of_others
