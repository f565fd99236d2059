"""Rows of tables in a text: between their cells stands a bar, or in a plain text, as its author typed it, a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.kinds import Span
from corpus.language.lists import marker_at

CELL_END = " | "
"""Between two cells of a row of a table."""
_BAR = CELL_END.strip()
"""It stands alone beside an empty cell at the end of a row."""
_GAP = re.compile(r"(?<! ) *\t[ \t]*|(?<![.!?:; ]) {2,}(?! )|(?<=[.!?:;]) {3,}(?! )")
"""Two spaces behind a full stop are no gap, for some type them between sentences."""
_WIDE = 3
"""So many spaces part no words of a sentence."""
_MOST_SPACES = 20
"""A cell has no more of them."""
_FIGURE = re.compile(r"[\d£$€(+–—-]")


def gaps(line: str) -> list[Span]:
    """The gaps between the cells of a line of a plain text: tabs, or two spaces and more.

    A line of prose whose words are set apart has none: some gap is wide, or figures stand behind all, and no cell is
    long. Behind the number or sign of an item there is none either, but for a bare one before more gaps.

    Args:
        line: without white space around it.

    Returns:
        Where they stand in it, as half-open offsets.
    """
    found = [match.span() for match in _GAP.finditer(line)] if "  " in line or "\t" in line else []
    marker = marker_at(line) if found else None
    if marker and len(marker.text) >= found[0][0] and not (marker.is_bare and len(found) > 1):
        found = found[1:]
    is_wide = any(end - start >= _WIDE or "\t" in line[start:end] for start, end in found)
    if not is_wide and not all(_FIGURE.match(line, end) for _, end in found):
        return []
    is_prose = any(line.count(" ", *part) > _MOST_SPACES for part in between(found, len(line)))
    return [] if is_prose else found


def between(parting: Sequence[Span], length: int) -> list[Span]:
    """Where the parts of a line of some length stand, by what stands between them."""
    starts, ends = [0, *(end for _, end in parting)], [*(start for start, _ in parting), length]
    return list(zip(starts, ends, strict=True))


def is_row(text: str) -> bool:
    """Whether a text is one row of a table."""
    return "\n" not in text and (CELL_END in text or bool(gaps(text.strip())))


def cells(text: str, row: Span) -> list[Span]:
    """Where the cells of a row stand in a text, with the white space around them.

    Args:
        text: in which it stands.
        row: where.
    """
    said = text[slice(*row)]
    bar = _BAR in said
    parting = [match.span() for match in re.finditer(re.escape(_BAR), said)] if bar else gaps(said)
    return [(row[0] + start, row[0] + end) for start, end in between(parting, len(said))]


def with_bars(text: str, row: Span) -> str:
    """A row of a text with bars between its cells, whatever stands between them there."""
    said = text[slice(*row)]
    return said if _BAR in said else CELL_END.join(said[slice(*cell)].strip() for cell in cells(said, (0, len(said))))


def row_name(text: str) -> str:
    """The first cell of a row, which names it; "" of a text that is no row."""
    if not is_row(text):
        return ""
    start, end = cells(text, (0, len(text)))[0]
    return text[start:end].strip()
