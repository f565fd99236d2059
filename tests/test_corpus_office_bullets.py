"""The paragraphs of a slide are counted as the slide shows them."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from corpus.office.bullets import Bullets

SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def paragraph(sign: str = "", level: int = 0) -> _Element:
    return etree.fromstring(f'<a:p {SPACE}><a:pPr lvl="{level}">{sign}</a:pPr></a:p>')


def number(form: str, start: int = 1) -> str:
    return f'<a:buAutoNum type="{form}" startAt="{start}"/>'


def test_numbers_count_on_at_each_level_and_begin_anew_below_another_item() -> None:
    bullets = Bullets()
    signs = [
        ("arabicPeriod", 0),
        ("alphaLcParenBoth", 1),
        ("alphaLcParenBoth", 1),
        ("arabicPeriod", 0),
        ("alphaLcParenBoth", 1),
    ]
    assert [bullets.next(paragraph(number(form), level)) for form, level in signs] == [
        (1, "1."), (2, "(a)"), (2, "(b)"), (1, "2."), (2, "(a)"),
    ]  # fmt: skip


def test_numbers_begin_where_they_say_and_anew_after_other_text() -> None:
    bullets = Bullets()
    assert bullets.next(paragraph(number("romanUcPeriod", 4))) == (1, "IV.")
    assert bullets.next(paragraph(number("romanUcPeriod", 4))) == (1, "V.")
    assert bullets.next(paragraph("<a:buNone/>")) == (0, "")
    assert bullets.next(paragraph(number("arabicParenR"))) == (1, "1)")
    assert bullets.next(paragraph(number("arabicPlain"))) == (1, "1")


def test_the_nearest_style_that_says_anything_decides() -> None:
    near = etree.fromstring(f"<a:lstStyle {SPACE}><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle>")
    far = etree.fromstring(
        f'<a:lstStyle {SPACE}><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="•"/></a:lvl2pPr>'
        "</a:lstStyle>"
    )
    bullets = Bullets([near, far])
    assert bullets.next(paragraph()) == (0, "")
    assert bullets.next(paragraph(level=1)) == (2, "")
    assert Bullets(is_outline=True).next(paragraph(level=2)) == (3, "")
    assert Bullets().next(etree.fromstring(f"<a:p {SPACE}/>")) == (0, "")
