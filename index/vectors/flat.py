"""Vectors in a flat FAISS index: every vector compared, memory-mapped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import faiss
import numpy as np

from index.rows import RowTable
from index.seams import EVERYTHING, Hits, Rows, Scope, Scores, Vectors
from index.vectors.backend import VectorBackend


class FlatIndex:
    """Every vector in scope compared, so the nearest are the nearest."""

    def __init__(self, path: Path, table: RowTable) -> None:
        self._index = _mapped(path)
        self._table = table

    def search(self, vector: Vectors, k: int, scope: Scope = EVERYTHING) -> Hits:
        """The k nearest passages in scope; of equally near ones within a scope the lower row comes first."""
        available = self._table.count(scope)
        if not min(k, available):
            return Hits.none()
        if scope.documents is None and scope.passages is None:
            return self._search(vector, min(k, available))
        bits = np.packbits(self._table.mask(scope), bitorder="little")
        inside = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        # FAISS keeps any of those that are equally near at the end of its list, so it is asked for more than are wanted
        rows = np.sort(self._search(vector, min(2 * k, available), inside).rows)
        products = self.scores(vector, rows)
        order = np.argsort(-products, kind="stable")[:k]
        return Hits(rows[order], products[order])

    def scores(self, vector: Vectors, rows: Rows) -> Scores:
        """The inner product of each of these passages with the vector."""
        products: Scores = _stored(self._index, rows) @ vector
        return products

    def _search(self, vector: Vectors, k: int, parameters: Any = None) -> Hits:
        with _one_thread():
            products, rows = self._index.search(vector[np.newaxis, :], k, params=parameters)
        return Hits(rows[0], products[0])


@contextmanager
def _one_thread() -> Iterator[None]:
    """FAISS on one thread, which for one question is many times faster than several, and as exact on any machine."""
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def _mapped(path: Path) -> Any:
    """The FAISS index in a file, read from the disk as it is needed."""
    return faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)


def _stored(index: Any, rows: Rows) -> Vectors:
    """The vectors of some rows."""
    if not len(rows):
        return np.empty((0, index.d), dtype=np.float32)
    vectors: Vectors = index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
    return vectors


def _write(path: Path, vectors: Vectors) -> None:
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(path))


def _read(path: Path, rows: Rows) -> Vectors:
    return _stored(_mapped(path), rows)


BACKEND: Final = VectorBackend("flat", "vectors.faiss", _write, FlatIndex, _read)
