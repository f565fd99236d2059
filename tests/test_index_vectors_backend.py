"""What every vector backend must give: a new one joins when it is named in `index.vectors`."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.rows import RowTable
from index.seams import EVERYTHING, Scope, VectorIndex, Vectors
from index.vectors import BACKENDS
from index.vectors.backend import VectorBackend

TABLE = RowTable([*range(0, 300, 3), 299, 300])
"""Documents of three passages, and two of two and one at the end."""


def scope(*documents: int) -> Scope:
    return Scope(np.array(documents, dtype=np.int64))


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    drawn = np.random.default_rng(7).standard_normal((300, 24)).astype(np.float32)
    unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return unit


@pytest.fixture(params=BACKENDS.values(), ids=list(BACKENDS))
def backend(request: pytest.FixtureRequest) -> VectorBackend:
    chosen: VectorBackend = request.param
    return chosen


@pytest.fixture
def opened(backend: VectorBackend, tmp_path: Path, vectors: Vectors) -> VectorIndex:
    backend.write(tmp_path / backend.filename, vectors)
    return backend.open(tmp_path / backend.filename, TABLE)


def test_the_nearest_are_those_by_plain_arithmetic_best_first(opened: VectorIndex, vectors: Vectors) -> None:
    hits = opened.search(vectors[17], 10)
    expected = np.argsort(-(vectors @ vectors[17]), kind="stable")[:10]
    assert hits.rows.tolist() == expected.tolist() and hits.rows.dtype == np.int64
    assert hits.scores == pytest.approx(vectors[expected] @ vectors[17], abs=1e-5) and hits.scores.dtype == np.float32


@pytest.mark.parametrize("documents", [(4,), (0, 30, 99), tuple(range(0, 100, 2))])
def test_a_scope_never_costs_a_hit(opened: VectorIndex, vectors: Vectors, documents: tuple[int, ...]) -> None:
    rows = TABLE.rows(scope(*documents))
    best = rows[np.argsort(-(vectors[rows] @ vectors[17]), kind="stable")].tolist()
    for k in (1, 5, len(rows), 300):
        assert opened.search(vectors[17], k, scope(*documents)).rows.tolist() == best[:k]


def test_passages_of_a_scope_are_all_that_is_found(opened: VectorIndex, vectors: Vectors) -> None:
    some = np.array([2, 91, 92, 250, 299], dtype=np.int64)
    best = some[np.argsort(-(vectors[some] @ vectors[17]), kind="stable")].tolist()
    for k in (1, 3, 300):
        assert opened.search(vectors[17], k, Scope(None, some)).rows.tolist() == best[:k]
    assert opened.search(vectors[17], 9, Scope(np.array([30]), some)).rows.tolist() != best
    assert set(opened.search(vectors[17], 9, Scope(np.array([30]), some)).rows.tolist()) == {91, 92}
    assert len(opened.search(vectors[17], 9, Scope(np.array([1]), some))) == 0


def test_there_are_no_more_hits_than_passages_in_scope_and_none_where_none_is_wanted(
    opened: VectorIndex, vectors: Vectors
) -> None:
    assert len(opened.search(vectors[0], 1000)) == 300
    assert len(opened.search(vectors[0], 1000, scope(99))) == 2
    assert len(opened.search(vectors[0], 0)) == len(opened.search(vectors[0], 5, scope())) == 0


def test_scores_of_rows_are_their_inner_products_in_the_order_asked_for(opened: VectorIndex, vectors: Vectors) -> None:
    rows = np.array([250, 3, 17])
    scores = opened.scores(vectors[17], rows)
    assert scores == pytest.approx(vectors[rows] @ vectors[17], abs=1e-6) and scores.dtype == np.float32
    assert opened.scores(vectors[17], np.empty(0, dtype=np.int64)).shape == (0,)


def test_a_hit_has_the_score_that_its_row_has(opened: VectorIndex, vectors: Vectors) -> None:
    for within in (EVERYTHING, scope(0, 30, 60)):
        hits = opened.search(vectors[5], 8, within)
        assert hits.scores == pytest.approx(opened.scores(vectors[5], hits.rows), abs=1e-6)


def test_vectors_come_back_as_they_were_written(backend: VectorBackend, tmp_path: Path, vectors: Vectors) -> None:
    backend.write(tmp_path / backend.filename, vectors)
    assert (backend.read(tmp_path / backend.filename, np.array([3, 1])) == vectors[[3, 1]]).all()
    assert backend.read(tmp_path / backend.filename, np.empty(0, dtype=np.int64)).shape == (0, 24)


def test_an_index_of_no_passages_finds_none(backend: VectorBackend, tmp_path: Path) -> None:
    backend.write(tmp_path / backend.filename, np.empty((0, 1), dtype=np.float32))
    opened = backend.open(tmp_path / backend.filename, RowTable([0]))
    assert len(opened.search(np.ones(1, dtype=np.float32), 5)) == 0
