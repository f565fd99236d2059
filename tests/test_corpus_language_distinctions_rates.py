"""Rates: sums by one length of time and by another."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.rates import is_of_another_rate


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
