"""The documents and passages of a snapshot, in one SQLite file that is never changed once written."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from corpus.document import Block, BlockKind, Cell, Document, Passage
from index.metadata import DERIVED
from index.seams import DocumentMeta

_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
"""A kind is written down as its place among these."""


@dataclass(frozen=True, slots=True)
class _Column:
    """How a field of `Document` is kept; one that is not large is part of `DocumentMeta` under the same name."""

    name: str
    declared: str = "TEXT"
    write: Callable[[Any], Any] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value
    is_large: bool = False


def _write_date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _read_pairs(written: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(tuple, json.loads(written)))


def _write_blocks(blocks: Sequence[Block]) -> str:
    """Blocks as lists of start, end, kind, level, marker, parent and cells, without what is empty at the end."""
    written: list[list[Any]] = []
    for block in blocks:
        cells = [[cell.start, cell.end, cell.column, cell.span, int(cell.names)] for cell in block.cells]
        row = [block.start, block.end, _KINDS.index(block.kind), block.level, block.marker, block.parent, cells]
        while not row[-1] and row[-1] != 0:
            row.pop()
        written.append(row)
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _read_blocks(written: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    whole: list[Any] = [0, 0, 0, 0, "", None, []]
    for row in json.loads(written):
        start, end, kind, level, marker, parent, cells = row + whole[len(row) :]
        made = tuple(Cell(first, last, column, span, bool(names)) for first, last, column, span, names in cells)
        blocks.append(Block(start, end, _KINDS[kind], level, marker, parent, made))
    return tuple(blocks)


_COLUMNS = (
    _Column("id", "TEXT NOT NULL UNIQUE"),
    _Column("title", "TEXT NOT NULL"),
    _Column("text", "TEXT NOT NULL", is_large=True),
    _Column("source"),
    _Column("url"),
    _Column("published", write=_write_date, read=_read_date),
    _Column("media_type", "TEXT NOT NULL"),
    _Column("sha256", "TEXT NOT NULL"),
    _Column("pages", "TEXT NOT NULL", json.dumps, lambda written: tuple(json.loads(written)), is_large=True),
    _Column("blocks", "TEXT NOT NULL", _write_blocks, _read_blocks, is_large=True),
    _Column("dated", write=_write_date, read=_read_date),
    _Column("dated_basis"),
    _Column("labels", "TEXT NOT NULL", json.dumps, _read_pairs),
    _Column("recognised", "TEXT NOT NULL", json.dumps, _read_pairs),
)
"""One for each field of `Document`, in their order."""
_META_COLUMNS = tuple(column for column in _COLUMNS if not column.is_large)
_PASSAGE_FIELDS = tuple(field.name for field in fields(Passage))[1:]

_SCHEMA = f"""
CREATE TABLE documents (
    document_index INTEGER PRIMARY KEY,
    {", ".join(f"{column.name} {column.declared}" for column in _COLUMNS)},
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
    key BLOB NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, start);
"""
_DOCUMENT = ", ".join(column.name for column in _COLUMNS)
_META = ", ".join(["document_index", "derived", "end_row", "fingerprint", *(column.name for column in _META_COLUMNS)])
_PASSAGE = ", ".join(["documents.id", *(f'passages."{name}"' for name in _PASSAGE_FIELDS)])


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
        kept = [column.write(getattr(document, column.name)) for column in _COLUMNS]
        derived = json.dumps({name: derive(document) for name, derive in DERIVED.items()})
        values = (self._documents, *kept, derived, self._rows + len(passages), fingerprint)
        self._connection.execute(f"INSERT INTO documents VALUES ({', '.join('?' * len(values))})", values)
        self._connection.executemany(
            f"INSERT INTO passages VALUES ({', '.join('?' * (len(_PASSAGE_FIELDS) + 3))})",
            (
                (row, self._documents, *(getattr(passage, name) for name in _PASSAGE_FIELDS), key)
                for row, (passage, key) in enumerate(zip(passages, keys, strict=True), start=self._rows)
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
    document_index, derived, end_row, mark, *kept = columns
    facts: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(derived).items()
    }
    facts |= {column.name: column.read(value) for column, value in zip(_META_COLUMNS, kept, strict=True)}
    return DocumentMeta(document_index=document_index, first_row=first_row, end_row=end_row, fingerprint=mark, **facts)


def _document(columns: Sequence[Any]) -> Document:
    return Document(*(column.read(value) for column, value in zip(_COLUMNS, columns, strict=True)))
