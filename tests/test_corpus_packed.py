"""Packed blocks are the blocks that were put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, Cell, Document
from corpus.packed import LONG_CHARS, PackedBlocks
from corpus.readers.text import find_blocks

CELLS = st.lists(st.builds(Cell, st.integers(0, 9), st.integers(0, 9), st.integers(0, 5)), max_size=2).map(tuple)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.integers(0, 2**40),
        st.integers(0, 2**40),
        st.sampled_from(["paragraph", "heading", "list_item", "table_row", "caption", "note", "furniture"]),
        st.integers(0, 9),
        st.sampled_from(["", "•", "3.2"]),
        st.none() | st.integers(0, 2**40),
        CELLS,
    ),
    max_size=6,
)


@given(BLOCKS, st.slices(6))
def test_they_are_the_blocks_that_were_put_in(blocks: list[Block], part: slice) -> None:
    packed = PackedBlocks(blocks)
    assert list(packed) == blocks and len(packed) == len(blocks)
    assert [packed[place] for place in range(-len(blocks), len(blocks))] == blocks * 2
    assert packed[part] == tuple(blocks[part])
    assert packed == tuple(blocks) and tuple(blocks) == packed and packed == PackedBlocks(blocks)
    assert packed != (*blocks, Block(0, 1)) and packed != "blocks"


@pytest.mark.parametrize("place", [1, -2, 9])
def test_there_are_no_others(place: int) -> None:
    with pytest.raises(IndexError, match=f"no block {place} among 1"):
        PackedBlocks([Block(0, 1)])[place]


def test_a_document_takes_them_for_blocks() -> None:
    packed = PackedBlocks([Block(0, 4, "heading", 1), Block(6, 10, parent=0)])
    document = Document("a", "A", "Plan\n\nText", None, None, None, "text/plain", "0" * 64, (), packed)
    assert [document.block_at(offset) for offset in (0, 5, 9, 10)] == [0, 1, 1, None]
    assert list(document.above(1)) == [Block(0, 4, "heading", 1)]


def test_a_long_text_has_the_blocks_of_its_parts() -> None:
    chapter = (
        "Report of the Director\n\n1. The panel met in\nMay and agreed.\n\n• first\n• second\n\nIt then closed.\n\n"
    )
    times = LONG_CHARS // len(chapter) + 2
    long, short = find_blocks(chapter * times), find_blocks(chapter * 3)
    assert isinstance(long, PackedBlocks) and isinstance(short, tuple)
    own = len(short) // 3
    assert len(long) == own * times
    for place in (0, 1, own, 2 * own + 1):
        assert long[place] == short[place]
    last = long[-1]
    assert (last.kind, chapter[last.start % len(chapter) :][:15]) == (short[-1].kind, "It then closed.")
