"""Conditions: what holds in one case, and what in another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.conditions import (
    holds_unless,
    is_before_begun,
    is_of_another_case,
)

CARD = ["If the card is bent, you pay £2.", "Where it is stolen we send a new one free."]
SNOW = ["When the road is open we run to Ashby.", "In snow we stop at the inn."]
TRIAL = ["After the trial you have ten days of leave.", "During the trial there is no leave."]
RENTS = [
    "Firms with fewer than ten desks pay £90.",
    "With 10 to 30 desks it is £200.",
    "With over 30 desks it is £500.",
]


@pytest.mark.parametrize(
    ("question", "sentences", "other"),
    [
        ("What do I pay if my card was stolen?", CARD, True),
        ("What do I pay if my card is bent?", CARD, False),
        ("What do I pay if my card melts?", CARD, False),
        ("Where does the bus stop when there is snow?", SNOW, True),
        ("How much leave do I have during the trial?", TRIAL, True),
        ("How much leave do I have, as I am on my trial?", TRIAL, True),
        ("How much leave do I have after the trial?", TRIAL, False),
        ("We have 20 desks. What do we pay?", RENTS, True),
        ("We have eight desks. What do we pay?", RENTS, False),
        ("What do we pay?", RENTS, False),
        ("How much leave do I have?", ["", ""], False),
    ],
)
def test_a_case_beside_the_one_that_is_asked_about_is_another(question: str, sentences: list[str], other: bool) -> None:
    assert is_of_another_case(question, sentences[0], sentences[1:]) is other


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Which label does a 5 metre shed get?", "A shed under 4 metres high gets a green label.", True),
        ("Which label does a shed of 3 metres get?", "A shed under 4 metres high gets a green label.", False),
        ("Where does a boat of 12 metres moor?", "Boats of 4 to 9 metres moor at the north wall.", True),
        ("Which lead does a dog of 10 kg need?", "Dogs over 20 kg must be on a long lead.", True),
        ("Which lead does a dog of 25 kg need?", "Dogs over 20 kg must be on a long lead.", False),
        ("How far from a junction must a 6 metre van park?", "Within 5 metres of a junction nobody may park.", False),
        ("Who fells a tree of 90 mm?", "The council fells such trees as have a trunk of more than 100 mm.", False),
        ("What do I get after five years?", "Those who have worked for over ten years get a clock.", False),
    ],
)
def test_what_is_said_of_a_thing_of_one_size_is_not_so_of_another(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_case(question, sentence, []) is other


def test_only_where_another_sentence_tells_of_what_is_asked_is_one_of_another_case() -> None:
    question = "What do I pay if my card was stolen?"
    assert not is_of_another_case(question, CARD[0], ["Stolen cards are many."])
    few, many = "Firms with fewer than ten desks share a room.", ["With over 30 desks there is a hall."]
    assert not is_of_another_case("We have 20 desks. Where do we sit?", few, many)
    assert not is_of_another_case("How much leave do I have on my trial?", TRIAL[0], ["No leave is paid."])


@pytest.mark.parametrize(
    ("question", "sentence", "unless"),
    [
        ("Where do we meet if it snows?", "Unless it snows we meet at the inn.", True),
        ("What is the fee if I am under 16?", "The fee is £4, except if you are under 16.", True),
        ("Where do we meet if it does not snow?", "Unless it snows we meet at the inn.", False),
        ("Where do we meet if there is ice?", "Unless it snows we meet at the inn.", False),
        ("Where do we meet if it snows?", "If it snows we meet at the inn.", False),
        ("Where do we meet?", "Unless it snows we meet at the inn.", False),
    ],
)
def test_what_holds_but_in_the_case_asked_about_is_no_answer(question: str, sentence: str, unless: bool) -> None:
    assert holds_unless(question, sentence) is unless


def test_an_amount_in_the_case_that_a_sentence_begins_with_is_enough() -> None:
    sentence = "If you write more than two weeks before, it is free."
    assert is_of_another_case("I write a week before. What do I pay?", sentence, [])
    assert not is_of_another_case("I write three weeks before. What do I pay?", sentence, [])
    assert not is_of_another_case("I write two weeks before. What do I pay?", sentence, [])


def test_a_sentence_for_any_amount_of_the_question_is_of_its_case() -> None:
    question = "I am 70 years old. What do I pay for three hours?"
    assert not is_of_another_case(question, "Over 65 years it is £3.", ["For more than two hours add £5."])


@pytest.mark.parametrize(
    ("question", "sentence", "before"),
    [
        ("I started last week and hate it, how much do I get back?", "Before the course starts: all but £30.", True),
        ("I started last week and hate it, how much do I get back?", "In the first two weeks: half.", False),
        ("We signed on Monday, what does it cost to cancel?", "Until you sign you may cancel for nothing.", True),
        ("We've already moved in, who chooses the colour?", "Colours are chosen before you move in.", True),
        ("I have not yet started, how much do I get back?", "Before the course starts: all but £30.", False),
        ("My son began on Monday, what is the refund?", "Before you begin it is the whole fee.", True),
        ("What is paid back if I have enrolled?", "Before you enrol, all of it.", False),
        ("I enrolled on Monday, what is paid back?", "Before or after you enrol, all of it.", False),
        ("What did he do when he retired?", "Before he retired he ran the mill.", False),
        ("How much do I get back before the course has started?", "Before the course starts: all but £30.", False),
        ("We've signed, what does it cost to cancel?", "You may cancel for nothing until you sign.", True),
        ("I gave blood on Monday, how long must I wait to give again?", "Wait 12 weeks before you give again.", False),
        ("I have given blood, how long before I can travel?", "Wait 4 weeks after it, or before you give.", False),
        ("I applied last week, how long must I be resident?", "You must live here 90 days before you apply.", False),
        ("We moved in last week, when were the locks changed?", "We change the locks before you move in.", False),
        ("We travelled on Monday, until when do I keep it?", "Keep it until you travel.", False),
        ("How high may my shed be?", "Ask before you build a shed higher than 2.5 m.", False),
        ("", "", False),
    ],
)
def test_what_holds_before_a_thing_is_done_does_not_hold_once_it_is(question: str, sentence: str, before: bool) -> None:
    assert is_before_begun(question, sentence) is before


def test_an_amount_outside_all_of_several_bands_is_of_another_case() -> None:
    bands = "A mooring of up to 8 metres is £312, and one of 8 to 12 metres £468."
    assert is_of_another_case("How much is a 15 metre mooring?", bands, [])
    assert not is_of_another_case("How much is a 10 metre mooring?", bands, [])
    assert is_of_another_case("Where is a 15 metre mooring?", "Moorings of up to 8 metres are at the weir.", [])
    assert not is_of_another_case("I come for 5 days.", "We answer in 1 to 2 days, and in May in 2 to 3 days.", [])


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("What do four items cost?", "A collection costs £32 for up to three items.", True),
        ("What is the fee for a party of 30 people?", "Parties of up to 20 people pay £60.", True),
        ("What does a boat of 9 m pay?", "Boats over 10 m pay £120.", True),
        ("postage 3kg", "Parcels under 2 kg: £4", True),
        ("new pipe 32mm", "New pipe, up to 25 mm: £486", True),
        ("What is the charge for a pipe of 50 mm?", "New pipe, 32 mm: £655", True),
        ("What do three items cost?", "A collection costs £32 for up to three items.", False),
        ("What do four items cost?", "It is £32 for up to three items and £8 for each further one.", False),
        ("new pipe 20mm", "New pipe, up to 25 mm: £486", False),
        ("What does a pipe of 2 m cost?", "Pipes of 2 m and 3 m cost £5 and £7.", False),
        ("What does 3 kg cost?", "Compost is £2 a kg.", False),
        ("What do three tickets cost?", "One ticket costs £5.", False),
        ("Where do four items go?", "Up to three items go in the yard.", False),
        ("I have £50, what can I get?", "Tickets cost up to £20.", False),
    ],
)
def test_a_price_for_so_much_is_none_for_more(question: str, sentence: str, other: bool) -> None:
    assert is_of_another_case(question, sentence, []) is other
