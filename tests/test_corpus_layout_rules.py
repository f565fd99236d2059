"""The lines of tables are found whatever they are drawn as."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.layout.page import Rule
from corpus.layout.rules import rules_on
from tests.drawn_pdf import Pages


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
        lambda canvas: (canvas.setFillColorRGB(1, 1, 1), canvas.rect(50, 100, 200, 60, stroke=0, fill=1)),
        lambda canvas: [canvas.line(50, y / 5, 250, y / 5) for y in range(3100)],
    ],
)
def test_slanted_lines_page_frames_white_and_drawings_have_no_rules(draw: Callable[[Canvas], object]) -> None:
    assert rules(draw) == []
