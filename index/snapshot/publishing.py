"""Publishing: the snapshot that was written becomes the live one; a crash leaves either the old one or the new."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from index.snapshot.layout import Layout
from index.snapshot.opening import live_snapshot_id


def publish(layout: Layout, snapshot_id: str) -> None:
    """Put the snapshot being written in its place and let the pointer name it.

    Everything is on disk before the pointer is swapped. The snapshot that was live until then is kept for
    those who are just opening it; older ones go.
    """
    before = live_snapshot_id(layout.root)
    _sync_all(layout.building.root)
    final = layout.snapshot(snapshot_id).root
    if final.exists():
        remove(layout.replaced)
        final.rename(layout.replaced)
    layout.building.root.rename(final)
    _sync(layout.snapshots)
    layout.next_pointer.write_text(f"{snapshot_id}\n", encoding="utf-8")
    _sync(layout.next_pointer)
    layout.next_pointer.replace(layout.pointer)
    _sync(layout.root)
    for other in layout.snapshots.iterdir():
        if other.name not in {snapshot_id, before}:
            remove(other)


def remove(folder: Path) -> None:
    """Remove a folder that nobody points to, if it is there; those who have its files open keep them."""
    shutil.rmtree(folder, ignore_errors=True)


def _sync_all(folder: Path) -> None:
    """Have everything in a folder on disk, what a folder holds before the folder itself."""
    for path in sorted(folder.rglob("*"), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
