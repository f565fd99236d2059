"""A passage in a line or two: the words of it that come nearest to an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.document import Document
from qa.answer import Highlight
from qa.tables.named_rows import partings
from web.views.blocks import Mark, Segment, cut

_CHARS = 165
_BEFORE = 50
_PARAGRAPH_END = "\u2029"
_CELL_END = "\u241f"
_BETWEEN_CELLS = f" {_CELL_END}"
_AT_CELL_END = re.compile(rf" *{_CELL_END}")
_WIDEST = 8  # of a window of characters, to look for a space in


def block_starts(document: Document, start: int, end: int) -> Iterator[int]:
    """Where the blocks begin that begin within a span, counted from its start."""
    first = document.block_at(start)
    for block in document.blocks[first or 0 :]:
        if block.start >= end:
            return
        if block.start > start:
            yield block.start - start


def excerpt(text: str, marks: Sequence[Highlight], starts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Words of a passage around what answers in it, or around the first of what is marked, or at its beginning.

    Args:
        text: of the passage.
        marks: what is marked in it.
        starts: where its paragraphs and items begin.

    Returns:
        The words in one line, with their marks, and an ellipsis where something is left out.
    """
    text = apart(text, starts)
    around = next((mark for mark in marks if mark.kind == "quote"), marks[0] if marks else None)
    start, end = _window(text, around.start if around else 0)
    within = [Mark(mark.start, mark.end, mark.kind) for mark in marks]
    segments = [Segment(in_one_line(segment.text), segment.kinds) for _, segment in cut(text, start, end, within)]
    before = (Segment("… "),) if start else ()
    return (*before, *segments, *((Segment(" …"),) if end < len(text.rstrip()) else ()))


def apart(text: str, starts: Iterable[int]) -> str:
    """The same text with signs between its items and rows and between the cells of these, which `in_one_line` tells.

    Args:
        text: some words of a document.
        starts: where its paragraphs and items begin.
    """
    cells_end = partings(text)
    for at in starts:
        if text[at - 1 : at] == "\n" != text[at - 2 : at - 1] and text[at : at + 1].isalnum():
            text = f"{text[: at - 1]}{_PARAGRAPH_END}{text[at:]}"
    for first, last in cells_end:
        text = f"{text[:first]}{_CELL_END.rjust(last - first)}{text[last:]}"
    return text


def _window(text: str, at: int) -> tuple[int, int]:
    """Where an excerpt starts and ends: between words, not between cells of a row, with what matters near its start."""
    start = max(min(at - _BEFORE, len(text) - _CHARS), 0)
    if start and (space := text.find(" ", start, start + _CHARS // _WIDEST)) > 0:
        start = space + 1
    end = min(start + _CHARS, len(text))
    if end < len(text) and (space := text.rfind(" ", end - _CHARS // _WIDEST, end)) > start:
        end = space
    if start:
        start = end - len(text[start:end].lstrip(_BETWEEN_CELLS))
    if end < len(text) or text.endswith(_CELL_END):
        end = start + len(text[start:end].rstrip(_BETWEEN_CELLS))
    return start, end


def in_one_line(text: str) -> str:
    """A text with such signs in one line, with a dot where a paragraph ends, and a semicolon between cells of a row."""
    text = _AT_CELL_END.sub("; ", text)
    return text.replace("\n\n", " · ").replace(_PARAGRAPH_END, " · ").replace("\n", " ")
