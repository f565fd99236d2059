"""Opening the live snapshot of an index, after checking that it can be trusted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index.errors import SnapshotError
from index.seams import Encoder
from index.snapshot.layout import Layout, SnapshotLayout
from index.snapshot.manifest import Manifest, check_files, read_manifest
from index.snapshot.state import Snapshot


def live_snapshot_id(index_dir: Path) -> str | None:
    """The id the pointer names, or None when nothing has been built; cheap enough for every request."""
    try:
        return Layout(index_dir).pointer.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(f"The index in {index_dir} cannot be read: {error}.") from error


def open_snapshot(index_dir: Path, encoder: Encoder | None = None) -> Snapshot:
    """Open the live snapshot after checking it against its manifest.

    One that cannot be opened is looked at twice, for it may have been replaced in the meantime.

    Args:
        index_dir: the index folder.
        encoder: what questions will be encoded with; None when the vectors are not going to be searched.

    Raises:
        SnapshotError: nothing was built yet, or the snapshot is damaged, of another format, or made
            with another encoder. The message says what to do.
    """
    refused: set[str] = set()
    while True:
        snapshot_id = live_snapshot_id(index_dir)
        if snapshot_id is None:
            raise SnapshotError(f"There is no index in {index_dir} yet. Run: qa build FOLDER --index {index_dir}")
        try:
            return _checked(Layout(index_dir).snapshot(snapshot_id), index_dir, encoder)
        except SnapshotError:
            if snapshot_id in refused and live_snapshot_id(index_dir) == snapshot_id:
                raise
            refused.add(snapshot_id)


def _checked(layout: SnapshotLayout, index_dir: Path, encoder: Encoder | None) -> Snapshot:
    """A snapshot, opened, when every file is the one its manifest names and its vectors are the encoder's."""
    manifest = read_manifest(layout)
    check_files(manifest, layout)
    if encoder is not None and manifest.encoder_fingerprint != encoder.fingerprint:
        raise SnapshotError(
            f"The index in {index_dir} was built with the encoder {manifest.encoder!r}, and questions would be encoded "
            f"with {encoder.name!r}. Set QA_ENCODER={manifest.encoder}, or build the index again with qa build."
        )
    return _opened(manifest, layout)


def _opened(manifest: Manifest, layout: SnapshotLayout) -> Snapshot:
    try:
        return Snapshot(manifest, layout)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise SnapshotError(
            f"The index in {layout.root} cannot be opened: {error}. Build it again with qa build."
        ) from error
