"""What a reader finds in a file, to a document with canonical text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from corpus.document import Block, BlockKind, Cell, Document
from corpus.language.rows import CELL_END
from corpus.metadata import Given, describe
from corpus.structure import hang

LINE_END = "\x1d"
"""A line end of the source that is kept in a block; any other is white space."""

_LIST_LEAST = 2  # rows below its name make a table of one column a list
_SAID_AGAIN_WORDS = 12  # a longer cell that reaches down is text beside several rows, and names none of them
_ONE_LINE_EACH: frozenset[BlockKind] = frozenset({"list_item", "table_row"})


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table row, as a reader finds it.

    Attributes:
        text: its text; "" for an empty one.
        span: how many columns it reaches over.
        names: whether it names its row or its columns.
        goes_on: whether it is the rest of a cell that reaches down from the row above; it has no text of its own, and
            says again what that one says.
    """

    text: str
    span: int = 1
    names: bool = False
    goes_on: bool = False


_EMPTY = SourceCell("")


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """One block of a source, as a reader finds it.

    Attributes:
        text: its text; white space but `LINE_END` is made single spaces when it is assembled. Not used for a table row
            with cells.
        kind: what it is.
        level: 1-6 for a heading; for a list item its depth from 1, and for a paragraph that goes on in an item the
            depth of the item; otherwise 0.
        page: the page (from 1) it starts on, or 0 in a source without pages.
        continued: the part of its text that stands on the next page, or "".
        marker: the number or sign that its text begins with, where the source itself says so; it is part of `text`.
            Without it, the text is looked at.
        cells: of a table row, from its first column on without a gap: an empty cell is a cell.
        begins: whether a table begins with this row, though the block before is a row as well.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    page: int = 0
    continued: str = ""
    marker: str = ""
    cells: tuple[SourceCell, ...] = ()
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Assembled:
    """A canonical text with its blocks and the offsets of its pages, as `Document` takes them."""

    text: str
    blocks: Sequence[Block]
    pages: tuple[int, ...]


def table_row(cells: Iterable[str], page: int = 0, *, names: bool = False) -> SourceBlock:
    """A table row of cells that each reach over one column.

    Args:
        cells: the text of each, in the order of the columns; "" for an empty one.
        page: the page it starts on, or 0.
        names: whether it is a header row: all of its cells name their columns.
    """
    return SourceBlock("", "table_row", page=page, cells=tuple(SourceCell(text, names=names) for text in cells))


def compose(
    file_id: str,
    sha256: str,
    media_type: str,
    blocks: Sequence[SourceBlock],
    given: Given,
    page_count: int = 0,
    recognised: tuple[tuple[int, float], ...] = (),
    *,
    beside: Sequence[str] = (),
) -> Document:
    """Make a document of the blocks of a file.

    Args:
        file_id: the document's id.
        sha256: of the file.
        media_type: of the file.
        blocks: in reading order.
        given: what the file states of itself beside its text.
        page_count: how many pages it has; 0 for none.
        recognised: see `Document`.
        beside: lines that the file has of the document beside its text; they stand at the end of it, each as a block,
            and nothing but `given` is made of them.
    """
    document = described(file_id, sha256, media_type, assemble(blocks, page_count), given, recognised)
    if not beside:
        return document
    whole = assemble([*blocks, *(SourceBlock(line, "furniture") for line in beside)], page_count)
    return replace(document, text=whole.text, blocks=whole.blocks)


def described(
    file_id: str,
    sha256: str,
    media_type: str,
    assembled: Assembled,
    given: Given,
    recognised: tuple[tuple[int, float], ...] = (),
) -> Document:
    """Make a document of canonical text; see `compose`."""
    stated = describe(file_id, assembled.text, assembled.blocks, given)
    return Document(
        id=file_id,
        title=stated.title,
        text=assembled.text,
        source=stated.source,
        url=given.url,
        published=stated.published,
        media_type=media_type,
        sha256=sha256,
        pages=assembled.pages,
        blocks=assembled.blocks,
        dated=stated.dated,
        dated_basis=stated.dated_basis,
        recognised=recognised,
    )


def assemble(blocks: Iterable[SourceBlock], page_count: int = 0) -> Assembled:
    """Join blocks to a text, with a blank line between blocks and a line break between list items or rows of a table.

    A table of one column that is named is a list under its name.

    Args:
        blocks: in reading order, pages ascending; blocks without text are left out.
        page_count: how many pages the source has; 0 for none.

    Returns:
        The text, its blocks, and the offset at which each page starts; a page without text starts where the next
        one does.
    """
    parts: list[str] = []
    found: list[Block] = []
    pages: list[int] = []
    length = 0
    row: tuple[Cell, ...] = ()
    above: Mapping[int, SourceCell] = {}
    for block in _with_lists(blocks):
        if not _says_anything(block):
            continue
        last = found[-1].kind if found else None
        goes_on = last == block.kind and last in _ONE_LINE_EACH and not block.begins
        above = above if goes_on else {}
        cells = tuple(_filled(block.cells, above))
        text, places = _row_text(cells) if cells else (_lined(f"{block.text} {block.continued}"), ())
        gap = "" if last is None else "\n" if goes_on else "\n\n"
        start = length + len(gap)
        parts += (gap, text)
        length = start + len(text)
        row = _cells(cells, places, start, row if goes_on else ())
        above = {own.column: cell for own, cell in zip(row, cells, strict=True)}
        found.append(Block(start, length, block.kind, block.level, _flat(block.marker), cells=row))
        pages.extend([start if pages else 0] * (min(block.page, page_count) - len(pages)))
        if (rest := _flat(block.continued)) and page_count > block.page:
            pages.append(length - len(rest))
    pages.extend([length if pages else 0] * (page_count - len(pages)))
    text = "".join(parts)
    return Assembled(text, hang(text, found), tuple(pages))


def _with_lists(blocks: Iterable[SourceBlock]) -> Iterator[SourceBlock]:
    """Blocks with the tables of one named column as lists."""
    rows: list[SourceBlock] = []
    for block in blocks:
        if rows and (block.kind != "table_row" or block.begins):
            yield from _as_list(rows)
            rows = []
        if block.kind == "table_row":
            rows.append(block)
        else:
            yield block
    yield from _as_list(rows)


def _as_list(rows: Sequence[SourceBlock]) -> Iterator[SourceBlock]:
    """The rows of a table; of one named column its name, and a list of the rows below."""
    names = [[cell.names for cell in row.cells] for row in rows]
    if len(rows) <= _LIST_LEAST or names != [[True], *([[False]] * (len(rows) - 1))]:
        yield from rows
        return
    yield SourceBlock(rows[0].cells[0].text, page=rows[0].page)
    for row in rows[1:]:
        yield SourceBlock(row.cells[0].text, "list_item", 1, row.page)


def _lined(text: str) -> str:
    return "\n".join(line for part in text.split(LINE_END) if (line := _flat(part)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _says_anything(block: SourceBlock) -> bool:
    """Whether a block has any text of its own; bars alone in cells are none."""
    if block.cells:
        return any(_own_text(cell).strip(" |") for cell in block.cells)
    return bool(_flat(f"{block.text} {block.continued}"))


def _own_text(cell: SourceCell) -> str:
    return "" if cell.goes_on else _flat(cell.text)


def _filled(cells: Sequence[SourceCell], above: Mapping[int, SourceCell]) -> Iterator[SourceCell]:
    """The cells of a row; one that reaches down to it says again what it says above, unless that is long.

    Args:
        cells: of the row.
        above: those of the row above, by the first column of each.
    """
    column = 0
    for cell in cells:
        reaching = above.get(column, _EMPTY)
        if cell.goes_on and len(reaching.text.split()) <= _SAID_AGAIN_WORDS:
            cell = replace(cell, text=reaching.text, goes_on=reaching.goes_on)
        yield cell
        column += cell.span


def _row_text(cells: Sequence[SourceCell]) -> tuple[str, list[int]]:
    """The text of a row, with an empty place for each column that has none, and where each cell starts in it."""
    columns: list[str] = []
    firsts: list[int] = []
    for cell in cells:
        firsts.append(len(columns))
        columns += [_own_text(cell), *[""] * (cell.span - 1)]
    starts = [0, *accumulate(len(text) + len(CELL_END) for text in columns)]
    text = CELL_END.join(columns)
    left_out = len(text) - len(text.lstrip())
    return text.strip(), [min(max(starts[first] - left_out, 0), len(text.strip())) for first in firsts]


def taken_apart(assembled: Assembled) -> Iterator[SourceBlock]:
    """The blocks of a text that was put together, to be put together with others."""
    text, end, last = assembled.text, 0, ""
    for block in assembled.blocks:
        cells = tuple(
            SourceCell("", cell.span, cell.names, goes_on=True)
            if cell.start < block.start
            else SourceCell(text[cell.start : cell.end], cell.span, cell.names)
            for cell in block.cells
        )
        yield SourceBlock(
            text[block.start : block.end],
            block.kind,
            block.level,
            marker=block.marker if block.kind == "list_item" else "",
            cells=cells,
            begins=last == block.kind == "table_row" and "\n\n" in text[end : block.start],
        )
        end, last = block.end, block.kind


def _cells(cells: Sequence[SourceCell], places: Sequence[int], start: int, above: Sequence[Cell]) -> tuple[Cell, ...]:
    made: list[Cell] = []
    column = 0
    for cell, place in zip(cells, places, strict=True):
        first = start + place
        end = first + len(_own_text(cell))
        if cell.goes_on:
            first, end = next((one.start, one.end) for one in above if one.column == column)
        made.append(Cell(first, end, column, cell.span, cell.names))
        column += cell.span
    return tuple(made)
