"""Vectors of an earlier snapshot that a build takes over in place of encoding anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.errors import SnapshotError
from index.hashes import file_sha256
from index.seams import Encoder, Vectors
from index.snapshot.layout import Layout, SnapshotLayout
from index.snapshot.manifest import FORMAT, VECTORS_SINCE, Manifest, read_values
from index.snapshot.opening import live_snapshot_id
from index.store import SqliteStore
from index.vectors import vector_backend
from index.vectors.backend import VectorBackend


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors that a build can use again.

    Attributes:
        rows: for each key (see `StoreWriter.add`) a row whose vector it stands for.
        backend: what reads them.
        path: the file they are in.
    """

    rows: Mapping[bytes, int]
    backend: VectorBackend
    path: Path

    def of(self, keys: Sequence[bytes]) -> Vectors:
        """The vectors that some of the keys in `rows` stand for, in their order."""
        return self.backend.read(self.path, np.array([self.rows[key] for key in keys], dtype=np.int64))


def kept_vectors(index_dir: Path, encoder: Encoder) -> KeptVectors | None:
    """The live snapshot's vectors, though the rest of it be damaged or of an earlier format.

    Args:
        index_dir: the index folder; no build of another may run.
        encoder: what the vectors must be of.

    Returns:
        The vectors; None where there are none that can be trusted.
    """
    snapshot_id = live_snapshot_id(index_dir)
    if snapshot_id is None:
        return None
    try:
        return _trusted(Layout(index_dir).snapshot(snapshot_id), encoder)
    except (OSError, ValueError, TypeError, KeyError, sqlite3.Error, SnapshotError):
        return None


def _trusted(layout: SnapshotLayout, encoder: Encoder) -> KeptVectors | None:
    manifest = Manifest(**read_values(layout))
    if not VECTORS_SINCE <= manifest.format <= FORMAT or manifest.encoder_fingerprint != encoder.fingerprint:
        return None
    backend = vector_backend(manifest.vectors)
    vectors = layout.vectors(backend.filename)
    if any(manifest.files[path.name] != file_sha256(path) for path in (layout.store, vectors)):
        return None
    store = SqliteStore(layout.store)
    try:
        return KeptVectors(store.rows_by_key(), backend, vectors)
    finally:
        store.close()
