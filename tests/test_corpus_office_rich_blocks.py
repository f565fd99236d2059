"""The blocks of rich text keep their order, also where programs write it in unusual ways."""

from __future__ import annotations

import pytest

from corpus.office.rich_blocks import RichText


def read(body: bytes) -> list[tuple[str, str]]:
    blocks = RichText(rb"{\rtf1\ansi " + body + b"}").blocks()
    return [(block.kind, "|".join(cell.text for cell in block.cells) or block.text.strip()) for block in blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"\pard\outlinelevel2 Part\par", [("heading", "Part")]),
        (rb"{\pard One\par}{\pard Two\par}", [("paragraph", "One"), ("paragraph", "Two")]),
        (rb"One\sect Two\page Three", [("paragraph", "One"), ("paragraph", "Two"), ("paragraph", "Three")]),
        (rb"{\mmath{\*\moMath{\mfPr{\mtype bar}}{\mr x=2}}}", [("paragraph", "x=2")]),
        (rb"{\field{\*\fldinst TOC}{\fldrslt Contents 3\par}}Words", [("paragraph", "Words")]),
        (rb"{\object{\*\objdata 0105}{\result Shown}}", [("paragraph", "Shown")]),
        (rb"\plain\v off\v0 on", [("paragraph", "on")]),
        (rb"a\tab b\line c", [("paragraph", "a b c")]),
        (rb"In 2019{\super 3} and 40 m\super 2\nosupersub .", [("paragraph", "In 2019³ and 40 m².")]),
        (rb"the 4{\super th} of H{\sub 2}O\super 1\plain 2", [("paragraph", "the 4th of H2O¹2")]),
    ],
)
def test_text_is_read_as_it_is_shown(body: bytes, expected: list[tuple[str, str]]) -> None:
    assert read(body) == expected


def test_a_note_in_a_cell_stands_after_the_table() -> None:
    body = (
        rb"\trowd\cellx100\cellx200\pard\intbl A{\footnote Why.}\cell B\cell\row"
        rb"\trowd\cellx100\cellx200\pard\intbl C\cell D\cell\row\pard After\par"
    )
    assert read(body) == [("table_row", "A|B"), ("table_row", "C|D"), ("note", "Why."), ("paragraph", "After")]


def test_a_table_at_the_end_is_not_lost() -> None:
    assert read(rb"\trowd\cellx100\pard\intbl A\cell\row") == [("table_row", "A")]
