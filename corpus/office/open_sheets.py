"""The sheets of an OpenDocument spreadsheet (.ods), read without keeping the whole file in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from lxml.etree import _Element

from corpus.assembly import SourceBlock
from corpus.office.grid import CELL_MAX_CHARS, CELLS_MAX, ROWS_MAX, Area, GridCell, GridRow, Sheet
from corpus.office.number_forms import shown
from corpus.office.open_file import OpenFile
from corpus.office.open_styles import NUMBER, OFFICE, STYLE, TABLE
from corpus.office.open_text import TextReader
from corpus.office.package import DamagedPart, forget, local_name

_COLUMNS_MAX = 16_384
_REPEATED_MAX = 1_000_000
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_PARTS = {
    "day-of-week": "dddd",
    "day": "d",
    "month": "mmmm",
    "year": "yyyy",
    "hours": "hh",
    "minutes": "mm",
    "seconds": "ss",
}
_NUMBERS = ("float", "percentage", "currency", "date", "time")
_DAY_ZERO = datetime(1899, 12, 30)


@dataclass(slots=True)
class OpenSheet:
    """What was read of a sheet.

    Attributes:
        name: on its tab.
        is_hidden: whether its tab is not shown.
        sheet: its cells.
        notes: the comments on its cells, each after the place it is at.
        drawn: what is drawn on it.
        hidden_rows, hidden_columns: how many of them hold something and are not shown.
        left_out: how many rows are beyond what is read.
        is_damaged: whether it breaks off.
    """

    name: str
    is_hidden: bool = False
    sheet: Sheet = field(default_factory=Sheet)
    notes: list[SourceBlock] = field(default_factory=list)
    drawn: list[SourceBlock] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: set[int] = field(default_factory=set)
    left_out: int = 0
    is_damaged: bool = False


def open_sheets(file: OpenFile) -> list[OpenSheet]:
    """The sheets of a spreadsheet.

    Raises:
        UnreadableFile: it is damaged from its beginning, or too large.
    """
    return _SheetsReader(file).read()


class _SheetsReader:
    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._text = TextReader(file.package, file.styles)
        self._sheets: list[OpenSheet] = []
        self._depth = 0
        self._row = 0
        self._columns: list[tuple[int, bool, str]] = []  # how many, whether hidden, their cells' style
        self._header_depth = 0
        self._codes: dict[str, str] = {}
        self._day_styles: dict[str, _Element] = {}
        self._rows_left = ROWS_MAX
        self._cells_left = CELLS_MAX

    def read(self) -> list[OpenSheet]:
        ends = ("table", "table-row", "table-column", "automatic-styles", "table-header-rows", "shapes")
        starts = ("table", "table-header-rows", "automatic-styles")
        if self._file.styles_root is not None:
            self._take_day_styles(self._file.styles_root)
        try:
            for event, element in self._file.package.stream("content.xml", ends, starts):
                if element.tag == OFFICE + "automatic-styles":
                    if event == "end":
                        self._file.styles.add(element)
                        self._take_day_styles(element)
                elif event == "start":
                    self._begin(element)
                else:
                    self._end(element)
        except DamagedPart:
            if self._sheets:
                self._sheets[-1].is_damaged = True
        return self._sheets

    def _begin(self, element: _Element) -> None:
        if local_name(element) == "table-header-rows":
            self._header_depth += 1
            return
        self._depth += 1
        if self._depth == 1:
            style = element.get(TABLE + "style-name", "")
            is_hidden = self._file.styles.property_of(style, TABLE + "display") == "false"
            self._sheets.append(OpenSheet(element.get(TABLE + "name", ""), is_hidden))
            self._row, self._columns, self._header_depth = 0, [], 0

    def _end(self, element: _Element) -> None:
        match local_name(element):
            case "table-header-rows":
                self._header_depth -= 1
            case "table":
                self._depth -= 1
                if self._depth == 0:
                    forget(element)
            case _ if self._depth != 1:
                return
            case "table-column":
                visibility = element.get(TABLE + "visibility", "visible")
                style = element.get(TABLE + "default-cell-style-name", "")
                repeated = _count(element.get(TABLE + "number-columns-repeated"))
                self._columns.append((min(repeated, _COLUMNS_MAX), visibility != "visible", style))
            case "table-row":
                self._take_row(element)
                forget(element)
            case "shapes":
                self._sheets[-1].drawn += self._text.blocks(element)

    def _take_row(self, element: _Element) -> None:
        sheet = self._sheets[-1]
        repeated = min(_count(element.get(TABLE + "number-rows-repeated")), _REPEATED_MAX)
        first = self._row
        self._row += repeated
        if sheet.is_hidden:
            return
        cells = dict(self._cells(element, first, sheet))
        if not cells:
            return
        if element.get(TABLE + "visibility", "visible") != "visible":
            sheet.hidden_rows += repeated
            return
        taken = min(repeated, self._rows_left, max(self._cells_left // len(cells), 0))
        for number in range(first, first + taken):
            sheet.sheet.rows.append(GridRow(number, cells))
            if self._header_depth:
                sheet.sheet.header_rows.add(number)
        self._rows_left -= taken
        self._cells_left -= taken * len(cells)
        sheet.left_out += repeated - taken

    def _cells(self, row: _Element, number: int, sheet: OpenSheet) -> Iterator[tuple[int, GridCell]]:
        column = 0
        for element in row:
            if local_name(element) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = min(_count(element.get(TABLE + "number-columns-repeated")), _COLUMNS_MAX - column)
            is_hidden, usual = self._column(column)
            cell = self._cell(element, element.get(TABLE + "style-name") or usual) if len(element) else None
            if cell is not None and repeated > 0:
                self._keep_notes(element, number, column, sheet)
                self._keep_merged(element, number, column, sheet)
                for one in range(column, column + repeated):
                    if is_hidden:
                        sheet.hidden_columns.add(one)
                    else:
                        yield one, cell
            column += max(repeated, 0)

    def _cell(self, element: _Element, style: str) -> GridCell | None:
        """What a cell shows, or None for an empty one."""
        kind = element.get(OFFICE + "value-type", "string")
        text = ""
        if kind == "date":
            text = self._day(element.get(OFFICE + "date-value", ""), style)
        if not text:
            text = " ".join(self._text.line(child) for child in element if local_name(child) == "p")
        if not text.strip():
            return None
        weight = self._file.styles.property_of(style, _FO + "font-weight")
        return GridCell(text[:CELL_MAX_CHARS], kind in _NUMBERS, weight == "bold")

    def _keep_notes(self, element: _Element, number: int, column: int, sheet: OpenSheet) -> None:
        for child in element:
            if local_name(child) == "annotation":
                place = f"{_letters(column)}{number + 1}"
                for block in self._text.blocks([child]):
                    sheet.notes.append(SourceBlock(f"{place}: {block.text}", "note"))

    def _keep_merged(self, element: _Element, number: int, column: int, sheet: OpenSheet) -> None:
        columns = _count(element.get(TABLE + "number-columns-spanned"))
        rows = _count(element.get(TABLE + "number-rows-spanned"))
        if columns > 1 or rows > 1:
            sheet.sheet.merged.append(Area(number, number + rows - 1, column, column + columns - 1))

    def _column(self, column: int) -> tuple[bool, str]:
        """Whether a column is hidden, and the style of its cells."""
        end = 0
        for count, is_hidden, style in self._columns:
            end += count
            if column < end:
                return is_hidden, style
        return False, ""

    # Days

    def _take_day_styles(self, root: _Element) -> None:
        for element in root.iter(NUMBER + "date-style"):
            self._day_styles[element.get(STYLE + "name", "")] = element

    def _day(self, value: str, style: str) -> str:
        """A day as a spreadsheet shows it; "" where it cannot be made out."""
        try:
            moment = datetime.fromisoformat(value[:26])
        except ValueError:
            return ""
        if style not in self._codes:
            element = self._day_styles.get(self._file.styles.property_of(style, STYLE + "data-style-name"))
            parts = [] if element is None else [_PARTS[name] for one in element if (name := local_name(one)) in _PARTS]
            self._codes[style] = " ".join(parts)
        code = self._codes[style] or ("d mmmm yyyy hh:mm" if moment.hour or moment.minute else "d mmmm yyyy")
        serial = (moment.replace(tzinfo=None) - _DAY_ZERO).total_seconds() / 86_400
        return shown(serial, code)


def _count(value: str | None) -> int:
    return max(int(value), 1) if value and value.isdecimal() and len(value) < 9 else 1


def _letters(column: int) -> str:
    """The letters of a column, such as "AB" for 27."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
