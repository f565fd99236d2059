"""The order in which the boxes on a slide are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_OVERLAP_MIN_SHARE = 0.1  # of the narrower box; boxes that overlap less stand beside each other
_PAIRS_MIN = 3
_LIKE_HEIGHTS = 1.6
_BOXES_MAX = 500  # more are read from top to bottom
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a slide, in any unit; downwards is more."""

    left: float
    top: float
    right: float
    bottom: float


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """The order in which boxes are read: column by column where white space parts them, else from top to bottom.

    Columns of equal boxes that stand in line with each other, three at least, are read row by row: labels and what
    belongs to them.

    Args:
        boxes: what stands on a slide.

    Returns:
        The indexes of the boxes, the first to be read first.
    """
    indexes = list(range(len(boxes)))
    if len(boxes) > _BOXES_MAX:
        return _by_rows(boxes, indexes)
    return _ordered(boxes, indexes, _DEEPEST)


def _ordered(boxes: Sequence[Box], indexes: list[int], depth: int) -> list[int]:
    if len(indexes) < 2 or not depth:
        return _by_rows(boxes, indexes)
    columns = _parted([(boxes[index].left, boxes[index].right, index) for index in indexes])
    rows = _parted([(boxes[index].top, boxes[index].bottom, index) for index in indexes])
    groups = rows if len(columns) < 2 or _in_line(boxes, columns) else columns
    if len(groups) < 2:
        return _by_rows(boxes, indexes)
    return [index for group in groups for index in _ordered(boxes, group, depth - 1)]


def _by_rows(boxes: Sequence[Box], indexes: list[int]) -> list[int]:
    return sorted(indexes, key=lambda index: (boxes[index].top, boxes[index].left))


def _parted(spans: list[tuple[float, float, int]]) -> list[list[int]]:
    """Groups of what overlaps, from the least start on."""
    groups: list[list[int]] = []
    reach = narrowest = 0.0
    for start, end, index in sorted(spans):
        width = end - start
        if groups and reach - start > _OVERLAP_MIN_SHARE * min(width, narrowest):
            groups[-1].append(index)
            reach, narrowest = max(reach, end), min(narrowest, width)
        else:
            groups.append([index])
            reach, narrowest = end, width
    return groups


def _in_line(boxes: Sequence[Box], columns: list[list[int]]) -> bool:
    """Whether columns hold boxes of one height, each in line with one in each other column."""
    if any(len(column) != len(columns[0]) for column in columns) or len(columns[0]) < _PAIRS_MIN:
        return False
    heights = [boxes[index].bottom - boxes[index].top for column in columns for index in column]
    if max(heights) > _LIKE_HEIGHTS * min(heights):
        return False
    rows = zip(*(_by_rows(boxes, column) for column in columns), strict=True)
    return all(
        max(boxes[index].top for index in row) < min((boxes[index].top + boxes[index].bottom) / 2 for index in row)
        for row in rows
    )
