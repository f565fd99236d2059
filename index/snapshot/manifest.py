"""The manifest of a snapshot: what it holds, what it was made with, and the SHA-256 of each of its files."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from index.errors import SnapshotError
from index.hashes import file_sha256
from index.snapshot.layout import SnapshotLayout

FORMAT: Final = 10
"""Raised whenever a change makes snapshots written before it unreadable."""
VECTORS_SINCE: Final = 2
"""Keys and vectors are as they were in this format, so a build takes them from any snapshot since."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds, and what it was made with.

    Attributes:
        format: the `FORMAT` it was written in.
        snapshot_id: decided by the content alone: the same corpus, encoder and settings give the same id.
        encoder, encoder_fingerprint: the model its vectors are of.
        reading: fingerprint of the code that read and split its documents.
        passage_size: how long passages were allowed to be.
        indexing: fingerprint of the code that worked out what the snapshot holds of its documents.
        documents, passages: how many there are.
        files: SHA-256 of each file, by its path below the snapshot.
        vectors: the backend that keeps its vectors; before format 4 there was one alone, and it is not named.
    """

    format: int
    snapshot_id: str
    encoder: str
    encoder_fingerprint: str
    reading: str
    passage_size: str
    documents: int
    passages: int
    files: dict[str, str]
    vectors: str = "flat"
    indexing: str = ""


def read_manifest(layout: SnapshotLayout) -> Manifest:
    """Read a snapshot's manifest.

    Raises:
        SnapshotError: it is missing, damaged, or of another format.
    """
    try:
        values = read_values(layout)
        if values.get("format") == FORMAT:
            return Manifest(**values)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SnapshotError(
            f"The index in {layout.root} is damaged: its manifest cannot be read. Build it again with qa build."
        ) from error
    raise SnapshotError(
        f"The index in {layout.root} has format {values.get('format')!r} and this version reads format {FORMAT}. "
        "Build it again with qa build."
    )


def read_values(layout: SnapshotLayout) -> dict[str, Any]:
    """The values in a snapshot's manifest, of whatever format it is."""
    values: dict[str, Any] = json.loads(layout.manifest.read_text(encoding="utf-8"))
    return values


def write_manifest(layout: SnapshotLayout, manifest: Manifest) -> None:
    """Write a snapshot's manifest, last of its files."""
    layout.manifest.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def check_files(manifest: Manifest, layout: SnapshotLayout) -> None:
    """Hold every file of a snapshot against its manifest.

    Raises:
        SnapshotError: a file is missing, has changed or cannot be read.
    """
    try:
        hashes = file_hashes(layout.root)
    except OSError as error:
        raise SnapshotError(
            f"The index in {layout.root} cannot be read: {error}. Build it again with qa build."
        ) from error
    for name, expected in sorted(manifest.files.items()):
        if hashes.get(name) != expected:
            state = "changed" if name in hashes else "missing"
            raise SnapshotError(
                f"The index in {layout.root} is damaged: {name} is {state}. Build it again with qa build."
            )


def file_hashes(root: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path below it."""
    return {path.relative_to(root).as_posix(): file_sha256(path) for path in sorted(root.rglob("*")) if path.is_file()}
