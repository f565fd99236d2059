"""Ordinals: what is told of the second is told of no third."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.ordinals import (
    is_not_of_further,
    tells_of_another_number,
    tells_of_another_size,
)


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
        ("What does cabin 61 cost?", "Cabin 60 costs £4.", True),
        ("What does cabin 61 cost?", "Cabins 59 and 61 are warm, and cabin 60 is not.", False),
        ("When is cabin 61 cleaned?", "Cabins 40 to 70 are cleaned at ten.", False),
        ("When is cabin 71 cleaned?", "Cabins 40 to 70 are cleaned at ten.", True),
        ("Who keeps perch no. 7?", "Perch number 70 is kept by Ada Moor.", True),
        ("Who moors at pontoon 12?", "Pontoon 12 is Ada Moor's; pontoon 13 is free.", False),
        ("Which drawer is mine, drawer 9?", "Drawer 19 is yours.", True),
        ("Who tends allotment 31?", "Allotments 30, 31 and 32 are Ada Moor's.", False),
        ("Who keeps cabin 61?", "It is 60 metres long.", False),
        ("What does a cabin cost for 61 days?", "A cabin costs 60 pounds.", False),
        ("Is it open over 61?", "It is open over 60.", False),
        ("Does a visit last 2 hours?", "A visit lasts 3 hours.", False),
        ("What happened on May 12?", "On May 11 the pool shut.", False),
        ("Who keeps cabin 61?", "Cabin 1961 was a record.", False),
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


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("How long is the wait for a four-bedroom house?", "For a two-bedroom house it is a year.", True),
        ("How long is the wait for a 4 bed house?", "For a two-bedroom house it is a year.", True),
        ("How long is the wait for a 2 bed house?", "For a two-bedroom house it is a year.", False),
        ("How long is the wait for a 2 bed house?", "For one- to three-bedroom houses it is a year.", False),
        ("How long is the wait for a 4 bed house?", "For one- to three-bedroom houses it is a year.", True),
        ("How long is the wait for a 2 bed house?", "For one- or three-bedroom houses it is a year.", True),
        ("How long is the wait for a 4 bed house?", "For a two-bedroom house and larger it is a year.", False),
        ("How long is the wait for a 4 bed house?", "For a house with two bedrooms or more it is a year.", False),
        ("How long is the wait for a house?", "For a two-bedroom house it is a year.", False),
        ("How much is a 60-minute lesson?", "A 30-minute lesson is £9.", True),
        ("How much is a 60-minute lesson?", "A 30-minute lesson is £9, a 60-minute one £15.", False),
        ("How much is a 10 metre mooring?", "A 6 metre mooring is £90.", True),
        ("How much is a three-year permit?", "A one-year permit is £90.", True),
        ("How many are there for ten people?", "There are two people for each.", False),
        ("Can two more come?", "Three more may come.", False),
        ("How much is one ticket?", "Two ticket offices sell them at £4.", False),
    ],
)
def test_what_is_of_another_size_is_another_thing(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_size(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "sentence", "other", "beside"),
    [
        ("How much is a second bin?", "A new bin costs £28.", "Each further bin costs £30.", True),
        ("How much is a second brown bin?", "A new bin costs £28.", "Each further bin costs £30.", True),
        ("How much is another permit?", "A permit costs £28.", "An additional permit costs £30.", True),
        ("How much is an extra guest?", "A guest pays £28.", "Every further guest pays £30.", True),
        ("How much is a bin?", "A new bin costs £28.", "Each further bin costs £30.", False),
        ("How much is a second bin?", "Each bin costs £28.", "Each further bin needs a form.", False),
        ("How much is a second bin?", "A second bin costs £28.", "Each further bin costs £30.", False),
        ("How much is a second bin?", "A new bin costs £28.", "Each further box costs £30.", False),
        ("How much is a second bin?", "That costs £28.", "Each further bin costs £30.", False),
    ],
)
def test_what_tells_of_a_second_one_goes_before_what_tells_of_one(
    question: str, sentence: str, other: str, beside: bool
) -> None:
    assert is_not_of_further(question, sentence, [other]) is beside


def test_a_year_of_a_school_is_one_of_several() -> None:
    said = "The voucher is £60 in Year 7 and £40 in Year 10."
    assert tells_of_another_number("What is the voucher in Year 9?", said)
    assert not tells_of_another_number("What is the voucher in Year 10?", said)
    assert not tells_of_another_number("What does a Year 8 need?", "Years 7 to 9 need the red top.")
    assert not tells_of_another_number("How much is it in year 2027?", "In 2026 it is £60.")
