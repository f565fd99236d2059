from __future__ import annotations

from pathlib import Path

from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from web.service import index_info


def test_what_is_served_is_what_the_manifest_says(town: Path) -> None:
    snapshot = open_snapshot(town, HashingEncoder())
    index = index_info(snapshot)
    assert index.snapshot == snapshot.manifest.snapshot_id
    assert (index.documents, index.passages) == (5, snapshot.manifest.passages)
