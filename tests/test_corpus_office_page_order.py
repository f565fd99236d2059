"""Boxes are read as people read a slide."""

from __future__ import annotations

from corpus.office.page_order import Box, reading_order


def box(left: float, top: float, width: float = 3, height: float = 1) -> Box:
    return Box(left, top, left + width, top + height)


def test_columns_are_read_one_after_the_other() -> None:
    boxes = [box(5, 3), box(5, 1), box(1, 3, height=2), box(1, 1)]
    assert reading_order(boxes) == [3, 2, 1, 0]


def test_what_reaches_over_all_columns_parts_them() -> None:
    intro, left, right, end = box(1, 0, 9), box(1, 2), box(6, 2), box(1, 5, 9)
    assert reading_order([end, right, left, intro]) == [3, 2, 1, 0]


def test_labels_and_what_stands_beside_them_are_read_row_by_row() -> None:
    boxes = [box(left, top) for left in (1, 5) for top in (1, 3, 5)]
    assert reading_order(boxes) == [0, 3, 1, 4, 2, 5]


def test_three_columns_of_unlike_boxes_are_columns() -> None:
    boxes = [box(left, top, height=height) for left in (1, 5, 9) for top, height in ((1, 1), (3, 3), (7, 1))]
    assert reading_order(boxes) == list(range(9))


def test_boxes_that_overlap_are_read_from_top_to_bottom() -> None:
    assert reading_order([box(2, 1.5), box(1, 1), box(2, 1.2)]) == [1, 2, 0]
    assert reading_order([box(1, 1, 0, 0)] * 3) == [0, 1, 2]
    assert reading_order([]) == []


def test_a_thousand_boxes_are_ordered() -> None:
    boxes = [box(number % 7, number) for number in range(1000)]
    assert reading_order(boxes[::-1]) == list(range(999, -1, -1))
