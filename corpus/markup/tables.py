"""Tables: rows with every cell in its column, header cells known, and tables that only lay out a page told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from corpus.assembly import SourceBlock, SourceCell
from corpus.header_rows import names_parts, with_header
from corpus.markup.lists import whole_number
from corpus.markup.tree import holds, is_in, pieces

CELLS = ("td", "th")
_SECTIONS = ("thead", "tbody", "tfoot")
_HEADINGS = ("h1", "h2", "h3")
_SPAN_MOST = 1000
_SPAN_COUNTED = 50  # a cell that reaches further only means to fill its row
_LAYOUT_ROW_WORDS = 300
_LAYOUT_NESTED_WORDS = 120

TextOf = Callable[[etree._Element], str]


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Sequence[etree._Element]
    is_header: bool
    section: int  # cells reach down within the sections of a table
    rest: etree._Element | None = None  # the element of the row, where it holds text outside cells


def is_layout(table: etree._Element) -> bool:
    """Whether a table only lays out a page, so that it is no table to its reader."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(table))
    if any(cell.tag == "th" for row in rows for cell in row.cells) or any(child.tag == "caption" for child in table):
        return False
    if all(len(row.cells) <= 1 for row in rows) or holds(table, *_HEADINGS):
        return True
    most = max(sum(_words(cell) for cell in row.cells) for row in rows)
    is_nested = holds(table, "table")
    return most > (_LAYOUT_NESTED_WORDS if is_nested else _LAYOUT_ROW_WORDS)


def table_blocks(table: etree._Element, text_of: TextOf) -> Iterator[SourceBlock]:
    """The caption and the rows of a table, with what stands in it outside of rows.

    Args:
        table: a table that is not layout.
        text_of: the text of a cell or another part.
    """
    for child in table:
        if child.tag == "caption":
            yield SourceBlock(text_of(child), "caption")
    rows = list(_rows(table))
    columns = max((_columns(row.cells) for row in rows if len(row.cells) > 1), default=1)
    has_names = any(cell.tag == "th" for row in rows for cell in row.cells)
    grid = _Grid(columns, text_of)
    placed: list[list[SourceCell]] = []
    for index, row in enumerate(rows):
        is_header = row.is_header or (index < 2 and not has_names and _is_bold_header(rows, index))
        cells = grid.place(row, is_header=is_header)
        if row.rest is not None:
            cells += [SourceCell(text) for text in [_outside_cells(row.rest)] if text]
        if cells:
            placed.append(cells if is_header else list(_with_names(cells, row)))
    blocks = [SourceBlock("", "table_row", cells=tuple(cells)) for cells in _with_second_header(placed)]
    yield from with_header(blocks)
    for part in table:
        if part.tag not in ("caption", "colgroup", "col", "tr", *_SECTIONS, *CELLS):
            yield SourceBlock(text_of(part))


def _rows(table: etree._Element) -> Iterator[_Row]:
    """The rows of a table itself, those of its foot last."""
    parts = [*(part for part in table if part.tag != "tfoot"), *(part for part in table if part.tag == "tfoot")]
    loose: list[etree._Element] = []
    for number, part in enumerate(parts, 1):
        if part.tag in _SECTIONS:
            yield from _rows_of(loose, 0)
            loose = []
            yield from _rows_of(list(part), number, is_header=part.tag == "thead")
        else:
            loose.append(part)
    yield from _rows_of(loose, 0)


def _rows_of(parts: Sequence[etree._Element], section: int, *, is_header: bool = False) -> Iterator[_Row]:
    """The rows in some parts of a table; cells that no row holds are one."""
    loose: list[etree._Element] = []
    for part in parts:
        if part.tag in CELLS:
            loose.append(part)
        elif part.tag == "tr":
            if loose:
                yield _Row(loose, is_header, section)
                loose = []
            yield _Row([cell for cell in part if cell.tag in CELLS], is_header, section, part)
    if loose:
        yield _Row(loose, is_header, section)


class _Grid:
    """Places the cells of rows in columns, with those that reach down from the rows above."""

    def __init__(self, columns: int, text_of: TextOf) -> None:
        self._columns = columns
        self._text_of = text_of
        self._section = 0
        self._reaching: dict[
            int, tuple[int, int, bool]
        ] = {}  # by column: over how many rows, over how many columns, names

    def place(self, row: _Row, *, is_header: bool) -> list[SourceCell]:
        """The cells of the next row from its first column on."""
        if row.section != self._section:
            self._section = row.section
            self._reaching.clear()
        placed: list[SourceCell] = []
        column = 0
        for cell in row.cells:
            column = self._reach(column, placed)
            span = min(_span(cell, "colspan"), max(self._columns - column, 1))
            names = is_header or cell.tag == "th"
            placed.append(SourceCell(self._text_of(cell), span, names))
            if (rows := _span(cell, "rowspan")) > 1:
                self._reaching[column] = (rows, span, names)
            column += span
        while any(one >= column for one in self._reaching):
            before = column
            column = self._reach(column, placed)
            if column == before:
                placed.append(SourceCell(""))
                column += 1
        self._reaching = {
            one: (rows - 1, span, names) for one, (rows, span, names) in self._reaching.items() if rows > 1
        }
        return placed

    def _reach(self, column: int, placed: list[SourceCell]) -> int:
        """Add the cells that reach down to a column and those after it; gives the next column that is free."""
        while (above := self._reaching.get(column)) is not None:
            _, span, names = above
            placed.append(SourceCell("", span, names, goes_on=True))
            column += span
        return column


def _span(cell: etree._Element, name: str) -> int:
    number = whole_number(cell.get(name))
    return 1 if number is None or number < 0 else min(number or _SPAN_MOST, _SPAN_MOST)


def _columns(cells: Sequence[etree._Element]) -> int:
    return sum(min(_span(cell, "colspan"), _SPAN_COUNTED) for cell in cells)


def _with_names(cells: Sequence[SourceCell], row: _Row) -> Iterator[SourceCell]:
    """The cells of a row; where only its own name is filled in, it is no header row."""
    is_wide = any(cell.names and cell.span > 1 for cell in cells[1:])
    is_lone = not is_wide and any(cell.tag == "td" for cell in row.cells)
    is_lone = is_lone and not any(cell.text.strip() for cell in cells if not cell.names)
    for cell in cells:
        yield replace(cell, names=False) if is_lone else cell


def _is_bold_header(rows: Sequence[_Row], index: int) -> bool:
    """Whether the first row of several is the only one that is all bold, or the first two where one cell is wide."""
    bold = [bool(row.cells) and all(_is_bold(cell) for cell in row.cells if _letters(cell)) for row in rows[:4]]
    if len(bold) < 2 or len(rows[0].cells) < 2 or not bold[0]:
        return False
    count = 2 if bold[1] and any(_span(cell, "colspan") > 1 for cell in rows[0].cells) else 1
    return index < count < len(rows) and not any(bold[count : count + 2])


def _with_second_header(rows: Sequence[list[SourceCell]]) -> Iterator[list[SourceCell]]:
    """The rows of a table; the second is a header as well where it names the columns that a cell of the first has."""
    for index, cells in enumerate(rows):
        if (
            index == 1
            and all(cell.names or not cell.text for cell in rows[0])
            and names_parts(rows[0], cells, rows[2:])
        ):
            yield [replace(cell, names=True) for cell in cells]
        else:
            yield cells


def _is_bold(cell: etree._Element) -> bool:
    heavy = sum(_letters(one) for one in cell.iter("b", "strong") if not is_in(one, "b", "strong"))
    return _letters(cell) == heavy > 0


def _letters(element: etree._Element) -> int:
    return sum(len("".join(text.split())) for text in pieces(element))


def _words(element: etree._Element) -> int:
    return sum(len(text.split()) for text in pieces(element))


def _outside_cells(row: etree._Element) -> str:
    """The text of a row that stands outside its cells."""
    parts = [row.text or ""]
    for child in row:
        if child.tag not in CELLS:
            parts.append(" ".join(pieces(child)))
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split())
