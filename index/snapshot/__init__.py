"""Snapshots: what an index is on disk, and opening one that can be trusted.

An index is a folder of immutable snapshots and one pointer, `live`, that names the one to use. A
snapshot's manifest holds the SHA-256 of each of its files.
"""

from index.snapshot.opening import live_snapshot_id, open_snapshot
from index.snapshot.state import Snapshot

__all__ = ["Snapshot", "live_snapshot_id", "open_snapshot"]
