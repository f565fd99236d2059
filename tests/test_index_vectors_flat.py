"""The flat FAISS index: it breaks ties as it should, and keeps to one thread."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np

from index.rows import RowTable
from index.seams import Scope
from index.vectors import flat


def test_of_equally_near_passages_within_a_scope_the_lower_row_comes_first(tmp_path: Path) -> None:
    vectors = np.ones((40, 2), dtype=np.float32)
    vectors[35] *= 2
    flat.BACKEND.write(tmp_path / "v", vectors)
    opened = flat.BACKEND.open(tmp_path / "v", RowTable(range(0, 41, 4)))
    scope = Scope(np.array([1, 4, 8]))
    assert opened.search(np.ones(2, dtype=np.float32), 7, scope).rows.tolist() == [35, 4, 5, 6, 7, 16, 17]


def test_a_search_leaves_the_number_of_threads_as_it_was(tmp_path: Path) -> None:
    flat.BACKEND.write(tmp_path / "v", np.eye(3, dtype=np.float32))
    before = faiss.omp_get_max_threads()
    flat.BACKEND.open(tmp_path / "v", RowTable([0, 3])).search(np.ones(3, dtype=np.float32), 2)
    assert faiss.omp_get_max_threads() == before
