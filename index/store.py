"""The documents and passages of a snapshot, in one SQLite file that is never changed once written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, Final

from corpus.document import Document, Passage, day_of
from corpus.errors import ReadWarning
from index.columns import COLUMNS, DocumentRow, PassageRow, Spooled, document_of, passage_of, read_date, read_derived
from index.seams import DocumentMeta

_PIECE_BYTES: Final = 4_000_000
_KEPT: Final = 8_000
"""So many passages that were read are kept at most, some 2 kB each: several stages of a question want the same ones."""
_KEPT_CHARS: Final = 4_000_000
_KEPT_DOCUMENTS: Final = 500
"""Of the documents that were read last so many are kept at most, of so many characters together: what is shown of a
passage needs its document."""
_META_COLUMNS = tuple(column for column in COLUMNS if not column.is_large)
_PASSAGE_FIELDS = tuple(field.name for field in fields(Passage))[1:]

_SCHEMA = f"""
CREATE TABLE documents (
    document_index INTEGER PRIMARY KEY,
    {", ".join(f"{column.sql} {column.declared}" for column in COLUMNS)},
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
    paragraph TEXT,
    context TEXT NOT NULL,
    parts TEXT NOT NULL,
    key BLOB NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, start);
CREATE TABLE warnings (file TEXT NOT NULL, place TEXT NOT NULL, reason TEXT NOT NULL);
CREATE INDEX warnings_by_file ON warnings (file);
"""
_DOCUMENT = ", ".join(column.sql for column in COLUMNS)
_META = ", ".join(["document_index", "derived", "end_row", "fingerprint", *(column.sql for column in _META_COLUMNS)])
_PASSAGE = ", ".join(["documents.id", *(f'passages."{name}"' for name in _PASSAGE_FIELDS)])
_OWN = ", ".join([*(f'"{name}"' for name in _PASSAGE_FIELDS), "key"])
_INDEXED = "passages.text, heading, context, title, source, published, dated, dated_basis"


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """What is indexed of a passage, and of the document it stands in; see `index.passage_header`.

    Attributes:
        text, heading, context: of the passage.
        title, source: of the document.
        day: by which the document is filtered and ordered, or None.
    """

    text: str
    heading: str
    context: str
    title: str
    source: str | None
    day: date | None


class StoreWriter:
    """Writes documents and their passages, in row order, into a new file.

    Args:
        path: of the file.
        earlier: the store of another snapshot, to copy documents from; None for none.
    """

    def __init__(self, path: Path, earlier: Path | None = None) -> None:
        self._connection = sqlite3.connect(path.absolute().as_uri(), uri=True, isolation_level=None)
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        if earlier:
            self._connection.execute("ATTACH DATABASE ? AS earlier", (_read_only(earlier),))
        self._connection.execute("BEGIN")
        self._documents = 0
        self._first_row = 0
        self._rows = 0

    def add_passages(self, passages: Sequence[PassageRow]) -> None:
        """Add passages of the document that is added next; rows are numbered from 0 in the order they are added."""
        self._connection.executemany(
            f"INSERT INTO passages VALUES ({', '.join('?' * (len(_PASSAGE_FIELDS) + 3))})",
            ((row, self._documents, *passage) for row, passage in enumerate(passages, start=self._rows)),
        )
        self._rows += len(passages)

    @property
    def passages(self) -> int:
        """How many passages were added."""
        return self._rows

    @property
    def has_passages(self) -> bool:
        """Whether passages were added since the last document."""
        return self._rows > self._first_row

    def add_document(self, document: DocumentRow) -> None:
        """Add the document whose passages were added last; what was spooled for it is taken in and removed."""
        given = [each.size if isinstance(each, Spooled) else each for each in document.columns]
        values = (self._documents, *given, self._rows, document.fingerprint)
        places = ["CAST(zeroblob(?) AS TEXT)" if isinstance(each, Spooled) else "?" for each in document.columns]
        self._connection.execute(f"INSERT INTO documents VALUES (?, {', '.join(places)}, ?, ?)", values)
        for column, spooled in zip(COLUMNS, document.columns, strict=False):
            if isinstance(spooled, Spooled):
                self._take_in(column.sql, spooled)
        self._close_document()

    def drop_passages(self) -> None:
        """Forget the passages added since the last document."""
        self._connection.execute("DELETE FROM passages WHERE row >= ?", (self._first_row,))
        self._rows = self._first_row

    def copy(self, document_id: str) -> str:
        """Add a document and its passages as they are in the earlier store.

        Returns:
            Its fingerprint.
        """
        old, fingerprint = self._connection.execute(
            "SELECT document_index, fingerprint FROM earlier.documents WHERE id = ?", (document_id,)
        ).fetchone()
        copied = self._connection.execute(
            f"INSERT INTO passages SELECT ? + row_number() OVER (ORDER BY row) - 1, ?, {_OWN} "
            "FROM earlier.passages WHERE document = ?",
            (self._rows, self._documents, old),
        )
        self._rows += copied.rowcount
        self._connection.execute(
            f"INSERT INTO documents SELECT ?, {_DOCUMENT}, derived, ?, fingerprint FROM earlier.documents "
            "WHERE document_index = ?",
            (self._documents, self._rows, old),
        )
        self._close_document()
        return str(fingerprint)

    def add_warning(self, file_id: str, warning: ReadWarning) -> None:
        """Keep what was noticed about a file that was read."""
        self._connection.execute("INSERT INTO warnings VALUES (?, ?, ?)", (file_id, warning.where, warning.reason))

    def earlier_warnings(self, file_id: str) -> list[ReadWarning]:
        """What was noticed about a file when it was read for the earlier store, in order."""
        query = "SELECT place, reason FROM earlier.warnings WHERE file = ? ORDER BY rowid"
        return [ReadWarning(*columns) for columns in self._connection.execute(query, (file_id,))]

    def _take_in(self, column: str, spooled: Spooled) -> None:
        """Write a spooled text into a document's column, which has room for it."""
        with (
            spooled.path.open("rb") as file,
            self._connection.blobopen("documents", column, self._documents) as room,
        ):
            while piece := file.read(_PIECE_BYTES):
                room.write(piece)
        spooled.path.unlink()

    def _close_document(self) -> None:
        self._documents += 1
        self._first_row = self._rows

    def finish(self) -> None:
        """Write everything out."""
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._connection.close()


class SqliteStore:
    """Reads a finished file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(_read_only(path), uri=True, check_same_thread=False)
        self._kept: dict[int, Passage] = {}
        self._kept_documents: dict[str, Document] = {}

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
        if found := self._kept_documents.get(document_id):
            return found
        columns = self._connection.execute(query, (document_id,)).fetchone()
        if columns is None:
            return None
        read = document_of(columns)
        if len(read.text) <= _KEPT_CHARS:
            last = [read, *islice(reversed(self._kept_documents.values()), _KEPT_DOCUMENTS - 1)]
            chars = accumulate(len(document.text) for document in last)
            kept = [document for document, so_far in zip(last, chars, strict=True) if so_far <= _KEPT_CHARS]
            self._kept_documents = {document.id: document for document in reversed(kept)}
        return read

    def documents(self) -> Iterator[Document]:
        """Every document, in the order of their indexes."""
        return map(document_of, self._connection.execute(f"SELECT {_DOCUMENT} FROM documents ORDER BY document_index"))

    def passages(self, rows: Iterable[int]) -> list[Passage]:
        """The passages in these rows, in the order asked for."""
        wanted = [int(row) for row in rows]
        query = (
            f"SELECT row, {_PASSAGE} FROM json_each(?) JOIN passages ON row = value "
            "JOIN documents ON document = document_index"
        )
        known = self._kept
        if new := [row for row in wanted if row not in known]:
            found = self._connection.execute(query, (json.dumps(new),))
            read = {row: passage_of(columns) for row, *columns in found}
            known.update(read)
            if len(known) > _KEPT:
                self._kept = read if len(read) <= _KEPT else {}
        return [known[row] for row in wanted]

    def excerpt(self, document_id: str, start: int, end: int) -> str:
        """The text of a document from one offset to another; "" for one that is not there."""
        query = "SELECT substr(text, ?, ?) FROM documents WHERE id = ?"
        found = self._connection.execute(query, (start + 1, end - start, document_id)).fetchone()
        return str(found[0]) if found else ""

    def spans(self, document_id: str) -> list[tuple[int, int, int]]:
        """Row, start and end of each passage of a document, in order; none for a document that is not there."""
        query = (
            'SELECT row, start, "end" FROM passages JOIN documents ON document = document_index '
            "WHERE documents.id = ? ORDER BY row"
        )
        return [(int(row), int(start), int(end)) for row, start, end in self._connection.execute(query, (document_id,))]

    def fingerprint(self, document_id: str) -> str | None:
        """The fingerprint of the document with that id, or None."""
        query = "SELECT fingerprint FROM documents WHERE id = ?"
        found = self._connection.execute(query, (document_id,)).fetchone()
        return str(found[0]) if found else None

    def texts(self) -> Iterator[str]:
        """The text of every document, in order, a long one in pieces that end where a line does."""
        (count,) = self._connection.execute("SELECT count(*) FROM documents").fetchone()
        for document_index in range(count):
            with self._connection.blobopen("documents", "text", document_index, readonly=True) as text:
                rest = b""
                while piece := text.read(_PIECE_BYTES):
                    rest += piece
                    cut = (rest.rfind(b"\n") + 1 or rest.rfind(b" ") + 1) if len(piece) == _PIECE_BYTES else len(rest)
                    yield rest[:cut].decode()
                    rest = rest[cut:]
                yield rest.decode()

    def keys_and_lengths(self) -> list[tuple[bytes, int]]:
        """For each passage, in row order, the SHA-256 of what the encoder is fed for it, and the length of its text."""
        return self._connection.execute("SELECT key, length(text) FROM passages ORDER BY row").fetchall()

    def indexed(self, rows: Sequence[int]) -> list[IndexedPassage]:
        """What is indexed of the passages in these rows, in the order asked for; each is asked for once."""
        query = (
            f"SELECT row, {_INDEXED} FROM json_each(?) JOIN passages ON row = value "
            "JOIN documents ON document = document_index"
        )
        by_row = {
            row: _indexed(columns) for row, *columns in self._connection.execute(query, (json.dumps(list(rows)),))
        }
        return [by_row[row] for row in rows]

    def all_indexed(self) -> Iterator[IndexedPassage]:
        """What is indexed of every passage, in row order."""
        query = f"SELECT {_INDEXED} FROM passages JOIN documents ON document = document_index ORDER BY row"
        return map(_indexed, self._connection.execute(query))

    def rows_by_key(self) -> dict[bytes, int]:
        """For each key, a row whose vector it stands for."""
        return dict(self._connection.execute("SELECT key, row FROM passages"))


def _read_only(path: Path) -> str:
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _indexed(columns: Sequence[Any]) -> IndexedPassage:
    text, heading, context, title, source, published, dated, basis = columns
    return IndexedPassage(text, heading, context, title, source, day_of(read_date(published), read_date(dated), basis))


def _meta(columns: Sequence[Any], first_row: int) -> DocumentMeta:
    document_index, derived, end_row, mark, *kept = columns
    facts = read_derived(derived)
    facts |= {column.name: column.read(value) for column, value in zip(_META_COLUMNS, kept, strict=True)}
    return DocumentMeta(document_index=document_index, first_row=first_row, end_row=end_row, fingerprint=mark, **facts)
