"""The vector backends by name: a further one is added in one place, and everything works with it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.rows import RowTable
from index.seams import EVERYTHING, Hits, Rows, Scope, Scores, Vectors
from index.snapshot import open_snapshot
from index.vectors import BACKENDS, DEFAULT_BACKEND, vector_backend
from index.vectors.backend import VectorBackend
from tests.builds import CountingEncoder, stored_vectors, write_papers


class ListIndex:
    """Vectors in a text file, compared one by one."""

    def __init__(self, path: Path, table: RowTable) -> None:
        self._vectors = _read(path)
        self._table = table

    def search(self, vector: Vectors, k: int, scope: Scope = EVERYTHING) -> Hits:
        rows = sorted(self._table.rows(scope).tolist(), key=lambda row: -float(self._vectors[row] @ vector))[:k]
        return Hits(np.array(rows, dtype=np.int64), self.scores(vector, np.array(rows, dtype=np.int64)))

    def scores(self, vector: Vectors, rows: Rows) -> Scores:
        return np.array([self._vectors[row] @ vector for row in rows], dtype=np.float32)


def _write(path: Path, vectors: Vectors) -> None:
    path.write_text(json.dumps(vectors.tolist()), encoding="utf-8")


def _read(path: Path) -> Vectors:
    return np.array(json.loads(path.read_text(encoding="utf-8")), dtype=np.float32)


LISTED = VectorBackend(
    name="listed",
    filename="vectors.json",
    write=_write,
    open=ListIndex,
    read=lambda path, rows: _read(path)[rows],
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_each_backend_goes_by_its_name_and_has_a_file_of_its_own() -> None:
    assert {name: backend.name for name, backend in BACKENDS.items()} == {name: name for name in BACKENDS}
    assert len({backend.filename for backend in BACKENDS.values()}) == len(BACKENDS) >= 2
    assert vector_backend(DEFAULT_BACKEND).name == DEFAULT_BACKEND == "flat"


def test_an_unknown_backend_is_told_the_known_ones(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"no vector backend 'milvus'.*flat, exact"):
        build([folder], tmp_path / "index", HashingEncoder(), vectors="milvus")


def test_a_further_backend_is_built_with_and_searched(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectors.BACKENDS", {**BACKENDS, LISTED.name: LISTED})
    report = build([folder], tmp_path / "index", HashingEncoder(), vectors="listed")
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    assert snapshot.manifest.vectors == "listed" and "vectors.json" in snapshot.manifest.files
    hits = snapshot.vector_index.search(HashingEncoder().encode_question("the kind fostering team"), report.passages)
    assert snapshot.passages(hits.rows.tolist())[0].document_id == "fostering.txt"


@pytest.mark.parametrize("earlier", ["flat", "exact"])
def test_a_change_of_backend_is_a_new_snapshot_that_takes_all_vectors_over(
    folder: Path, tmp_path: Path, earlier: str
) -> None:
    later = {"flat": "exact", "exact": "flat"}[earlier]
    before = build([folder], tmp_path / "index", HashingEncoder(), vectors=earlier)
    kept = stored_vectors(tmp_path / "index", range(before.passages))
    encoder = CountingEncoder()
    after = build([folder], tmp_path / "index", encoder, vectors=later)
    assert after.changed and after.snapshot != before.snapshot and encoder.texts == []
    assert open_snapshot(tmp_path / "index", encoder).manifest.vectors == later
    assert (stored_vectors(tmp_path / "index", range(after.passages)) == kept).all()
