"""Rules between cells make them cells: merged ones, and those without a gap between their words."""

from __future__ import annotations

import pytest

from tests.drawn_pdf import PROSE, TOP, Pages, document, headers, rows, shown

XS = (70, 200, 300, 400)
HEAD = ["Ward", "Chair", "Seats"]


def ruled(table: list[list[str]], *, height: float = 22) -> Pages:
    pages = Pages()
    ys = [TOP + 14 - height * index for index in range(len(table) + 1)]
    pages.grid(XS, ys)
    pages.cells(table, [x + 4 for x in XS[:3]], pitch=height)
    pages.write(*PROSE, y=ys[-1] - 40)
    return pages


def test_cells_between_rules_are_cells_where_empty_too() -> None:
    table = [HEAD, ["North", "", "3"], ["South", "Bob Ray", ""], ["", "Cy Fox", "1"]]
    assert rows(document(ruled(table).data())) == [["Ward", "Chair", "Seats"], *table[1:]]


def test_words_that_a_rule_parts_are_of_two_cells() -> None:
    pages = Pages()
    pages.grid((70, 150, 300), (774, 752, 730))
    pages.write("Outstanding grade A service that goes beyond", x=72, size=10)
    pages.write("Good grade", x=72, y=TOP - 22, size=10)
    pages.write("A service that is as it must be", x=154, y=TOP - 22, size=10)
    found = rows(document(pages.data()))
    assert [len(row) for row in found] == [2, 2]
    assert " ".join(found[0]) == "Outstanding grade A service that goes beyond"


def test_several_lines_between_rules_are_one_cell() -> None:
    pages = Pages()
    pages.grid((70, 250, 400), (774, 730, 686))
    for number, name in enumerate(("Hall", "Park")):
        pages.write(f"{name} and all that stands", "Around it", x=74, y=TOP - 44 * number, size=10)
        pages.write("To be sold", "By the end of May", x=254, y=TOP - 44 * number, size=10)
    assert rows(document(pages.data())) == [
        ["Hall and all that stands Around it", "To be sold By the end of May"],
        ["Park and all that stands Around it", "To be sold By the end of May"],
    ]


def test_a_cell_that_reaches_down_is_said_in_each_of_its_rows() -> None:
    pages = Pages()
    pages.canvas.rect(70, 708, 330, 66)
    for y in (752, 730):
        pages.canvas.line(200 if y == 730 else 70, y, 400, y)
    for x in (200, 300):
        pages.canvas.line(x, 708, x, 774)
    pages.cells([HEAD, ["North", "Ann Lee", "3"], ["", "Bob Ray", "4"]], [x + 4 for x in XS[:3]], pitch=22)
    found = document(pages.data())
    assert rows(found) == [HEAD, ["North", "Ann Lee", "3"], ["North", "Bob Ray", "4"]]
    row = [block for block in found.blocks if block.cells][-1]
    assert found.text[row.cells[0].start : row.cells[0].end] == "North"
    assert found.text[row.start : row.end] == "North | Bob Ray | 4"


def test_a_cell_that_reaches_over_columns_has_their_span() -> None:
    pages = Pages()
    pages.canvas.rect(70, 708, 330, 66)
    pages.canvas.line(70, 752, 400, 752)
    pages.canvas.line(70, 730, 400, 730)
    pages.canvas.line(200, 708, 200, 774)
    pages.canvas.line(300, 708, 300, 752)
    pages.write("Ward", x=74, size=10)
    pages.write("Councillors", x=204, size=10)
    pages.cells(
        [["North", "Ann Lee", "Bob Ray"], ["South", "Cy Fox", "Di Orr"]], [x + 4 for x in XS[:3]], y=TOP - 22, pitch=22
    )
    found = document(pages.data())
    first = next(block for block in found.blocks if block.cells)
    assert [(cell.column, cell.span) for cell in first.cells] == [(0, 1), (1, 2)]
    assert rows(found)[1] == ["North", "Ann Lee", "Bob Ray"]


def test_rules_between_columns_only_leave_lines_as_rows() -> None:
    pages = Pages()
    pages.grid(XS, (774, 752, 640))
    pages.cells([HEAD], [x + 4 for x in XS[:3]])
    body = [["North", "Ann Lee", "3"], ["South", "Bob Ray", "4"], ["East", "Cy Fox", "5"], ["West", "Di Orr", "6"]]
    pages.cells(body, [x + 4 for x in XS[:3]], y=TOP - 22, pitch=18)
    found = document(pages.data())
    assert rows(found) == [HEAD, *body]
    assert headers(found) == ["Ward | Chair | Seats"]


def test_a_frame_around_text_is_no_table() -> None:
    pages = Pages()
    pages.canvas.rect(60, 700, 480, 80)
    pages.canvas.rect(60, 600, 480, 80)
    pages.write(*PROSE)
    pages.write(*PROSE, y=660)
    assert [kind for kind, _ in shown(document(pages.data()))] == ["paragraph", "paragraph"]


def test_what_a_frame_holds_above_and_below_a_table_is_text() -> None:
    pages = Pages()
    pages.canvas.rect(60, 640, 400, 140)
    for y in (740, 718, 696):
        pages.canvas.line(60, y, 460, y)
    pages.canvas.line(300, 696, 300, 740)
    pages.write("The judgements on these areas are:", x=64)
    pages.cells([["Help for children", "Good"], ["Care leavers", "Poor"]], (64, 304), y=724, pitch=22)
    pages.write("The board is not yet good.", x=64, y=672)
    assert shown(document(pages.data())) == [
        ("paragraph", "The judgements on these areas are:"),
        ("table_row", "Help for children | Good"),
        ("table_row", "Care leavers | Poor"),
        ("paragraph", "The board is not yet good."),
    ]


def test_an_indentation_ruled_off_is_no_column() -> None:
    pages = Pages()
    pages.canvas.rect(60, 696, 400, 84)
    for y in (758, 737, 716):
        pages.canvas.line(60, y, 460, y)
    pages.canvas.line(300, 696, 300, 780)
    pages.canvas.line(90, 716, 90, 758)
    for y, x, name in (
        (764, 64, "1. Help"),
        (743, 94, "1.1 Adoption"),
        (722, 94, "1.2 Leavers"),
        (701, 64, "2. Leaders"),
    ):
        pages.write(name, x=x, y=y, size=10)
        pages.write("Good", x=304, y=y, size=10)
    assert rows(document(pages.data())) == [
        ["1. Help", "Good"],
        ["1.1 Adoption", "Good"],
        ["1.2 Leavers", "Good"],
        ["2. Leaders", "Good"],
    ]


def test_white_boxes_behind_words_are_no_cells() -> None:
    pages = Pages()
    pages.canvas.setFillColorRGB(1, 1, 1)
    for row in range(3):
        for x, width in ((70, 150), (220, 300)):
            pages.canvas.rect(x, 756 - 14 * row, width, 14, stroke=0, fill=1)
    pages.canvas.setFillColorRGB(0, 0, 0)
    pages.write(*PROSE)
    assert shown(document(pages.data())) == [("paragraph", " ".join(PROSE))]


def test_the_lines_of_a_chart_hold_no_table() -> None:
    pages = Pages()
    pages.grid(range(100, 400, 50), range(500, 700, 40))
    pages.write("2019", x=105, y=505, size=8)
    pages.write("2023", x=355, y=665, size=8)
    pages.write(*PROSE)
    assert rows(document(pages.data())) == []


@pytest.mark.parametrize(
    "table",
    [
        [HEAD, ["North", "Ann", "3"], ["South", "Bob", "4"], ["Total", "", ""]],
        [HEAD, ["North", "Ann", "3"], ["South", "Bob", "4"], ["", "", "7"]],
        [["", "Seats", ""], ["North", "Ann", "3"], ["South", "Bob", "4"], ["East", "Cy", "5"]],
        [["2023", "", ""], ["North", "Ann", "3"], ["", "Bob", ""]],
        [["2023", "", ""], ["May", "", ""], ["North", "Ann", "3"], ["South", "Bob", "4"], ["", "None", ""]],
    ],
)
def test_an_outer_row_with_one_filled_cell_is_a_row(table: list[list[str]]) -> None:
    assert rows(document(ruled(table).data())) == table


def test_the_header_is_sought_below_an_outer_row_with_one_filled_cell() -> None:
    table = [["", "Votes", ""], ["Ward", "2019", "2020"], ["North", "41", "42"], ["South", "43", "44"]]
    found = document(ruled(table).data())
    assert rows(found) == table and headers(found) == ["Ward | 2019 | 2020"]


@pytest.mark.parametrize("service", ["Service", ""])
def test_a_name_over_several_columns_and_the_names_below_it_are_a_header(service: str) -> None:
    table = [[service, "Missed", "", ""], ["" if service else "Service", "Q1", "Q2", "Q3"], ["Refuse", "12", "9", "7"]]
    pages = Pages()
    pages.cells(table, (76, 204, 284, 364))
    for y in (TOP + 14, TOP - 6, TOP - 26, TOP - 46):
        pages.canvas.line(194 if service and y == TOP - 6 else 66, y, 440, y)
    for x, top in ((66, TOP + 14), (194, TOP + 14), (274, TOP - 6), (354, TOP - 6), (440, TOP + 14)):
        pages.canvas.line(x, TOP - 46, x, top)
    found = document(pages.data())
    names = [[cell.names for cell in block.cells if cell.start < cell.end] for block in found.blocks if block.cells]
    assert all(map(all, names[:2]))
    row = next(index for index, block in enumerate(found.blocks) if "Refuse" in found.text[block.start : block.end])
    assert next(found.text[one.start : one.end] for one in found.above(row)).endswith("Q1 | Q2 | Q3")
