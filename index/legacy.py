"""How a snapshot was read before the seams; to be removed whole once `qa/` and `eval/` ask through them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document, Passage
from index.rows import RowTable
from index.seams import DocumentMeta, Rows, Scope, Scores, TermPositions, VectorIndex, Vectors

if TYPE_CHECKING:
    from index.lexical import BM25Index, BM25Indexes


class LegacyEntries:
    """The catalogue's entries, with "" for a publisher that is not known."""

    _metadata: Sequence[DocumentMeta]

    @cached_property
    def entries(self) -> list[Any]:
        """Title, source, years and day of each document."""
        return [
            SimpleNamespace(title=meta.title, source=meta.source or "", years=meta.years, day=meta.day)
            for meta in self._metadata
        ]


class LegacyIndex:
    """Methods of one field's BM25 index."""

    passages: int

    def weight(self, stem: str) -> float:
        """The inverse document frequency of a stem in this field."""
        frequency = cast("BM25Index", self).frequency(stem)
        return math.log1p((self.passages - frequency + 0.5) / (frequency + 0.5))

    def found(self, rows: Rows, wanted: Collection[str]) -> list[TermPositions]:
        """Where some stems stand in each of some passages."""
        return cast("BM25Index", self).positions(rows, wanted)


class LegacyVectors:
    """Vectors searched with a mask over all rows, and given away."""

    def __init__(self, index: Any, table: RowTable) -> None:
        self._index: VectorIndex = index
        self._table = table

    def search(self, vector: Vectors, k: int, allowed: NDArray[np.bool_] | None = None) -> tuple[Rows, Scores]:
        """The nearest rows and their inner products; of a mask that cuts documents in two, by arithmetic."""
        if allowed is None:
            hits = self._index.search(vector, k)
            return hits.rows, hits.scores
        rows = np.flatnonzero(allowed)
        scope = Scope(np.unique(self._table.document_of[rows]).astype(np.int64))
        if self._table.count(scope) == len(rows):
            hits = self._index.search(vector, k, scope)
            return hits.rows, hits.scores
        products = self._index.scores(vector, rows)
        order = np.argsort(-products, kind="stable")[:k]
        return rows[order], products[order]

    def vectors(self, rows: Rows) -> Vectors:
        """The stored vectors of some rows."""
        from index.vectors.flat import _stored

        index: Any = self._index
        return _stored(index._index, rows)


class LegacyStore:
    """Documents and passages."""

    def __init__(self, snapshot: Any) -> None:
        self._snapshot = snapshot
        self.document = snapshot.document
        self.passages = snapshot.document_store.passages
        self.stretches = snapshot.document_store.spans

    def described(self, document_id: str) -> DocumentMeta:
        """What is known of a document."""
        meta: DocumentMeta = self._snapshot.find_document(document_id)
        return meta

    def documents(self) -> Iterator[tuple[Document, str]]:
        """Every document with its fingerprint."""
        for document, meta in zip(self._snapshot.document_store.documents(), self._snapshot.metadata, strict=True):
            yield document, meta.fingerprint

    def passages_of(self, document_id: str) -> list[Passage]:
        """The passages of a document."""
        passages: list[Passage] = self._snapshot.passages(self.described(document_id).rows)
        return passages


class LegacySnapshot:
    """The attributes of a snapshot before the seams."""

    metadata: tuple[DocumentMeta, ...]
    vector_index: VectorIndex
    lexical_index: Any
    _table: RowTable

    @cached_property
    def store(self) -> LegacyStore:
        """Documents and passages."""
        return LegacyStore(self)

    @cached_property
    def vectors(self) -> LegacyVectors:
        """The vectors of passages."""
        return LegacyVectors(self.vector_index, self._table)

    @cached_property
    def postings(self) -> Mapping[str, BM25Index]:
        """The BM25 index of each field; none where there is no passage."""
        return {str(field): index for field, index in cast("BM25Indexes", self.lexical_index)._indexes.items()}

    @cached_property
    def document_ids(self) -> list[str]:
        """The id of each document."""
        return [meta.id for meta in self.metadata]

    @cached_property
    def document_sources(self) -> list[str | None]:
        """The publisher of each document."""
        return [meta.source for meta in self.metadata]

    @cached_property
    def published(self) -> NDArray[np.int32]:
        """The day of publication of each document, 0 where it is not known."""
        return np.array([meta.published.toordinal() if meta.published else 0 for meta in self.metadata], dtype=np.int32)

    @property
    def passage_document(self) -> NDArray[np.int32]:
        """The document each passage stands in, by row."""
        return self._table.document_of

    @property
    def first_row(self) -> Rows:
        """The first row of each document, and how many rows there are."""
        return self._table.first_row
