"""A bold line alone is a heading where prose follows it, and nothing else is."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock, table_row
from corpus.word.headings import with_headings
from corpus.word.pieces import Piece
from tests.word_files import PROSE


def bold(text: str, kind: str = "paragraph", marker: str = "") -> Piece:
    return Piece(SourceBlock(text, kind, marker=marker), is_bold=True)  # type: ignore[arg-type]


def plain(text: str = PROSE) -> Piece:
    return Piece(SourceBlock(text))


def styled(text: str, level: int) -> Piece:
    return Piece(SourceBlock(text, "heading", level))


ITEM = Piece(SourceBlock("41. Apologies", "list_item", 1, marker="41."))
ROW = Piece(table_row(["Ward", "41"]))
NOTE = Piece(SourceBlock("A note that goes on for some words.", "note"))


def headings(*pieces: Piece) -> list[tuple[str, int]]:
    return [(block.text, block.level) for block in with_headings(pieces) if block.kind == "heading"]


@pytest.mark.parametrize("following", [plain(), ITEM, ROW, plain("Agreed.")])
@pytest.mark.parametrize("text", ["Background", "2. Recommendations", "What did we find?", "REPORT OF THE DIRECTOR"])
def test_headings(text: str, following: Piece) -> None:
    assert headings(bold(text), following, plain()) == [(text, 1)]


@pytest.mark.parametrize(
    ("piece", "following"),
    [
        (bold("We agreed this."), plain()),
        (bold("We agreed this,"), plain()),
        (bold("Date: 4 May 2021"), plain()),
        (bold("word " * 17), plain()),
        (bold("w" * 121), plain()),
        (bold("12 / 34"), plain()),
        (bold("Jane Smith"), plain("Chief Executive")),
        (bold("The committee agreed to these:"), ITEM),
        (bold("Everything that was agreed on the day:"), plain()),
        (bold("A point", "list_item"), plain()),
        (bold("A caption", "caption"), plain()),
        (plain("Background"), plain()),
    ],
)
def test_no_headings(piece: Piece, following: Piece) -> None:
    assert headings(piece, following, plain()) == []


def test_of_lines_below_each_other_only_the_last_can_head() -> None:
    assert headings(bold("A council"), bold("Its committee"), plain()) == [("Its committee", 1)]


def test_a_line_at_the_end_heads_nothing() -> None:
    assert headings(plain(), bold("Background")) == []


def test_a_short_label_alone_is_one() -> None:
    assert headings(bold("Recommendations:"), plain()) == [("Recommendations:", 1)]


def test_a_numbered_line_heads_a_word_as_well() -> None:
    assert headings(bold("2. Apologies"), plain("None"), plain()) == [("2. Apologies", 1)]
    assert headings(bold("Apologies"), plain("None"), plain()) == []


def test_underlined_lines_and_numbered_ones() -> None:
    assert headings(Piece(SourceBlock("Apologies"), is_underlined=True), plain()) == [("Apologies", 1)]
    assert headings(bold("1. Background", "list_item", "1."), plain()) == [("1. Background", 1)]


def test_notes_do_not_stand_between_a_heading_and_its_text() -> None:
    assert headings(bold("Background"), NOTE, plain()) == [("Background", 1)]
    assert headings(bold("Background"), NOTE) == []


def test_a_document_that_is_bold_throughout_has_no_headings_of_this_kind() -> None:
    assert headings(bold("Background"), plain("Agreed."), bold(PROSE), bold(PROSE)) == []


def test_levels_below_styled_headings_and_by_numbers() -> None:
    pieces = [
        bold("A paper"),
        plain(),
        styled("Findings", 1),
        bold("Staff"),
        plain(),
        styled("Costs", 2),
        bold("Rent"),
        plain(),
    ]
    assert headings(*pieces) == [("A paper", 1), ("Findings", 1), ("Staff", 2), ("Costs", 2), ("Rent", 3)]
    pieces = [
        bold("1. Scope"),
        bold("1.1 Aim"),
        plain(),
        bold("Why"),
        plain(),
        bold("2. Costs"),
        plain(),
        bold("How"),
        plain(),
    ]
    assert headings(*pieces) == [("1. Scope", 1), ("1.1 Aim", 2), ("Why", 3), ("2. Costs", 1), ("How", 2)]
    assert headings(styled("Deep", 6), bold("Deeper"), plain()) == [("Deep", 6), ("Deeper", 6)]


@pytest.mark.parametrize(
    ("text", "following", "kind"),
    [
        ("Table 2: Turnout by ward", ROW, "caption"),
        ("Figure 4. Spending", ROW, "caption"),
        ("Table A Turnout", ROW, "caption"),
        ("Table 2 shows the turnout.", plain(), "paragraph"),
        ("Turnout by ward", ROW, "paragraph"),
        ("Tables turned", ROW, "paragraph"),
    ],
)
def test_a_line_that_names_the_table_below(text: str, following: Piece, kind: str) -> None:
    assert with_headings([plain(text), following])[0].kind == kind
