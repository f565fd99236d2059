"""Vectors: exact neighbours, and filters that never cost a result."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.vectors import FlatIndex, Vectors, write_vectors


@pytest.fixture
def vectors() -> Vectors:
    found = np.random.default_rng(7).standard_normal((300, 24)).astype(np.float32)
    unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def test_neighbours_are_the_nearest_by_plain_arithmetic(tmp_path: Path, vectors: Vectors) -> None:
    write_vectors(tmp_path / "v", vectors)
    rows, products = FlatIndex(tmp_path / "v").search(vectors[17], 10)
    expected = np.argsort(-(vectors @ vectors[17]), kind="stable")[:10]
    assert rows.tolist() == expected.tolist()
    assert products == pytest.approx(vectors[expected] @ vectors[17], abs=1e-5)


def test_a_filter_still_gives_k_of_the_allowed(tmp_path: Path, vectors: Vectors) -> None:
    write_vectors(tmp_path / "v", vectors)
    allowed = np.zeros(300, dtype=bool)
    allowed[[5, 90, 205, 299]] = True
    rows, _ = FlatIndex(tmp_path / "v").search(vectors[17], 3, allowed)
    best = sorted([5, 90, 205, 299], key=lambda row: -float(vectors[row] @ vectors[17]))
    assert rows.tolist() == best[:3]
    assert len(FlatIndex(tmp_path / "v").search(vectors[17], 10, allowed)[0]) == 4


def test_stored_vectors_come_back_unchanged(tmp_path: Path, vectors: Vectors) -> None:
    write_vectors(tmp_path / "v", vectors)
    assert (FlatIndex(tmp_path / "v").vectors(np.array([3, 1])) == vectors[[3, 1]]).all()
