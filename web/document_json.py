"""Documents in JSON, so that offsets can be checked against their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.document import Block, DatedBasis, Document
from index.seams import DocumentMeta


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a document beside its text.

    Attributes:
        id: by which it is asked for.
        title: of the document.
        source: its publisher; null where it does not say.
        url: its own address; null where it has none.
        published: the day of its publication; null where it is not known.
        dated: the day that it is of; null where it is not known.
        dated_basis: what says so.
        labels: what it is called by the table of labels.
        media_type: of the file.
        sha256: of the file, in hexadecimal.
    """

    id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    dated: date | None
    dated_basis: DatedBasis | None
    labels: dict[str, str]
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Documents that were asked for, a page of them at a time.

    Attributes:
        snapshot: the id of the snapshot that holds them.
        count: how many there are in all.
        page, pages: which page this is, from 1, of how many.
        documents: those of this page, the newest first.
    """

    snapshot: str
    count: int
    page: int
    pages: int
    documents: tuple[DocumentFacts, ...]


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A whole document.

    Attributes:
        snapshot: the id of the snapshot that holds it.
        facts: what is known of it.
        text: into which every offset anywhere leads, in code points.
        pages: the offset at which each page starts.
        blocks: the runs of text that its source shows as one block each.
    """

    snapshot: str
    facts: DocumentFacts
    text: str
    pages: tuple[int, ...]
    blocks: Sequence[Block]


def facts_of(document: Document | DocumentMeta) -> DocumentFacts:
    """What is known of a document beside its text."""
    return DocumentFacts(
        document.id,
        document.title,
        document.source,
        document.url,
        document.published,
        document.dated,
        document.dated_basis,
        dict(document.labels),
        document.media_type,
        document.sha256,
    )


def text_of(document: Document, snapshot_id: str) -> DocumentText:
    """A whole document, as the snapshot holds it."""
    return DocumentText(snapshot_id, facts_of(document), document.text, document.pages, tuple(document.blocks))


def list_of(found: Sequence[DocumentMeta], page: int, most: int, snapshot_id: str) -> DocumentList:
    """A page of some documents.

    Args:
        found: all of them, in order.
        page: which page is wanted, from 1; one beyond the last holds none.
        most: how many a page holds.
        snapshot_id: of the snapshot that holds them.
    """
    shown = tuple(map(facts_of, found[(page - 1) * most : page * most]))
    return DocumentList(snapshot_id, len(found), page, max(-(-len(found) // most), 1), shown)
