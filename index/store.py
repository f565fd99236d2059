"""The documents and passages of a snapshot, in one SQLite file that is never changed once written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, get_args

from corpus.document import Document, Paragraph, ParagraphKind, Passage
from index.metadata import DERIVED
from index.seams import DocumentMeta

_SCHEMA = """
CREATE TABLE documents (
    document_index INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT,
    url TEXT,
    published TEXT,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    pages TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    derived TEXT NOT NULL,
    end_row INTEGER NOT NULL,
    fingerprint TEXT NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (document_index),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    heading TEXT NOT NULL,
    page INTEGER,
    paragraph INTEGER NOT NULL,
    key BLOB NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, start);
"""
_META = "document_index, id, title, source, url, published, media_type, sha256, derived, end_row, fingerprint"
_DOCUMENT = "id, title, text, source, url, published, media_type, sha256, pages, paragraphs"
_PASSAGE = 'documents.id, start, "end", passages.text, heading, page, paragraph'
_KINDS: tuple[ParagraphKind, ...] = get_args(ParagraphKind)
"""A kind is written down as its place among these."""


class StoreWriter:
    """Writes documents and their passages, in row order, into a new file."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA + "BEGIN;")
        self._documents = 0
        self._rows = 0

    def add(self, document: Document, passages: Sequence[Passage], keys: Sequence[bytes], fingerprint: str) -> None:
        """Add a document and its passages; rows are numbered from 0 in the order they are added.

        Args:
            document: not added before.
            passages: of the document, in order.
            keys: for each passage, what tells its vector from others: the SHA-256 of what the encoder is fed.
            fingerprint: decides whether the document's passages can be used again.
        """
        self._connection.execute(
            f"INSERT INTO documents VALUES ({', '.join('?' * 14)})",
            (
                self._documents,
                document.id,
                document.title,
                document.text,
                document.source,
                document.url,
                document.published and document.published.isoformat(),
                document.media_type,
                document.sha256,
                json.dumps(document.pages),
                json.dumps([(p.start, p.end, _KINDS.index(p.kind), p.level) for p in document.paragraphs]),
                json.dumps({name: derive(document) for name, derive in DERIVED.items()}),
                self._rows + len(passages),
                fingerprint,
            ),
        )
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (row, self._documents, p.start, p.end, p.text, p.heading, p.page, p.paragraph, key)
                for row, (p, key) in enumerate(zip(passages, keys, strict=True), start=self._rows)
            ),
        )
        self._documents += 1
        self._rows += len(passages)

    def finish(self) -> None:
        """Write everything out."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._connection.close()


class SqliteStore:
    """Reads a finished file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def metadata(self) -> list[DocumentMeta]:
        """What is known of each document, in the order of their indexes."""
        query = f"SELECT {_META} FROM documents ORDER BY document_index"
        metadata: list[DocumentMeta] = []
        for columns in self._connection.execute(query):
            metadata.append(_meta(columns, metadata[-1].end_row if metadata else 0))
        return metadata

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None."""
        query = f"SELECT {_DOCUMENT} FROM documents WHERE id = ?"
        columns = self._connection.execute(query, (document_id,)).fetchone()
        return _document(columns) if columns else None

    def documents(self) -> Iterator[Document]:
        """Every document, in the order of their indexes."""
        return map(_document, self._connection.execute(f"SELECT {_DOCUMENT} FROM documents ORDER BY document_index"))

    def passages(self, rows: Iterable[int]) -> list[Passage]:
        """The passages in these rows, in the order asked for."""
        wanted = [int(row) for row in rows]
        query = (
            f"SELECT row, {_PASSAGE} FROM json_each(?) JOIN passages ON row = value "
            "JOIN documents ON document = document_index"
        )
        by_row = {row: Passage(*columns) for row, *columns in self._connection.execute(query, (json.dumps(wanted),))}
        return [by_row[row] for row in wanted]

    def spans(self, document_id: str) -> list[tuple[int, int, int]]:
        """Row, start and end of each passage of a document, in order; none for a document that is not there."""
        query = (
            'SELECT row, start, "end" FROM passages JOIN documents ON document = document_index '
            "WHERE documents.id = ? ORDER BY row"
        )
        return [(int(row), int(start), int(end)) for row, start, end in self._connection.execute(query, (document_id,))]

    def rows_by_key(self) -> dict[bytes, int]:
        """For each key, a row whose vector it stands for."""
        return dict(self._connection.execute("SELECT key, row FROM passages"))


def fingerprint(document: Document, size: object) -> str:
    """SHA-256 over all that decides a document's passages and what the encoder is fed for them."""
    return hashlib.sha256(json.dumps([asdict(document), str(size)], default=str, sort_keys=True).encode()).hexdigest()


def _meta(columns: Sequence[Any], first_row: int) -> DocumentMeta:
    document_index, identifier, title, source, url, published, media_type, sha256, derived, end_row, mark = columns
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(derived).items()
    }
    return DocumentMeta(
        document_index=document_index,
        id=identifier,
        title=title,
        source=source,
        url=url,
        published=_date(published),
        media_type=media_type,
        sha256=sha256,
        first_row=first_row,
        end_row=end_row,
        fingerprint=mark,
        **facts,
    )


def _document(columns: Sequence[object]) -> Document:
    identifier, title, text, source, url, published, media_type, sha256, pages, paragraphs = columns
    return Document(
        id=str(identifier),
        title=str(title),
        text=str(text),
        source=None if source is None else str(source),
        url=None if url is None else str(url),
        published=_date(published),
        media_type=str(media_type),
        sha256=str(sha256),
        pages=tuple(json.loads(str(pages))),
        paragraphs=tuple(Paragraph(s, e, _KINDS[kind], level) for s, e, kind, level in json.loads(str(paragraphs))),
    )


def _date(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
