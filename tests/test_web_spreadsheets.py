"""A table is read by spreadsheets as the text that it is."""

from __future__ import annotations

import csv
import io

import pytest

from web.spreadsheets import as_spreadsheet


def read(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_cells_are_as_they_were_and_letters_beyond_ascii_are_known_by_a_mark() -> None:
    written = as_spreadsheet(("one", "other"), [('Said "no",\nthen “yes”', "a = b"), ("", "1-2")])
    assert written.startswith(b"\xef\xbb\xbfone,other\r\n")
    assert read(written)[1:] == [['Said "no",\nthen “yes”', "a = b"], ["", "1-2"]]


@pytest.mark.parametrize(
    "begun", ["=", "+", "-", "@", "\t=", " =", "\n@", "\r=", "\x00=", "\u00a0=", "＝", "＋", "－", "＠"]
)
def test_no_cell_is_a_formula(begun: str) -> None:
    formula = f"{begun}HYPERLINK(1)"
    assert read(as_spreadsheet(("one",), [(formula,)]))[1] == [f"'{formula}"]
