"""Blocks become one text whose offsets can be relied on."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.assembly import SourceBlock, SourceCell, assemble, table_row, taken_apart
from corpus.document import BlockKind, Document

KINDS = st.sampled_from(get_args(BlockKind))


def test_list_items_and_rows_are_close_and_other_blocks_apart() -> None:
    blocks = [
        SourceBlock("One"),
        SourceBlock("a", "list_item"),
        SourceBlock("b", "list_item"),
        SourceBlock("x | y", "table_row"),
        SourceBlock("z | w", "table_row"),
        SourceBlock("End"),
    ]
    assert assemble(blocks).text == "One\n\na\nb\n\nx | y\nz | w\n\nEnd"


def test_a_page_can_turn_within_a_block_and_pages_can_be_empty() -> None:
    found = assemble(
        [SourceBlock("starts here", page=2, continued="and ends"), SourceBlock("later", page=5)], page_count=6
    )
    assert found.text == "starts here and ends\n\nlater"
    assert [found.text[start:][:5] for start in found.pages] == ["start", "start", "and e", "later", "later", ""]


@given(st.lists(st.tuples(st.text(), KINDS, st.integers(0, 2), st.text(max_size=5)), max_size=20))
def test_offsets_hold_for_any_blocks(parts: list[tuple[str, BlockKind, int, str]]) -> None:
    page = 1
    blocks = []
    for text, kind, turns, continued in parts:
        page += turns
        blocks.append(SourceBlock(text, kind, page=page, continued=continued))
        page += bool(continued.strip())
    found = assemble(blocks, page_count=page)
    Document("a", "a", found.text, None, None, None, "text/plain", "", found.pages, found.blocks)
    end = 0
    for paragraph, block in zip(
        found.blocks, [block for block in blocks if (block.text + block.continued).strip()], strict=True
    ):
        assert not found.text[end : paragraph.start].strip()
        assert found.text[paragraph.start : paragraph.end].split() == f"{block.text} {block.continued}".split()
        end = paragraph.end
    assert end == len(found.text)
    assert len(found.pages) == page
    assert list(found.pages) == sorted(found.pages)


def test_a_table_that_begins_below_another_one_is_apart() -> None:
    first = table_row(["Ward", "Lead"], names=True)
    second = replace(table_row(["Mill", "41"]), begins=True)
    goes_on = SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell("42")))
    made = assemble([SourceBlock("Votes", "caption"), first, second, goes_on])
    assert made.text == "Votes\n\nWard | Lead\n\nMill | 41\nMill | 42"
    assert [block.parent for block in made.blocks] == [None, 0, None, None]
    assert [cell.start for cell in made.blocks[3].cells][:1] == [made.text.rindex("Mill")]


def reaching(*texts: str | None, span: int = 1) -> SourceBlock:
    """A row of a table; None is the rest of the cell above."""
    return SourceBlock("", "table_row", cells=tuple(SourceCell(one or "", span, goes_on=one is None) for one in texts))


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([["Barn", "Day", "£9"], [None, "Night", None], [None, "Late", "£4"]],
         ["Barn | Day | £9", "Barn | Night | £9", "Barn | Late | £4"]),
        ([["Barn", "Day"], [None, None], [None, ""], [None, "Late"]], ["Barn | Day", "Barn | Late"]),
        ([["Barn", ""], ["Mill", None], ["Hall", "£4"]], ["Barn |", "Mill |", "Hall | £4"]),
        ([["w " * 12, "Day"], [None, "Night"]], ["w " * 12 + "| Day", "w " * 12 + "| Night"]),
        ([["w " * 13, "Day"], [None, "Night"], [None, "Late"]], ["w " * 13 + "| Day", "| Night", "| Late"]),
        ([[None, "Day"], [None, "Night"]], ["| Day", "| Night"]),
    ],
)  # fmt: skip
def test_a_cell_that_reaches_down_is_said_in_each_of_its_rows(rows: list[list[str | None]], lines: list[str]) -> None:
    whole = assemble([reaching(*row) for row in rows])
    assert whole.text.split("\n") == lines
    assert assemble(taken_apart(whole)) == whole


def test_what_begins_a_table_says_nothing_of_the_one_before() -> None:
    rows = [reaching("Barn", "Day"), replace(reaching(None, "Night"), begins=True), reaching("Mill", "Late")]
    assert assemble(rows).text == "Barn | Day\n\n| Night\nMill | Late"


def test_a_cell_over_several_columns_is_said_again_below_itself_alone() -> None:
    first = SourceBlock("", "table_row", cells=(SourceCell("a"), SourceCell("both", span=2), SourceCell("c")))
    second = SourceBlock("", "table_row", cells=(SourceCell("d"), SourceCell("", 2, goes_on=True), SourceCell("e")))
    third = SourceBlock("", "table_row", cells=(SourceCell("f"), SourceCell("g"), SourceCell("", goes_on=True)))
    assert assemble([first, second, third]).text == "a | both |  | c\nd | both |  | e\nf | g |"


@pytest.mark.parametrize(
    "blocks",
    [
        [
            table_row(["Ward", "Day"], names=True),
            SourceBlock("", "table_row", cells=(SourceCell("East"), SourceCell("Monday"))),
            SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell("Friday"))),
            SourceBlock("", "table_row", cells=(SourceCell("", goes_on=True), SourceCell(""))),
        ],
        [
            SourceBlock("", "table_row", cells=(SourceCell("Sums", span=2, names=True), SourceCell("Who"))),
            SourceBlock("", "table_row", cells=(SourceCell("4"), SourceCell("5"), SourceCell("", goes_on=True))),
        ],
        [table_row(["a", "b"]), replace(table_row(["c", "d"]), begins=True), table_row(["e", ""])],
        [
            SourceBlock("1. Aims", "heading", 1),
            SourceBlock("It was agreed:"),
            SourceBlock("(a) to buy bins", "list_item", 1, marker="(a)"),
            SourceBlock("and to paint them", level=1),
            SourceBlock("Bins", "caption"),
            SourceBlock("1 See above.", "note"),
        ],
    ],
    ids=["merged down", "merged across", "two tables", "a list"],
)
def test_a_text_that_is_taken_apart_is_put_together_as_it_was(blocks: list[SourceBlock]) -> None:
    whole = assemble(blocks)
    assert assemble(taken_apart(whole)) == whole


def test_a_table_of_one_named_column_is_a_list_under_its_name() -> None:
    name, *rows = table_row(["Halls with a stage"], 1, names=True), table_row(["Ash"], 1), table_row(["Elm"], 2)
    made = assemble([name, *rows], 2)
    assert made.text == "Halls with a stage\n\nAsh\nElm" and made.pages == (0, made.text.index("Elm"))
    assert [(block.kind, block.parent) for block in made.blocks] == [
        ("paragraph", None),
        ("list_item", 0),
        ("list_item", 0),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [table_row(["Hall"], names=True), table_row(["Ash"])],
        [table_row(["Hall"]), table_row(["Ash"]), table_row(["Elm"])],
        [table_row(["Hall"], names=True), table_row(["Ash"], names=True), table_row(["Elm"])],
        [table_row(["Hall", "Fee"], names=True), table_row(["Ash", "£4"]), table_row(["Elm", "£5"])],
        [table_row(["Hall"], names=True), table_row(["Ash"]), table_row(["Elm", "£5"])],
    ],
)
def test_other_tables_stay_tables(rows: list[SourceBlock]) -> None:
    assert {block.kind for block in assemble(rows).blocks} == {"table_row"}


def test_tables_below_each_other_are_each_their_own_list() -> None:
    tables = [table_row(["Hall"], names=True), table_row(["Ash"]), table_row(["Elm"])]
    other = [replace(table_row(["Ward"], names=True), begins=True), table_row(["Bourne"]), table_row(["Colne"])]
    kinds = [block.kind for block in assemble([*tables, *other, SourceBlock("The end.")]).blocks]
    assert kinds == [*(["paragraph", "list_item", "list_item"] * 2), "paragraph"]
