"""Lines become paragraphs, headings, list items and table rows."""

from __future__ import annotations

from tests.drawn_pdf import LEFT, PITCH, PROSE, SECOND, TOP, Pages, document, shown


def test_lines_are_joined_and_a_wider_gap_parts_paragraphs() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    pages.write(*SECOND, y=y - 10)
    assert shown(document(pages.data())) == [("paragraph", " ".join(PROSE)), ("paragraph", " ".join(SECOND))]


def test_an_indented_first_line_parts_paragraphs() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    y = pages.write(SECOND[0][:70], y=y, x=LEFT + 24)
    pages.write(SECOND[1], y=y)
    assert len(document(pages.data()).blocks) == 2


def test_larger_and_bolder_lines_are_headings_by_rank() -> None:
    pages = Pages()
    y = pages.write("A town and its services", size=22, pitch=40)
    y = pages.write("What was found", size=15, y=y, pitch=24)
    y = pages.write(*PROSE, y=y)
    y = pages.write("What must improve", y=y - 6, font="Helvetica-Bold", pitch=20)
    pages.write(*SECOND, y=y)
    found = document(pages.data())
    assert [(p.level, found.text[p.start : p.end]) for p in found.blocks if p.kind == "heading"] == [
        (1, "A town and its services"),
        (2, "What was found"),
        (3, "What must improve"),
    ]
    assert found.title == "A town and its services: What was found"


def test_bullets_and_numbers_start_list_items() -> None:
    pages = Pages()
    y = pages.write(*PROSE)
    for bullet, text in (
        ("•", "the oversight of plans for children in need of help and of protection, which is"),
        ("•", "supervision"),
        ("1.", "reviews"),
    ):
        pages.write(bullet, y=y, x=LEFT)
        y = pages.write(text, y=y, x=LEFT + 22)
        if text.endswith("is"):
            y = pages.write("late", y=y, x=LEFT + 22)
    assert shown(document(pages.data()))[1:] == [
        ("list_item", "• the oversight of plans for children in need of help and of protection, which is late"),
        ("list_item", "• supervision"),
        ("list_item", "1. reviews"),
    ]


def test_a_grid_of_judgements_keeps_each_on_its_row() -> None:
    pages = Pages()
    y = pages.write(*PROSE) - 12
    for area, grade in (
        (("The experiences and progress of children who need", "help and protection"), "Good"),
        (("Overall effectiveness",), "Outstanding"),
    ):
        below = pages.write(*area, y=y)
        pages.write(grade, x=420, y=y - PITCH * (len(area) - 1) / 2)
        y = below - 10
    pages.write(*SECOND, y=y)
    assert shown(document(pages.data()))[1:3] == [
        ("table_row", "The experiences and progress of children who need help and protection | Good"),
        ("table_row", "Overall effectiveness | Outstanding"),
    ]


def test_a_paragraph_runs_on_over_a_page_end() -> None:
    pages = Pages()
    pages.write(*PROSE)
    y = pages.write("Children wait too long, and those who wait the longest of all are very often", y=90)
    pages.write("1 A note at the foot of the page, in small type.", y=y - 20, size=8)
    pages.turn()
    pages.write("the ones who need help most.")
    pages.write(*SECOND, y=TOP - 40)
    found = document(pages.data())
    whole = "Children wait too long, and those who wait the longest of all are very often the ones who need help most."
    assert ("paragraph", whole) in shown(found)
    assert found.page_at(found.text.index("Children wait")) == 1
    assert found.pages[1] == found.text.index("the ones who need")
    assert found.page_at(found.text.index("A note")) == 1
