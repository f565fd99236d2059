"""Styles say what a paragraph is, through all the styles they are based on."""

from __future__ import annotations

import pytest

from corpus.word.styles import Role, Styles, indent_of
from tests.word_files import element


def style(key: str, name: str, more: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'


def based(key: str) -> str:
    return f'<w:basedOn w:val="{key}"/>'


def outline(level: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'


STYLES = Styles(
    element(
        "<w:styles>"
        + style("Heading1", "heading 1", outline(0))
        + style("Heading9", "heading 9")
        + style("Rpt", "Report Head", based("Heading1"))
        + style("RptRed", "Report Head Red", based("Rpt"))
        + style("Quiet", "Quiet Head", based("Heading1") + outline(9))
        + style("Out", "Out", outline(1))
        + style("Deep", "Deep", outline(8))
        + style("berschrift2", "heading 2")
        + style("Titre", "Titre 3")
        + style("A", "A", based("B"))
        + style("B", "B", based("A"))
        + style("Strong", "strong", "<w:rPr><w:b/><w:vanish w:val='0'/></w:rPr>")
        + style("StrongChild", "x", based("Strong") + '<w:pPr><w:ind w:start="720"/></w:pPr>')
        + style("RptTitle", "Report Title", based("Title"))
        + style("Title", "Title")
        + "</w:styles>"
    )
)


@pytest.mark.parametrize(
    ("key", "level"),
    [
        ("Heading1", 1),
        ("Heading9", 6),
        ("Rpt", 1),
        ("RptRed", 1),
        ("Quiet", None),
        ("Out", 2),
        ("Deep", 6),
        ("berschrift2", 2),
        ("Titre", 3),
        ("A", None),
        ("Heading4", 4),
        ("berschrift1", 1),
        ("Ttulo2", 2),
        ("Heading", None),
        ("", None),
    ],
)
def test_headings(key: str, level: int | None) -> None:
    assert STYLES.heading_level(key) == level


@pytest.mark.parametrize(
    ("key", "role", "depth"),
    [
        ("RptTitle", "title", 0),
        ("Subtitle", "subtitle", 0),
        ("Caption", "caption", 0),
        ("TOC 2", "contents", 0),
        ("TOC2", "contents", 0),
        ("Table of Figures", "contents", 0),
        ("TOC Heading", "", 0),
        ("Tockholes", "", 0),
        ("List Bullet", "list", 1),
        ("List Number 3", "list", 3),
        ("List", "list", 1),
        ("List Continue 2", "continued", 2),
        ("List Paragraph", "", 0),
        ("Listing", "", 0),
        ("", "", 0),
    ],
)
def test_roles(key: str, role: Role, depth: int) -> None:
    assert STYLES.role(key) == (role, depth)


def test_looks_come_down_from_the_style_below() -> None:
    assert STYLES.is_bold("StrongChild") is True and STYLES.is_bold("Rpt") is None
    assert STYLES.is_hidden("StrongChild") is False and STYLES.is_hidden("Rpt") is None
    assert STYLES.indent("StrongChild") == 720 and STYLES.indent("Strong") is None


def test_paragraphs_without_a_style_have_the_default_one() -> None:
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:b/></w:rPr></w:style>'
    assert Styles(element(f"<w:styles>{default}</w:styles>")).is_bold("") is True
    assert Styles(None).chain("") == ()


def test_indents() -> None:
    assert indent_of(element('<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>')) == 360
    assert indent_of(element('<w:pPr><w:ind w:hanging="360"/></w:pPr>')) is None
    assert indent_of(None) is None
