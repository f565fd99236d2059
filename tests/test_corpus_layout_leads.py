"""Bullets and numbers belong to the text after them, and dots before a page number to nothing."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.drawn_pdf import LEFT, PITCH, PROSE, TOP, Pages, document, shown

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
