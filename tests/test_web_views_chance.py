"""A chance is told in a word and a figure that go together."""

from __future__ import annotations

import pytest

from web.views.chance import chance


@pytest.mark.parametrize(
    ("probability", "words", "percent"),
    [
        (1.0, "high", "over 99%"),
        (0.97, "high", "97%"),
        (0.8, "high", "80%"),
        (0.5, "fair", "50%"),
        (0.12, "low", "12%"),
        (0.0, "low", "under 1%"),
    ],
)
def test_a_chance_is_told_in_a_word_and_per_cent_and_never_as_certain(
    probability: float, words: str, percent: str
) -> None:
    told = chance(probability)
    assert (told.words, told.percent) == (words, percent)


@pytest.mark.parametrize(("probability", "words"), [(0.7965, "high"), (0.794, "fair"), (0.4951, "fair"), (0.49, "low")])
def test_a_chance_has_the_word_of_the_figure_that_is_shown(probability: float, words: str) -> None:
    assert chance(probability).words == words
