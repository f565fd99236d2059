"""The cells of a sheet become tables with their titles, header rows and notes, as a person sees them in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.assembly import SourceBlock, SourceCell

ROWS_MAX = 100_000
"""So many rows of a file are read."""
CELLS_MAX = 1_000_000
"""So many cells of a file are read."""
CELL_MAX_CHARS = 1_000_000

_NAME_MAX_CHARS = 100
_TITLE_MAX_CHARS = 150
_TITLES_MAX = 4
_HEADER_ROWS_MAX = 4
_NOTE_MIN_WORDS = 4
_WIDTH_MAX_CELLS = 3_000_000  # of a table; in a larger one the empty cells are left out
_MERGED_MAX = 2_000_000
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LABEL_END = (":", "?")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell that is not empty.

    Attributes:
        text: as it is shown.
        is_number: whether it is a number, a day or a time.
        is_bold: whether it is printed in bold.
    """

    text: str
    is_number: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that are merged to one: rows and columns from 0, the last ones among them."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row that is not empty: its number from 0, and its cells by their column."""

    number: int
    cells: Mapping[int, GridCell]

    def only(self) -> GridCell | None:
        """Its cell where it has a single one."""
        return next(iter(self.cells.values())) if len(self.cells) == 1 else None


@dataclass(slots=True)
class Sheet:
    """What is seen of a sheet.

    Attributes:
        rows: those that are not empty, in order.
        merged: the cells that are merged.
        header_rows: rows that the file itself says are header rows.
    """

    rows: list[GridRow] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    header_rows: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Merge:
    """What a merged area means in one of its rows: its last column, and whether it comes from the row above."""

    last_column: int
    goes_on: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows that belong together, with the columns that they use."""

    rows: Sequence[GridRow]
    columns: Sequence[int]


_Names = Literal["all", "first", "none"]


def sheet_blocks(sheet: Sheet, level: int = 2) -> Iterator[SourceBlock]:
    """The blocks of a sheet.

    Blank rows part tables, and so does a blank column where both sides have names of their own. Single cells above a
    table are its titles: the first is a heading, the last of several its caption. A header row is one that the file
    declares, or else the first row of names over rows of numbers; a table that goes on after a blank row keeps its
    header.

    Args:
        sheet: the sheet.
        level: of the heading of the first title; those further down are one deeper.
    """
    return _SheetReader(sheet, level).blocks()


class _SheetReader:
    def __init__(self, sheet: Sheet, level: int) -> None:
        self._sheet = sheet
        self._merges = _merges(sheet)
        self._level = level
        self._pending: list[str] = []
        self._is_titled = False
        self._last: _Table | None = None  # the table before, as long as nothing else came after it
        self._has_header = False

    def blocks(self) -> Iterator[SourceBlock]:
        for rows in _parted(self._sheet.rows):
            if all(len(row.cells) == 1 for row in rows):
                yield from self._lines(rows)
            else:
                yield from self._region(rows)
        yield from self._paragraphs()

    def _lines(self, rows: Sequence[GridRow]) -> Iterator[SourceBlock]:
        """Rows of one cell each: titles of what comes next, a list, or text."""
        texts = [cell.text for row in rows for cell in row.cells.values()]
        if len(rows) <= _TITLES_MAX:
            yield from self._paragraphs()
            self._pending = texts
            return
        yield from self._paragraphs()
        self._last = None
        is_list = all(len(text) <= _NAME_MAX_CHARS for text in texts)
        for text in texts:
            yield SourceBlock("", "table_row", cells=(SourceCell(text),)) if is_list else SourceBlock(text)

    def _paragraphs(self) -> Iterator[SourceBlock]:
        """The lines that turned out to be no titles."""
        if self._pending:
            self._last = None
        yield from (SourceBlock(text) for text in self._pending)
        self._pending = []

    def _region(self, rows: Sequence[GridRow]) -> Iterator[SourceBlock]:
        titles, rows = _lead(rows)
        parts = _side_by_side(rows)
        if len(parts) > 1:
            yield from self._titles([*self._pending, *titles])
            self._pending = []
            for part in parts:
                titles, part_rows = _lead(part.rows)
                yield from self._table(_Table(part_rows, part.columns), titles)
            return
        titles = [*self._pending, *titles]
        self._pending = []
        yield from self._table(parts[0], titles)

    def _table(self, table: _Table, titles: Sequence[str]) -> Iterator[SourceBlock]:
        goes_on = self._last is not None and self._has_header and set(table.columns) <= set(self._last.columns)
        headers = self._header_count(table, goes_on=goes_on)
        if goes_on and not headers and self._last is not None:
            table = _Table(table.rows, self._last.columns)
            yield from (_section(title, len(table.columns)) for title in titles)
        else:
            yield from self._titles(titles)
            self._has_header = headers > 0
        notes = _notes_at_end(table.rows, headers)
        is_sparse = len(table.rows) * len(table.columns) > _WIDTH_MAX_CELLS
        for index, row in enumerate(table.rows[: len(table.rows) - len(notes)]):
            yield self._row(row, table.columns, is_header=index < headers, is_sparse=is_sparse)
        yield from (SourceBlock(note, "note") for note in notes)
        self._last = None if notes else table

    def _titles(self, titles: Sequence[str]) -> Iterator[SourceBlock]:
        names = [title for title in titles if not _is_prose(title)]
        for title in titles:
            if title not in names:
                yield SourceBlock(title)
            elif title == names[0]:
                yield SourceBlock(title, "heading", min(self._level + self._is_titled, 6))
                self._is_titled = True
            else:
                yield SourceBlock(title, "caption" if title == titles[-1] else "paragraph")

    def _row(self, row: GridRow, columns: Sequence[int], *, is_header: bool, is_sparse: bool) -> SourceBlock:
        if is_sparse:
            return SourceBlock("", "table_row", cells=tuple(SourceCell(cell.text) for cell in row.cells.values()))
        single = row.only()
        width = len(columns)
        if single is not None and not is_header and width > 1:
            merge = self._merges.get((row.number, next(iter(row.cells))))
            is_wide = merge is not None and not merge.goes_on and merge.last_column >= columns[-1]
            if (is_wide or single.is_bold) and not single.is_number and columns[0] in row.cells:
                return _section(single.text, width)
        names: _Names = "all" if is_header else "first" if _names_row(row, columns) else "none"
        return SourceBlock("", "table_row", cells=tuple(self._cells(row, columns, names)))

    def _cells(self, row: GridRow, columns: Sequence[int], names: _Names) -> Iterator[SourceCell]:
        index = 0
        while index < len(columns):
            column = columns[index]
            cell = row.cells.get(column)
            merge = self._merges.get((row.number, column))
            end = index + 1
            if merge is not None:
                end = max(end, bisect_left(columns, merge.last_column + 1))
            is_name = names == "all" or (names == "first" and index == 0)
            if merge is not None and merge.goes_on and cell is None:
                yield SourceCell("", end - index, is_name, goes_on=True)
            else:
                yield SourceCell(cell.text if cell else "", end - index, is_name)
            index = end

    def _header_count(self, table: _Table, *, goes_on: bool) -> int:
        """How many of a table's first rows name its columns."""
        declared = [
            index for index, row in enumerate(table.rows[:_HEADER_ROWS_MAX]) if row.number in self._sheet.header_rows
        ]
        if declared:
            return declared[-1] + 1
        names = 0
        while names < len(table.rows) and self._may_name(table.rows[names]):
            names += 1
        if not names or len(table.rows) < 2 or len(table.columns) < 2 or _is_form(table):
            return 0
        first, after = table.rows[0], table.rows[min(names, len(table.rows) - 1)]
        stands_out = _is_bold(first) and not _is_bold(after)
        if names == len(table.rows):
            stands_out = _is_bold(first) and not _is_bold(table.rows[-1])
            if goes_on and not stands_out:
                return 0
            names -= 1
        count = 1
        while count < min(names, _HEADER_ROWS_MAX) and (
            self._has_wide(table.rows[count - 1]) or (stands_out and _is_bold(table.rows[count]))
        ):
            count += 1
        return count if len(first.cells) > 1 or self._has_wide(first) else 0

    def _may_name(self, row: GridRow) -> bool:
        """Whether a row may name columns: it holds nothing but names or years."""
        return (len(row.cells) > 1 or self._has_wide(row)) and all(
            len(cell.text) <= _NAME_MAX_CHARS and (not cell.is_number or _YEAR.fullmatch(cell.text))
            for cell in row.cells.values()
        )

    def _has_wide(self, row: GridRow) -> bool:
        """Whether one of a row's cells reaches over several columns."""
        merges = ((column, self._merges.get((row.number, column))) for column in row.cells)
        return any(merge is not None and merge.last_column > column for column, merge in merges)


def _merges(sheet: Sheet) -> dict[tuple[int, int], _Merge]:
    """What merged areas mean in each row that is there, by row and first column."""
    numbers = [row.number for row in sheet.rows]
    found: dict[tuple[int, int], _Merge] = {}
    for area in sheet.merged:
        for number in numbers[bisect_left(numbers, area.first_row) : bisect_left(numbers, area.last_row + 1)]:
            found[number, area.first_column] = _Merge(area.last_column, number > area.first_row)
        if len(found) > _MERGED_MAX:
            break
    return found


def _parted(rows: Sequence[GridRow]) -> Iterator[Sequence[GridRow]]:
    """The runs of rows between blank ones."""
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or rows[index].number > rows[index - 1].number + 1:
            yield rows[start:index]
            start = index


def _lead(rows: Sequence[GridRow]) -> tuple[list[str], Sequence[GridRow]]:
    """The single cells above a table, and the table; no more than a table has titles."""
    titles: list[str] = []
    for row in rows[:_TITLES_MAX]:
        cell = row.only()
        if cell is None or cell.is_number:
            break
        titles.append(cell.text)
    return titles, rows[len(titles) :]


def _side_by_side(rows: Sequence[GridRow]) -> list[_Table]:
    """The tables that stand beside each other in some rows; one where no blank column parts them."""
    used = sorted({column for row in rows for column in row.cells})
    runs: list[list[int]] = []
    for column in used:
        if runs and column == runs[-1][-1] + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    parts = [_Table(_within(rows, run), run) for run in runs]
    is_parted = len(parts) > 1 and all(len(part.columns) > 1 and _has_names(part) for part in parts)
    return parts if is_parted else [_Table(rows, used)]


def _within(rows: Sequence[GridRow], columns: Sequence[int]) -> list[GridRow]:
    first, last = columns[0], columns[-1]
    cut = (
        GridRow(row.number, {column: cell for column, cell in row.cells.items() if first <= column <= last})
        for row in rows
    )
    return [row for row in cut if row.cells]


def _has_names(table: _Table) -> bool:
    """Whether the rows of a table have names in its first column, as they do in a table of its own."""
    cells = [row.cells.get(table.columns[0]) for row in table.rows[1:]]
    return 2 * sum(cell is not None and not cell.is_number for cell in cells) > len(cells) > 0


def _names_row(row: GridRow, columns: Sequence[int]) -> bool:
    first = row.cells.get(columns[0])
    return first is not None and not first.is_number and len(row.cells) > 1 and len(first.text) <= _NAME_MAX_CHARS


def _is_form(table: _Table) -> bool:
    """Whether a table is a form, each row a label and what is filled in."""
    labels = [row.cells.get(table.columns[0]) for row in table.rows]
    if len(table.columns) > 3 or not all(labels[:1]):
        return False
    ended = sum(label is not None and label.text.endswith(_LABEL_END) for label in labels)
    bold = sum(label is not None and label.is_bold for label in labels)
    others_bold = sum(
        cell.is_bold for row in table.rows for column, cell in row.cells.items() if column != table.columns[0]
    )
    is_first_ended = labels[0] is not None and labels[0].text.endswith(_LABEL_END)
    return (is_first_ended and 2 * ended > len(labels)) or (2 * bold > len(labels) and not others_bold)


def _is_bold(row: GridRow) -> bool:
    return all(cell.is_bold for cell in row.cells.values())


def _is_prose(title: str) -> bool:
    return len(title) > _TITLE_MAX_CHARS or title.rstrip().endswith(".")


def _notes_at_end(rows: Sequence[GridRow], headers: int) -> list[str]:
    """The single cells of text below a table: sources and remarks."""
    notes: list[str] = []
    for row in reversed(rows[headers + 1 :]):
        cell = row.only()
        if cell is None or cell.is_number or cell.is_bold or len(cell.text.split()) < _NOTE_MIN_WORDS:
            break
        notes.append(cell.text)
    return notes[::-1]


def _section(text: str, width: int) -> SourceBlock:
    """A row that names the rows below it."""
    return SourceBlock("", "table_row", cells=(SourceCell(text, max(width, 2), names=True),))
