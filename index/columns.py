"""How the fields of a document are kept in the store's columns, and a document as it is handed to the store."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

from corpus.document import Block, BlockKind, Cell, Document, Part, Passage
from corpus.judgements.judgement import Judgement
from corpus.judgements.visit import Visit
from corpus.packed import LONG_CHARS
from index.metadata import DERIVED

_PIECE_CHARS: Final = 1_000_000
_PIECE_BLOCKS: Final = 10_000
_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
"""A kind is written down as its place among these."""


@dataclass(frozen=True, slots=True)
class Column:
    """How a field of `Document` is kept; one that is not large is part of `DocumentMeta` under the same name."""

    name: str
    declared: str = "TEXT"
    write: Callable[[Any], str | None] = lambda value: value
    read: Callable[[Any], Any] = lambda value: value
    pieces: Callable[[Any], Iterator[str]] | None = None
    """For a large field: what `write` gives, piece by piece."""
    column: str = ""
    """What the column is called, where it is not the name of the field."""

    @property
    def sql(self) -> str:
        """What the column is called."""
        return self.column or self.name

    @property
    def is_large(self) -> bool:
        """Whether it may take much room."""
        return self.pieces is not None


@dataclass(frozen=True, slots=True)
class Spooled:
    """A long text, written to a file as UTF-8 until the store takes it in.

    Attributes:
        path: of the file.
        size: in bytes.
    """

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as the store keeps it.

    Attributes:
        columns: what is written for each of `COLUMNS`, in their order, and what is derived from it, as JSON.
        fingerprint: SHA-256 over all that decides its passages and what the encoder is fed for them.
    """

    columns: tuple[str | Spooled | None, ...]
    fingerprint: str

    @property
    def id(self) -> str:
        """The document's id."""
        return str(self.columns[0])


PassageRow = tuple[int, int, str, str, int | None, str | None, str, str, bytes]
"""A passage as the store keeps it: its fields from `start` on, and the SHA-256 of what the encoder is fed for it."""


def _write_date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def read_date(day: str | None) -> date | None:
    """A day as it was written, or None."""
    return date.fromisoformat(day) if day else None


def _read_pairs(written: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(tuple, json.loads(written)))


def _text_pieces(text: str) -> Iterator[str]:
    return (text[start : start + _PIECE_CHARS] for start in range(0, len(text), _PIECE_CHARS))


def _page_pieces(pages: Sequence[int]) -> Iterator[str]:
    yield json.dumps(pages)


def _block_pieces(blocks: Sequence[Block]) -> Iterator[str]:
    """Blocks as JSON: lists of start, end, level of a heading, kind, depth, marker, parent and cells.

    What is empty at the end of a list is left out.
    """
    yield "["
    for start in range(0, len(blocks), _PIECE_BLOCKS):
        some = [_block_row(blocks[index]) for index in range(start, min(start + _PIECE_BLOCKS, len(blocks)))]
        yield "," * bool(start) + json.dumps(some, ensure_ascii=False, separators=(",", ":"))[1:-1]
    yield "]"


def _block_row(block: Block) -> list[Any]:
    cells = [[cell.start, cell.end, cell.column, cell.span, int(cell.names)] for cell in block.cells]
    heading, depth = (block.level, 0) if block.kind == "heading" else (0, block.level)
    row = [block.start, block.end, heading, _KINDS.index(block.kind), depth, block.marker, block.parent, cells]
    while not row[-1] and row[-1] != 0:
        row.pop()
    return row


def _read_blocks(written: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    whole: list[Any] = [0, 0, 0, 0, 0, "", None, []]
    for row in json.loads(written):
        start, end, heading, kind, depth, marker, parent, cells = row + whole[len(row) :]
        made = tuple(Cell(first, last, column, span, bool(names)) for first, last, column, span, names in cells)
        blocks.append(Block(start, end, _KINDS[kind], heading or depth, marker, parent, made))
    return tuple(blocks)


def _large(name: str, pieces: Callable[[Any], Iterator[str]], read: Callable[[Any], Any], column: str = "") -> Column:
    return Column(name, "TEXT NOT NULL", lambda value: "".join(pieces(value)), read, pieces, column)


COLUMNS: Final = (
    Column("id", "TEXT NOT NULL UNIQUE"),
    Column("title", "TEXT NOT NULL"),
    _large("text", _text_pieces, lambda text: text),
    Column("source"),
    Column("url"),
    Column("published", write=_write_date, read=read_date),
    Column("media_type", "TEXT NOT NULL"),
    Column("sha256", "TEXT NOT NULL"),
    _large("pages", _page_pieces, lambda written: tuple(json.loads(written))),
    _large("blocks", _block_pieces, _read_blocks, "paragraphs"),
    Column("dated", write=_write_date, read=read_date),
    Column("dated_basis"),
    Column("labels", "TEXT NOT NULL", json.dumps, _read_pairs),
    Column("recognised", "TEXT NOT NULL", json.dumps, _read_pairs),
)
"""One for each field of `Document`, in their order."""


def document_row(
    document: Document, size: object, spool: Path, judgements: Sequence[Judgement] = (), visits: Sequence[Visit] = ()
) -> DocumentRow:
    """A document as the store keeps it.

    Args:
        document: the document.
        size: how long its passages are; a part of what its fingerprint is over.
        spool: a folder for what is too long to be handed on in memory.
        judgements: that it states.
        visits: of which it tells.
    """
    is_long = len(document.text) > LONG_CHARS
    digest = hashlib.sha256(str(size).encode())
    columns: list[str | Spooled | None] = []
    for column in COLUMNS:
        value = getattr(document, column.name)
        own = hashlib.sha256()
        if column.pieces and is_long:
            columns.append(_spooled(column.pieces(value), spool, own.update))
        else:
            columns.append(column.write(value))
            own.update(b"-" if columns[-1] is None else f"+{columns[-1]}".encode())
        digest.update(own.digest())
    found = {"judgements": list(map(astuple, judgements)), "visits": list(map(astuple, visits))}
    derived = json.dumps({name: derive(document) for name, derive in DERIVED.items()} | found)
    return DocumentRow((*columns, derived), digest.hexdigest())


def _spooled(pieces: Iterator[str], spool: Path, seen: Callable[[bytes], object]) -> Spooled:
    with tempfile.NamedTemporaryFile(dir=spool, delete=False) as file:
        seen(b"+")
        for piece in pieces:
            written = piece.encode()
            seen(written)
            file.write(written)
        return Spooled(Path(file.name), file.tell())


def read_derived(written: str) -> dict[str, Any]:
    """What is derived of a document, as it was written, by the field of `DocumentMeta`."""
    derived = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(written).items()}
    facts: dict[str, tuple[object, ...]] = {
        "judgements": tuple(Judgement(*values) for values in derived["judgements"]),
        "visits": tuple(Visit(*values) for values in derived.get("visits", ())),
    }
    return derived | facts


def passage_row(passage: Passage, key: bytes) -> PassageRow:
    """A passage as the store keeps it.

    Args:
        passage: the passage.
        key: the SHA-256 of what the encoder is fed for it.
    """
    return (
        passage.start,
        passage.end,
        passage.text,
        passage.heading,
        passage.page,
        passage.paragraph,
        passage.context,
        json.dumps([_written_part(part) for part in passage.parts], separators=(",", ":")),
        key,
    )


def _written_part(part: Part) -> list[int]:
    """A part in three numbers, and a fourth for a header row."""
    return [part.start, part.end, _KINDS.index(part.kind), *([1] if part.names_columns else [])]


def passage_of(columns: Sequence[Any]) -> Passage:
    """The passage whose fields these are, in their order."""
    document_id, start, end, text, heading, page, paragraph, context, written = columns
    parts = tuple(Part(first, last, _KINDS[kind], bool(names)) for first, last, kind, *names in json.loads(written))
    return Passage(document_id, start, end, text, heading, page, paragraph, context, parts)


def document_of(columns: Sequence[Any]) -> Document:
    """The document whose columns these are, in the order of `COLUMNS`."""
    return Document(*(column.read(value) for column, value in zip(COLUMNS, columns, strict=True)))
