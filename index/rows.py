"""Rows: passages are numbered in the order of their documents, so a document's passages are one run of rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.seams import DocumentMeta, Rows, Scope


class RowTable:
    """Which rows are whose.

    Attributes:
        document_of: the index of the document each passage stands in, by row, ascending; int32.
        first_row: the row of each document's first passage, and last of all how many rows there are; int64.
    """

    def __init__(self, first_row: Sequence[int]) -> None:
        self.first_row: Rows = np.array(first_row, dtype=np.int64)
        documents = np.arange(len(self.first_row) - 1, dtype=np.int32)
        self.document_of: NDArray[np.int32] = np.repeat(documents, np.diff(self.first_row))

    @classmethod
    def of(cls, metadata: Sequence[DocumentMeta]) -> RowTable:
        """The table of a snapshot's documents."""
        return cls([0, *(meta.end_row for meta in metadata)])

    def __len__(self) -> int:
        return len(self.document_of)

    def count(self, scope: Scope) -> int:
        """How many rows are in scope."""
        if scope.passages is not None:
            return int(np.count_nonzero(self.mask(scope)))
        if scope.documents is None:
            return len(self)
        return int((self.first_row[scope.documents + 1] - self.first_row[scope.documents]).sum())

    def run(self, scope: Scope) -> tuple[int, int] | None:
        """First row and end of what is in scope, where that is everything or one whole document; None otherwise."""
        if scope.passages is not None:
            return None
        if scope.documents is None:
            return 0, len(self)
        if len(scope.documents) == 1:
            return int(self.first_row[scope.documents[0]]), int(self.first_row[scope.documents[0] + 1])
        return None

    def mask(self, scope: Scope) -> NDArray[np.bool_]:
        """True for each row in scope, bool of shape (rows,)."""
        in_scope = np.full(len(self.first_row) - 1, scope.documents is None)
        if scope.documents is not None:
            in_scope[scope.documents] = True
        of_documents: NDArray[np.bool_] = in_scope[self.document_of]
        if scope.passages is None:
            return of_documents
        named = np.zeros(len(self), dtype=bool)
        named[scope.passages] = True
        return of_documents & named

    def rows(self, scope: Scope) -> Rows:
        """The rows in scope, ascending."""
        return np.flatnonzero(self.mask(scope))
