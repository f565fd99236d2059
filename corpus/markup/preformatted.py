"""Text whose lines are kept: each is a block of its own, and columns of a table drawn with spaces are cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.assembly import SourceBlock, table_row
from corpus.language.lists import marker_at
from corpus.markup.drawn import is_rule

_GAP = re.compile(r"\t+| {2,}")
_PROSE_LINE_CHARS = 50
_PROSE_LINES_SHARE = 0.5
_PROSE_LETTERS_SHARE = 0.75
_LINES_MIN = 2


def line_blocks(text: str, level: int = 0, *, is_code: bool = False) -> Iterator[SourceBlock]:
    r"""The blocks of text in which line ends and runs of spaces count.

    Args:
        text: with "\n" at the ends of lines.
        level: the depth of the list item in which it stands, or 0.
        is_code: whether it is code, whose lines are never put together to paragraphs.
    """
    lines = [line for line in text.expandtabs().split("\n") if line.strip()]
    if not is_code and _is_prose(lines):
        for group in _groups(text):
            yield from _paragraphs(group, level)
        return
    for group in _groups(text):
        if rows := _rows(group):
            yield from (table_row(cells) for cells in rows)
        else:
            yield from (SourceBlock(line, level=level) for line in group)


def _is_prose(lines: Sequence[str]) -> bool:
    """Whether lines are paragraphs broken to fit a width."""
    full = [line.strip() for line in lines if len(line.strip()) >= _PROSE_LINE_CHARS and not _GAP.search(line.strip())]
    letters = sum(char.isalpha() or char == " " for line in full for char in line)
    is_words = letters >= _PROSE_LETTERS_SHARE * sum(map(len, full))
    return len(full) >= _LINES_MIN and len(full) >= _PROSE_LINES_SHARE * len(lines) and is_words


def _paragraphs(group: Sequence[str], level: int) -> Iterator[SourceBlock]:
    """Lines put together, apart from those that begin with a number or a bullet."""
    parts: list[list[str]] = []
    for line in group:
        marker = marker_at(line.strip())
        if not parts or (marker and not marker.is_bare):
            parts.append([])
        parts[-1].append(line)
    for part in parts:
        is_item = len(parts) > 1 and marker_at(part[0].strip()) is not None
        yield SourceBlock(" ".join(part), "list_item" if is_item else "paragraph", level + is_item)


def _groups(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank one between."""
    group: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _rows(group: Sequence[str]) -> list[list[str]]:
    """The cells of lines that are rows of a table, parted by tabs or runs of spaces; none for other lines."""
    rows = [_GAP.split(line.strip()) for line in group if not is_rule(line)]
    if len(rows) >= _LINES_MIN and all(line[:1].strip() for line in group) and 1 < len(rows[0]) == len(rows[-1]):
        return rows if all(len(row) == len(rows[0]) for row in rows) else []
    return []
