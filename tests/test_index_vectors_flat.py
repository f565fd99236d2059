"""The flat FAISS index: a wide scope is searched behind a mask, with the same outcome."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import pytest

from index.rows import RowTable
from index.seams import Scope
from index.vectors import flat


def test_a_wide_scope_gives_what_a_narrow_one_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = np.random.default_rng(3).standard_normal((60, 8)).astype(np.float32)
    flat.BACKEND.write(tmp_path / "v", vectors)
    opened = flat.BACKEND.open(tmp_path / "v", RowTable(range(0, 61, 6)))
    scope = Scope(np.array([1, 4, 5, 9]))
    narrow = opened.search(vectors[0], 7, scope)
    monkeypatch.setattr(flat, "FEW_ROWS", 0)
    wide = opened.search(vectors[0], 7, scope)
    assert wide.rows.tolist() == narrow.rows.tolist() and wide.scores == pytest.approx(narrow.scores, abs=1e-5)
    assert len(opened.search(vectors[0], 100, scope)) == 24


def test_a_search_leaves_the_number_of_threads_as_it_was(tmp_path: Path) -> None:
    flat.BACKEND.write(tmp_path / "v", np.eye(3, dtype=np.float32))
    before = faiss.omp_get_max_threads()
    flat.BACKEND.open(tmp_path / "v", RowTable([0, 3])).search(np.ones(3, dtype=np.float32), 2)
    assert faiss.omp_get_max_threads() == before
