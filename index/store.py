"""The documents and passages of a snapshot, in one SQLite file that is never changed once written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from corpus.document import Document, Paragraph, ParagraphKind, Passage

_SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
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
    fingerprint TEXT NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
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
_DOCUMENT = "id, title, text, source, url, published, media_type, sha256, pages, paragraphs"
_PASSAGE = 'documents.id, start, "end", passages.text, heading, page, paragraph'
_KINDS: tuple[ParagraphKind, ...] = ("paragraph", "heading", "list_item", "table_row")


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """What is said of a document beside its text; see `Document`."""

    id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    sha256: str


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
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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


class Store:
    """Reads a finished file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None."""
        found = self._connection.execute(f"SELECT {_DOCUMENT} FROM documents WHERE id = ?", (document_id,)).fetchone()
        return _document(found) if found else None

    def described(self, document_id: str) -> DocumentMeta:
        """The document with that id without its text; it must be there."""
        query = "SELECT id, title, source, url, published, sha256 FROM documents WHERE id = ?"
        identifier, title, source, url, published, sha256 = self._connection.execute(query, (document_id,)).fetchone()
        return DocumentMeta(identifier, title, source, url, _date(published), sha256)

    def documents(self) -> Iterator[tuple[Document, str]]:
        """Every document with its fingerprint, in the order of the build."""
        query = f"SELECT {_DOCUMENT}, fingerprint FROM documents ORDER BY number"
        for *columns, fingerprint in self._connection.execute(query):
            yield _document(columns), fingerprint

    def fingerprints(self) -> dict[str, tuple[str, str]]:
        """For each document id, the SHA-256 of its file and its fingerprint."""
        query = "SELECT id, sha256, fingerprint FROM documents"
        return {
            identifier: (sha256, fingerprint) for identifier, sha256, fingerprint in self._connection.execute(query)
        }

    def facts(self) -> list[tuple[str, str | None, date | None]]:
        """Id, publisher and day of publication of each document, in the order of their numbers."""
        query = "SELECT id, source, published FROM documents ORDER BY number"
        return [
            (identifier, source, _date(published)) for identifier, source, published in self._connection.execute(query)
        ]

    def passage_documents(self) -> Iterator[int]:
        """The number of the document each passage stands in, in row order."""
        return (number for (number,) in self._connection.execute("SELECT document FROM passages ORDER BY row"))

    def passages_of(self, document_id: str) -> list[Passage]:
        """The passages of a document, in order."""
        query = (
            f"SELECT {_PASSAGE} FROM passages JOIN documents ON document = number WHERE documents.id = ? ORDER BY row"
        )
        return [Passage(*columns) for columns in self._connection.execute(query, (document_id,))]

    def stretches(self, document_id: str) -> list[tuple[int, int, int]]:
        """Row, start and end of each passage of a document, in order; none for a document that is not there."""
        query = 'SELECT row, start, "end" FROM passages JOIN documents ON document = number WHERE documents.id = ? ORDER BY row'
        return [(int(row), int(start), int(end)) for row, start, end in self._connection.execute(query, (document_id,))]

    def rows_by_key(self) -> dict[bytes, int]:
        """For each key, a row whose vector it stands for."""
        return dict(self._connection.execute("SELECT key, row FROM passages"))

    def passages(self, rows: Iterable[int]) -> list[Passage]:
        """The passages with these rows, in the order asked for."""
        wanted = [int(row) for row in rows]
        query = (
            f"SELECT row, {_PASSAGE} FROM json_each(?) JOIN passages ON row = value JOIN documents ON document = number"
        )
        found = {row: Passage(*columns) for row, *columns in self._connection.execute(query, (json.dumps(wanted),))}
        return [found[row] for row in wanted]


def fingerprint(document: Document, size: object) -> str:
    """SHA-256 over all that decides a document's passages and what the encoder is fed for them."""
    return hashlib.sha256(json.dumps([asdict(document), str(size)], default=str, sort_keys=True).encode()).hexdigest()


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
