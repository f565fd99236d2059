"""Ages: what holds for some ages is no answer for another, in sentences and rows."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.ages import (
    ages_named,
    is_of_another_age,
    is_of_other_generation,
    named_amounts,
    named_band,
    tells_of_other_ages,
)


@pytest.mark.parametrize(
    ("question", "ages"),
    [
        ("How soon is a 3 year old seen?", (3,)),
        ("What do 7-year-olds pay?", (7,)),
        ("Is it free for someone aged 10?", (10,)),
        ("My son is 4, what does he pay?", (4,)),
        ("I'm 62 and would like to swim.", (62,)),
        ("How far must a seven year old live from school?", (7,)),
        ("Is there a class for anyone aged nine?", (9,)),
        ("My daughter is four. What does she pay?", (4,)),
        ("They are ten minutes late", ()),
        ("How many one year olds come?", (1,)),
        ("Our twins are 3 and my husband has asthma. Can he come?", ()),
        ("Our twins are 3. Can they come?", (3,)),
        ("She is 12 Mill Lane's tenant?", ()),
        ("The file is 3 years long", ()),
        ("What is the fee in 2019?", ()),
    ],
)
def test_an_age_in_a_question_is_known(question: str, ages: tuple[int, ...]) -> None:
    assert ages_named(question) == ages


@pytest.mark.parametrize(
    ("age", "sentence", "others"),
    [
        (3, "Children aged 5 to 11 are seen within two days.", True),
        (7, "Children aged 5 to 11 are seen within two days.", False),
        (7, "Children under 5 are seen the same day.", True),
        (4, "Children under 5 are seen the same day.", False),
        (30, "Guests under 12 are free.", True),
        (30, "Guests pay £6, and guests under 12 are free.", False),
        (40, "Children under 8 swim free, adults pay £5.", False),
        (20, "Over-60s swim for £2.", True),
        (70, "Over-60s swim for £2.", False),
        (9, "Juniors (12 to 17) pay £4.", True),
        (13, "Juniors (12 to 17) pay £4.", False),
        (9, "The flu vaccine is free for people aged 65 and over.", True),
        (66, "The flu vaccine is free for people aged 65 and over.", False),
        (9, "Members over 5 miles away pay half.", False),
        (7, "Children aged 8 to 16 get it if they live more than 3 miles away.", True),
        (9, "Children aged 8 to 16 get it if they live more than 3 miles away.", False),
        (7, "Children under five swim before 10am.", True),
        (4, "Children under five swim before 10am.", False),
        (30, "Guests under 12 pay less than £5, and a ticket is £8.", False),
        (9, "Groups of over 20 people pay £60.", False),
        (9, "A swim is £5.", False),
    ],
)
def test_what_is_so_for_others_is_no_answer_for_an_age(age: int, sentence: str, others: bool) -> None:
    question = f"What does a {age} year old pay?"
    assert tells_of_other_ages(question, sentence, (0, len(sentence))) is others
    assert not tells_of_other_ages("What do I pay?", sentence, (0, len(sentence)))


def test_only_the_clause_of_the_words_counts() -> None:
    sentence = "Children under 5 pay £1, those aged 5 to 11 pay £3 and juniors (12 to 17) £4."
    for price, ages in (("£1", (3,)), ("£3", (5, 11)), ("£4", (12, 17))):
        start = sentence.index(price)
        own = [age for age in range(1, 20) if not tells_of_other_ages(f"He is {age}", sentence, (start, start + 2))]
        assert own[0] <= ages[0] and own[-1] == max(ages[-1], own[-1]) and set(ages) <= set(own)
        assert 18 not in own


@pytest.mark.parametrize(
    ("label", "age", "holds"),
    [
        ("Junior (5 to 15) | £3", 7, True),
        ("Junior (5 to 15) | £3", 4, False),
        ("Under 5 | free", 4, True),
        ("Under 5 | free", 5, False),
        ("Over 60 | £4", 62, True),
        ("Over 60 | £4", 59, False),
    ],
)
def test_a_row_for_ages_is_for_those_in_it(label: str, age: int, holds: bool) -> None:
    question = f"My son is {age}. What does he pay?"
    band = named_band(question, label)
    assert band is not None
    assert any(unit == band.unit and band.holds(amount) for amount, unit in named_amounts(question)) is holds


@pytest.mark.parametrize(
    ("label", "question", "holds"),
    [
        ("Over six weeks | £30", "What is it for more than six weeks?", True),
        ("Over six weeks | £30", "What is it for six weeks?", False),
        ("Up to six weeks | £20", "What is it for more than six weeks?", False),
        ("6 to 8 weeks | £30", "What is it for over six weeks?", True),
        ("Under 2 hours | £3", "What is it for less than two hours?", True),
        ("Two hours or more | £5", "What is it for less than two hours?", False),
        ("Two hours or more | £5", "What is it for at least two hours?", True),
    ],
)
def test_what_is_asked_beyond_an_amount_is_not_the_amount(label: str, question: str, holds: bool) -> None:
    band = named_band(question, label)
    assert band is not None
    assert any(unit == band.unit and band.holds(amount) for amount, unit in named_amounts(question)) is holds


def test_a_row_of_numbered_classes_or_of_so_many_is_for_no_ages() -> None:
    assert named_band("What is it for a 4 year old?", "Years 4 to 6 | 1:10") == named_band("", "Years 4 to 6 | 1:10")
    family = named_band("What is it for a 4 year old?", "Family (2 adults, 3 juniors) | £16")
    assert family is None or family.unit not in ("", "time")


@pytest.mark.parametrize(
    ("question", "row", "another"),
    [
        ("What is entry for a 13 yr old?", "Season ticket (adult) | £145", True),
        ("What is entry for a 13-year-old?", "Junior (4 to 15) | £3", False),
        ("What is entry for children aged 15?", "Adult swim | £6", True),
        ("What is entry for someone aged 16?", "Adult swim | £6", False),
        ("What is entry for someone aged 17?", "Junior swim | £3", False),
        ("What is entry for someone aged 18?", "Junior swim | £3", True),
        ("What is entry for a 13 yr old?", "Adult and child | £9", False),
        ("What is entry at 13 Mill Lane?", "Adult swim | £6", False),
        ("What is entry?", "Adult swim | £6", False),
    ],
)
def test_a_row_for_adults_is_none_for_a_child(question: str, row: str, another: bool) -> None:
    assert is_of_another_age(question, row) is another


@pytest.mark.parametrize(
    ("question", "sentence", "others"),
    [
        ("How often are women over 71 asked?", "Women from 50 up to their 71st birthday are asked.", True),
        ("How often are women under 71 asked?", "Women from 50 up to their 71st birthday are asked.", False),
        ("What do people over 65 pay?", "People aged 18 to 64 pay £5.", True),
        ("What do people over 60 pay?", "People aged 18 to 64 pay £5.", False),
        ("What do under-5s pay?", "Children aged 5 to 11 pay £3.", True),
        ("What do under-5s pay?", "Children under 16 pay £3.", False),
        ("What does a 17 year old pay?", "It is free until your 16th birthday.", True),
        ("What does a 15 year old pay?", "It is free until your 16th birthday.", False),
        ("What does a 15 year old pay?", "It is free from your 65th birthday.", True),
        ("How many people over 65 live here?", "Here 300 people live.", False),
        ("What do groups of over 20 people pay?", "People aged 18 to 64 pay £5.", False),
    ],
)
def test_what_is_so_for_others_is_no_answer_for_those_above_or_below_an_age(
    question: str, sentence: str, others: bool
) -> None:
    assert tells_of_other_ages(question, sentence, (0, len(sentence))) is others


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("How much is squash for a child?", "Members, Adult", True),
        ("How much is squash for a child?", "Members, Junior", False),
        ("What do adults pay?", "Children", True),
        ("What do adults pay?", "Adults and children", False),
        ("What does a child with an adult pay?", "Adult", False),
        ("What is squash?", "Adult", False),
    ],
)
def test_a_column_of_adults_is_not_of_a_child(question: str, name: str, other: bool) -> None:
    assert is_of_other_generation(question, name) is other
