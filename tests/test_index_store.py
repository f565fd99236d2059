"""The store gives back documents and passages as they were written."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Block, Cell, Document, Part, Passage
from index.columns import DocumentRow, PassageRow, document_row, passage_row
from index.seams import DocumentMeta
from index.store import IndexedPassage, SqliteStore, StoreWriter

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
        Passage(
            "a.md", 0, 13, "# Plan\n\n• one", "Plan", 1, "3.2", "", (Part(2, 6, "heading"), Part(8, 13, "list_item"))
        ),
        Passage("a.md", 15, 30, "In 2019 we met.", "Plan", 2, None, "Ward | 2019"),
    ],
    [Passage("b.txt", 0, 19, "Seen on 3 May 2018.", "", None, None)],
]


def rows(spool: Path) -> list[tuple[DocumentRow, list[PassageRow]]]:
    """What is handed to the store; the key of a passage is its text."""
    return [
        (document_row(document, "size", spool), [passage_row(passage, passage.text.encode()) for passage in passages])
        for document, passages in zip(WRITTEN, PASSAGES, strict=True)
    ]


def write(path: Path, earlier: Path | None = None, *, copied: Sequence[str] = ()) -> SqliteStore:
    """A store of the documents above, in their order, or of copies of some of them."""
    writer = StoreWriter(path, earlier)
    if earlier:
        assert all(len(writer.copy(document_id)) == 64 for document_id in copied)
    for document, passages in rows(path.parent) if not earlier else []:
        for passage in passages:
            writer.add_passages([passage])
        writer.add_document(document)
    writer.finish()
    writer.close()
    return SqliteStore(path)


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return write(tmp_path / "store.sqlite")


def test_documents_come_back_whole_and_in_order(store: SqliteStore) -> None:
    assert list(store.documents()) == WRITTEN
    assert [store.document(document.id) for document in WRITTEN] == WRITTEN
    assert store.document("none") is None


def test_passages_come_back_in_the_order_asked_for(store: SqliteStore) -> None:
    written = [passage for passages in PASSAGES for passage in passages]
    assert store.passages([2, 0, 1]) == [written[2], written[0], written[1]]
    assert store.passages([]) == [] and store.passages(np.array([1, 1])) == [written[1], written[1]]


def test_what_is_known_of_documents_tells_their_rows_and_their_time(store: SqliteStore, tmp_path: Path) -> None:
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
        judgements=(),
        visits=(),
        first_row=0,
        end_row=2,
        fingerprint=rows(tmp_path)[0][0].fingerprint,
    )
    assert (second.document_index, second.source, second.published, second.years) == (1, None, None, (2018,))
    assert (second.day, second.first_row, second.end_row) == (0, 2, 3)


def test_spans_are_where_a_document_s_passages_stand(store: SqliteStore) -> None:
    assert store.spans("a.md") == [(0, 0, 13), (1, 15, 30)]
    assert store.spans("b.txt") == [(2, 0, 19)] and store.spans("none") == []


def test_keys_lead_to_rows(store: SqliteStore) -> None:
    assert store.rows_by_key() == {passage.text.encode(): row for row, passage in enumerate(chain(*PASSAGES))}


def test_keys_come_in_row_order_with_the_lengths_of_texts(store: SqliteStore) -> None:
    assert store.keys_and_lengths() == [(passage.text.encode(), len(passage.text)) for passage in chain(*PASSAGES)]


def test_what_is_indexed_of_passages_tells_what_their_documents_are_called(store: SqliteStore) -> None:
    expected = [
        IndexedPassage("# Plan\n\n• one", "Plan", "", "Zürich", "Vale", date(2021, 5, 4)),
        IndexedPassage("In 2019 we met.", "Plan", "Ward | 2019", "Zürich", "Vale", date(2021, 5, 4)),
        IndexedPassage("Seen on 3 May 2018.", "", "", "b", None, None),
    ]
    assert list(store.all_indexed()) == expected
    assert store.indexed([2, 0]) == [expected[2], expected[0]]


def test_a_copied_document_is_the_same_in_other_rows(store: SqliteStore, tmp_path: Path) -> None:
    copy = write(tmp_path / "copy.sqlite", tmp_path / "store.sqlite", copied=["b.txt", "a.md"])
    assert list(copy.documents()) == WRITTEN[::-1]
    assert copy.passages(range(3)) == [*PASSAGES[1], *PASSAGES[0]]
    assert [(meta.first_row, meta.end_row) for meta in copy.metadata()] == [(0, 1), (1, 3)]
    texts = [passage.text for passage in (*PASSAGES[1], *PASSAGES[0])]
    assert [key.decode() for key, _ in copy.keys_and_lengths()] == texts
    for document in WRITTEN:
        assert copy.fingerprint(document.id) == store.fingerprint(document.id)
    assert store.fingerprint("none") is None


def test_passages_of_a_document_that_never_came_are_forgotten(tmp_path: Path) -> None:
    (first, own), (second, others) = rows(tmp_path)
    writer = StoreWriter(tmp_path / "store.sqlite")
    writer.add_passages(own)
    writer.add_document(first)
    assert (writer.has_passages, writer.passages) == (False, 2)
    writer.add_passages(own)
    assert (writer.has_passages, writer.passages) == (True, 4)
    writer.drop_passages()
    writer.add_passages(others)
    writer.add_document(second)
    writer.finish()
    writer.close()
    store = SqliteStore(tmp_path / "store.sqlite")
    assert list(store.documents()) == WRITTEN and store.passages(range(3)) == [*PASSAGES[0], *PASSAGES[1]]


@pytest.mark.parametrize("letter", ["a", "é", "–", "🏛"])
def test_a_long_text_is_taken_in_whole_and_given_back_in_pieces(tmp_path: Path, letter: str) -> None:
    lines = "".join(f"Line {number} {letter * 200}\n" for number in range(30_000))
    written = Document("long.txt", "Long", lines, None, None, None, "text/plain", "c" * 64, (), (Block(0, 9),))
    row = document_row(written, "size", tmp_path)
    assert [each.name for each in tmp_path.iterdir()], "it waits in files"
    writer = StoreWriter(tmp_path / "store.sqlite")
    writer.add_passages([passage_row(Passage("long.txt", 0, 6, "Line 0", "", None, None), b"key")])
    writer.add_document(row)
    writer.finish()
    writer.close()
    assert [each.name for each in tmp_path.iterdir()] == ["store.sqlite"]
    store = SqliteStore(tmp_path / "store.sqlite")
    assert store.document("long.txt") == written
    pieces = list(store.texts())
    assert "".join(pieces) == lines and len(pieces) > 1
    assert all(piece.endswith("\n") for piece in pieces if piece)


def test_a_long_text_without_line_ends_is_given_in_pieces_that_end_with_a_word(tmp_path: Path) -> None:
    text = "word " * 2_000_000
    writer = StoreWriter(tmp_path / "store.sqlite")
    writer.add_passages([passage_row(Passage("a", 0, 4, "word", "", None, None), b"key")])
    document = Document("a", "A", text, None, None, None, "text/plain", "c" * 64, (), (Block(0, 9),))
    writer.add_document(document_row(document, "size", tmp_path))
    writer.finish()
    writer.close()
    pieces = list(SqliteStore(tmp_path / "store.sqlite").texts())
    assert "".join(pieces) == text and all(piece.endswith(" ") for piece in pieces if piece)


def test_a_store_may_be_read_from_another_thread(store: SqliteStore) -> None:
    read: list[object] = []
    thread = threading.Thread(target=lambda: read.append(store.document("b.txt")))
    thread.start()
    thread.join()
    assert read == [WRITTEN[1]]


def test_passages_stand_as_asked_for_whatever_was_read_before(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [passage for each in PASSAGES for passage in each]
    assert store.passages([2, 0]) == [every[2], every[0]]
    assert store.passages([0, 1, 2, 0]) == [*every, every[0]]
    assert store.passages([0])[0] is store.passages([0])[0]
    monkeypatch.setattr("index.store._KEPT", 1)
    assert store.passages([0, 1]) == every[:2] and store.passages([2, 1, 0]) == every[::-1]


def test_of_the_documents_read_last_as_many_are_kept_as_have_room(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, last = WRITTEN
    monkeypatch.setattr("index.store._KEPT_CHARS", len(first.text) + len(last.text))
    assert len(first.text) > len(last.text) and store.document("c.txt") is None
    one, two = store.document(first.id), store.document(last.id)
    assert (one, two) == (first, last) and store.document(first.id) is one and store.document(last.id) is two
    monkeypatch.setattr("index.store._KEPT_CHARS", len(first.text) + len(last.text) - 1)
    monkeypatch.setattr(store, "_kept_documents", {})
    one, two = store.document(first.id), store.document(last.id)
    assert store.document(last.id) is two and store.document(first.id) == first and store.document(first.id) is not one


def test_of_short_documents_only_so_many_are_kept_and_a_long_one_takes_no_others_place(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, last = WRITTEN
    monkeypatch.setattr("index.store._KEPT_DOCUMENTS", 1)
    one, two = store.document(first.id), store.document(last.id)
    assert store.document(last.id) is two and store.document(first.id) is not one
    monkeypatch.setattr("index.store._KEPT_CHARS", len(last.text))
    two = store.document(last.id)
    assert store.document(first.id) == first and store.document(last.id) is two
