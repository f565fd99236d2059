"""Which rows of a table name its columns, where nothing but their words and their places says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from corpus.assembly import SourceBlock, SourceCell
from corpus.language.times.parts import ANY_MONTH, WEEKDAY
from corpus.language.vocabulary import load

NAME_WORDS = 8
"""A name of columns or rows has no more words."""
_PROSE_WORDS = 12
_FIGURE = re.compile(
    r"[-–—−+<>≤≥~£$€(\[]*\s*\d(?:[\d.,:/\s]*\d)?\s*(?:%|[a-zA-Z]{1,2})?[)\]*†‡⁰¹²³⁴⁵⁶⁷⁸⁹]*|[-–—−.*]|n/?a", re.I
)
_FIGURE_CHARS = 30
_COLUMN_NAMES = frozenset(load("tables")["column_names"])
_SHORT_FORM = re.compile(r"[A-Za-z]{1,4}\.|[A-Za-z]+ no\.", re.I)
"""A word cut short at the head of a column: "No.", "Ref.", "Item no."."""
_YEAR = re.compile(r"(?:19|20)\d{2}(?:\s*[-–/]\s*(?:\d{2}){1,2})?")
_CALENDAR = re.compile(rf"(?:{WEEKDAY}|{ANY_MONTH})\b.*", re.DOTALL)

Cells = Sequence[SourceCell]
"""The cells of a row, from its first column on without a gap."""


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, a sum, a share or a sign for none, and nothing else."""
    return len(text) <= _FIGURE_CHARS and _FIGURE.fullmatch(text) is not None


def has_figures(row: Cells) -> bool:
    """Whether a row holds a figure other than a year."""
    return any(is_figure(cell.text) and not _YEAR.fullmatch(cell.text) for cell in row)


def header_rows(rows: Sequence[Cells]) -> int:
    """How many rows, from the first on, name the columns of a table in which nothing sets a row off.

    Args:
        rows: all of the table's, from its first column on.
    """
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return 0
    first, others = rows[0], rows[1:]
    label = next((cell.text for cell in first if cell.text), "")
    if label.rstrip().endswith(":"):
        return 0
    if _names_columns(first, others) or _has_corner(first, others) or _stands_out(first, others):
        return 1
    second, below = others[0], others[1:]
    is_double = _is_merged_header(first, second) or (names_parts(first, second, below) and _has_names(second, below))
    return 2 if below and is_double else int(_is_usual(first))


def with_header(rows: Sequence[SourceBlock]) -> Iterator[SourceBlock]:
    """The rows of a table, those that name its columns marked so where no cell but the first of a row names others."""
    is_declared = any(cell.names for row in rows for cell in row.cells[1:])
    count = 0 if is_declared else header_rows([row.cells for row in rows])
    for index, row in enumerate(rows):
        yield replace(row, cells=tuple(replace(cell, names=True) for cell in row.cells)) if index < count else row


def names_parts(first: Cells, second: Cells, below: Sequence[Cells]) -> bool:
    """Whether a row names the columns that cells of the row above reach over.

    Args:
        first: a row that names columns, some of its cells several of them.
        second: the row after it.
        below: the rows that follow.
    """
    parts = {
        column
        for start, cell in _placed(first)
        if cell.text and cell.span > 1
        for column in range(start, start + cell.span)
    }
    filled = {start for start, cell in _placed(second) if cell.text and not cell.goes_on}
    is_whole = len(parts) == sum(cell.span for cell in second)
    if len(filled & parts) < 2 or is_whole or has_figures(second) or not all(map(_is_name, second)):
        return False
    texts = [text for row in below for column in parts if (text := _text_at(row, column))]
    return bool(texts) and (filled <= parts or all(map(is_figure, texts)))


def _is_merged_header(first: Cells, second: Cells) -> bool:
    """Whether two rows are a header: one name over both rows, others over columns of names."""
    spans = [cell.span for cell in first[1:] if cell.text]
    reaches_down = bool(second) and second[0].goes_on and bool(first[0].text)
    is_named = reaches_down and sum(bool(cell.text) for cell in second) > 1
    return is_named and not (has_figures(first) or has_figures(second)) and bool(spans) and min(spans) > 1


def _names_columns(first: Cells, others: Sequence[Cells]) -> bool:
    """Whether a row holds names: short words, or years, over columns of something else."""
    names = [cell.text for cell in first]
    if not all(names[1:]) or len(set(names)) < len(names) or any(cell.span > 1 for cell in first):
        return False
    return all(map(_is_name, first)) and _has_names(first, others)


def _has_corner(first: Cells, others: Sequence[Cells]) -> bool:
    """Whether a row has an empty cell above the names of rows, and a name of its own above every other column."""
    if first[0].text or len(first) < 3 or any(cell.span > 1 or not cell.text for cell in first[1:]):
        return False
    are_named = all(row[0].text and _is_name(row[0]) for row in others if row)
    return are_named and all(map(_is_name, first)) and not any(is_figure(cell.text) for cell in first[1:])


def _stands_out(first: Cells, others: Sequence[Cells]) -> bool:
    """Whether a row of names is unlike the rows below it: their columns hold days, people or words that come again.

    Of two columns it is the first that tells so, for a list of labels with what is said of each has no such.
    """
    names = [cell.text for cell in first]
    is_whole = all(names) and len(set(names)) == len(names) and not any(cell.span > 1 for cell in first)
    if not is_whole or not all(map(_is_name, first)) or any(map(_has_digit, names)):
        return False
    columns = [[text for row in others if (text := _text_at(row, place))] for place in range(len(names))]
    kinds = [set(map(_kind, values)) for values in columns]
    alike = [_kind(name) != "" and _kind(name) in kind for name, kind in zip(names, kinds, strict=True)]
    if alike[0] or any(is_alike and _kind(name) == "day" for is_alike, name in zip(alike, names, strict=True)):
        return False
    told = [
        len(values) > 1 and kind != {""} and len(kind) == 1 and _kind(name) not in kind
        for name, kind, values in zip(names, kinds, columns, strict=True)
    ]
    return any(told) or _come_again(names, columns) if len(names) > 2 else told[0]


def _kind(text: str) -> str:
    """Which kind of value a cell evidently holds: "day", "figure", or "name", words that all have a capital; or ""."""
    words = text.split()
    if _CALENDAR.fullmatch(text):
        return "day"
    if _has_digit(text):
        return "figure"
    return "name" if len(words) > 1 and all(word[0].isupper() for word in words) else ""


def _come_again(names: Sequence[str], columns: Sequence[Sequence[str]]) -> bool:
    """Whether words of a column come again in it, and no name of a column does."""
    values = [value for column in columns for value in column]
    again = any(len(set(column)) < len(column) for column in columns)
    return again and len(columns[0]) > 2 and set(values).isdisjoint(names)


def _is_usual(row: Cells) -> bool:
    """Whether a row holds names of which most end with a word that is usual at the head of a column."""
    names = [cell.text.casefold() for cell in row if cell.text and _is_name(cell)]
    usual = sum(name.split()[-1] in _COLUMN_NAMES for name in names)
    return usual > 1 and 2 * usual > len(row) == len(set(names))


def _is_name(cell: SourceCell) -> bool:
    is_sentence = cell.text.endswith(".") and not _SHORT_FORM.fullmatch(cell.text)
    return len(cell.text.split()) <= NAME_WORDS and not is_sentence


def _has_names(names: Cells, others: Sequence[Cells]) -> bool:
    """Whether some names stand over columns of something else."""
    columns = [(cell.text, [_text_at(row, start) for row in others]) for start, cell in _placed(names) if cell.text]
    return any(
        _names_column(name, values) or (len(names) > 2 and _stands_above(name, values)) for name, values in columns
    )


def _stands_above(name: str, values: Sequence[str]) -> bool:
    """Whether a short name stands above texts that all have a figure in them, or are all prose."""
    texts = [value for value in values if value]
    if len(texts) < 2 or _has_digit(name):
        return False
    return all(_has_digit(text) for text in texts) or all(len(text.split()) >= _PROSE_WORDS for text in texts)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _names_column(name: str, values: Sequence[str]) -> bool:
    figures = [value for value in values if value]
    if not figures or not all(is_figure(value) for value in figures):
        return False
    if _YEAR.fullmatch(name):
        return not any(_YEAR.fullmatch(value) for value in figures)
    return not is_figure(name)


def _placed(row: Cells) -> Iterator[tuple[int, SourceCell]]:
    """The cells of a row, each with its first column."""
    return zip(accumulate((cell.span for cell in row), initial=0), row, strict=False)


def _text_at(row: Cells, column: int) -> str:
    return next((cell.text for start, cell in _placed(row) if start == column), "")
