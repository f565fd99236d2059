"""Rates: sums by one length of time and by another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.rates import is_of_another_rate, is_told_by_rate


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("What is the rent of a stall per month?", "A stall is £40 a week.", True),
        ("What is the rent of a stall a week?", "A stall is £40 a week.", False),
        ("What is the weekly rent of a stall?", "A stall is £40 a week.", False),
        ("What is the monthly rent of a stall?", "A stall is £40 per week.", True),
        ("How much do cleaners get an hour?", "Cleaners get £60 per shift.", True),
        ("How much do cleaners get an hour?", "Cleaners get £60 per shift, or £12 an hour.", False),
        ("How much do cleaners get an hour?", "Cleaners get £12.", False),
        ("How much do cleaners get an hour?", "Cleaners get £60 per shift and a bonus of £4.", False),
        ("How much is a day ticket?", "Tickets are £4 a week.", False),
        ("How much is a stall for a day?", "A stall is £5 an hour.", False),
        ("What is the salary per annum?", "The salary is £30,000 a year.", False),
        ("What is the annual rent?", "The rent is £900 pcm.", True),
        ("How many hours a week do cleaners work?", "Cleaners get £12 an hour.", True),
        ("What do cleaners earn a year?", "Cleaners earn £2 million a year.", False),
        ("What does the annual dinner of the club cost?", "Dinners cost £9 a week.", False),
        ("How often is it cleaned?", "It costs £4 a week.", False),
        ("How much is it per visit?", "It costs 50p a week.", True),
    ],
)
def test_a_sum_by_another_length_of_time_is_not_the_one_asked_for(question: str, sentence: str, another: bool) -> None:
    assert is_of_another_rate(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "sentence", "by_rate"),
    [
        ("What does a wetsuit cost for five hours?", "£8 for the first two hours and £3 for each hour more.", True),
        ("What does a wetsuit cost for two hours?", "£8 for the first two hours and £3 for each hour more.", False),
        ("What do three hours in the yard cost?", "The first hour is free and each hour after that costs £1.20.", True),
        ("What does a wash of five items cost?", "£32 for up to three items and £5 for each further one.", True),
        ("What does a wash of three items cost?", "£32 for up to three items and £5 for each further one.", False),
        ("How much is the hall for three hours?", "The hall is £12 an hour.", True),
        ("How much is the hall for a day?", "The hall is £12 an hour.", True),
        ("How much is the hall for an hour?", "The hall is £12 an hour.", False),
        ("How much is the hall an hour, for two years?", "The hall is £12 an hour.", False),
        ("How much is the hall for three hours?", "The hall is £12 an hour, or £30 for three hours.", False),
        ("How much is the hall for three hours?", "The hall is £30 every year for each club.", False),
        ("What do ten sheets cost?", "Copies are 10p a sheet.", True),
        ("What do ten sheets cost?", "Copies are 10p.", False),
        ("What does a nine-year-old pay?", "Children pay £30 a year.", False),
        ("How many hours may I stay in the yard?", "Each hour costs £1.20.", False),
        ("How long is a visit of two hours?", "Every hour is supervised.", False),
    ],
)
def test_the_sum_of_several_is_not_told_by_that_of_one(question: str, sentence: str, by_rate: bool) -> None:
    assert is_told_by_rate(question, sentence) is by_rate
