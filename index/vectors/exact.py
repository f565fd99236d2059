"""Vectors in a NumPy file, memory-mapped and compared by plain arithmetic: no library beside NumPy."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from index.rows import RowTable
from index.seams import EVERYTHING, Hits, Rows, Scope, Scores, Vectors
from index.vectors.backend import VectorBackend


class ExactIndex:
    """Every vector in scope compared by one matrix product."""

    def __init__(self, path: Path, table: RowTable) -> None:
        self._vectors = _mapped(path)
        self._table = table

    def search(self, vector: Vectors, k: int, scope: Scope = EVERYTHING) -> Hits:
        """The k nearest passages in scope; of equally near ones the lower row comes first."""
        run = self._table.run(scope)
        if run is None:
            rows = self._table.rows(scope)
            products = self.scores(vector, rows)
        else:
            rows = np.arange(*run)
            products = self._vectors[run[0] : run[1]] @ vector if len(rows) else np.empty(0, dtype=np.float32)
        order = np.argsort(-products, kind="stable")[:k]
        return Hits(rows[order], products[order])

    def scores(self, vector: Vectors, rows: Rows) -> Scores:
        """The inner product of each of these passages with the vector."""
        return self._vectors[rows] @ vector if len(rows) else np.empty(0, dtype=np.float32)


def _mapped(path: Path) -> Vectors:
    """The vectors in a file, read from the disk as they are needed."""
    mapped: Vectors = np.load(path, mmap_mode="r").view(np.ndarray)
    return mapped


def _write(path: Path, vectors: Vectors) -> None:
    with path.open("wb") as file:
        np.save(file, vectors)


def _read(path: Path, rows: Rows) -> Vectors:
    return _mapped(path)[rows]


BACKEND: Final = VectorBackend("exact", "vectors.npy", _write, ExactIndex, _read)
