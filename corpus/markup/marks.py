"""Marks of Markdown in a plain text whose characters are kept: headings and rows of tables between lines as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Cell

BOLD_LEVEL = 6
"""A line in bold alone is a heading below all others."""
_HEADING = re.compile(r"(?P<signs>#{1,6})[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<title>[^\s*_](?:[^*_\n]{0,78}[^\s*_])?)(?P=sign):?$")
_FENCE = re.compile(r"(?P<signs>`{3,}|~{3,})(?P<info>[^`]*)$")
_SIGNED = re.compile(r"[*_`~]*")
_RULE = re.compile(r"[ \t]*\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*(?=\n|$)")
_BAR = re.compile(r"(?<!\\)\|")
_LETTERS = 2  # fewer make no heading


def marked_heading(line: str) -> tuple[int, int, int] | None:
    """The heading that a line is marked as, with signs before it or all in bold.

    Args:
        line: without white space around it.

    Returns:
        Its level (1-6) and where its words start and end in the line; None where the line is none.
    """
    found, level = _HEADING.match(line), 0
    if found:
        level = len(found["signs"])
    elif found := _BOLD.match(line):
        level = 0 if found["title"].endswith((".", "!")) else BOLD_LEVEL
    if found is None or not level or sum(map(str.isalpha, found["title"])) < _LETTERS:
        return None
    start, end = found.span("title")
    signs = _SIGNED.match(found["title"])
    signed = signs[0] if signs else ""
    if signed and found["title"].endswith(signed[::-1]) and len(found["title"]) > 2 * len(signed):
        return level, start + len(signed), end - len(signed)
    return level, start, end


def fence_after(line: str, fence: str) -> str:
    """The sign of the fence within which the lines after a line are code; "" where they are none.

    Args:
        line: without white space around it.
        fence: what was so before it. A row of "~" alone opens none: it is a ruled line.
    """
    found = _FENCE.match(line)
    if found is None:
        return fence
    sign = found["signs"][0]
    if fence:
        return "" if sign == fence and not found["info"] else fence
    return sign if sign == "`" or found["info"] else ""


def names_columns(text: str, start: int, end: int) -> bool:
    """Whether a line is the header row of a table: the next line rules off as many columns as it names, two or more."""
    rule = _RULE.match(text, end)
    return rule is not None and len(_cells(text, start, end)) == len(_bars(rule[0].strip())) + 1 > 1


def rule_end(text: str, end: int) -> int:
    """Where the rule below a header row that ends at an offset ends."""
    rule = _RULE.match(text, end)
    return rule.end() if rule else end


def row_cells(text: str, start: int, end: int, *, names: bool) -> tuple[Cell, ...]:
    """The cells of a table's row between offsets; () where no bar parts it.

    Args:
        text: the text.
        start, end: of the line, without white space around it.
        names: whether it names the columns.
    """
    cells = _cells(text, start, end)
    return tuple(Cell(*cell, column, names=names) for column, cell in enumerate(cells)) if len(cells) > 1 else ()


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    line = text[start:end]
    bars = _bars(line)
    starts, ends = [0, *(bar + 1 for bar in bars)], [*bars, len(line)]
    return list(_trimmed(line, start, list(zip(starts, ends, strict=True))))


def _bars(line: str) -> list[int]:
    """Where bars stand between the cells of a line: not at its ends."""
    return [bar.start() for bar in _BAR.finditer(line) if 0 < bar.start() < len(line) - 1]


def _trimmed(line: str, offset: int, cells: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in cells:
        cell = line[start:end]
        inner = cell.strip(" \t|")
        start += len(cell) - len(cell.lstrip(" \t|")) if inner else 0
        yield offset + start, offset + start + len(inner)
