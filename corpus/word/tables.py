"""Tables of a Word document: where cells stand, and which of them name rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.assembly import SourceBlock, SourceCell
from corpus.header_rows import NAME_WORDS, has_figures, header_rows, is_figure, names_parts
from corpus.word.names import WORD, at, switch, value, whole_number
from corpus.word.pieces import Piece
from corpus.word.styles import Styles

_COLUMNS_MAX = 63  # as in Word
_NO_COLOURS = ("", "auto", "ffffff", "none")
_LOOK_FLAGS = {"firstRow": 0x20, "firstCol": 0x80}
_LOOK_NAMES = {"firstRow": "firstRow", "firstCol": "firstColumn"}


@dataclass(slots=True)
class Cell:
    """A cell with what it holds.

    Attributes:
        pieces: what it holds.
        text: the same on one line; the rows of a table in it are parted by semicolons.
        span: how many columns it reaches over.
        goes_on: whether it is the rest of a cell that reaches down from above.
        shade: the colour behind it, or "".
    """

    pieces: Sequence[Piece] = ()
    text: str = ""
    span: int = 1
    goes_on: bool = False
    shade: str = ""

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are."""
        return bool(self.pieces) and all(piece.is_bold for piece in self.pieces)


@dataclass(slots=True)
class Row:
    """A row of cells; `is_header` says that the document declares it to be one of names."""

    cells: list[Cell] = field(default_factory=list)
    is_header: bool = False

    @property
    def filled(self) -> list[Cell]:
        """The cells with text."""
        return [cell for cell in self.cells if cell.text]

    @property
    def source(self) -> list[SourceCell]:
        """Its cells without what they hold and name."""
        return [SourceCell(cell.text, cell.span, goes_on=cell.goes_on) for cell in self.cells]


def begun_row(element: _Element) -> Row:
    """A row with the empty columns that it begins with, without its cells."""
    properties = at(element, "trPr")
    before = min(whole_number(value(properties, "gridBefore")) or 0, _COLUMNS_MAX)
    return Row([Cell() for _ in range(before)], switch(properties, "tblHeader") is True)


def is_left_out(element: _Element) -> bool:
    """Whether a row is deleted or hidden."""
    properties = at(element, "trPr")
    return at(properties, "del") is not None or switch(properties, "hidden") is True


def add_cell(row: Row, element: _Element, pieces: Sequence[Piece]) -> None:
    """Put a cell into a row, as far as a row of Word's reaches.

    Args:
        row: the row.
        element: the cell.
        pieces: what it holds.
    """
    properties = at(element, "tcPr")
    room = _COLUMNS_MAX - sum(cell.span for cell in row.cells)
    span = min(max(whole_number(value(properties, "gridSpan")) or 1, 1), max(room, 1))
    if row.cells and value(properties, "hMerge") == "continue":
        row.cells[-1].span += span
        row.cells[-1].pieces = [*row.cells[-1].pieces, *pieces]
        row.cells[-1].text = _on_one_line(row.cells[-1].pieces)
        return
    merge = at(properties, "vMerge")
    goes_on = merge is not None and merge.get(WORD + "val", "continue") == "continue"
    shade = at(properties, "shd")
    fill = "" if shade is None else shade.get(WORD + "fill", "").lower()
    text = _on_one_line(pieces)
    row.cells.append(Cell(pieces, text, span, goes_on and not text, "" if fill in _NO_COLOURS else fill))


def _on_one_line(pieces: Sequence[Piece]) -> str:
    followed = [*(bool(piece.block.cells) for piece in pieces[1:]), False]
    return " ".join(
        piece.text + (";" if goes_on and piece.block.cells else "")
        for piece, goes_on in zip(pieces, followed, strict=False)
    )


def stands_as_text(rows: Sequence[Row]) -> bool:
    """Whether a table only puts text into its place: one column, or cells that hold sections or other tables."""
    if all(len(row.cells) <= 1 for row in rows):
        return True
    return any(_holds_sections(cell, is_alone=len(rows) == 1) for row in rows for cell in row.cells)


def _holds_sections(cell: Cell, *, is_alone: bool) -> bool:
    inner_rows = sum(len(piece.block.cells) > 1 for piece in cell.pieces)
    if inner_rows > 1 and (is_alone or inner_rows < len(cell.pieces)):
        return True
    has_heading = any(piece.block.kind == "heading" for piece in cell.pieces)
    return len(cell.pieces) > (1 if has_heading else 2) and (has_heading or is_alone)


def row_blocks(table: _Element, rows: Sequence[Row], styles: Styles) -> Iterator[SourceBlock]:
    """The rows of a table as blocks.

    Args:
        table: the table.
        rows: its rows with what they hold.
        styles: of the document.
    """
    look = _Look(table, styles)
    rows = [row for row in rows if row.filled]
    headers = _header_rows(rows, look)
    names_rows = _has_header_column(rows[headers:], look)
    for index, row in enumerate(rows):
        is_header = index < headers
        is_section = index + 1 < len(rows) and _names_section(row)
        yield SourceBlock(
            "",
            "table_row",
            begins=index == 0,
            cells=tuple(
                SourceCell(
                    cell.text,
                    cell.span,
                    is_header or is_section or (names_rows and place == 0 and len(row.filled) > 1),
                    cell.goes_on,
                )
                for place, cell in enumerate(row.cells)
            ),
        )


def _names_section(row: Row) -> bool:
    """Whether a row is one cell over several columns that names the rows below it."""
    only = row.filled[0] if len(row.filled) == 1 else None
    return only is not None and only.span > 1 and len(only.text.split()) <= NAME_WORDS and not only.text.endswith(".")


class _Look:
    """Which parts of a table its style sets off."""

    def __init__(self, table: _Element, styles: Styles) -> None:
        properties = at(table, "tblPr")
        self._look = at(properties, "tblLook")
        self._sets_off = styles.sets_off(value(properties, "tblStyle"))

    def sets_off(self, part: str) -> bool:
        """Whether it sets off "firstRow" or "firstCol"."""
        if self._look is None or part not in self._sets_off:
            return False
        named = self._look.get(WORD + _LOOK_NAMES[part])
        if named is not None:
            return named in ("1", "true", "on")
        try:
            return bool(int(self._look.get(WORD + "val", "0"), 16) & _LOOK_FLAGS[part])
        except ValueError:
            return False


def _header_rows(rows: Sequence[Row], look: _Look) -> int:
    """How many rows, from the first on, name the columns."""
    declared = next((index for index, row in enumerate(rows) if not row.is_header), len(rows))
    if declared:
        return declared if declared < len(rows) else 0
    if len(rows) < 2 or max(len(row.cells) for row in rows) < 2:
        return 0
    first, second = rows[0], rows[1]
    if first.filled[0].text.rstrip().endswith(":"):
        return 0
    is_set_off = (
        look.sets_off("firstRow")
        or (all(cell.is_bold for cell in first.filled) and not all(cell.is_bold for cell in second.filled))
        or ("" not in _shades(first) and _shades(first) != _shades(second))
    )
    cells = [row.source for row in rows]
    if not is_set_off and (unflagged := header_rows(cells)) != 1:
        return unflagged
    spans_more = any(cell.span > 1 for cell in first.cells) or any(cell.goes_on for cell in second.cells)
    is_second_set_off = (
        all(cell.is_bold for cell in second.filled)
        or any(cell.goes_on for cell in second.cells)
        or names_parts(cells[0], cells[1], cells[2:])
    )
    return 2 if spans_more and is_second_set_off and len(rows) > 2 and not has_figures(cells[1]) else 1


def _shades(row: Row) -> set[str]:
    return {cell.shade for cell in row.cells}


def _has_header_column(rows: Sequence[Row], look: _Look) -> bool:
    """Whether the first cell of each row names it."""
    full = [row for row in rows if len(row.filled) > 1 and row.cells[0].text]
    if not full:
        return False
    firsts = [row.cells[0] for row in full]
    others = [cell for row in full for cell in row.filled if cell is not row.cells[0]]
    if look.sets_off("firstCol") or all(cell.text.rstrip().endswith(":") for cell in firsts):
        return True
    if all(cell.is_bold for cell in firsts) and not any(cell.is_bold for cell in others):
        return True
    is_named = not any(is_figure(cell.text) for cell in firsts)
    return is_named and all(is_figure(cell.text) for cell in others)
