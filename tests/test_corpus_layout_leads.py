"""Bullets and numbers belong to the text after them, and dots before a page number to nothing."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.drawn_pdf import LEFT, PITCH, PROSE, TOP, Pages, document, rows, shown

TEXT = "the oversight of plans for children who are in need"


@pytest.mark.parametrize("sign", ["•", "–", "-", "1.", "(a)", "iv)", "3.2", "12.", "2.10.1"])
@pytest.mark.parametrize("gap", [4, 20, 45])
def test_a_sign_or_number_across_a_gap_opens_its_item(sign: str, gap: float) -> None:
    pages = Pages()
    pages.write(sign)
    pages.write(TEXT.capitalize(), x=LEFT + stringWidth(sign, "Helvetica", 12) + gap)
    pages.write(*PROSE, y=TOP - 40)
    assert shown(document(pages.data()))[0] == ("list_item", f"{sign} {TEXT.capitalize()}")


def test_bare_numbers_of_paragraphs_and_headings_belong_to_them() -> None:
    pages = Pages()
    pages.write("1", size=16)
    pages.write("Background", x=LEFT + 30, size=16)
    y = TOP - 30
    for number in (1, 2, 3):
        pages.write(str(number), y=y)
        y = pages.write(f"The committee took note of report {chr(64 + number)} on the depot.", x=LEFT + 30, y=y) - 12
    found = document(pages.data())
    assert shown(found)[0] == ("heading", "1 Background")
    assert [block.marker for block in found.blocks[1:]] == ["1", "2", "3"]


@pytest.mark.parametrize("dots", ["." * 40, " . " * 12, "…" * 12, "·" * 20, "_" * 20])
@pytest.mark.parametrize("apart", [False, True])
def test_dots_before_page_numbers_go_and_entries_stay_apart(dots: str, apart: bool) -> None:
    pages = Pages()
    pages.write("Annual plan", size=20)
    entries = [("Introduction", "3"), ("Our aims for the year", "5"), ("Budget and staff", "iv"), ("Maps", "A-12")]
    for index, (name, number) in enumerate(entries):
        y = TOP - 40 - PITCH * index
        if apart:
            pages.write(name, y=y)
            pages.write(dots, x=250, y=y)
            pages.write(number, x=520, y=y)
        else:
            pages.write(f"{name} {dots} {number}", y=y)
    items = shown(document(pages.data()))[1:]
    wanted = entries if "_" not in dots else entries[:2]
    assert items[: len(wanted)] == [("list_item", f"{name} {number}") for name, number in wanted]


def test_dots_to_be_filled_in_go() -> None:
    pages = Pages()
    pages.write("Signed " + "." * 40)
    pages.write(*PROSE, y=TOP - 40)
    assert "Signed\n\n" in document(pages.data()).text


def test_an_entry_of_two_lines_is_one() -> None:
    pages = Pages()
    pages.write("Introduction " + "." * 60 + " 3", "The experiences of all the children and young people who need")
    pages.write("help and protection " + "." * 50 + " 5", "Budget " + "." * 60 + " 9", y=TOP - 2 * PITCH)
    assert shown(document(pages.data())) == [
        ("list_item", "Introduction 3"),
        ("list_item", "The experiences of all the children and young people who need help and protection 5"),
        ("list_item", "Budget 9"),
    ]


ITEMS = [
    ("1", "Apologies", ""),
    ("2", "Minutes of the last meeting, held on 4 May, to be agreed and signed", "by the chair of the committee."),
    ("3", "Budget", ""),
    ("4", "Report of the director on the repair of roads and paths in the north", "of the borough."),
]


@pytest.mark.parametrize("x", [92, 100, 118])
@pytest.mark.parametrize("step", [14, 24])
@pytest.mark.parametrize("start", [1, 9])
def test_bare_numbers_in_the_margin_count_the_items_beside_them(x: float, step: float, start: int) -> None:
    pages, y = Pages(), TOP
    for number, (_, text, rest) in enumerate(ITEMS, start):
        pages.write(str(number), y=y, size=11)
        y = pages.write(*filter(None, (text, rest)), x=x, y=y, size=11) + PITCH - step
    pages.write(*PROSE, y=500, size=11)
    found = document(pages.data())
    wanted = [" ".join(filter(None, (str(number), *item[1:]))) for number, item in enumerate(ITEMS, start)]
    assert [text for _, text in shown(found)][: len(ITEMS)] == wanted
    assert [block.marker for block in found.blocks][: len(ITEMS)] == [str(start + index) for index in range(len(ITEMS))]


@pytest.mark.parametrize(
    "table",
    [
        [["Rank", "Ward"], ["1", "North"], ["2", "South"], ["3", "East"]],
        [["1", "North", "812"], ["2", "South", "77"], ["3", "East", "9"]],
        [["4", "North"], ["9", "South"], ["3", "East"]],
    ],
)
def test_numbers_in_the_first_column_of_a_table_are_cells(table: list[list[str]]) -> None:
    pages = Pages()
    pages.cells(table, (72, 120, 200)[: len(table[0])])
    pages.write(*PROSE, y=500)
    assert rows(document(pages.data())) == table
