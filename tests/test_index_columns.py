"""What the store keeps of a document comes of it piece by piece, and tells when anything of it has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Block, Cell, Document, Part, Passage
from corpus.packed import LONG_CHARS, PackedBlocks
from corpus.splitting import PassageSize
from index.columns import COLUMNS, Spooled, document_of, document_row, passage_of, passage_row

DOCUMENT = Document(
    "a.md",
    "Zürich",
    "# Plan\n\n• one\n\nIn 2019 we met.",
    "Vale",
    None,
    date(2021, 5, 4),
    "text/markdown",
    "a" * 64,
    (0, 8),
    (
        Block(0, 6, "heading", 1),
        Block(8, 13, "list_item", 1, "•", 0),
        Block(15, 30, "table_row", 0, "", 0, (Cell(15, 22, 0, 2), Cell(23, 23, 2, names=True))),
    ),
    labels=(("authority", "Vale"),),
)


def test_a_document_comes_back_from_its_columns(tmp_path: Path) -> None:
    row = document_row(DOCUMENT, PassageSize(), tmp_path)
    assert row.id == "a.md" and len(row.columns) == len(COLUMNS) + 1
    assert document_of(row.columns[:-1]) == DOCUMENT
    assert not list(tmp_path.iterdir())


def test_a_fingerprint_changes_with_whatever_decides_the_passages(tmp_path: Path) -> None:
    size = PassageSize()

    def fingerprint(document: Document, size: PassageSize) -> str:
        return document_row(document, size, tmp_path).fingerprint

    own = fingerprint(DOCUMENT, size)
    assert own == fingerprint(replace(DOCUMENT), PassageSize())
    others = [
        fingerprint(replace(DOCUMENT, title="Zurich"), size),
        fingerprint(replace(DOCUMENT, published=None), size),
        fingerprint(replace(DOCUMENT, source=None), size),
        fingerprint(replace(DOCUMENT, source=""), size),
        fingerprint(replace(DOCUMENT, url="Vale", source=None), size),
        fingerprint(replace(DOCUMENT, blocks=DOCUMENT.blocks[:2]), size),
        fingerprint(DOCUMENT, PassageSize(target=100, limit=150)),
    ]
    assert len({own, *others}) == 8


@pytest.mark.parametrize("blocks", [10_000, 10_001, 25_000])
def test_a_long_document_waits_in_files(tmp_path: Path, blocks: int) -> None:
    text = "x" * (LONG_CHARS + 1)
    packed = PackedBlocks(
        Block(2 * index, 2 * index + 1, parent=index - 1 if index else None) for index in range(blocks)
    )
    long = replace(DOCUMENT, text=text, blocks=packed)
    row = document_row(long, PassageSize(), tmp_path)
    assert sum(isinstance(column, Spooled) for column in row.columns) == len(list(tmp_path.iterdir())) == 3
    whole = [
        column.path.read_text(encoding="utf-8") if isinstance(column, Spooled) else column for column in row.columns
    ]
    assert [column.path.stat().st_size for column in row.columns if isinstance(column, Spooled)] == [
        column.size for column in row.columns if isinstance(column, Spooled)
    ]
    assert document_of(whole[:-1]) == long
    short = replace(long, text=text[:-1])
    assert not any(isinstance(column, Spooled) for column in document_row(short, PassageSize(), tmp_path).columns)


def test_a_passage_is_kept_with_its_key() -> None:
    passage = Passage("a.md", 8, 13, "• one", "Plan", 2, "3.2", "One of:", (Part(0, 5, "list_item"),))
    assert passage_row(passage, b"key") == (8, 13, "• one", "Plan", 2, "3.2", "One of:", "[[0,5,2]]", b"key")
    header = replace(passage, parts=(Part(0, 5, "table_row", names_columns=True),))
    columns = passage_row(header, b"key")
    assert passage_of(("a.md", *columns[:-1])) == header
