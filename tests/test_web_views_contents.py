from __future__ import annotations

from corpus.document import Block, Document
from tests.pages import document
from web.views.addresses import DocumentAddress
from web.views.contents import show_contents


def made(*headings: tuple[str, int]) -> Document:
    text, blocks = "", list[Block]()
    for words, level in headings:
        blocks.append(Block(len(text), len(text) + len(words), "heading", level))
        text += words + "\n\n"
    return document(text, tuple(blocks))


def test_headings_are_listed_below_each_other_without_the_title() -> None:
    read = made(("A  title", 1), ("First", 2), ("Within", 5), ("Second", 2))
    contents = show_contents(read, DocumentAddress("d"), (0, read.blocks[3].start))
    assert [(entry.words, entry.level) for entry in contents.entries] == [("First", 1), ("Within", 3), ("Second", 1)]
    assert contents.entries[0].address == f"/documents/d?part=1#at-{read.blocks[1].start}"
    assert contents.entries[2].address == f"/documents/d?part=2#at-{read.blocks[3].start}"
    assert contents.is_open


def test_one_heading_is_no_contents_and_many_are_folded() -> None:
    at = DocumentAddress("d")
    assert show_contents(made(("A title", 1), ("Only", 2)), at, (0,)).entries == ()
    assert show_contents(made(*[(f"H{number}", 1) for number in range(8)]), at, (0,)).is_open
    many = show_contents(made(*[("H" * 200, 1)] * 400), at, (0,))
    assert not many.is_open and len(many.entries) == 300
    assert many.entries[0].words == "H" * 160 + "…"
