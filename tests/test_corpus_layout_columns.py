"""Columns of prose are read one after the other."""

from __future__ import annotations

from tests.drawn_pdf import PITCH, TOP, Pages, document


def test_two_columns_that_the_file_mixes_are_read_one_after_the_other() -> None:
    pages = Pages()
    for number in range(12):
        y = TOP - PITCH * number
        pages.write(f"left words that go on, line {number}", y=y, x=60, size=10)
        pages.write(f"right words that go on, line {number}", y=y, x=320, size=10)
    text = document(pages.data()).text
    assert text.index("left words that go on, line 11") < text.index("right words that go on, line 0")
    assert "|" not in text
