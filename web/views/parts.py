"""A long document in parts, so that each page of it is one that a person can read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.document import Block, Document

_CHARS = 12_000
_CHARS_MOST = 18_000


def part_starts(document: Document) -> tuple[int, ...]:
    """Where each part of a document starts, ascending from 0.

    A part is closed before a heading once it is long, before any block when it is very long, and only within a block
    that is longer than that by itself. A short document is one part.
    """
    starts = [0]
    if len(document.text) <= _CHARS_MOST:
        return (0,)
    for block in document.blocks:
        held = block.start - starts[-1]
        if held and (held + block.end - block.start > _CHARS_MOST or (held > _CHARS and block.kind == "heading")):
            starts.append(block.start)
        starts += _within(document.text, starts[-1], block)
    tail, last_two = len(document.text) - starts[-1], len(document.text) - starts[-2 if len(starts) > 1 else -1]
    if tail < last_two <= _CHARS_MOST:
        starts.pop()
    return tuple(starts)


def _within(text: str, start: int, block: Block) -> Iterator[int]:
    """Where parts start within a block that is longer than a part, after a space where there is one."""
    while block.end - start > _CHARS_MOST:
        cut = text.rfind(" ", start + _CHARS, start + _CHARS_MOST) + 1
        start = cut or start + _CHARS_MOST
        yield start


def part_of(starts: Sequence[int], offset: int) -> int:
    """The part (from 1) in which an offset lies."""
    return bisect_right(starts, offset)
