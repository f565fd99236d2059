"""Columns drawn with tabs or spaces are a table's, with the names above them and places for what is missing."""

from __future__ import annotations

import pytest

from corpus.language.kinds import Span
from corpus.markup.drawn import drawn_cells, is_rule, may_be_row

PRICES = "Activity        2024/25   2025/26\nAdult swim      £4.20     £4.50\nJunior swim     £2.10     £2.30"
TABS = "\t\tPer night\tPer week\nUp to 6m\t£9\t\t£50\nOver 9m\t\t£18\t\t£99"
MISSING = "Hall        Monday    Tuesday\nMarlow      9am       10am\nStoke                 11am\nBray        noon"
PLOTS = "Plot    Holder      Since\n45      Ada Moor    2022\n46      Ben Carr    2015"
NO_NAMES = "Adults      £4\nChildren    £2"


def lines_of(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        spans.append((end - len(line.lstrip()), end - len(line) + len(line.rstrip())))
        start = end + 1
    return spans


def read(text: str) -> list[list[str]]:
    """The cells of the lines of a text; of names of columns in capitals."""
    return [
        [text[cell.start : cell.end].upper() if cell.names else text[cell.start : cell.end] for cell in row]
        for row in drawn_cells(text, lines_of(text))
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            PRICES,
            [["ACTIVITY", "2024/25", "2025/26"], ["Adult swim", "£4.20", "£4.50"], ["Junior swim", "£2.10", "£2.30"]],
        ),
        (TABS, [["", "PER NIGHT", "PER WEEK"], ["Up to 6m", "£9", "£50"], ["Over 9m", "£18", "£99"]]),
        (
            MISSING,
            [["HALL", "MONDAY", "TUESDAY"], ["Marlow", "9am", "10am"], ["Stoke", "", "11am"], ["Bray", "noon", ""]],
        ),
        (NO_NAMES, [["Adults", "£4"], ["Children", "£2"]]),
        (PLOTS, [["PLOT", "HOLDER", "SINCE"], ["45", "Ada Moor", "2022"], ["46", "Ben Carr", "2015"]]),
    ],
)
def test_columns_are_cells(text: str, rows: list[list[str]]) -> None:
    assert read(text) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Ann Moor      Bo Shaw\nCy Lane       Di Roe",
        "Adults      £4",
        "The  committee   met in\nthe hall  and  then\nthey  left  the  hall",
        "Adults   £4   £5\nThis stands     askew of 3   all columns   5",
    ],
)
def test_names_side_by_side_one_line_and_stretched_prose_are_no_table(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "line", ["Date:   3 March 2026", "1.   Apologies", "•  Tea", "Plain words", "It met.  It left."]
)
def test_labels_items_and_prose_are_no_rows(line: str) -> None:
    assert not may_be_row(line)


def test_a_bare_number_names_a_row_below_others() -> None:
    assert may_be_row("45   Ada Moor   2022", is_below=True) and not may_be_row("45   Ada Moor   2022")
    assert not may_be_row("45   Apologies", is_below=True)


def test_rules_are_told_from_rows() -> None:
    assert is_rule("-----  ----- ====")
    assert not is_rule("Adults  -")
    assert may_be_row("Adults  £4")


def test_very_long_lines_are_no_rows_and_take_no_time() -> None:
    assert not may_be_row("a\t" * 500_000)
