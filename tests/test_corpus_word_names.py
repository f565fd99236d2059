"""Elements and their values are looked up by path."""

from __future__ import annotations

import pytest

from corpus.word.names import at, switch, value, whole_number
from tests.word_files import element

LIST = element('<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr><w:b/><w:i w:val="off"/></w:pPr>')


def test_paths() -> None:
    assert value(LIST, "numPr", "ilvl") == "2"
    assert value(LIST, "numPr", "numId") == value(LIST, "rPr", "b") == value(None, "b") == value(LIST, "b") == ""
    assert at(LIST) is LIST and at(None, "b") is None


def test_switches() -> None:
    assert (switch(LIST, "b"), switch(LIST, "i"), switch(LIST, "u")) == (True, False, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-3", -3), ("1000000", 1_000_000), ("1000001", None), ("", None), (None, None), ("1.5in", None)],
)
def test_whole_numbers_of_sensible_size(text: str | None, number: int | None) -> None:
    assert whole_number(text) == number
