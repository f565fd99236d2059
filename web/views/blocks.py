"""A span of a document as it is shown: paragraphs, lists and tables, with marks and the starts of pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from corpus.document import Block, BlockKind, Document
from corpus.structure import is_heading
from qa.tables.named_rows import cell_names

STACKED_COLUMNS: Final = 3
"""The rows of a table of so many columns stand as a card each on a narrow screen, with what names their cells."""
_CELL_SEPARATOR = re.compile(r"(?<!\S)\|(?!\S)")  # as the readers join the cells of a row


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to mark, in offsets into a document's text."""

    start: int
    end: int
    kind: Literal["cited", "quote", "term", "value", "found", "match"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked, or not, in one way throughout.

    Attributes:
        kinds: the kinds of mark on it, separated by spaces; "" for none.
        target: whether it is the start of the cited words.
        is_match: whether it is the start of the match that is looked at.
        pages: the pages that start with it, when that is inside a paragraph.
    """

    text: str
    kinds: str = ""
    target: bool = False
    pages: tuple[int, ...] = ()
    is_match: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a table row.

    Attributes:
        segments: its text.
        span: how many columns it reaches over.
        names: whether it names its row or columns.
        named: what its column is called; "" where that is not known, and where the row is told by it.
    """

    segments: tuple[Segment, ...]
    span: int = 1
    names: bool = False
    named: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block.

    Attributes:
        level: 2 to 4, the level a heading has on the page, below the page's own title; 1 to 4, the depth of a list
            item; otherwise 0.
        segments: its text; () for a table row.
        has_marker: whether a list item begins with its own bullet or number.
        cells: of a table row; () for everything else.
        start: where it starts in the document's text.
        is_rest: whether what is shown of it begins after its start.
    """

    kind: BlockKind
    level: int
    segments: tuple[Segment, ...]
    has_marker: bool = False
    cells: tuple[CellView, ...] = ()
    start: int = 0
    is_rest: bool = False

    @property
    def columns(self) -> int:
        """How many columns a table row has."""
        return sum(cell.span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind that stand together, after the first lines of `pages`.

    Attributes:
        leads: what the first of them hangs on, besides headings, where the span begins after it: the sentence that
            leads into a list with the items above, or a table's caption; the outermost first.
        header: the header rows of the table likewise.
    """

    kind: BlockKind
    pages: tuple[int, ...]
    blocks: tuple[BlockView, ...]
    leads: tuple[str, ...] = ()
    header: tuple[BlockView, ...] = ()

    @property
    def is_stacked(self) -> bool:
        """Whether on a narrow screen the cells of its rows stand one below the other."""
        return self.blocks[0].columns >= STACKED_COLUMNS


def group_blocks(
    document: Document, start: int, end: int, marks: Sequence[Mark], *, page_starts: bool
) -> Iterator[Group]:
    """A span of a document as groups of blocks, ready to be shown.

    Args:
        document: the document.
        start: where the span starts, in code points; a paragraph that reaches beyond is cut there.
        end: where it ends, the character there not included.
        marks: what to mark, in any order; they may overlap.
        page_starts: whether to say where pages start.

    Yields:
        Lists, and table rows with as many cells, as one group each, everything else as one group a paragraph.
    """
    group: Group | None = None
    for index, pages, block in _blocks(document, start, end, marks, document.pages if page_starts else ()):
        if group and not pages and _stands_with(block, group.blocks[-1]):
            group = replace(group, blocks=(*group.blocks, block))
            continue
        if group:
            yield group
        group = Group(block.kind, pages, (block,), *_above(document, index, start))
    if group:
        yield group


def _stands_with(block: BlockView, before: BlockView) -> bool:
    """Whether a block belongs to the list or the table that the block before it belongs to."""
    alike = block.kind == before.kind and block.columns == before.columns
    return alike and block.kind in ("list_item", "table_row")


def stepped(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The same groups with headings that go down one level at a time from 2, whatever levels a document leaves out.

    Args:
        groups: of a page, in their order.
    """
    found, above = list[Group](), list[int]()
    for group in groups:
        if group.kind == "heading":
            level = group.blocks[0].level
            above = [*(one for one in above if one < level), level]
            group = replace(group, blocks=tuple(replace(block, level=len(above) + 1) for block in group.blocks))
        found.append(group)
    return tuple(found)


def _above(document: Document, index: int, start: int) -> tuple[tuple[str, ...], tuple[BlockView, ...]]:
    """What a block hangs on before the start of a span, besides headings: words, and the header rows of its table."""
    above = [one for one in reversed([*document.above(index)]) if one.end <= start and not is_heading(one)]
    leads = tuple(document.text[one.start : one.end] for one in above if one.kind != "table_row")
    cutter = _Cutter(document.text, (), ())
    header = tuple(_shown(one, cutter, one.start, one.end) for one in above if one.kind == "table_row")
    return leads, header


def _blocks(
    document: Document, start: int, end: int, marks: Sequence[Mark], breaks: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...], BlockView]]:
    """The blocks within a span by their indexes, each after the pages that start between it and the one before it.

    Args:
        document: the document.
        start: of the span.
        end: of the span.
        marks: what to mark.
        breaks: where each page starts.
    """
    cutter = _Cutter(document.text, marks, breaks)
    cutter.turn_to(start)
    first_index = bisect_right(document.blocks, start, key=lambda block: block.end)
    for index in range(first_index, len(document.blocks)):
        block = document.blocks[index]
        if block.start >= end:
            return
        first, last = max(block.start, start), min(block.end, end)
        if first < last:
            before = cutter.turned
            cutter.turn_to(first + 1)
            pages = tuple(range(before + 1, cutter.turned + 1))
            shown = _shown(block, cutter, first, last)
            yield index, pages, _with_names(document, index, shown) if shown.columns >= STACKED_COLUMNS else shown


def _with_names(document: Document, index: int, row: BlockView) -> BlockView:
    """A row whose cells behind the first have the names of their columns, where these are known."""
    names = cell_names(document, index) if document.blocks[index].cells else ()
    if not any(names[1:]):
        return row
    named = (replace(cell, named=name) for cell, name in zip(row.cells[1:], names[1:], strict=True))
    return replace(row, cells=(row.cells[0], *named))


def _shown(block: Block, cutter: _Cutter, first: int, last: int) -> BlockView:
    """What is shown of a block, from one offset to another."""
    if block.kind == "table_row":
        cells = tuple(_cells(block, cutter, first, last))
        cutter.turn_to(last)
        return BlockView("table_row", 0, (), cells=cells, start=block.start)
    levels = {"heading": min(max(block.level + 1, 2), 4), "list_item": min(max(block.level, 1), 4)}
    level = levels.get(block.kind, 0)
    has_marker = block.kind == "list_item" and block.marker != "" and first == block.start
    shown = cutter.segments(first, last)
    return BlockView(block.kind, level, shown, has_marker, start=block.start, is_rest=first > block.start)


def _cells(block: Block, cutter: _Cutter, first: int, last: int) -> Iterator[CellView]:
    """The cells of a table row, from one offset to another; one that reaches down has its text from above."""
    if not block.cells:
        for left, right in _parted(cutter.text, first, last):
            yield CellView(cutter.segments(left, right))
    for cell in block.cells:
        if cell.end <= block.start and cell.start < cell.end:
            yield CellView((Segment(cutter.text[cell.start : cell.end]),), cell.span, cell.names)
        else:
            left, right = max(cell.start, first), min(cell.end, last)
            yield CellView(cutter.segments(left, max(left, right)), cell.span, cell.names)


def _parted(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a row without known cells start and end, the spaces around them left out."""
    separators = [(separator.start(), separator.end()) for separator in _CELL_SEPARATOR.finditer(text, first, last)]
    for left, right in zip(
        [first, *(end for _, end in separators)], [*(start for start, _ in separators), last], strict=True
    ):
        start = left + len(text[left:right]) - len(text[left:right].lstrip())
        yield start, max(start, left + len(text[left:right].rstrip()))


class _Cutter:
    """Cuts a document's text into segments, from its start towards its end.

    It remembers how many pages were told of, and whether the cited words and the match that is looked at have begun:
    only their first segments are targets.

    Args:
        text: of the document.
        marks: what to mark.
        breaks: where each page starts.
    """

    def __init__(self, text: str, marks: Sequence[Mark], breaks: Sequence[int]) -> None:
        self.text = text
        self.turned = 0
        self._marks = marks
        self._breaks = breaks
        self._due = {"cited", "match"}

    def turn_to(self, offset: int) -> list[int]:
        """Take the pages that start before an offset as told of, and say where they start."""
        before = self.turned
        while self.turned < len(self._breaks) and self._breaks[self.turned] < offset:
            self.turned += 1
        return list(self._breaks[before : self.turned])

    def segments(self, first: int, last: int) -> tuple[Segment, ...]:
        """The text between two offsets, cut wherever a mark or a page starts or ends."""
        page = self.turned + 1
        breaks = [max(start, first) for start in self.turn_to(last)]
        segments = cut(self.text, first, last, self._marks, breaks)
        told = tuple(
            replace(segment, pages=tuple(page + count for count, edge in enumerate(breaks) if edge == start))
            for start, segment in segments
        )
        return tuple(self._with_target(segment) for segment in told)

    def _with_target(self, segment: Segment) -> Segment:
        begun = self._due.intersection(segment.kinds.split())
        self._due -= begun
        return replace(segment, target="cited" in begun, is_match="match" in begun) if begun else segment


def cut(
    text: str, first: int, last: int, marks: Iterable[Mark], breaks: Sequence[int] = ()
) -> list[tuple[int, Segment]]:
    """The text between two offsets in segments, each with the offset where it starts.

    Args:
        text: the whole text.
        first: where to begin.
        last: where to end.
        marks: what to mark.
        breaks: further offsets at which to cut.
    """
    touching = [mark for mark in marks if mark.start < last and mark.end > first]
    edges = (edge for mark in touching for edge in (mark.start, mark.end) if first < edge < last)
    segments = []
    for left, right in pairwise(sorted({first, last, *breaks, *edges})):
        kinds = {mark.kind for mark in touching if mark.start <= left and mark.end >= right}
        segments.append((left, Segment(text[left:right], " ".join(sorted(kinds)))))
    return segments
