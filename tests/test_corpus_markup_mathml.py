"""A formula reads in a line."""

from __future__ import annotations

import pytest

from corpus.markup.mathml import formula
from corpus.markup.parsing import parse


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>", "E = mc^2"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a + b)/2"),
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", "√(x + 1)"),
        ("<msqrt><mi>x</mi></msqrt>", "√x"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "x^(1/3)"),
        ("<msub><mi>x</mi><mi>i</mi></msub>", "x_i"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2"),
        ("<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover><mi>x</mi>", "∑_1^n x"),
        ("<mi>sin</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo>)</mo>", "sin(x, y)"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable>",
            "1, 2; 3",
        ),
        ("<semantics><mi>x</mi><annotation>\\frac</annotation></semantics>", "x"),
        ("<mn>0.5</mn><mo>≤</mo><mi>p</mi>", "0.5 ≤ p"),
    ],
)
def test_parts_of_a_formula(markup: str, line: str) -> None:
    assert formula(next(parse(f"<p><math>{markup}</math></p>").iter("math"))) == line


def test_a_description_in_words_comes_first_and_one_in_tex_last() -> None:
    for attribute, inside, line in (
        ("a plus b", "<mi>x</mi>", "a plus b"),
        ("\\frac{a}{b}", "<mi>x</mi>", "x"),
        ("\\frac{a}{b}", "", "\\frac{a}{b}"),
    ):
        assert formula(next(parse(f"<p><math alttext='{attribute}'>{inside}</math></p>").iter("math"))) == line


def test_a_formula_nested_without_end_is_survived() -> None:
    assert "x" in formula(next(parse("<p><math>" + "<mrow>" * 500 + "<mi>x</mi></math></p>").iter("math")))
