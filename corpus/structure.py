"""What gives a block its meaning: headings, the sentence that leads in, the header row, its printed number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.document import Block, BlockKind, Document
from corpus.language.lists import Marker, leads_in, marker_at, paragraph_number
from corpus.language.sentences import sentences

CONTEXT_SEPARATOR = " > "
_MARKED: frozenset[BlockKind] = frozenset({"paragraph", "heading", "list_item"})
HEADING_MAX_CHARS = 200
"""A longer heading is text, and nothing hangs on it."""
_CONTEXT_CHARS = 200
_RUN = 3  # so many bare numbers that follow each other are numbers of paragraphs,
_RUN_OF_LEVELS = 2  # and so many of more than one level, such as 3.1 and 3.2


def hang(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give blocks their markers, where they have none yet, and what they hang on.

    Args:
        text: the canonical text.
        blocks: in order, with offsets, kind, level and cells.

    Returns:
        The same blocks with `marker` and `parent`.
    """
    return tuple(hung(text, blocks))


def hung(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """What `hang` gives, block by block."""
    tree = _Tree(text)
    for index, (block, marker) in enumerate(zip(blocks, _markers(text, blocks), strict=True)):
        parent = tree.add(index, block)
        yield Block(block.start, block.end, block.kind, block.level, block.marker or marker, parent, block.cells)


def heading_path(document: Document, index: int) -> str:
    """The headings above a block, or down to it where it is one, outermost first, joined with " > "."""
    block = document.blocks[index]
    path = [one for one in (block, *document.above(index)) if is_heading(one)]
    return CONTEXT_SEPARATOR.join(_flat(document, one) for one in reversed(path))


def context_of(document: Document, index: int, start: int) -> str:
    """What the block at which a passage starts hangs on, besides headings, as far as it stands before the passage.

    Args:
        document: the document.
        index: of the block.
        start: where the passage starts.

    Returns:
        Caption and header row of a table with the cells that reach down to the row, or the sentence that leads into a
        list and the items above, outermost first, joined with " > "; "" for nothing.
    """
    block = document.blocks[index]
    parts = [
        _leading(document, above) for above in document.above(index) if not is_heading(above) and above.end <= start
    ]
    parts.reverse()
    reached = [
        document.text[cell.start : cell.end] for cell in block.cells if cell.end <= start and cell.start < cell.end
    ]
    return CONTEXT_SEPARATOR.join([*parts, *reached])


def paragraph_at(document: Document, offset: int) -> str | None:
    """The number that a document prints before the paragraph in which an offset lies, such as "51" or "3.2(a)".

    An item without a number of its own is of the paragraph that leads into its list; a heading numbers what stands
    below it only where it says what it numbers, such as "Minute 41". None where no number is printed.
    """
    index = document.block_at(offset)
    if index is None:
        return None
    above = [one.marker for one in document.above(index) if one.kind != "heading" or one.marker[:1].isalpha()]
    return paragraph_number([document.blocks[index].marker, *above])


def is_heading(block: Block) -> bool:
    """Whether what follows a block may hang on it as on a heading."""
    return block.kind == "heading" and block.end - block.start <= HEADING_MAX_CHARS


def _flat(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _leading(document: Document, block: Block) -> str:
    """What a block says to those that hang on it: the last sentence of a paragraph, the whole of a row, cut short."""
    text = _flat(document, block)
    if block.kind == "paragraph" and len(text) > _CONTEXT_CHARS:
        start, end = sentences(text)[-1]
        text = text[start:end]
    return text if len(text) <= _CONTEXT_CHARS else text[:_CONTEXT_CHARS].rsplit(" ", 1)[0] + " …"


def _markers(text: str, blocks: Sequence[Block]) -> list[str]:
    """What each block begins with; a bare number only in a run of them that follow each other, or before a heading."""
    found = [
        marker_at(text[block.start : min(block.end, block.start + 60)]) if block.kind in _MARKED else None
        for block in blocks
    ]
    bare = {marker.levels for marker in found if marker and marker.is_bare and marker.levels}
    return [
        marker.text if marker and (not marker.is_bare or _in_run(marker, bare, block)) else ""
        for marker, block in zip(found, blocks, strict=True)
    ]


def _in_run(marker: Marker, bare: set[tuple[int, ...]], block: Block) -> bool:
    *outer, last = marker.levels
    length = 1
    for step in (-1, 1):
        number = last + step
        while (*outer, number) in bare:
            length += 1
            number += step
    return block.kind == "heading" or length >= (_RUN_OF_LEVELS if outer else _RUN)


class _Tree:
    """Takes blocks in their order and says what each hangs on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._headings: list[tuple[int, Block]] = []
        self._items: list[tuple[int, int]] = []  # depth and index of the items that are open
        self._lead: int | None = None  # what a list or a table that begins now hangs on
        self._header: int | None = None  # the header row of the table that is open
        self._section: int | None = None  # the row in it that names the rows below it
        self._in_header = False  # whether the last row was a header row, which the next header row is a part of
        self._last: BlockKind | None = None

    def add(self, index: int, block: Block) -> int | None:
        parent = self._parent(index, block)
        self._last = block.kind
        return parent

    def _parent(self, index: int, block: Block) -> int | None:
        heading = self._headings[-1][0] if self._headings else None
        match block.kind:
            case "heading" if is_heading(block):
                return self._open_heading(index, block)
            case "list_item":
                return self._open_item(index, block, heading)
            case "table_row":
                return self._open_row(index, block, heading)
            case "note" | "furniture":
                return heading
            case "paragraph" if block.level and self._items:
                return next((item for depth, item in reversed(self._items) if depth <= block.level), self._items[0][1])
        self._items.clear()
        self._header = None
        self._lead = index if block.kind == "caption" or self._leads_in(block) else None
        return heading

    def _open_heading(self, index: int, block: Block) -> int | None:
        while self._headings and self._headings[-1][1].level >= block.level:
            self._headings.pop()
        above = self._headings[-1][0] if self._headings else None
        self._headings.append((index, block))
        self._items.clear()
        self._lead = self._header = None
        return above

    def _open_item(self, index: int, block: Block, heading: int | None) -> int | None:
        self._header = None
        depth = max(block.level, 1)
        while self._items and self._items[-1][0] >= depth:
            self._items.pop()
        parent = self._items[-1][1] if self._items else self._lead if self._lead is not None else heading
        self._items.append((depth, index))
        return parent

    def _open_row(self, index: int, block: Block, heading: int | None) -> int | None:
        is_next_table = self._last == "table_row" and self._text.endswith("\n\n", 0, block.start)
        if self._last != "table_row" or is_next_table:
            self._items.clear()
            self._header = self._section = None
            self._lead = None if is_next_table else self._lead
        above = self._lead if self._lead is not None else heading
        header = self._header if self._header is not None else above
        filled = [cell for cell in block.cells if cell.start < cell.end]
        if not filled or not all(cell.names for cell in filled):
            self._in_header = False
            return header if self._section is None else self._section
        if self._header is not None and len(filled) == 1 and filled[0].span > 1:
            self._section = index
            return header
        parent = header if self._in_header else above
        self._header, self._section, self._in_header = index, None, True
        return parent

    def _leads_in(self, block: Block) -> bool:
        return block.kind == "paragraph" and leads_in(self._text[max(block.start, block.end - 400) : block.end])
