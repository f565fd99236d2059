"""What was left out is told in sentences."""

from __future__ import annotations

from corpus.office.notices import beyond_limit, counted, listed, not_shown, numbered


def test_names_and_numbers_are_listed_and_many_are_cut_short() -> None:
    assert listed(["A", "B  b"]) == "'A', 'B b'"
    assert listed([str(number) for number in range(7)]) == "'0', '1', '2', '3', '4' and 2 more"
    assert numbered("slide", [3]) == "slide 3"
    assert numbered("slide", [2, 5, 9]) == "slides 2, 5 and 9"
    assert numbered("slide", list(range(1, 31))).endswith(", 19, 20 and 10 more")


def test_things_are_counted() -> None:
    assert (counted(1, "row"), counted(1200, "row")) == ("1 row", "1,200 rows")
    assert not_shown("Sheet 'A'", 1, 2).startswith("Sheet 'A': 1 hidden row and 2 hidden columns left out.")
    assert not_shown("Sheet 'A'", 0, 1).startswith("Sheet 'A': 1 hidden column left out.")
    assert beyond_limit(100_000, 5).startswith("5 rows after the first 100,000 left out:")
