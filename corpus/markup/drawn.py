"""Tables drawn with tabs or spaces in a plain text whose characters are kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.assembly import SourceCell
from corpus.document import Cell
from corpus.header_rows import header_rows
from corpus.language.kinds import Span
from corpus.language.lists import marker_at
from corpus.language.rows import between, gaps

_RULE: Final = re.compile(r"[\s|+=_-]+")
_LEAST: Final = 2
"""Fewer rows or columns are no table."""
_MOST_CHARS: Final = 1_000
"""Nobody draws a longer row."""


def may_be_row(line: str, *, is_below: bool = False) -> bool:
    """Whether a line may be the row of a drawn table: it has a gap, and begins with no label, bullet or number.

    Args:
        line: without white space around it.
        is_below: whether it stands below one that may be; then a bare number may name it: "45  Ada Moor".
    """
    found = gaps(line) if len(line) <= _MOST_CHARS else []
    if not found:
        return False
    first = line[: found[0][0]]
    marker = marker_at(line)
    is_item = marker is not None and marker.text == first and not (marker.is_bare and is_below)
    return not first.endswith(":") and not is_item


def is_rule(line: str) -> bool:
    """Whether a line only rules a row off."""
    return _RULE.fullmatch(line) is not None


def drawn_cells(text: str, lines: Sequence[Span]) -> list[tuple[Cell, ...]]:
    """The cells of the rows that some lines below each other are, where they are a table.

    Most rows have a cell in each column; of others the cells stand below or above those. A first row without a cell
    above the names of the rows names the columns. A table has names of columns, or digits in all of a column.

    Args:
        text: in which they stand.
        lines: where, without white space around them.

    Returns:
        The cells of each line, an empty one at its end or start; empty where they are no table.
    """
    read = [
        [(start + first, start + last) for first, last in between(gaps(text[start:end]), end - start)]
        for start, end in lines
    ]
    most = Counter(map(len, read)).most_common(1)[0][0] if len(read) >= _LEAST else 0
    if most < _LEAST:
        return []
    placed = _placed(text, read, most)
    if len(read[0]) == most - 1 and placed is None:
        read[0].insert(0, (lines[0][0],) * 2)
        placed = _placed(text, read, most)
    if placed is None:
        return []
    rows = [[SourceCell(text[slice(*cell)]) for cell in row] for row in placed]
    named = header_rows(rows)
    has_digits = any(all(map(_has_digit, filter(None, column))) for column in _columns(rows[1:]))
    if not named and not has_digits:
        return []
    return [
        tuple(Cell(*cell, column, names=place < named) for column, cell in enumerate(row))
        for place, row in enumerate(placed)
    ]


def _columns(rows: Sequence[Sequence[SourceCell]]) -> list[list[str]]:
    """The texts of every column but the first."""
    return [[cell.text for cell in column] for column in list(zip(*rows, strict=True))[1:]]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _placed(text: str, read: Sequence[Sequence[Span]], most: int) -> list[list[Span]] | None:
    """A cell of each row for every column, an empty one where it has none; None where a cell stands in no column."""
    seen = [[_seen(text, cell) for cell in row] for row in read]
    whole = [row for row in seen if len(row) == most]
    columns = [
        (min(start for start, _ in column), max(end for _, end in column)) for column in zip(*whole, strict=True)
    ]
    is_apart = all(one[1] <= other[0] for one, other in pairwise(columns))
    placed: list[list[Span]] = []
    for row, places in zip(read, seen, strict=True):
        if len(row) == most:
            placed.append(list(row))
            continue
        own = [[at for at, column in enumerate(columns) if _touch(place, column)] for place in places]
        if not is_apart or len(row) > most or any(len(found) != 1 for found in own):
            return None
        of_column = {found[0]: cell for found, cell in zip(own, row, strict=True)}
        if len(of_column) < len(row):
            return None
        placed.append([of_column.get(at, (row[-1][1],) * 2) for at in range(most)])
    return placed


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _seen(text: str, cell: Span) -> Span:
    """Where a cell is seen on its line, in columns of a fixed width, tabs drawn as they usually are."""
    start = text.rfind("\n", 0, cell[0]) + 1
    first = len(text[start : cell[0]].expandtabs())
    return first, first + cell[1] - cell[0]
