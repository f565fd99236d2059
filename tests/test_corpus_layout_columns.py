"""Columns of prose are read one after the other."""

from __future__ import annotations

import random

import pytest

from tests.drawn_pdf import LEFT, PITCH, PROSE, TOP, Pages, document, rows, shown


def lines_of(name: str, count: int) -> list[str]:
    """Prose without an end to its sentences, as wide as a narrow column."""
    return [f"{name} words that go on and on, {chr(97 + index)}" for index in range(count)]


def test_two_columns_that_the_file_mixes_are_read_one_after_the_other() -> None:
    pages = Pages()
    for number in range(12):
        y = TOP - PITCH * number
        pages.write(f"left words that go on, line {number}", y=y, x=60, size=10)
        pages.write(f"right words that go on, line {number}", y=y, x=320, size=10)
    text = document(pages.data()).text
    assert text.index("left words that go on, line 11") < text.index("right words that go on, line 0")
    assert "|" not in text


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("order", ["by column", "by line", "any"])
def test_columns_are_read_one_after_the_other_in_whatever_order_they_are_drawn(count: int, order: str) -> None:
    width = 480 / count
    cells = [
        (LEFT - 20 + width * column, TOP - 12 * index, line)
        for column, name in enumerate(("first", "second", "third")[:count])
        for index, line in enumerate(lines_of(name, 10))
    ]
    if order == "by line":
        cells.sort(key=lambda cell: -cell[1])
    elif order == "any":
        random.Random(1).shuffle(cells)
    pages = Pages()
    for x, y, text in cells:
        pages.write(text, x=x, y=y, size=9)
    found = document(pages.data())
    assert rows(found) == []
    wanted = " ".join(line for name in ("first", "second", "third")[:count] for line in lines_of(name, 10))
    assert " ".join(found.text.split()) == wanted


def test_a_title_over_columns_and_a_line_below_them_stay_there() -> None:
    pages = Pages()
    pages.write("What the town did for its parks in the last year of the plan", x=60, size=16)
    for column, name in enumerate(("left", "right")):
        pages.write(*lines_of(name, 8), x=60 + 260 * column, y=TOP - 40, size=10, pitch=13)
    pages.write(
        "This sentence runs below both columns, from one side of the page to the other one.", x=60, y=600, size=10
    )
    text = document(pages.data()).text
    places = [text.index(part) for part in ("What the town", "left words", "on, h", "right words", "This sentence")]
    assert places == sorted(places)


def test_columns_whose_lines_stand_at_heights_of_their_own_are_read_apart() -> None:
    pages = Pages()
    pages.write(*lines_of("left", 10), x=60, y=TOP, size=10, pitch=13)
    pages.write(*lines_of("right", 9), x=320, y=TOP - 7, size=10, pitch=14)
    found = document(pages.data())
    assert " ".join(found.text.split()) == " ".join([*lines_of("left", 10), *lines_of("right", 9)])


def test_a_column_that_starts_higher_is_read_as_one() -> None:
    pages = Pages()
    pages.write(*lines_of("left", 6), x=60, y=TOP - 60, size=10, pitch=12)
    pages.write(*lines_of("right", 11), x=320, y=TOP, size=10, pitch=12)
    found = document(pages.data())
    assert " ".join(found.text.split()) == " ".join([*lines_of("left", 6), *lines_of("right", 11)])


def test_a_paragraph_runs_on_at_the_top_of_the_next_column() -> None:
    pages = Pages()
    pages.write(*lines_of("left", 8), x=60, size=10, pitch=12)
    pages.write(*lines_of("right", 8), x=320, size=10, pitch=12)
    assert len(document(pages.data()).blocks) == 1


def test_paragraphs_that_begin_side_by_side_are_rows() -> None:
    pages = Pages()
    y = TOP
    for number in range(4):
        pages.write(
            f"aim {number} of the plan is that all who live",
            "in the town can walk to a park",
            x=60,
            y=y,
            size=10,
            pitch=12,
        )
        pages.write(
            f"step {number} is to buy land near the river, with",
            "money from the fund for parks",
            x=320,
            y=y,
            size=10,
            pitch=12,
        )
        y -= 48
    assert [len(row) for row in rows(document(pages.data()))] == [2, 2, 2, 2]


def test_a_wide_gap_in_a_line_of_running_text_is_no_table() -> None:
    pages = Pages()
    y = pages.write("The council met on that day and took the view that the work that was then in", "hand,")
    pages.write("and all that was still to come, should be ended before", x=130, y=y + PITCH)
    pages.write("the winter of the next year, and it told the committee for works to see to that.", y=y)
    assert rows(document(pages.data())) == []


def test_a_single_row_of_label_and_value_is_a_row() -> None:
    pages = Pages()
    pages.write("Inspection dates:")
    pages.write("8 to 12 July 2013", x=300)
    pages.write(*PROSE, y=TOP - 40)
    assert shown(document(pages.data()))[0] == ("table_row", "Inspection dates: | 8 to 12 July 2013")


@pytest.mark.parametrize("end", ["2024 by the board", "Thornby and of Oakham", "of the town"])
def test_the_last_line_of_a_cell_at_the_end_of_a_table_is_in_it(end: str) -> None:
    pages = Pages()
    pages.cells([["Ref", "Risk", "Owner", "Score"]], (72, 120, 360, 460), y=TOP)
    for number in range(3):
        y = TOP - 18 - 30 * number
        pages.cells(
            [[f"R{number}", "Plans may be late for want of staff in", "A clerk", "7"]], (72, 120, 360, 460), y=y
        )
        pages.write(end, x=120, y=y - 12, size=10)
    pages.write(*PROSE, y=600)
    found = document(pages.data())
    assert [row[1:2] for row in rows(found)] == [["Risk"], *[[f"Plans may be late for want of staff in {end}"]] * 3]


@pytest.mark.parametrize("lower", [0, 4, 7])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_heading_that_opens_one_of_two_columns_keeps_the_other_whole(lower: float, side: str) -> None:
    pages = Pages()
    for name, x in (("left", 60), ("right", 320)):
        below = 30 if name == side else 0
        if below:
            pages.write("Library opens", x=x, y=TOP - lower, size=14, font="Helvetica-Bold")
        pages.write(*lines_of(name, 12), x=x, y=TOP - below, size=10, pitch=12)
    text = " ".join(document(pages.data()).text.split())
    wanted = {name: " ".join(lines_of(name, 12)) for name in ("left", "right")}
    wanted[side] = f"Library opens {wanted[side]}"
    assert text == f"{wanted['left']} {wanted['right']}"
