"""Words are found in a text however signs, spaces and cells of rows are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.nearest_words import find_exactly, nearest_of


def test_words_are_found_within_the_part_that_is_named() -> None:
    assert find_exactly("ab cd ab", "ab", 0, 8) == (0, 2)
    assert find_exactly("ab cd ab", "ab", 1, 8) == (6, 8)
    assert find_exactly("ab cd ab", "ab", 1, 7) is None
    assert find_exactly("ab", "  ", 0, 2) is None


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("It was inadequate. The last visit", "adequate. The last", None),
        ("It was ineffective, and then effective.", "effective", 29),
        ("They were unsafe. The gate", "safe. The gate", None),
        ("They can't attend.", "They can", None),
        ("The cost is 1.5 a day, not 1 a day.", "1", 27),
        ("The cost is 12,250 a day.", "250 a day", None),
        ("The cost is 125 a day.", "The cost is 12", None),
        ("The dogs’ run is open", "The dogs", 0),
        ("The council’s pool", "The council", 0),
        ("The pool is open.12 It is warm4 now", "It is warm", 20),
        ("The pool is open.3The beach is shut", "The beach is shut", 18),
    ],
)
def test_words_are_whole_where_they_are_found(text: str, words: str, at: int | None) -> None:
    for first in (0, 1):
        found = find_exactly(text, words, first if at else 0, len(text))
        assert (found and found[0]) == at
    cut = text.find(words)
    if at is None:
        assert find_exactly(text, words, cut, len(text)) is None, "also at the beginning of the part that is looked in"


@pytest.mark.parametrize("pasted", ["North | 3 %", "North; 3 %", "North 3 %", "North  3 %"])
def test_cells_of_a_row_are_found_as_they_are_quoted_and_as_they_are_copied_from_a_page(pasted: str) -> None:
    text = "East | 2 %\nNorth | 3 % | low"
    assert find_exactly(text, pasted, 0, len(text)) == (11, 22)
    assert find_exactly("North | 3 %", "North3 %", 0, 11) is None


@pytest.mark.parametrize("gap", ["   ", "\t"])
@pytest.mark.parametrize("pasted", ["North; 3 %", "North: 3 %", "North 3 %", "North   3 %"])
def test_cells_of_a_row_that_is_drawn_are_found_as_those_between_bars(gap: str, pasted: str) -> None:
    text = f"East{gap}2 %{gap}high\nNorth{gap}3 %{gap}low"
    start = text.index("North")
    assert find_exactly(text, pasted, 0, len(text)) == (start, start + len(f"North{gap}3 %"))
    assert find_exactly(text, pasted.replace("3", "2"), 0, len(text)) is None
    assert find_exactly("It met.  It left.", "It met; It left.", 0, 17) is None, "prose has no cells"


def test_the_run_of_words_that_holds_most_of_others_is_the_nearest(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    text = (
        "The pier is closed. Lanes must be booked two days ahead. Swept.\n\nLane 1 | shut\nLane 2 | open to all | now"
    )
    snapshot = snapshot_of([{"id": "pool", "text": text}])
    document = snapshot.document("pool")
    snapshot.close()
    assert document
    nearest = nearest_of("Lanes must be booked three days ahead", [(document, 0, len(text))])
    assert nearest and text[slice(*nearest.span)] == "Lanes must be booked two days ahead"
    row = nearest_of("LANE 2: closed", [(document, 0, len(text))])
    assert row and text[slice(*row.span)] == "Lane 2 | open to all"
    assert nearest_of("The moon is made of cheese", [(document, 0, len(text))]) is None
