"""Cells of a row stand between bars, or in a plain text between gaps."""

from __future__ import annotations

import pytest

from corpus.language.rows import cells, gaps, is_row, row_name, with_bars


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        ("Adults | £4 | £5", ["Adults", "£4", "£5"]),
        ("Adults     £4   £5", ["Adults", "£4", "£5"]),
        ("Adults\t\t£4\t£5", ["Adults", "£4", "£5"]),
        ("Adults \t £4", ["Adults", "£4"]),
        ("Under 5s  £1", ["Under 5s", "£1"]),
        ("Half term etc.   £4", ["Half term etc.", "£4"]),
    ],
)
def test_cells_stand_between_bars_or_gaps(line: str, parted: list[str]) -> None:
    assert is_row(line)
    assert [line[slice(*cell)].strip() for cell in cells(line, (0, len(line)))] == parted
    assert row_name(line) == parted[0]
    assert with_bars(f"x{line}", (1, len(line) + 1)) == " | ".join(parted)


@pytest.mark.parametrize(
    "text",
    [
        "It met.  It left.",
        "Two spaces",
        "",
        "Adults   £4\nChildren   £2",
        "The library closed  because the boiler failed  and the pipes froze.",
        "1.\tThe clerk may be seen at noon.",
        "•   Dogs may come in.",
        f"The librarian   may lend to {'one of us and ' * 10}all",
    ],
)
def test_what_is_no_row_has_no_name(text: str) -> None:
    assert not is_row(text)
    assert row_name(text) == ""


def test_a_long_cell_is_prose() -> None:
    assert is_row("Lending   " + "a " * 20 + "b")
    assert not is_row("Lending   " + "a " * 21 + "b")


def test_a_place_for_an_empty_cell_is_kept_between_bars() -> None:
    assert cells("a | | b", (0, 7)) == [(0, 2), (3, 4), (5, 7)]


def test_many_spaces_are_looked_through_quickly() -> None:
    assert gaps("a" + " " * 200_000 + "b") == [(1, 200_001)]
    assert len(gaps("a   " * 50_000 + "b")) == 50_000
