"""One state of an index, open for searching."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document, Passage
from index.catalogue import Catalogue, read_proper_nouns
from index.copies import read_copies
from index.judged import read_scales
from index.lexical import BM25Indexes
from index.rows import RowTable
from index.seams import FIELDS, DocumentMeta, DocumentStore, LexicalIndex, Rows, Scope, VectorIndex
from index.snapshot.layout import SnapshotLayout
from index.snapshot.manifest import Manifest
from index.store import SqliteStore
from index.times import read_times
from index.vectors import vector_backend


class Snapshot:
    """One state of an index, open for searching; it never changes while it is open.

    Attributes:
        manifest: what it holds.
        metadata: of its documents, in the order of their indexes.
        judgements: that its documents state, each with the index of the document.
        visits: of which its documents tell, each with the index of the document.
        scales: of these judgements and visits.
        document_store: its documents and passages.
        vector_index: finds passages by their vectors.
        lexical_index: finds passages by their words.
        catalogue: what its documents are called and of which time they are.
        copies: which of its passages are copies of which.
        times: of which days its passages speak; None where it was built before that was kept.
    """

    document_store: DocumentStore
    vector_index: VectorIndex
    lexical_index: LexicalIndex

    def __init__(self, manifest: Manifest, layout: SnapshotLayout) -> None:
        backend = vector_backend(manifest.vectors)
        store = SqliteStore(layout.store)
        self.manifest = manifest
        self.document_store = self._store = store
        self.metadata: tuple[DocumentMeta, ...] = tuple(store.metadata())
        self.judgements = tuple((meta.document_index, each) for meta in self.metadata for each in meta.judgements)
        self.visits = tuple((meta.document_index, each) for meta in self.metadata for each in meta.visits)
        self.scales = read_scales(layout.scales)
        self._index_of = {meta.id: meta.document_index for meta in self.metadata}
        self._table = RowTable.of(self.metadata)
        self.vector_index = backend.open(layout.vectors(backend.filename), self._table)
        self.lexical_index = BM25Indexes({field: layout.postings(field) for field in FIELDS}, self._table)
        self.catalogue = Catalogue(self.metadata, read_proper_nouns(layout.proper_nouns))
        self.copies = read_copies(layout.copies)
        self.times = read_times(layout.times)

    def document_meta(self, document_index: int) -> DocumentMeta:
        """What is known of a document, by its index."""
        return self.metadata[document_index]

    def find_document(self, document_id: str) -> DocumentMeta | None:
        """What is known of the document with that id, or None."""
        document_index = self._index_of.get(document_id)
        return None if document_index is None else self.metadata[document_index]

    def document_index_of(self, rows: Rows) -> NDArray[np.int32]:
        """The index of the document each of some passages stands in."""
        return self._table.document_of[rows]

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None."""
        return self.document_store.document(document_id)

    def passages(self, rows: Iterable[int]) -> list[Passage]:
        """The passages in these rows, in the order asked for."""
        return self.document_store.passages(rows)

    def passages_of(self, document_id: str) -> list[Passage]:
        """The passages of a document, in order; none where there is no such document."""
        meta = self.find_document(document_id)
        return self.passages(meta.rows) if meta else []

    def scope(self, passes: Callable[[DocumentMeta], bool], passages: Rows | None = None) -> Scope:
        """The scope of the documents that pass, and of some passages alone.

        Args:
            passes: whether a document does.
            passages: the rows of the only passages that may be found, ascending; None for all.
        """
        documents = np.array([meta.document_index for meta in self.metadata if passes(meta)], dtype=np.int64)
        if passages is None:
            return Scope(documents)
        of_passages = self.document_index_of(passages)
        return Scope(np.intersect1d(documents, of_passages), passages[np.isin(of_passages, documents)])

    def in_scope(self, rows: Rows, scope: Scope) -> NDArray[np.bool_]:
        """Whether each of some passages is in scope, bool of shape (rows,)."""
        of_documents = np.array([index in scope for index in self.document_index_of(rows).tolist()], dtype=bool)
        return of_documents if scope.passages is None else of_documents & np.isin(rows, scope.passages)

    def holds(self, scope: Scope, document_index: int, start: int) -> bool:
        """Whether what begins at an offset of a document is in scope: its document, and its passage."""
        if document_index not in scope or scope.passages is None:
            return document_index in scope
        spans = self.document_store.spans(self.metadata[document_index].id)
        return any(first <= start < end and row in scope.passages for row, first, end in spans)

    def count(self, scope: Scope) -> int:
        """How many passages are in scope."""
        return self._table.count(scope)

    def sources(self) -> tuple[str, ...]:
        """All publishers, in alphabetical order."""
        return tuple(sorted({meta.source for meta in self.metadata if meta.source}))

    def dates(self) -> tuple[date, date] | None:
        """The first and last day by which documents are filtered, or None when none has one."""
        days = [meta.day for meta in self.metadata if meta.day]
        return (date.fromordinal(min(days)), date.fromordinal(max(days))) if days else None

    def excerpt(self, document_index: int, start: int, end: int) -> str:
        """The words of a document from one offset to another."""
        return self.document_store.excerpt(self.metadata[document_index].id, start, end)

    def close(self) -> None:
        """Let go of its files."""
        self._store.close()
