"""Tables as text: which sign parts their cells, and what they hold."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from corpus.language.vocabulary import CURRENCY_SIGNS
from corpus.office.grid import CELL_MAX_CHARS, CELLS_MAX, ROWS_MAX, GridCell, GridRow, Sheet

_SEPARATORS = ("\t", ";", "|", ",")  # a comma may stand within numbers and sentences
_SAMPLE_CHARS = 65_536
_SAMPLE_ROWS = 200
_LIKE_SHARE = 0.6  # of the lines that have cells
_CERTAIN_ROWS = 4
_CERTAIN_CELLS = 3
_PROSE_LINE_CHARS = 120
_PROSE_SHARE = 0.9  # of the commas of prose, which have a space after them
_LINES_IN_CELL_MAX = 500
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.I)
_NUMBER = re.compile(
    rf"[-+(]?\s*+[{re.escape(CURRENCY_SIGNS)}]?\s*+[-+]?[0-9][0-9.,' ]*+\s*+[%{re.escape(CURRENCY_SIGNS)}]?\)?"
)
_DAY = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[T ][0-9:.]+Z?)?")


@dataclass(slots=True)
class ReadTable:
    """What was read of a table.

    Attributes:
        sheet: its cells.
        left_out: how many rows are beyond what is read.
        has_stray_quotes: whether a quotation mark was opened and never closed.
    """

    sheet: Sheet = field(default_factory=Sheet)
    left_out: int = 0
    has_stray_quotes: bool = False


def read_sheet(text: str) -> ReadTable:
    """Read a table.

    Args:
        text: all of it, with plain line ends.
    """
    declared = _SEPARATOR_LINE.match(text.partition("\n")[0])
    separator = declared[1] if declared else _separator(text[:_SAMPLE_CHARS]) or ","
    if declared:
        text = text.partition("\n")[2]
    found = ReadTable(has_stray_quotes=_has_stray_quotes(text, separator))
    quoting = csv.QUOTE_NONE if found.has_stray_quotes else csv.QUOTE_MINIMAL
    cells_left = CELLS_MAX
    for number, values in enumerate(_rows(text, separator, quoting)):
        cells = {column: _cell(value) for column, value in enumerate(values) if value.strip()}
        if not cells:
            continue
        if cells_left < len(cells) or len(found.sheet.rows) >= ROWS_MAX:
            found.left_out += 1
            continue
        cells_left -= len(cells)
        found.sheet.rows.append(GridRow(number, cells))
    return found


def looks_separated(text: str) -> bool:
    """Whether a text without a telling name is a table: every line has as many cells, three at least.

    Args:
        text: its beginning.
    """
    lines = [line for line in text[:_SAMPLE_CHARS].split("\n")[:-1] if line.strip()]
    separator = _separator(text[:_SAMPLE_CHARS])
    if separator is None or (separator == "," and any(", " in line for line in lines[:_CERTAIN_ROWS])):
        return False
    counts = [len(row) for row in _sample(text, separator) if row]
    return len(counts) >= _CERTAIN_ROWS and counts[0] >= _CERTAIN_CELLS and len(set(counts)) == 1


def may_be_separated(text: str) -> bool:
    """Whether a text that is called a table can be one: prose in long lines is none.

    Args:
        text: its beginning.
    """
    text = text[:_SAMPLE_CHARS]
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or sum(map(len, lines)) / len(lines) <= _PROSE_LINE_CHARS:
        return True
    separator = _separator(text)
    commas_of_sentences = text.count(", ") + text.count(",\n")
    return separator is not None and (separator != "," or commas_of_sentences < _PROSE_SHARE * text.count(","))


def _separator(text: str) -> str | None:
    """The sign that parts the cells: the one with which most lines have the same number of cells, two at least."""
    best, best_score = None, 0.0
    for separator in _SEPARATORS:
        counts = Counter(len(row) for row in _sample(text, separator) if row)
        several = {count: rows for count, rows in counts.items() if count > 1}
        if not several:
            continue
        usual = max(several, key=lambda count: (several[count], count))
        with_cells = sum(several.values())
        if several[usual] < _LIKE_SHARE * with_cells and usual < _CERTAIN_CELLS:
            continue
        score = several[usual] / counts.total()
        if score > best_score:
            best, best_score = separator, score
    return best


def _sample(text: str, separator: str) -> list[list[str]]:
    lines = text[:_SAMPLE_CHARS].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(text) >= _SAMPLE_CHARS:
        lines.pop()
    try:
        return list(islice(csv.reader(lines, delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return []


def _rows(text: str, separator: str, quoting: int) -> Iterator[list[str]]:
    limit = csv.field_size_limit(max(len(text), 1))
    try:
        lines = (match[0] for match in re.finditer(r"[^\n]*\n|[^\n]+$", text))
        if quoting == csv.QUOTE_NONE:
            yield from csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
        else:
            yield from csv.reader(lines, delimiter=separator)
    finally:
        csv.field_size_limit(limit)


def _has_stray_quotes(text: str, separator: str) -> bool:
    """Whether a quotation mark opens a cell that swallows line after line and never ends."""
    if '"' not in text:
        return False
    try:
        return any(
            value.count("\n") > _LINES_IN_CELL_MAX for row in _rows(text, separator, csv.QUOTE_MINIMAL) for value in row
        )
    except csv.Error:
        return True


def _cell(value: str) -> GridCell:
    text = value.strip()[:CELL_MAX_CHARS]
    return GridCell(text, _NUMBER.fullmatch(text) is not None or _DAY.fullmatch(text) is not None)
