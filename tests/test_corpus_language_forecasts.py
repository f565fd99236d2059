"""Forecasts and changes: what was expected is not what came of it, and a rise of 6% is not a share of 6%."""

from __future__ import annotations

import pytest

from corpus.language.forecasts import only_change, only_forecast


@pytest.mark.parametrize(
    ("question", "sentence", "forecast"),
    [
        ("How much did the path cost?", "The path is estimated to cost £600.", True),
        ("How much did the path cost?", "The path will cost £600.", True),
        ("How much did the path cost?", "The path cost £600.", False),
        ("How much did the path cost?", "The path is estimated to have cost £600.", False),
        ("How much did the path cost?", "An estimated £600 was spent.", False),
        ("How much was the path expected to cost?", "The path was expected to cost £600.", False),
        ("How much does the path cost?", "The path will cost £600.", False),
        ("How much did the path cost?", "It was expected to pay, and in the end cost, the town £600.", False),
    ],
)
def test_what_is_expected_is_not_what_came_of_it(question: str, sentence: str, forecast: bool) -> None:
    assert only_forecast(question, sentence, sentence.index("£600")) is forecast


@pytest.mark.parametrize(
    ("question", "sentence", "change"),
    [
        ("What percentage were excluded?", "There were 412, an increase of 6%.", True),
        ("What percentage were excluded?", "Exclusions rose by nearly 6%.", True),
        ("What percentage were excluded?", "Exclusions were 6%.", False),
        ("By what percentage did exclusions rise?", "Exclusions rose by 6%.", False),
        ("What was the percentage increase?", "There was an increase of 6%.", False),
    ],
)
def test_a_change_is_no_share(question: str, sentence: str, change: bool) -> None:
    assert only_change(question, sentence, sentence.index("6%")) is change
