"""Cells without rules between them become rows, with each in its column."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.drawn_pdf import PROSE, TOP, Pages, document, headers, rows, shown

XS = (72, 150, 260, 340, 420)
NOTICES = [
    ["01/09/2022", "Alder Works", "Leeds", "56", "Layoff permanent"],
    ["02/09/2022", "Birch Foods", "York", "45", "Closure permanent"],
    ["03/09/2022", "Cedar Mills", "Hull", "8", "Layoff temporary"],
    ["04/09/2022", "Dogwood Ltd", "Ripon", "164", "Closure permanent"],
]
TURNOUT = [["Ward", "2019", "2021", "2023"], ["North", "", "41.5", "63.2"], ["South", "38.1", "", "52.7"]]


def placed(table: Sequence[Sequence[str]], xs: Sequence[float], pitch: float = 14) -> list[tuple[float, float, str]]:
    return [
        (x, TOP - pitch * number, text)
        for number, row in enumerate(table)
        for x, text in zip(xs, row, strict=True)
        if text
    ]


def drawn(cells: Sequence[tuple[float, float, str]], size: float = 10) -> Pages:
    pages = Pages()
    for x, y, text in cells:
        pages.write(text, x=x, y=y, size=size)
    pages.write(*PROSE, y=500)
    return pages


@pytest.mark.parametrize("pitch", [12, 14, 24])
def test_a_table_drawn_column_by_column_has_its_rows(pitch: float) -> None:
    assert rows(document(drawn(sorted(placed(NOTICES, XS, pitch), key=lambda cell: cell[0])).data())) == NOTICES


@pytest.mark.parametrize("seed", range(5))
def test_a_table_drawn_cell_by_cell_in_any_order_has_its_rows(seed: int) -> None:
    cells = placed(NOTICES, XS)
    assert rows(document(drawn(random.Random(seed).sample(cells, len(cells))).data())) == NOTICES


@pytest.mark.parametrize(
    "table",
    [
        TURNOUT,
        [*TURNOUT, ["East", "", "", "61.9"]],
        [*TURNOUT, ["East", "44.0", "", ""], ["West", "1.2", "3.4", "5.6"]],
        [["Ward", "Party", "Votes", "Share"], ["North", "", "812", ""], ["South", "Green", "", "12%"]],
        [
            ["Item", "Plan", "Spent", "Left"],
            ["Roads", "£120", "", ""],
            ["Parks", "", "£80", ""],
            ["Total", "", "", "£40"],
        ],
    ],
)
def test_an_empty_place_keeps_its_column(table: list[list[str]]) -> None:
    found = document(drawn(placed(table, (72, 200, 280, 360))).data())
    assert rows(found) == table
    assert f"{table[1][0]} | {table[1][1]} | {table[1][2]} | {table[1][3]}".strip() in found.text


@pytest.mark.parametrize(
    "table",
    [
        [["Area", "2019", "2020", "2021"], ["Homes", "12", "8", "41"], ["Schools", "5", "7", "9"]],
        [["Grade", "1", "2", "3"], ["Homes", "3", "14", "2"], ["Libraries", "1", "1", "1"]],
        [["a", "b", "c", "d"], ["1", "2", "3", "4"], ["5", "6", "7", "8"]],
        [["Year", "Roads", "Parks", "All"], ["2019", "3", "9", "12"], ["2020", "10", "11", "21"]],
        [["Ref", "No", "Cost", "Paid"], ["12", "3", "£4", "5"], ["13", "30", "£40", "50"]],
    ],
)
def test_a_short_number_is_a_cell(table: list[list[str]]) -> None:
    assert rows(document(drawn(placed(table, (72, 200, 280, 360))).data())) == table


def test_numbers_set_to_the_right_stand_in_their_columns() -> None:
    pages = Pages()
    table = [["Area", "2020", "2021"], ["Homes", "1,204", "8"], ["Schools", "7", "12,009"], ["Parks", "130", "41"]]
    pages.canvas.setFont("Helvetica", 10)
    for number, (name, *values) in enumerate(table):
        pages.write(name, y=TOP - 14 * number, size=10)
        for right, value in zip((260, 360), values, strict=True):
            pages.canvas.drawRightString(right, TOP - 14 * number, value)
    assert rows(document(pages.data())) == table


def test_cells_of_several_lines_are_one_cell() -> None:
    pages = Pages()
    y = TOP
    for name, text in (
        (("Repairs to the hall",), ("The roof is to be mended before", "the winter, with the gutters")),
        (("Play areas in the", "north of the town"), ("New swings",)),
        (("Trees",), ("Forty are to be planted along", "the main road, which has lost", "most of those it had")),
    ):
        pages.write(*name, y=y, size=10, pitch=12)
        pages.write(*text, x=220, y=y, size=10, pitch=12)
        y -= 12 * max(len(name), len(text)) + 10
    assert rows(document(pages.data())) == [
        ["Repairs to the hall", "The roof is to be mended before the winter, with the gutters"],
        ["Play areas in the north of the town", "New swings"],
        ["Trees", "Forty are to be planted along the main road, which has lost most of those it had"],
    ]


def test_a_line_over_several_columns_is_one_cell_over_them() -> None:
    pages = Pages()
    pages.write("Ward", size=10)
    pages.write("Turnout in per cent, by the year of the vote", x=200, size=10)
    pages.cells([["", "2019", "2021", "2023"], ["North", "40.1", "41.5", "63.2"]], (72, 200, 280, 360), y=TOP - 16)
    found = document(pages.data())
    first = next(block for block in found.blocks if block.cells)
    assert [(cell.column, cell.span) for cell in first.cells] == [(0, 1), (1, 3)]


@pytest.mark.parametrize("how", ["bold", "ruled", "above numbers"])
def test_the_header_row_is_known(how: str) -> None:
    pages = Pages()
    body = (
        [["North", "812", "40"], ["South", "77", "9"]]
        if how == "above numbers"
        else [["North", "Ann", "yes"], ["South", "Bob", "no"]]
    )
    pages.write("Ward", "", size=10, font="Helvetica-Bold" if how == "bold" else "Helvetica")
    for x, text in ((200, "First"), (280, "Second")):
        pages.write(text, x=x, size=10, font="Helvetica-Bold" if how == "bold" else "Helvetica")
    if how == "ruled":
        pages.canvas.line(72, TOP - 5, 400, TOP - 5)
    pages.cells(body, (72, 200, 280), y=TOP - 18)
    pages.write(*PROSE, y=600)
    found = document(pages.data())
    assert headers(found) == ["Ward | First | Second"]
    assert rows(found)[1:] == body


@pytest.mark.parametrize("is_ruled", [True, False])
@pytest.mark.parametrize("is_bold", [True, False])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["Service", "Missed collections in the year"], ["", "Q1", "Q2", "Q3"]),
        (["Service", "Turnout in each of the years"], ["", "2021", "2022", "2023"]),
        (["Service", "Missed collections in the year"], ["Area", "Spring", "Summer", "Autumn"]),
    ],
)
def test_a_header_of_two_rows_below_a_name_over_several_columns(
    first: list[str], second: list[str], *, is_bold: bool, is_ruled: bool
) -> None:
    pages = Pages()
    xs = (72, 200, 280, 360)
    for x, text in zip((72, 200), first, strict=True):
        pages.write(text, x=x, size=10, font="Helvetica-Bold" if is_bold else "Helvetica")
    body = [["Refuse", "12", "9", "7"], ["Recycling", "4", "6", "5"], ["Garden", "3", "2", "8"]]
    pages.cells([second, *body], xs, y=TOP - 20)
    pages.write(*PROSE, y=600)
    if is_ruled:
        for y in (TOP + 14, *(TOP - 6 - 20 * row for row in range(5))):
            pages.canvas.line(66, y, 440, y)
        for x in (66, 194, 440):
            pages.canvas.line(x, TOP - 86, x, TOP + 14)
        for x in (274, 354):
            pages.canvas.line(x, TOP - 86, x, TOP - 6)
    found = document(pages.data())
    assert headers(found) == [f"{first[0]} | {first[1]} |  |", " | ".join(second).strip()]
    assert rows(found)[2:] == body


def test_names_in_the_first_row_below_a_wide_header_are_no_header() -> None:
    table = [["North", "Ann", "Bob"], ["South", "Cy", "Di"], ["East", "Ed", "Flo"]]
    pages = Pages()
    for x, text in ((72, "Ward"), (200, "Councillors of the ward")):
        pages.write(text, x=x, size=10, font="Helvetica-Bold")
    pages.cells(table, (72, 200, 280), y=TOP - 20)
    pages.write(*PROSE, y=600)
    assert len(headers(document(pages.data()))) == 1


def test_rows_of_words_have_no_header() -> None:
    assert headers(document(drawn(placed([["Chair", "Ann Lee"], ["Clerk", "Bob Ray"]], (72, 200))).data())) == []


def test_a_table_that_goes_on_after_a_page_end_says_its_head_once() -> None:
    pages = Pages()
    head = ["Ward", "2019", "2021"]
    for number in range(2):
        if not number:
            pages.write(*PROSE)
        y = 120 if not number else TOP
        pages.cells([head, [f"North {number}", "40.1", "41.5"], [f"South {number}", "38.1", "3"]], (72, 200, 280), y=y)
        pages.turn()
    found = document(pages.data())
    assert [row[0] for row in rows(found)] == ["Ward", "North 0", "South 0", "North 1", "South 1"]
    last = found.blocks[-1]
    assert last.parent is not None
    assert found.text[found.blocks[last.parent].start :].startswith("Ward")


def test_a_row_that_a_page_end_cuts_is_one_row() -> None:
    pages = Pages()
    pages.write(*PROSE)
    pages.write("Roof of the hall", y=80, size=10)
    pages.write("It is to be mended before the", x=220, y=80, size=10)
    pages.turn()
    pages.write("and its gutters", y=TOP, size=10)
    pages.write("winter comes", x=220, y=TOP, size=10)
    found = document(pages.data())
    assert rows(found) == [["Roof of the hall and its gutters", "It is to be mended before the winter comes"]]


def test_a_sentence_below_a_table_is_no_row_of_it() -> None:
    pages = Pages()
    y = pages.cells(NOTICES, XS)
    pages.write("Source: the notices", "of the council", y=y, size=10)
    assert shown(document(pages.data()))[-1] == ("paragraph", "Source: the notices of the council")


@pytest.mark.parametrize("gap", [1.0, 2.5, 4.0])
def test_columns_so_close_that_their_words_nearly_touch_are_columns(gap: float) -> None:
    table = [[f"{number:02}/09/2022", f"Alder Works {number}", "Leeds", "56"] for number in range(11, 18)]
    xs = [72.0]
    for column in range(3):
        xs.append(xs[-1] + max(stringWidth(row[column], "Helvetica", 10) for row in table) + gap)
    pages = drawn(sorted(placed(table, xs), key=lambda cell: cell[0]))
    assert rows(document(pages.data())) == table
