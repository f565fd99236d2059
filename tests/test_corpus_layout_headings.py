"""Headings are told by their type, and nothing else is."""

from __future__ import annotations

import pytest

from tests.drawn_pdf import PROSE, SECOND, TOP, Pages, document, shown


def test_parts_of_a_heading_that_stand_apart_are_one() -> None:
    pages = Pages()
    pages.write("The town and", size=18)
    pages.write("its services", y=TOP - 40, size=18)
    pages.write(*PROSE, y=TOP - 80)
    assert shown(document(pages.data()))[0] == ("heading", "The town and its services")


@pytest.mark.parametrize(
    "line", ["Published: 27 June 2016", "and care for children.", "good help, care and protection.²", "• an item", "12"]
)
def test_facts_ends_of_sentences_items_and_numbers_in_large_type_are_no_headings(line: str) -> None:
    pages = Pages()
    pages.write(line, size=16)
    pages.write(*PROSE, *SECOND, y=TOP - 60)
    assert "heading" not in [kind for kind, _ in shown(document(pages.data()))]


def test_a_bold_line_is_a_heading_unless_all_is_bold() -> None:
    for font in ("Helvetica", "Helvetica-Bold"):
        pages = Pages()
        pages.write("What was found", font="Helvetica-Bold")
        pages.write(*PROSE, *SECOND, y=TOP - 30, font=font)
        kinds = [kind for kind, _ in shown(document(pages.data()))]
        assert ("heading" in kinds) == (font == "Helvetica")
