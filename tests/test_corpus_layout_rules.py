"""The lines of tables are found whatever they are drawn as."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.layout.page import Rule
from corpus.layout.rules import rules_on
from tests.drawn_pdf import Pages, document, rows


def rules(draw: Callable[[Canvas], object]) -> list[Rule]:
    pages = Pages()
    draw(pages.canvas)
    pages.write("x")
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        return [Rule(*(round(side) for side in rule)) for rule in rules_on(pdf[0])]


def many_lines(canvas: Canvas) -> None:
    path = canvas.beginPath()
    for y in (100, 200, 300, 400):
        path.moveTo(50, y)
        path.lineTo(250, y)
    canvas.drawPath(path)


def test_a_line_and_a_thin_box_are_one_rule() -> None:
    (rule,) = rules(lambda canvas: canvas.line(50, 100, 250, 100))
    assert (rule.bottom, rule.top) == (100, 100)
    assert (rule.left, rule.right) == pytest.approx((50, 250), abs=1)
    assert rules(lambda canvas: canvas.rect(50, 100, 200, 1, stroke=0, fill=1)) == [Rule(50, 100, 250, 100)]
    assert rules(lambda canvas: canvas.rect(50, 100, 1, 200, stroke=0, fill=1)) == [Rule(50, 100, 50, 300)]


def test_a_box_has_four_edges() -> None:
    edges = rules(lambda canvas: canvas.rect(50, 100, 200, 60))
    assert len(edges) == 4
    assert {rule.top == rule.bottom for rule in edges} == {True, False}


def test_each_stroke_of_a_path_with_many_is_a_rule() -> None:
    assert [rule.bottom for rule in rules(many_lines)] == [100, 200, 300, 400]


@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.line(50, 100, 250, 300),
        lambda canvas: canvas.rect(0, 0, 596, 842),
        lambda canvas: canvas.rect(20, 20, 556, 802),
        lambda canvas: canvas.rect(20, 20, 556, 802, stroke=0, fill=1),
        lambda canvas: (canvas.setFillColorRGB(1, 1, 1), canvas.rect(50, 100, 200, 60, stroke=0, fill=1)),
        lambda canvas: [canvas.line(50, y / 5, 250, y / 5) for y in range(3100)],
    ],
)
def test_slanted_lines_page_frames_white_and_drawings_have_no_rules(draw: Callable[[Canvas], object]) -> None:
    assert rules(draw) == []


WHOLE = [["Ward", "Chair", "Seats", "Votes"], *([f"W{row}", f"Ann {row}", str(row), str(row * 7)] for row in range(7))]
LANDSCAPE = (A4[1], A4[0])


def turn_page(canvas: Canvas, size: tuple[float, float], rotation: int) -> None:
    """Say how large a page is before it is turned, and how it is turned."""
    canvas.setPageRotation(rotation)
    canvas.setPageSize(size[::-1] if rotation % 180 else size)  # it takes the size of the page once turned


def whole_page(page: tuple[float, float], margins: tuple[float, float], rotation: int = 0) -> list[list[str]]:
    """The rows read of a table of four columns that fills a page, whose frame is one rectangle."""
    pages = Pages()
    turn_page(pages.canvas, page, rotation)
    (across, up), (wide, high) = margins, (page[0] - 2 * margins[0], page[1] - 2 * margins[1])
    pages.canvas.rect(across, up, wide, high)
    for row in range(1, 8):
        pages.canvas.line(across, up + high * row / 8, across + wide, up + high * row / 8)
    for column in range(1, 4):
        pages.canvas.line(across + wide * column / 4, up, across + wide * column / 4, up + high)
    for row, cells in enumerate(WHOLE):
        for column, text in enumerate(cells):
            pages.write(text, x=across + wide * column / 4 + 4, y=up + high * (1 - row / 8) - 20, size=10)
    return rows(document(pages.data()))


@pytest.mark.parametrize("margins", [(28, 28), (42, 42), (60, 44), (15, 15)])
@pytest.mark.parametrize("page", [A4, LANDSCAPE])
def test_a_frame_as_large_as_the_page_is_a_tables_where_its_lines_end_on_it(
    page: tuple[float, float], margins: tuple[float, float]
) -> None:
    assert whole_page(page, margins) == WHOLE


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_that_is_turned_has_its_sides_as_its_paths_have_them(rotation: int) -> None:
    pages = Pages()
    turn_page(pages.canvas, LANDSCAPE, rotation)
    pages.canvas.rect(28, 28, LANDSCAPE[0] - 56, LANDSCAPE[1] - 56)
    pages.canvas.line(100, 100, 300, 100)
    pages.write("x")
    with pypdfium2.PdfDocument(pages.data()) as pdf:
        assert [rule for rule in rules_on(pdf[0]) if rule.right - rule.left > 210] == []
    assert whole_page(LANDSCAPE, (28, 28), rotation) == WHOLE


def ground_with_a_line(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    canvas.rect(20, 20, 556, 802, stroke=0, fill=1)
    canvas.line(20, 400, 576, 400)


def test_the_ground_of_a_page_stays_out_though_lines_end_on_it() -> None:
    assert len(rules(ground_with_a_line)) == 1
