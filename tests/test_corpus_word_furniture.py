"""Headers and footers are kept once, without page numbers."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock
from corpus.word.furniture import Section, furniture, section
from corpus.word.lines import PAGE_NUMBER as N
from corpus.word.pieces import Piece
from tests.word_files import element


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"Page {N} of {N}", []),
        (N, []),
        (f"- {N} -", []),
        (f"{N} / {N}", []),
        (f"{N} | Page", []),
        (f"Minutes of 4 May 2021 | Page {N} of {N}", ["Minutes of 4 May 2021"]),
        (f"Page {N}\tDraft", ["Draft"]),
        (f"Slough Borough Council {N} Official", ["Slough Borough Council Official"]),
        ("Page intentionally blank", ["Page intentionally blank"]),
        ("Homepage of the council", ["Homepage of the council"]),
        ("____", []),
        ("Said above", []),
    ],
)
def test_what_is_kept(text: str, kept: list[str]) -> None:
    blocks = furniture([Piece(SourceBlock(text))], {"Said above"})
    assert [(block.text, block.kind) for block in blocks] == [(one, "furniture") for one in kept]


def test_each_text_is_kept_once() -> None:
    pieces = [Piece(SourceBlock(text)) for text in (f"Draft {N}", "Council", "Draft")]
    assert [block.text for block in furniture(pieces, ())] == ["Draft", "Council"]


REFERENCES = "".join(
    f'<w:{name}Reference w:type="{kind}" r:id="{name[0]}{kind}"/>'
    for name in ("header", "footer")
    for kind in ("default", "first", "even")
)


@pytest.mark.parametrize(
    ("more", "has_even_pages", "kinds"),
    [
        ("", False, ["default"]),
        ("<w:titlePg/>", False, ["first", "default"]),
        ('<w:titlePg w:val="0"/>', False, ["default"]),
        ("", True, ["default", "even"]),
        ("<w:titlePg/>", True, ["first", "default", "even"]),
    ],
)
def test_only_what_is_shown_counts(more: str, has_even_pages: bool, kinds: list[str]) -> None:
    properties = element(f"<w:sectPr>{REFERENCES}{more}</w:sectPr>")
    assert section(properties, has_even_pages=has_even_pages) == Section(
        tuple(f"h{kind}" for kind in kinds), tuple(f"f{kind}" for kind in kinds)
    )


def test_a_section_without_headers_of_its_own() -> None:
    assert section(element("<w:sectPr/>"), has_even_pages=True) == Section((), ())
