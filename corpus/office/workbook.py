"""The workbook of a spreadsheet program (.xlsx): its sheets, and what their cells show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from lxml.etree import _Element

from corpus.language.times.parts import MONTH_NAMES
from corpus.office.grid import CELL_MAX_CHARS, CELLS_MAX, ROWS_MAX, Area, GridCell, GridRow, Sheet
from corpus.office.number_forms import BUILT_IN, is_day, shown
from corpus.office.package import DamagedPart, Package, forget, local_name

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_SHARED_MAX_CHARS = 300_000_000
_ON = ("1", "true", "on")
_PAGE_OF_CHARS = 10  # letters of a header beside a page number that says more than "Page 3 of 9"
_COLUMNS_MAX = 16_384
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it.

    Attributes:
        name: on its tab.
        part: the name of its part.
        kind: "worksheet", or "chartsheet".
        is_hidden: whether its tab is not shown.
    """

    name: str
    part: str
    kind: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class _Look:
    """How cells of a style show numbers."""

    code: str = "General"
    is_day: bool = False
    is_bold: bool = False


_PLAIN = _Look()


@dataclass(slots=True)
class ReadSheet:
    """What was read of a sheet.

    Attributes:
        sheet: its cells.
        hidden_rows, hidden_columns: how many of them hold something and are not shown.
        without_result: how many formulas have no kept result.
        left_out: how many rows are beyond what is read.
        is_damaged: whether it breaks off.
        repeated: the texts of its printed headers and footers.
    """

    sheet: Sheet = field(default_factory=Sheet)
    hidden_rows: int = 0
    hidden_columns: set[int] = field(default_factory=set)
    without_result: int = 0
    left_out: int = 0
    is_damaged: bool = False
    repeated: list[str] = field(default_factory=list)


class Workbook:
    """A workbook.

    Args:
        package: the file.

    Raises:
        UnreadableFile: it is damaged.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.main_part("xl/workbook.xml")
        root = package.needed_tree(self._main)
        self._related = package.related(self._main)
        properties = root.find("{*}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904", "").lower() in _ON
        self.sheets = tuple(self._listed(root))
        self._looks = self._read_looks()
        self._shared = self._read_shared()
        self._rows_left = ROWS_MAX
        self._cells_left = CELLS_MAX

    def _listed(self, root: _Element) -> Iterator[SheetPart]:
        for element in root.iterfind("{*}sheets/{*}sheet"):
            relationship = self._related.get(element.get(_RELATIONSHIP_ID, ""))
            if relationship is not None and not relationship.is_outside:
                is_hidden = element.get("state", "visible") != "visible"
                yield SheetPart(element.get("name", ""), relationship.target, relationship.kind, is_hidden)

    def _part_of_kind(self, kind: str, usual: str) -> str:
        return next((one.target for one in self._related.values() if one.kind == kind and not one.is_outside), usual)

    def _read_looks(self) -> list[_Look]:
        root = self._package.spare_tree(self._part_of_kind("styles", "xl/styles.xml"))
        if root is None:
            return []
        codes = dict(BUILT_IN)
        for element in root.iterfind("{*}numFmts/{*}numFmt"):
            if (number := element.get("numFmtId", "")).isdecimal():
                codes[int(number)] = element.get("formatCode", "General")
        bold = [_is_bold(font) for font in root.iterfind("{*}fonts/{*}font")]
        looks = []
        for element in root.iterfind("{*}cellXfs/{*}xf"):
            code = codes.get(_number(element.get("numFmtId")), "General")
            font = _number(element.get("fontId"))
            looks.append(_Look(code, is_day(code), font < len(bold) and bold[font]))
        return looks

    def _read_shared(self) -> list[str]:
        """The texts that cells share; a damaged part gives those before the damage."""
        part = self._part_of_kind("sharedStrings", "xl/sharedStrings.xml")
        texts: list[str] = []
        size = 0
        if part not in self._package:
            return texts
        try:
            for _, element in self._package.stream(part, ("si",)):
                texts.append(_rich_text(element))
                size += len(texts[-1])
                forget(element)
                if size > _SHARED_MAX_CHARS:
                    break
        except DamagedPart:
            pass
        return texts

    def read(self, part: str) -> ReadSheet:
        """Read a worksheet; rows beyond what may be read of all sheets together are counted.

        Raises:
            UnreadableFile: it is too large.
        """
        found = ReadSheet()
        declared = self._declared_headers(part)
        hidden = set[int]()
        ends = ("row", "col", "mergeCell", "autoFilter", "oddHeader", "oddFooter")
        try:
            for _, element in self._package.stream(part, ends):
                match local_name(element):
                    case "row":
                        self._take_row(found, element, hidden)
                        forget(element)
                    case "col" if element.get("hidden", "").lower() in _ON:
                        last = min(_number(element.get("max")), _COLUMNS_MAX)
                        hidden.update(range(max(_number(element.get("min")), 1) - 1, last))
                    case "mergeCell" if area := area_of(element.get("ref", "")):
                        found.sheet.merged.append(area)
                    case "autoFilter" if area := area_of(element.get("ref", "")):
                        declared.add(area.first_row)
                    case "oddHeader" | "oddFooter" if text := _printed(element.text or ""):
                        found.repeated.append(text)
        except DamagedPart:
            found.is_damaged = True
        found.sheet.header_rows = declared
        return found

    def _take_row(self, found: ReadSheet, element: _Element, hidden: set[int]) -> None:
        if self._rows_left <= 0 or self._cells_left <= 0:
            found.left_out += len(element) > 0
            return
        rows = found.sheet.rows
        number = _number(element.get("r")) - 1
        if number < 0:
            number = rows[-1].number + 1 if rows else 0
        cells = {}
        next_column = 0
        for cell in element:
            column = _column(cell.get("r", ""), next_column)
            next_column = column + 1
            read = self._cell(cell, found)
            if read is None:
                continue
            if column in hidden:
                found.hidden_columns.add(column)
            else:
                cells[column] = read
        if not cells:
            return
        if element.get("hidden", "").lower() in _ON:
            found.hidden_rows += 1
            return
        if rows and rows[-1].number >= number:
            number = rows[-1].number + 1
        rows.append(GridRow(number, cells))
        self._rows_left -= 1
        self._cells_left -= len(cells)

    def _cell(self, element: _Element, found: ReadSheet) -> GridCell | None:
        """What a cell shows, or None for an empty one."""
        value, has_formula = "", False
        for child in element:
            tag = child.tag
            if tag.endswith("}v"):
                value = child.text or ""
            elif tag.endswith("}f"):
                has_formula = True
            elif tag.endswith("}is"):
                value = _rich_text(child)
        if not value:
            found.without_result += has_formula
            return None
        index = _number(element.get("s"))
        look = self._looks[index] if index < len(self._looks) else _PLAIN
        text, is_number = self._shown(value, element.get("t", "n"), look)
        return GridCell(text[:CELL_MAX_CHARS], is_number, look.is_bold) if text.strip() else None

    def _shown(self, value: str, kind: str, look: _Look) -> tuple[str, bool]:
        if kind == "n":
            try:
                return shown(float(value), look.code, from_1904=self._from_1904), True
            except ValueError:
                return value, False
        match kind:
            case "s":
                index = _number(value)
                return (self._shared[index] if index < len(self._shared) else ""), False
            case "inlineStr":
                return value, False
            case "str":
                return _unescaped(value), False
            case "b":
                return ("TRUE" if value in _ON else "FALSE"), False
            case "e":
                return value, False
            case "d":
                return _iso_day(value), True
        return value, False

    def _declared_headers(self, part: str) -> set[int]:
        """The header rows of the tables that a sheet declares."""
        rows = set[int]()
        for relationship in self._package.related(part).values():
            if relationship.kind == "table":
                root = self._package.spare_tree(relationship.target)
                area = area_of(root.get("ref", "")) if root is not None else None
                if root is not None and area is not None:
                    rows.update(
                        range(area.first_row, area.first_row + min(_number(root.get("headerRowCount", "1")), 4))
                    )
        return rows

    def comments(self, part: str) -> list[str]:
        """The comments on a worksheet's cells, each after the place it is at and, where it is known, who wrote it."""
        related = [one for one in self._package.related(part).values() if not one.is_outside]
        threads = [one.target for one in related if one.kind == "threadedComment"]
        if threads:
            return [text for name in threads for text in self._thread(name)]
        notes = [one.target for one in related if one.kind == "comments"]
        return [text for name in notes for text in self._notes(name)]

    def _thread(self, part: str) -> Iterator[str]:
        root = self._package.spare_tree(part)
        people = self._package.spare_tree(self._part_of_kind("person", "xl/persons/person.xml"))
        names = {} if people is None else {one.get("id"): one.get("displayName", "") for one in people}
        for comment in () if root is None else root.iterfind("{*}threadedComment"):
            text = comment.findtext("{*}text") or ""
            if text.strip():
                yield _placed(comment.get("ref", ""), names.get(comment.get("personId"), ""), text)

    def _notes(self, part: str) -> Iterator[str]:
        root = self._package.spare_tree(part)
        if root is None:
            return
        authors = [author.text or "" for author in root.iterfind("{*}authors/{*}author")]
        for comment in root.iterfind("{*}commentList/{*}comment"):
            body = comment.find("{*}text")
            text = " ".join(_rich_text(body).split()) if body is not None else ""
            index = _number(comment.get("authorId"))
            author = authors[index] if index < len(authors) else ""
            if text:
                yield _placed(comment.get("ref", ""), "" if text.startswith(author) else author, text)


def area_of(reference: str) -> Area | None:
    """The cells that a reference such as "A1:C3" means; None for one that means no cells."""
    places = [_REFERENCE.fullmatch(place) for place in reference.upper().split(":")[:2]]
    cells = [(int(place[2]) - 1, column_number(place[1])) for place in places if place is not None]
    if not cells or len(cells) < len(places):
        return None
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return Area(min(rows), max(rows), min(columns), max(columns))


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """The number of a column from 0 by its letters, such as 27 for "AB"."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return max(number - 1, 0)


def _column(reference: str, usual: int) -> int:
    letters = reference.rstrip("0123456789")
    return min(column_number(letters) if letters else usual, _COLUMNS_MAX - 1)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0


def _is_bold(font: _Element) -> bool:
    bold = font.find("{*}b")
    return bold is not None and bold.get("val", "1").lower() in _ON


def _rich_text(element: _Element) -> str:
    """The text of a cell or comment, without how its signs are pronounced."""
    parts = []
    for child in element:
        match local_name(child):
            case "t":
                parts.append(child.text or "")
            case "r":
                parts.append(child.findtext("{*}t") or "")
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold, such as "_x000D_" for a carriage return."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(
        lambda match: chr(code) if (code := int(match[1], 16)) >= 32 and not 0xD800 <= code < 0xE000 else " ", text
    )


def _iso_day(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    clock = f" {moment:%H:%M}" if moment.hour or moment.minute else ""
    return f"{moment.day} {MONTH_NAMES[moment.month - 1]} {moment.year}{clock}"


def _placed(place: str, author: str, text: str) -> str:
    author = " ".join(author.split())
    return f"{place}, {author}: {text}" if author else f"{place}: {text}"


def _printed(text: str) -> str:
    """The words of a printed header or footer, without its codes for fonts, pages and the day of printing."""
    text = re.sub(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|[0-9]{1,3}|[LCR])', " ", text)
    words = re.sub(r"&[A-Za-z+-]", " ", text).replace("&&", "&")
    least = _PAGE_OF_CHARS if re.search("&[PN]", text) else 1
    return " ".join(words.split()) if sum(char.isalpha() for char in words) >= least else ""
