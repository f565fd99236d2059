"""What parts the cells of a table of text is found by what gives its lines as many cells."""

from __future__ import annotations

import time

import pytest

from corpus.office.separated import looks_separated, may_be_separated, read_sheet


def rows(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells.values()] for row in read_sheet(text).sheet.rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2,5\n3,5;4,5\n", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]),
        ("a\tb, c\nd\te, f\n", [["a", "b, c"], ["d", "e, f"]]),
        ("sep=|\na|b,c\n", [["a", "b,c"]]),
        ('a,"b ""x"" c"\n', [["a", 'b "x" c']]),
        ("alone\nlines\n", [["alone"], ["lines"]]),
        ("Title\n\na;b;c\n1;2;3\n", [["Title"], ["a", "b", "c"], ["1", "2", "3"]]),
    ],
)
def test_cells_are_parted_by_what_fits_best(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_numbers_money_shares_and_days_are_numbers() -> None:
    (row,) = read_sheet("5,£1.50,31%,(20),2023-03-14,14/03/2023,-4.5,North,12 High Street,0207 946 0123\n").sheet.rows
    assert [cell.is_number for cell in row.cells.values()] == [True] * 7 + [False, False, True]


def test_prose_is_no_table() -> None:
    prose = "It met in May, and agreed, as it had said. " * 6 + "\n"
    assert not may_be_separated(prose * 3)
    assert may_be_separated("a,b\n")
    assert may_be_separated("name\nAnn\n")
    assert not looks_separated("Dear Ann, thanks, and yes\n" * 9)
    assert looks_separated("a;b;c\n" * 5)


def test_a_quotation_mark_within_a_cell_opens_nothing() -> None:
    found = read_sheet('Name,Size\nPipe,5" wide\nTube,"6"" wide"\n')
    assert not found.has_stray_quotes
    assert rows('Name,Size\nPipe,5" wide\n')[1] == ["Pipe", '5" wide']


@pytest.mark.parametrize("cell", ["5{} x", "-{}x", "£{}x", "1{},x", "(5{}p)"])
def test_many_spaces_in_a_cell_take_no_long_time(cell: str) -> None:
    started = time.process_time()
    (row,) = read_sheet("a;" + cell.format(" " * 30_000) + "\n").sheet.rows
    assert not row.cells[1].is_number
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("cell", "is_number"),
    [("£ 1 200.50", True), ("- £5", True), ("5 %", True), ("5  \u00a0%", True), ("( 20 )", True), ("5\u00a06", False)],
)
def test_spaces_within_a_number_are_part_of_it(cell: str, is_number: bool) -> None:
    (row,) = read_sheet(f"a;{cell}\n").sheet.rows
    assert row.cells[1].is_number == is_number
