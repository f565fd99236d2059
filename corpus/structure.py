"""What gives a block its meaning: headings, the sentence that leads in, the header row, its printed number."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from corpus.document import Block, BlockKind, Document
from corpus.language.lists import leads_in, marker_at, opens_list, paragraph_number
from corpus.language.rows import with_bars
from corpus.language.sentences import sentences

CONTEXT_SEPARATOR = " > "
_MARKED: frozenset[BlockKind] = frozenset({"paragraph", "heading", "list_item"})
HEADING_MAX_CHARS = 200
"""A longer heading is text, and nothing hangs on it."""
_CONTEXT_CHARS = 200  # of each part of a context
_CONTEXT_MAX_CHARS = 1000
_PART_LEAST_CHARS = 12  # less of one says nothing
_HEADER_ROWS_MAX = 4
_LEAD_CHARS = 400  # of the end of a paragraph that are looked at for what leads into a list
_RUN = 3  # so many bare numbers that follow each other are numbers of paragraphs,
_RUN_OF_LEVELS = 2  # and so many of more than one level, such as 3.1 and 3.2,
_RUN_STARTS = 10  # where the first of them is no higher
_RUN_GAP = 3  # though some between them are not read


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
    tree = _Tree(text, blocks)
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
    reached = CONTEXT_SEPARATOR.join(
        document.text[cell.start : cell.end] for cell in block.cells if cell.end <= start and cell.start < cell.end
    )
    parts = [_cut(reached)] if reached else []
    length = sum(map(len, parts))
    for above in document.above(index):
        if is_heading(above) or above.end > start:
            continue
        part = _leading(document, above)
        length += len(CONTEXT_SEPARATOR) + len(part)
        if length > _CONTEXT_MAX_CHARS:
            break
        parts.append(part)
    return CONTEXT_SEPARATOR.join(reversed(parts))


def nearest_context(context: str, most: int, size: Callable[[str], int] = len) -> str:
    """A context that is no longer than it may be: what is nearest to the passage is kept first.

    Args:
        context: as `context_of` gives it.
        most: how long it may be.
        size: how long a text is; at least the number of its characters.
    """
    if size(context) <= most:
        return context
    kept: list[str] = []
    for part in reversed(context.split(CONTEXT_SEPARATOR)):
        room = most - len(CONTEXT_SEPARATOR) * bool(kept)
        if kept and size(part) > room < _PART_LEAST_CHARS:
            break
        part = part[:room]
        while size(part) > room:
            part = part[:-1]
        kept.append(part)
        most = room - size(part)
    return CONTEXT_SEPARATOR.join(reversed(kept))


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


def names_columns(document: Document, index: int) -> bool:
    """Whether a block is a table's row that only names columns, and the row below hangs on it."""
    below = document.blocks[index + 1 : index + 2]
    is_row = document.blocks[index].kind == "table_row" and any(one.kind == "table_row" for one in below)
    return is_row and below[0].parent == index and _is_header(document.blocks[index])


def _flat(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _columns(row: Block) -> int:
    return max((cell.column + cell.span for cell in row.cells), default=1)


def _is_header(row: Block) -> bool:
    """Whether all that a row says names its columns."""
    filled = [cell for cell in row.cells if cell.start < cell.end]
    return bool(filled) and all(cell.names for cell in filled)


def _leading(document: Document, block: Block) -> str:
    """What a block says to those that hang on it: the last sentence of a paragraph, the whole of a row, cut short."""
    if block.kind == "table_row":
        return _cut(" ".join(with_bars(document.text, (block.start, block.end)).split()))
    text = _flat(document, block)
    if block.kind == "paragraph" and len(text) > _CONTEXT_CHARS:
        start, end = sentences(text)[-1]
        text = text[start:end]
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _CONTEXT_CHARS else text[:_CONTEXT_CHARS].rsplit(" ", 1)[0] + " …"


def _markers(text: str, blocks: Sequence[Block]) -> list[str]:
    """What each block begins with; a bare number only in a run of them that follow each other, or before a heading."""
    found = [
        marker_at(text[block.start : min(block.end, block.start + 60)]) if block.kind in _MARKED else None
        for block in blocks
    ]
    runs = _runs({marker.levels for marker in found if marker and marker.is_bare and marker.levels})
    return [
        marker.text if marker and (not marker.is_bare or block.kind == "heading" or marker.levels in runs) else ""
        for marker, block in zip(found, blocks, strict=True)
    ]


def _runs(bare: set[tuple[int, ...]]) -> set[tuple[int, ...]]:
    """Which bare numbers follow each other, in runs that start low."""
    in_runs: set[tuple[int, ...]] = set()
    starts_low = False
    run: list[tuple[int, ...]] = []
    for before, number in pairwise([(), *sorted(bare, key=lambda levels: (levels[:-1], levels[-1])), ()]):
        step = number[-1] - before[-1] if before and number and before[:-1] == number[:-1] else None
        if step != 1:
            if starts_low and len(run) >= (_RUN_OF_LEVELS if len(before) > 1 else _RUN):
                in_runs.update(run)
            run = []
        if step is None or step > _RUN_GAP:
            starts_low = bool(number) and number[-1] <= _RUN_STARTS
        run.append(number)
    return in_runs


class _Tree:
    """Takes blocks in their order and says what each hangs on."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._headings: list[tuple[int, Block]] = []
        self._items: list[tuple[int, int]] = []  # depth and index of the items that are open
        self._lead: int | None = None  # what a list or a table that begins now hangs on
        self._header: int | None = None  # the header row of the table that is open
        self._section: int | None = None  # the row in it that names the rows below it
        self._header_rows = 0  # so many header rows that are parts of one stand just above
        self._columns = 0  # of the table that is open; 0 where none is
        self._is_all_header = False  # whether no row of it is anything but a header row

    def add(self, index: int, block: Block) -> int | None:
        if self._columns and block.kind not in ("table_row", "note", "furniture"):
            self._columns, self._lead = 0, None  # what led into the table leads into nothing after it
        return self._parent(index, block)

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
        self._lead = index if block.kind == "caption" or self._leads_in(index, block) else None
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
        columns = _columns(block)
        follows_row = index > 0 and self._blocks[index - 1].kind == "table_row"
        is_next_table = follows_row and self._text.endswith("\n\n", 0, block.start)
        is_other_table = self._columns != columns and not follows_row
        if not self._columns or is_next_table or is_other_table:
            self._items.clear()
            self._header = self._section = None
            self._header_rows = 0
            self._is_all_header = self._has_only_headers(index)
            self._lead = None if is_next_table else self._lead
        self._columns = columns
        above = self._lead if self._lead is not None else heading
        header = self._header if self._header is not None else above
        if self._is_all_header or not _is_header(block):
            self._header_rows = 0
            return header if self._section is None else self._section
        filled = sum(cell.start < cell.end for cell in block.cells)
        if self._header is not None and filled == 1 and columns > 1:
            self._section = index
            return header
        if self._header_rows == _HEADER_ROWS_MAX:
            return header
        self._header_rows += 1
        self._header, self._section = index, None
        return header if self._header_rows > 1 else above

    def _has_only_headers(self, index: int) -> bool:
        """Whether all rows of the table that begins at a row are header rows."""
        for place in range(index, len(self._blocks)):
            block = self._blocks[place]
            if block.kind == "table_row" and not _is_header(block):
                return False
            if block.kind not in ("table_row", "note", "furniture"):
                break
        return True

    def _leads_in(self, index: int, block: Block) -> bool:
        text = self._text[max(block.start, block.end - _LEAD_CHARS) : block.end].rstrip("*_ ")
        leads = opens_list if self._begins_list(index + 1) else leads_in
        return block.kind == "paragraph" and leads(text)

    def _begins_list(self, index: int) -> bool:
        """Whether an item stands at a place that no other list goes on with."""
        block = self._blocks[index] if index < len(self._blocks) else None
        if block is None or block.kind != "list_item":
            return False
        marker = marker_at(self._text[block.start : min(block.end, block.start + 60)])
        return marker is None or not marker.levels or marker.levels[-1] == 1
