"""Cells: which cell of a table's row a question asks for, by the names of the columns."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.document import Passage
from corpus.language.kinds import Span
from corpus.language.sentences import CELL_END, trimmed
from corpus.language.words import stems
from corpus.structure import CONTEXT_SEPARATOR
from qa.idf import idf_coverage

_BAR = CELL_END.strip()
"""It stands alone beside an empty cell at the end of a row."""


def is_row(text: str) -> bool:
    """Whether a text is one row of a table."""
    return CELL_END in text and "\n" not in text


def is_row_name(text: str, row: Span, quote: Span) -> bool:
    """Whether words stand in the first cell of a row, which names it."""
    return quote[1] <= row[0] + len(text[slice(*row)].partition(CELL_END)[0])


def is_header_row(passage: Passage, row: Span) -> bool:
    """Whether a row is the first of its table and names columns: it has no digit, and the row below it has."""
    line = passage.text[row[1] :].removeprefix("\n").partition("\n")[0]
    is_first = not _rows_above(passage.text, row) and not _header_of(passage.context)
    return is_first and CELL_END in line and _has_digit(line) and not _has_digit(passage.text[slice(*row)])


def asked_cell(passage: Passage, row: Span, idf: Mapping[str, float]) -> Span | None:
    """The cell of a row whose column a question names best.

    Args:
        passage: with the row.
        row: where it stands in the passage's text.
        idf: of the question's stems.

    Returns:
        Where the cell stands; None where no column is named, or two are named alike, the columns are not known, or the
        question says what stands there.
    """
    above = _rows_above(passage.text, row)
    header = passage.text[slice(*above[0])] if above else _header_of(passage.context)
    names, cells = header.split(_BAR), _cells(passage.text, row)
    if len(names) != len(cells):
        return None
    label = set(stems(passage.text[slice(*cells[0])]))
    others = {stem: weight for stem, weight in idf.items() if stem not in label}
    worths = [idf_coverage(others, stems(name)) for name in names[1:]]
    best = max(worths, default=0.0)
    if best <= 0 or worths.count(best) > 1:
        return None
    cell = next(trimmed(passage.text, *cells[1 + worths.index(best)]), None)
    return cell if cell and not idf.keys() >= set(stems(passage.text[slice(*cell)])) else None


def _header_of(context: str) -> str:
    """The header row in what leads into a passage; "" for none."""
    return next((part for part in reversed(context.split(CONTEXT_SEPARATOR)) if CELL_END in part), "")


def _rows_above(text: str, row: Span) -> list[Span]:
    """The rows of the same table above one, the first of them first."""
    rows: list[Span] = []
    end = row[0] - 1
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if CELL_END not in text[start:end]:
            break
        rows.append((start, end))
        end = start - 1
    return rows[::-1]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _cells(text: str, row: Span) -> list[Span]:
    """Where the cells of a row stand, with the white space around them."""
    cells: list[Span] = []
    start = row[0]
    for cell in text[slice(*row)].split(_BAR):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(_BAR)
    return cells
