from __future__ import annotations

from corpus.document import Block
from index.snapshot import Snapshot
from tests.pages import document
from web.document_json import facts_of, list_of, text_of


def test_a_document_is_given_whole() -> None:
    read = document("A row.\n\nMore.", (Block(0, 6), Block(8, 13)), pages=(0,))
    body = text_of(read, "snap")
    assert (body.snapshot, body.text, body.pages) == ("snap", read.text, (0,))
    assert [read.text[block.start : block.end] for block in body.blocks] == ["A row.", "More."]
    facts = facts_of(read)
    assert (facts.id, facts.source, facts.sha256) == (read.id, read.source, read.sha256)


def test_a_list_is_given_page_by_page(reports: Snapshot) -> None:
    metadata = reports.metadata
    first, last, beyond = (list_of(metadata, page, 4, "snap") for page in (1, -(-len(metadata) // 4), 99))
    assert len(first.documents) == 4 and first.count == len(metadata)
    assert [one.id for one in first.documents] == [meta.id for meta in metadata[:4]]
    assert last.documents[-1].id == metadata[-1].id and last.page == last.pages
    assert beyond.documents == () and list_of((), 1, 4, "snap").pages == 1
