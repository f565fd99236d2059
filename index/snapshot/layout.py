"""Where everything in an index folder is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """An index folder: immutable snapshots, and one pointer that names the live one."""

    root: Path

    @property
    def pointer(self) -> Path:
        """The file that names the live snapshot."""
        return self.root / "live"

    @property
    def next_pointer(self) -> Path:
        """The pointer being written, until it takes the other one's place."""
        return self.root / "live.next"

    @property
    def lock(self) -> Path:
        """Held by a build for as long as it runs."""
        return self.root / "build.lock"

    @property
    def snapshots(self) -> Path:
        """The folder with one folder for each snapshot."""
        return self.root / "snapshots"

    @property
    def building(self) -> SnapshotLayout:
        """The snapshot being written."""
        return self.snapshot("unfinished")

    @property
    def replaced(self) -> Path:
        """A snapshot that made way for another of the same id, until it is removed."""
        return self.snapshots / "replaced"

    @property
    def journal(self) -> Path:
        """Vectors encoded by a build that has not finished."""
        return self.root / "encoded"

    @property
    def last_build(self) -> Path:
        """What the last build found, and where its files lie."""
        return self.root / "last_build.json"

    def snapshot(self, snapshot_id: str) -> SnapshotLayout:
        """Where a finished snapshot is."""
        return SnapshotLayout(self.snapshots / snapshot_id)


@dataclass(frozen=True, slots=True)
class SnapshotLayout:
    """One snapshot."""

    root: Path

    @property
    def manifest(self) -> Path:
        """What the snapshot holds and the SHA-256 of each other file."""
        return self.root / "manifest.json"

    @property
    def store(self) -> Path:
        """Documents and passages."""
        return self.root / "store.sqlite"

    @property
    def proper_nouns(self) -> Path:
        """The words that are always written with a capital."""
        return self.root / "proper_nouns.json"

    @property
    def scales(self) -> Path:
        """The scales of the judgements that its documents state."""
        return self.root / "scales.json"

    @property
    def copies(self) -> Path:
        """Which passages are copies of which."""
        return self.root / "copies.npy"

    @property
    def times(self) -> Path:
        """Of which days passages speak."""
        return self.root / "times.npy"

    def vectors(self, filename: str) -> Path:
        """The vectors, in the file that their backend names."""
        return self.root / filename

    def postings(self, field: str) -> Path:
        """The BM25 index of a field."""
        return self.root / "postings" / field
