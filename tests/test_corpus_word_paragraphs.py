"""What a paragraph is follows from its style, its list, and how it begins."""

from __future__ import annotations

import pytest

from tests.word_files import HEADING_STYLES, PROSE, blocks, item, level, lists, p, word  # noqa: F401

STYLES = HEADING_STYLES + "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in ("Title", "Subtitle", "caption", "toc 1", "List Bullet 2", "List Continue", "List Paragraph")
)
INDENT = '<w:ind w:left="{}"/>'


def one(body: str) -> tuple[str, int]:
    ((kind, level_, _),) = blocks(body, styles=STYLES)
    return kind, level_


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (p("x", "Title"), ("heading", 1)),
        (p("x", "Subtitle"), ("heading", 2)),
        (p("x", "Heading3"), ("heading", 3)),
        (p("x", "caption"), ("caption", 0)),
        (p("x", "ListBullet2"), ("list_item", 2)),
        (p("x", "ListParagraph"), ("paragraph", 0)),
        (p("x", "ListContinue"), ("paragraph", 0)),
        (p("x", properties='<w:outlineLvl w:val="2"/>'), ("heading", 3)),
        (p("x", properties='<w:outlineLvl w:val="9"/>'), ("paragraph", 0)),
        (p("x", "Heading1", properties='<w:outlineLvl w:val="9"/>'), ("heading", 1)),
        (p("• x"), ("list_item", 1)),
        (p("a)\tx"), ("list_item", 1)),
        (p("(iv)\tx"), ("list_item", 1)),
        (p("a) x"), ("paragraph", 0)),
        (p("2019\tx"), ("paragraph", 0)),
        (p("word " * 60, "Heading1"), ("paragraph", 0)),
    ],
)
def test_kinds(body: str, kind: tuple[str, int]) -> None:
    assert one(body) == kind


def test_tables_of_contents_say_nothing_new() -> None:
    assert blocks(p("Findings 3", "toc1") + p("Findings", "Heading1"), styles=STYLES) == [("heading", 1, "Findings")]


def test_a_numbered_clause_in_a_heading_s_style_is_a_clause() -> None:
    clause = "The Supplier shall deliver the goods to the address that is given in the order, on the day agreed."
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = p("Delivery", "Heading1", properties=numbered) + p(clause, "Heading2", properties=numbered)
    assert [kind for kind, _, _ in blocks(body, numbering=lists(level(0, "%1.")))] == ["heading", "list_item"]
    assert [kind for kind, _, _ in blocks(p(clause, "Heading2"))] == ["heading"]


def test_paragraphs_that_go_on_in_an_item() -> None:
    deep = lists(level(0, "%1.", more='<w:pPr><w:ind w:left="360"/></w:pPr>'))
    body = (
        item("a")
        + p("goes on", properties=INDENT.format(360))
        + p("does not")
        + p("nor this", properties=INDENT.format(360))
    )
    assert [(kind, depth) for kind, depth, _ in blocks(body, numbering=deep)] == [
        ("list_item", 1),
        ("paragraph", 1),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


def test_lists_in_lists_by_how_far_they_are_indented() -> None:
    outer = level(0, "%1.", more='<w:pPr><w:ind w:left="360"/></w:pPr>')
    inner = level(0, "(%1)", "lowerLetter", more='<w:pPr><w:ind w:left="720"/></w:pPr>')
    body = item("a") + item("b", 2) + item("c", 2) + p("–\td", properties=INDENT.format(1080)) + item("e")
    assert [(depth, text) for _, depth, text in blocks(body, numbering=lists(outer, inner))] == [
        (1, "1. a"),
        (2, "(a) b"),
        (2, "(b) c"),
        (3, "– d"),
        (1, "2. e"),
    ]


def test_a_heading_closes_the_lists_above() -> None:
    deep = lists(level(0, "%1.", more='<w:pPr><w:ind w:left="360"/></w:pPr>'))
    body = item("a") + p("Next", "Heading1") + p("text", properties=INDENT.format(720))
    assert [depth for _, depth, _ in blocks(body, numbering=deep)] == [1, 1, 0]
