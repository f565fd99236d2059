"""Vectors: exact inner-product search over all passages with FAISS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]


class VectorIndex(Protocol):
    """Nearest passages to a vector; rows are the snapshot's passage numbers."""

    def search(self, vector: Vectors, k: int, allowed: NDArray[np.bool_] | None = None) -> tuple[Rows, Vectors]:
        """The k nearest rows and their inner products, best first, among the allowed rows."""
        ...

    def vectors(self, rows: Rows) -> Vectors:
        """The stored vectors of some rows, float32 of shape (rows, dimensions)."""
        ...


class FlatIndex:
    """Every vector compared, so the nearest are the nearest; memory-mapped from a snapshot."""

    def __init__(self, path: Path) -> None:
        self._index: Any = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)

    def search(self, vector: Vectors, k: int, allowed: NDArray[np.bool_] | None = None) -> tuple[Rows, Vectors]:
        """The k nearest rows and their inner products, best first, among the allowed rows.

        Args:
            vector: float32 of shape (dimensions,).
            k: how many rows are wanted.
            allowed: True for each row that may be found, shape (passages,); None for all.

        Returns:
            Rows (int64) and inner products (float32, -1 to 1 for unit vectors); fewer than k where
            fewer are allowed.
        """
        parameters = None
        available = int(self._index.ntotal)
        if allowed is not None:
            available = int(allowed.sum())
            bits = np.packbits(allowed, bitorder="little")
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        k = min(k, available)
        if k == 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        with _one_thread():
            products, rows = self._index.search(vector[np.newaxis, :], k, params=parameters)
        return rows[0], products[0]

    def vectors(self, rows: Rows) -> Vectors:
        """The stored vectors of some rows, float32 of shape (rows, dimensions)."""
        stored: Vectors = self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
        return stored


@contextmanager
def _one_thread() -> Iterator[None]:
    """FAISS on one thread, which for a single question is many times faster than several, and as exact on any machine."""
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


def write_vectors(path: Path, vectors: Vectors) -> None:
    """Write float32 vectors of shape (passages, dimensions) so that `FlatIndex` opens them."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(path))
