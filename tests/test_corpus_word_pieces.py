"""A piece gives its text on one line."""

from __future__ import annotations

from corpus.assembly import SourceBlock, table_row
from corpus.word.pieces import Piece


def test_the_text_of_paragraphs_and_rows() -> None:
    assert Piece(SourceBlock(" two\twords ")).text == "two words"
    assert Piece(table_row(["Ward", "", " 41 "])).text == "Ward, 41"
