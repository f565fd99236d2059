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


def reference(number: int, count: int) -> list[str]:
    """An entry of a bibliography on as many lines, as wide as a column, most of which begin in capitals."""
    return [
        f"{number}. Archer BJ, Cooper HM, et al. Trees of the Town",
        *[f"Parks and Gardens of the North, Part {part} of Several" for part in range(1, count - 1)],
        f"Journal of Parks 20{number % 90 + 10};14:71-{number + 80}.",
    ]


def written(pages: Pages, entries: list[list[str]], x: float, *, indent: float, gap: float, y: float = TOP) -> str:
    """Draw entries of a bibliography in a column; returns their text."""
    for lines in entries:
        pages.write(lines[0], x=x, y=y, size=9)
        y = pages.write(*lines[1:], x=x + indent, y=y - 12, size=9, pitch=12) - gap
    return " ".join(line for lines in entries for line in lines)


@pytest.mark.parametrize("heading", ["", "References"])
@pytest.mark.parametrize("gap", [0, 12])
@pytest.mark.parametrize("indent", [0, 10])
@pytest.mark.parametrize("counts", [(3, 3, 3, 3, 3, 3, 3, 3), (3, 4, 2, 3, 3, 3, 2, 4), (2, 3, 3, 2, 3, 2, 3, 3)])
def test_numbered_references_in_columns_are_read_down(
    counts: tuple[int, ...], indent: float, gap: float, heading: str
) -> None:
    pages = Pages()
    if heading:
        pages.write(heading, x=250, y=TOP + 24, size=14, font="Helvetica-Bold")
    entries = [reference(number, count) for number, count in enumerate(counts + counts[::-1], start=1)]
    texts = [written(pages, part, x, indent=indent, gap=gap) for part, x in ((entries[:8], 60), (entries[8:], 310))]
    found = document(pages.data())
    assert rows(found) == []
    assert " ".join(found.text.split()) == " ".join([*([heading] if heading else []), *texts])


@pytest.mark.parametrize("seconds", [(3, 3, 3, 3, 3, 3), (4, 2, 3, 2, 4, 3)])
def test_references_without_numbers_that_hang_are_read_down(seconds: tuple[int, ...]) -> None:
    pages = Pages()
    texts = []
    for x, counts in ((60, (3,) * 6), (310, seconds)):
        entries = [reference(number, count) for number, count in enumerate(counts, start=int(x))]
        entries = [[lines[0].split(". ", 1)[1], *lines[1:]] for lines in entries]
        texts.append(written(pages, entries, x, indent=10, gap=0))
    found = document(pages.data())
    assert rows(found) == []
    assert " ".join(found.text.split()) == " ".join(texts)


def test_a_numbered_list_in_three_columns_is_read_down() -> None:
    pages = Pages()
    names = [f"{number}. Ward of Oakham {chr(64 + number)}" for number in range(1, 19)]
    for column in range(3):
        pages.write(*names[6 * column : 6 * column + 6], x=60 + 170 * column, size=10, pitch=14)
    found = document(pages.data())
    assert rows(found) == []
    assert found.text.split() == " ".join(names).split()


def test_a_longer_line_in_a_column_does_not_end_it() -> None:
    pages = Pages()
    left = [*lines_of("left", 8), "left words that go on and on and on, zz", *lines_of("left", 8)]
    right = lines_of("right", 17)
    pages.write(*left, x=60, size=10, pitch=12)
    pages.write(*right[:13], x=250, size=10, pitch=12)
    pages.write(*right[13:], x=250, y=TOP - 12 * 13 - 6, size=10, pitch=12)
    found = document(pages.data())
    assert rows(found) == []
    assert " ".join(found.text.split()) == " ".join([*left, *right])


@pytest.mark.parametrize("gap", [4, 12])
@pytest.mark.parametrize("numbered", [False, True])
def test_short_labels_beside_long_text_stay_rows(numbered: bool, gap: float) -> None:
    pages = Pages()
    y = TOP
    for number in range(1, 7):
        pages.write(f"{number}. Aim {number}" if numbered else f"Aim {number}", x=60, y=y, size=10)
        lines = [
            "Buy land near the river, so that all who live in",
            "Thornby and Oakham have parks of their own to",
            "Walk in, with money from the Parks Fund.",
        ]
        pages.write(lines[0], x=180, y=y, size=10)
        y = pages.write(*lines[1:], x=190, y=y - 12, size=10, pitch=12) - gap
    assert [len(row) for row in rows(document(pages.data()))] == [2] * 6


@pytest.mark.parametrize("counts", [((3, 2), (2, 3), (3, 3), (2, 2), (4, 2)), ((2, 3), (2, 4), (2, 2), (2, 3), (2, 2))])
def test_long_text_that_hangs_beside_long_text_stays_rows(counts: tuple[tuple[int, int], ...]) -> None:
    pages = Pages()
    y = TOP
    for number, sizes in enumerate(counts, start=1):
        for x, count in zip((60, 310), sizes, strict=True):
            written(pages, [reference(number, count)], x, indent=10, gap=0, y=y)
        y -= 12 * max(sizes) + 12
    assert [len(row) for row in rows(document(pages.data()))] == [2] * len(counts)


def test_dates_that_follow_each_other_stay_in_their_rows() -> None:
    table = [[f"{day} March 2024", f"{day + 4} March 2024"] for day in (10, 11, 12, 13)]
    pages = Pages()
    pages.cells([["Opens", "Closes"], *table], (72, 260), pitch=24)
    pages.write(*PROSE, *PROSE, y=600)
    assert rows(document(pages.data()))[1:] == table


def test_a_numbered_table_whose_rows_count_across_stays_one() -> None:
    table = [[f"{number}. Ward of Oakham", f"{number + 1}. Ward of Thornby"] for number in (1, 3, 5, 7)]
    pages = Pages()
    pages.cells(table, (72, 300))
    pages.write(*PROSE, y=600)
    assert rows(document(pages.data())) == table


@pytest.mark.parametrize("raised", [False, True])
def test_references_with_bare_numbers_are_read_down(raised: bool) -> None:
    signs = "¹²³456" if raised else "123456"
    pages = Pages()
    texts = []
    for x, numbers in ((60, range(1, 4)), (310, range(4, 7))):
        entries = [reference(number, 2 + number % 3) for number in numbers]
        entries = [
            [lines[0].replace(f"{number}. ", f"{signs[number - 1]} "), *lines[1:]]
            for number, lines in zip(numbers, entries, strict=True)
        ]
        texts.append(written(pages, entries, x, indent=6, gap=0))
    found = document(pages.data())
    assert rows(found) == []
    assert " ".join(found.text.split()) == " ".join(texts)
