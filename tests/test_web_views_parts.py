from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from corpus.document import Block, Document
from tests.pages import document
from web.views.parts import part_of, part_starts


def made(blocks: list[tuple[int, bool]]) -> Document:
    text, built = "", list[Block]()
    for length, is_heading in blocks:
        words = ("word " * length)[:length].rstrip() or "w"
        built.append(
            Block(len(text), len(text) + len(words), "heading" if is_heading else "paragraph", int(is_heading))
        )
        text += words + "\n\n"
    return document(text, tuple(built))


def test_a_short_document_is_one_part() -> None:
    assert part_starts(made([(9_000, False), (8_990, False)])) == (0,)


def test_a_part_ends_before_a_heading_once_it_is_long() -> None:
    read = made([(300, True), (12_000, False), (50, True), (10_000, False), (50, True), (9_000, False)])
    starts = part_starts(read)
    assert [read.text[start : start + 4] for start in starts] == ["word"] * len(starts)
    assert starts == (0, read.blocks[2].start, read.blocks[5].start)


def test_a_block_without_end_is_cut_after_a_space_and_one_without_spaces_anyway() -> None:
    spaced = made([(60_000, False)])
    assert all(spaced.text[start - 1] == " " for start in part_starts(spaced)[1:])
    solid = document("x" * 60_000, (Block(0, 60_000),))
    assert part_starts(solid) == (0, 18_000, 36_000, 54_000)


@given(st.lists(st.tuples(st.integers(1, 40_000), st.booleans()), min_size=1, max_size=12))
def test_parts_are_in_order_hold_everything_and_none_is_too_long(blocks: list[tuple[int, bool]]) -> None:
    read = made(blocks)
    starts = part_starts(read)
    ends = (*starts[1:], len(read.text))
    assert starts[0] == 0 and list(starts) == sorted(set(starts))
    assert all(0 < end - start <= 18_002 for start, end in zip(starts, ends, strict=True))
    assert [part_of(starts, start) for start in starts] == list(range(1, len(starts) + 1))
    assert [part_of(starts, end - 1) for end in ends] == list(range(1, len(starts) + 1))
