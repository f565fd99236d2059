"""Superlatives: which is the cheapest is not told by which is the smallest."""

from __future__ import annotations

import pytest

from corpus.language.distinctions.superlatives import (
    lacks_superlative,
)


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
