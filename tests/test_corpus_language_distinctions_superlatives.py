"""Superlatives: which is the cheapest is not told by which is the smallest."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.superlatives import (
    is_of_a_group,
    lacks_superlative,
    tells_of_another_superlative,
    tells_of_another_thing,
)


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("Which car park is the cheapest?", "Priory Yard is the smallest.", True),
        ("Which car park is the cheapest?", "Priory Yard has the lowest charges.", False),
        ("Which car park is the cheapest?", "Priory Yard costs £1.", False),
        ("Which ward is the biggest?", "The largest is Wick.", False),
        ("Which ward is the biggest?", "The oldest is Wick, the largest Holm.", False),
        ("Which tree is the oldest?", "Tallest: a fir by the lake, 41 m", True),
        ("Which tree is the oldest?", "Oldest: a yew", False),
        ("Which was the quietest month?", "Its busiest month was May.", True),
        ("Which was our quietest month?", "The slowest month was May, the quietest June.", False),
        ("Which is the most visited?", "The smallest is Wick.", False),
        ("Who was the first mayor?", "The youngest was Ada Moor.", False),
        ("When did the most visitors come?", "The fewest visitors came in January.", True),
        ("When did the most visitors come?", "The fewest came in January, the most in May.", False),
        ("When does the last train leave?", "The first train leaves at 6.", True),
        ("When does the last train leave?", "The first train leaves at 6 and the last at 9.", False),
        ("How long was the longest stay?", "Families stay for a week on average.", True),
        ("How long is the average stay?", "Families stay for a week on average.", False),
        ("How long was the longest stay?", "The average stay is a week, the longest a year.", False),
        ("What was the fastest speed on the lane?", "The highest speed, 71 mph, was at dawn.", False),
        ("What was the slowest speed on the lane?", "The highest speed, 71 mph, was at dawn.", True),
        ("Which lift is the fastest?", "The highest lift is at the quarry.", True),
        ("What was the fastest speed on the lane?", "The highest temperature was 31 degrees.", True),
        ("What was the fastest speed on the lane?", "The mean speed was 33 mph.", True),
        ("What was the mean speed?", "The mean speed was 33 mph.", False),
        ("What does the lowest band mean?", "The lowest band pays nothing.", False),
        ("", "", False),
    ],
)
def test_one_superlative_is_not_another(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_superlative(question, sentence) is another


@pytest.mark.parametrize(
    ("question", "said", "lacks"),
    [
        ("Which hall is the cheapest to hire?", "The Mill Hall stands by the weir.", True),
        ("Which is the newest hall?", "The Mill Hall stands by the weir.", True),
        ("Which is the newest hall?", "The Mill Hall opened last.", False),
        ("Who is the youngest trustee?", "Ada Moor is a trustee.", True),
        ("Who's the youngest trustee?", "Ada Moor is younger than the others.", False),
        ("Which walk has the fewest stiles?", "The Mill Walk begins at the weir.", True),
        ("Which walk has the fewest stiles?", "The Mill Walk has 2 stiles, the Weir Walk 9.", False),
        ("Which walk has the fewest stiles?", "The Mill Walk has 2 stiles and 2 gates.", True),
        ("Which is the least steep walk?", "The Mill Walk begins at the weir.", True),
        ("Which hall is the cheapest to hire?", "Cheapest hire\nThe Mill Hall", False),
        ("Which of these is the nearest hall?", "The Mill Hall is a mile from here.", False),
        ("Which is the quickest way to the hall?", "Come by the lane.", False),
        ("Which hall is in the west?", "The Mill Hall stands by the weir.", False),
        ("Who is the priest at the mill?", "Ada Moor looks after it.", False),
        ("Who destroys the nest?", "Ada Moor looks after it.", False),
        ("Who is the most suitable to ask?", "Ask Ada Moor.", False),
        ("What is the longest stay?", "You may stay for a week.", False),
        ("When does the newest hall open?", "The Mill Hall opens in May.", False),
        ("", "", False),
    ],
)
def test_what_compares_nothing_tells_no_superlative(question: str, said: str, lacks: bool) -> None:
    assert lacks_superlative(question, said) is lacks


@pytest.mark.parametrize(
    ("question", "sentence", "of_group"),
    [
        ("Who was the fastest?", "The fastest woman was Ada Moor.", True),
        ("Who came first in the race?", "Ada Moor was first among the juniors.", True),
        ("Which runner was first?", "Ada Moor was the first of the women.", True),
        ("Who was the fastest woman?", "The fastest woman was Ada Moor.", False),
        ("Who was the fastest girl?", "The fastest junior was Ada Moor, a girl.", False),
        ("Who was the fastest?", "The fastest was Ben Carr, the fastest woman Ada Moor.", False),
        ("Who was the slowest?", "The fastest woman was Ada Moor.", False),
        ("Was she the fastest?", "The fastest woman was Ada Moor.", False),
        ("Who was the first to cross it?", "Ben Carr was the first man to cross it.", False),
        ("Who was first through the door?", "The first visitor through it was Ada Moor.", False),
        ("Who was first?", "Ben Carr was first among the men.", True),
        ("", "", False),
    ],
)
def test_the_fastest_of_some_is_not_the_fastest_of_all(question: str, sentence: str, of_group: bool) -> None:
    assert is_of_a_group(question, sentence) is of_group


@pytest.mark.parametrize("part", ["the a-", "the ", "\n", "- "])
def test_long_texts_are_read_in_linear_time(part: str) -> None:
    started = time.perf_counter()
    tells_of_another_superlative("Which is the cheapest?", part * 200_000)
    lacks_superlative(f"Which {part * 100_000}", part * 200_000)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("question", "sentence", "under", "another"),
    [
        ("Who grew the largest onion?", "The largest marrow was Ada Moor's.", "", True),
        ("Who grew the largest onion?", "The largest marrow was Ada Moor's.", "Onions", False),
        ("Who grew the largest marrow?", "The largest marrow was Ada Moor's.", "", False),
        ("Who grew the largest marrow?", "The largest was Ada Moor's.", "", False),
        ("What is the largest single grant?", "The largest grant was £3.", "", False),
        ("What is the latest start?", "The latest finish is 11pm, the earliest start 8am.", "", True),
        ("What is the latest finish?", "The latest finish is 11pm, the earliest start 8am.", "", False),
        ("When did the last yacht leave?", "The first yacht came in April and the last left in May.", "", False),
        ("Which car park is the cheapest?", "The cheapest car park is Priory Yard.", "", False),
        ("Who grew the onion?", "The largest marrow was Ada Moor's.", "", False),
        ("When is the last boat?", "The last ferry leaves at 22:40.", "", False),
        ("What do I send after my last call?", "Text HOME after your last visit.", "", False),
        ("When is the last boat?", "The last bus leaves at 22:40.", "", True),
        ("How old can a cab be when I first put it on?", "A cab must be new when it is first licensed.", "", False),
        ("What does a stall cost the first time?", "A first licence is £350, a renewal £250.", "", False),
        ("Who was first seen there?", "The first licence was Ada Moor's.", "", False),
        ("How much is the first lesson?", "The first licence is £350.", "", True),
    ],
)
def test_the_largest_of_one_kind_is_not_that_of_another(
    question: str, sentence: str, under: str, another: bool
) -> None:
    assert tells_of_another_thing(question, sentence, under) is another
