"""The store gives back documents and passages as they were written."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Block, Cell, Document, Passage
from corpus.splitting import PassageSize
from index.seams import DocumentMeta
from index.store import SqliteStore, StoreWriter, fingerprint

WRITTEN = [
    Document(
        id="a.md",
        title="Zürich",
        text="# Plan\n\n• one\n\nIn 2019 we met.",
        source="Vale",
        url="https://example.org/a",
        published=date(2021, 5, 4),
        media_type="text/markdown",
        sha256="a" * 64,
        pages=(0, 8),
        blocks=(
            Block(0, 6, "heading", 1),
            Block(8, 13, "list_item", 1, "•", 0),
            Block(15, 30, "table_row", 0, "", 0, (Cell(15, 22, 0, 2), Cell(23, 23, 2, names=True))),
        ),
        dated=date(2021, 4, 30),
        dated_basis="inspection",
        labels=(("authority", "Vale"), ("year", "2021")),
        recognised=((2, 0.93),),
    ),
    Document("b.txt", "b", "Seen on 3 May 2018.", None, None, None, "text/plain", "b" * 64, (), ()),
]
PASSAGES = [
    [
        Passage("a.md", 0, 13, "# Plan\n\n• one", "Plan", 1, "3.2"),
        Passage("a.md", 15, 30, "In 2019 we met.", "Plan", 2, None, "Ward | 2019"),
    ],
    [Passage("b.txt", 0, 19, "Seen on 3 May 2018.", "", None, None)],
]


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    writer = StoreWriter(tmp_path / "store.sqlite")
    for document, passages in zip(WRITTEN, PASSAGES, strict=True):
        writer.add(document, passages, [passage.text.encode() for passage in passages], f"mark of {document.id}")
    writer.finish()
    writer.close()
    return SqliteStore(tmp_path / "store.sqlite")


def test_documents_come_back_whole_and_in_order(store: SqliteStore) -> None:
    assert list(store.documents()) == WRITTEN
    assert [store.document(document.id) for document in WRITTEN] == WRITTEN
    assert store.document("none") is None


def test_passages_come_back_in_the_order_asked_for(store: SqliteStore) -> None:
    written = [passage for passages in PASSAGES for passage in passages]
    assert store.passages([2, 0, 1]) == [written[2], written[0], written[1]]
    assert store.passages([]) == [] and store.passages(np.array([1, 1])) == [written[1], written[1]]


def test_what_is_known_of_documents_tells_their_rows_and_their_time(store: SqliteStore) -> None:
    first, second = store.metadata()
    assert first == DocumentMeta(
        document_index=0,
        id="a.md",
        title="Zürich",
        source="Vale",
        url="https://example.org/a",
        published=date(2021, 5, 4),
        media_type="text/markdown",
        sha256="a" * 64,
        dated=date(2021, 4, 30),
        dated_basis="inspection",
        labels=(("authority", "Vale"), ("year", "2021")),
        recognised=((2, 0.93),),
        day=date(2021, 5, 4).toordinal(),
        years=(2019, 2021),
        first_row=0,
        end_row=2,
        fingerprint="mark of a.md",
    )
    assert (second.document_index, second.source, second.published, second.years) == (1, None, None, (2018,))
    assert (date.fromordinal(second.day), second.first_row, second.end_row) == (date(2018, 5, 3), 2, 3)


def test_spans_are_where_a_document_s_passages_stand(store: SqliteStore) -> None:
    assert store.spans("a.md") == [(0, 0, 13), (1, 15, 30)]
    assert store.spans("b.txt") == [(2, 0, 19)] and store.spans("none") == []


def test_keys_lead_to_rows(store: SqliteStore) -> None:
    assert store.rows_by_key() == {passage.text.encode(): row for row, passage in enumerate(chain(*PASSAGES))}


def test_a_document_s_fingerprint_changes_with_whatever_decides_its_passages() -> None:
    size = PassageSize()
    own = fingerprint(WRITTEN[0], size)
    assert own == fingerprint(replace(WRITTEN[0]), PassageSize())
    others = [
        fingerprint(replace(WRITTEN[0], title="Zurich"), size),
        fingerprint(replace(WRITTEN[0], published=None), size),
        fingerprint(replace(WRITTEN[0], blocks=WRITTEN[0].blocks[:2]), size),
        fingerprint(WRITTEN[0], PassageSize(target=100, limit=150)),
    ]
    assert len({own, *others}) == 5


def test_a_store_may_be_read_from_another_thread(store: SqliteStore) -> None:
    read: list[object] = []
    thread = threading.Thread(target=lambda: read.append(store.document("b.txt")))
    thread.start()
    thread.join()
    assert read == [WRITTEN[1]]
