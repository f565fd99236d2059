"""Blocks become one text whose offsets can be relied on."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from corpus.assembly import Block, assemble
from corpus.document import Document, ParagraphKind

KINDS = st.sampled_from(get_args(ParagraphKind))


def test_list_items_and_rows_are_close_and_other_blocks_apart() -> None:
    blocks = [
        Block("One"),
        Block("a", "list_item"),
        Block("b", "list_item"),
        Block("x | y", "table_row"),
        Block("z | w", "table_row"),
        Block("End"),
    ]
    assert assemble(blocks).text == "One\n\na\nb\n\nx | y\nz | w\n\nEnd"


def test_a_page_can_turn_within_a_block_and_pages_can_be_empty() -> None:
    found = assemble([Block("starts here", page=2, continued="and ends"), Block("later", page=5)], page_count=6)
    assert found.text == "starts here and ends\n\nlater"
    assert [found.text[start:][:5] for start in found.pages] == ["start", "start", "and e", "later", "later", ""]


@given(st.lists(st.tuples(st.text(), KINDS, st.integers(0, 2), st.text(max_size=5)), max_size=20))
def test_offsets_hold_for_any_blocks(parts: list[tuple[str, ParagraphKind, int, str]]) -> None:
    page = 1
    blocks = []
    for text, kind, turns, continued in parts:
        page += turns
        blocks.append(Block(text, kind, page=page, continued=continued))
        page += bool(continued.strip())
    found = assemble(blocks, page_count=page)
    Document("a", "a", found.text, None, None, None, "text/plain", "", found.pages, found.paragraphs)
    end = 0
    for paragraph, block in zip(
        found.paragraphs, [block for block in blocks if (block.text + block.continued).strip()], strict=True
    ):
        assert not found.text[end : paragraph.start].strip()
        assert found.text[paragraph.start : paragraph.end].split() == f"{block.text} {block.continued}".split()
        end = paragraph.end
    assert end == len(found.text)
    assert len(found.pages) == page
    assert list(found.pages) == sorted(found.pages)
