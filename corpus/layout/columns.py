"""Columns of prose beside each other."""

from __future__ import annotations

from statistics import median

from corpus.layout.page import Line

_COLUMN_MIN_LINES = 8
_COLUMN_MIN_CHARS = 18


def columns_apart(lines: list[Line]) -> list[Line]:
    """A page whose file holds two columns of prose line beside line, with the left column before the right one."""
    pairs = [line for line in lines if len(line) == 2 and min(len(piece.text) for piece in line) >= _COLUMN_MIN_CHARS]
    if len(pairs) < _COLUMN_MIN_LINES or 2 * len(pairs) < len(lines):
        return lines
    middle = median((line[0].right + line[1].left) / 2 for line in pairs)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if any(piece.left < middle < piece.right for piece in line):  # it runs over both columns
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            left += [[piece] for piece in line if piece.right <= middle]
            right += [[piece] for piece in line if piece.left >= middle]
    return [*ordered, *left, *right]
