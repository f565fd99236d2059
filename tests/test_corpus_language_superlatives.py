"""Superlatives: which is the cheapest is not told by which is the smallest."""

from __future__ import annotations

import time

import pytest

from corpus.language.superlatives import tells_of_another_superlative


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
        ("Which is the most visited?", "The smallest is Wick.", False),
        ("Who was the first mayor?", "The youngest was Ada Moor.", False),
        ("", "", False),
    ],
)
def test_one_superlative_is_not_another(question: str, sentence: str, another: bool) -> None:
    assert tells_of_another_superlative(question, sentence) is another


@pytest.mark.parametrize("part", ["the a-", "the ", "\n", "- "])
def test_long_texts_are_read_in_linear_time(part: str) -> None:
    started = time.perf_counter()
    tells_of_another_superlative("Which is the cheapest?", part * 200_000)
    assert time.perf_counter() - started < 5
