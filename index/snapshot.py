"""Snapshots: what an index is on disk, and opening one that can be trusted.

An index is a folder of immutable snapshots and one pointer, `live`, that names the one to use. A
snapshot's manifest holds the SHA-256 of each of its files.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.document import Document, Passage
from index.catalogue import open_catalogue
from index.encoder import Encoder
from index.errors import SnapshotError
from index.lexical import FIELDS, BM25Index
from index.store import Store
from index.vectors import FlatIndex

FORMAT = 3
"""Raised whenever a change makes snapshots written before it unreadable."""
VECTORS_SINCE = 2
"""Store and vectors are as they were in this format, so a build takes them from any snapshot since."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything in an index folder is."""

    root: Path

    @property
    def pointer(self) -> Path:
        """The file that names the live snapshot."""
        return self.root / "live"

    @property
    def lock(self) -> Path:
        """Held by a build for as long as it runs."""
        return self.root / "build.lock"

    @property
    def snapshots(self) -> Path:
        """The folder with one folder for each snapshot."""
        return self.root / "snapshots"

    @property
    def building(self) -> Path:
        """The snapshot being written."""
        return self.snapshots / "unfinished"

    @property
    def replaced(self) -> Path:
        """A snapshot that made way for another of the same id, until it is removed."""
        return self.snapshots / "replaced"

    @property
    def journal(self) -> Path:
        """Vectors encoded by a build that has not finished."""
        return self.root / "encoded"

    def snapshot(self, snapshot_id: str) -> SnapshotLayout:
        """Where a finished snapshot is."""
        return SnapshotLayout(self.snapshots / snapshot_id)


@dataclass(frozen=True, slots=True)
class SnapshotLayout:
    """Where everything in one snapshot is."""

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
    def vectors(self) -> Path:
        """The FAISS index."""
        return self.root / "vectors.faiss"

    @property
    def catalogue(self) -> Path:
        """What documents are called and of which time they are."""
        return self.root / "catalogue.json"

    def postings(self, field: str) -> Path:
        """The BM25 index of a field."""
        return self.root / "postings" / field


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds, and what it was made with.

    Attributes:
        format: the `FORMAT` it was written in.
        snapshot_id: decided by the content alone: the same corpus, encoder and settings give the same id.
        encoder, encoder_fingerprint: the model its vectors are of.
        reading: fingerprint of the code that read and split its documents.
        passage_size: how long passages were allowed to be.
        documents, passages: how many there are.
        files: SHA-256 of each file, by its path below the snapshot.
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


class Snapshot:
    """One state of an index, open for searching; it never changes while it is open.

    Attributes:
        manifest: what it holds.
        store: its documents and passages.
        vectors: the vectors of its passages.
        postings: the BM25 index of each field; none when it holds no passage.
        catalogue: what its documents are called and of which time they are.
        document_ids, document_sources: id and publisher of each document, by its number.
        published: day of publication of each document as a proleptic ordinal, 0 where it is not known; int32.
        passage_document: the number of the document each passage stands in, by row, ascending; int32.
        first_row: the row of each document's first passage, by its number, and last of all the number of rows; int64.
    """

    def __init__(self, manifest: Manifest, layout: SnapshotLayout) -> None:
        self.manifest = manifest
        self.store = Store(layout.store)
        self.vectors = FlatIndex(layout.vectors)
        self.postings = {field: BM25Index(layout.postings(field)) for field in FIELDS} if manifest.passages else {}
        self.catalogue = open_catalogue(layout.catalogue)
        facts = self.store.facts()
        self.document_ids = [identifier for identifier, _, _ in facts]
        self.document_sources = [source for _, source, _ in facts]
        self.published: NDArray[np.int32] = np.array(
            [day.toordinal() if day else 0 for _, _, day in facts], dtype=np.int32
        )
        self.passage_document: NDArray[np.int32] = np.fromiter(self.store.passage_documents(), dtype=np.int32)
        self.first_row: NDArray[np.int64] = np.searchsorted(self.passage_document, np.arange(len(facts) + 1))

    def document(self, document_id: str) -> Document | None:
        """The document with that id, or None."""
        return self.store.document(document_id)

    def passages(self, rows: list[int]) -> list[Passage]:
        """The passages in these rows, in the order asked for."""
        return self.store.passages(rows)

    def sources(self) -> tuple[str, ...]:
        """All publishers, in alphabetical order."""
        return tuple(sorted({source for source in self.document_sources if source}))

    def dates(self) -> tuple[date, date] | None:
        """The first and last day of publication, or None when no document has one."""
        known = self.published[self.published > 0]
        return (date.fromordinal(int(known.min())), date.fromordinal(int(known.max()))) if len(known) else None

    def close(self) -> None:
        """Let go of its files."""
        self.store.close()


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

    Args:
        index_dir: the index folder.
        encoder: what questions will be encoded with; None when the vectors are not going to be searched.

    Raises:
        SnapshotError: nothing was built yet, or the snapshot is damaged, of another format, or made
            with another encoder. The message says what to do.
    """
    refused: tuple[str, ...] = ()
    while True:
        snapshot_id = live_snapshot_id(index_dir)
        if snapshot_id is None:
            raise SnapshotError(f"There is no index in {index_dir} yet. Run: qa build FOLDER --index {index_dir}")
        layout = Layout(index_dir).snapshot(snapshot_id)
        try:
            manifest = read_manifest(layout)
            _check(manifest, layout)
            if encoder is not None and manifest.encoder_fingerprint != encoder.fingerprint:
                raise SnapshotError(
                    f"The index in {index_dir} was built with the encoder {manifest.encoder!r}, and questions would be encoded "
                    f"with {encoder.name!r}. Set QA_ENCODER={manifest.encoder}, or build the index again with qa build."
                )
            return _opened(manifest, layout)
        except SnapshotError:
            if live_snapshot_id(index_dir) == snapshot_id and snapshot_id in refused:
                raise
            refused = (*refused, snapshot_id)  # it may have been replaced while it was being opened: look once more


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Vectors that a build can use again: for each key (see `StoreWriter.add`) a row, and the vectors of rows."""

    rows: Mapping[bytes, int]
    vectors: FlatIndex


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
    layout = Layout(index_dir).snapshot(snapshot_id)
    try:
        manifest = Manifest(**json.loads(layout.manifest.read_text(encoding="utf-8")))
        if not VECTORS_SINCE <= manifest.format <= FORMAT or manifest.encoder_fingerprint != encoder.fingerprint:
            return None
        if any(manifest.files[path.name] != _sha256(path) for path in (layout.store, layout.vectors)):
            return None
        store = Store(layout.store)
        try:
            return KeptVectors(store.rows_by_key(), FlatIndex(layout.vectors))
        finally:
            store.close()
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _opened(manifest: Manifest, layout: SnapshotLayout) -> Snapshot:
    try:
        return Snapshot(manifest, layout)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        raise SnapshotError(
            f"The index in {layout.root} cannot be opened: {error}. Build it again with qa build."
        ) from error


def read_manifest(layout: SnapshotLayout) -> Manifest:
    """Read a snapshot's manifest.

    Raises:
        SnapshotError: it is missing, damaged, or of another format.
    """
    try:
        values = json.loads(layout.manifest.read_text(encoding="utf-8"))
        if values.get("format") != FORMAT:
            raise SnapshotError(
                f"The index in {layout.root} has format {values.get('format')!r} and this version reads format {FORMAT}. "
                "Build it again with qa build."
            )
        return Manifest(**values)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SnapshotError(
            f"The index in {layout.root} is damaged: its manifest cannot be read. Build it again with qa build."
        ) from error


def write_manifest(layout: SnapshotLayout, manifest: Manifest) -> None:
    """Write a snapshot's manifest, last of its files."""
    layout.manifest.write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def file_hashes(root: Path) -> dict[str, str]:
    """SHA-256 of every file below a folder, by its path below it."""
    hashes = {}
    for path in sorted(root.rglob("*")):
        if path.is_file():
            hashes[path.relative_to(root).as_posix()] = _sha256(path)
    return hashes


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def publish(layout: Layout, snapshot_id: str) -> None:
    """Make the snapshot being written the live one, so that a crash leaves either the old or the new.

    Everything is on disk before the pointer is swapped. The snapshot before the live one is kept for
    those who are just opening it; older ones go.
    """
    before = live_snapshot_id(layout.root)
    final = layout.snapshot(snapshot_id).root
    for path in sorted(layout.building.rglob("*"), reverse=True):
        _sync(path)
    _sync(layout.building)
    if final.exists():
        remove(layout.replaced)
        final.rename(layout.replaced)
    layout.building.rename(final)
    _sync(layout.snapshots)
    next_pointer = layout.pointer.with_suffix(".next")
    next_pointer.write_text(snapshot_id + "\n", encoding="utf-8")
    _sync(next_pointer)
    next_pointer.replace(layout.pointer)
    _sync(layout.root)
    for other in layout.snapshots.iterdir():
        if other.name not in {snapshot_id, before}:
            remove(other)


def _check(manifest: Manifest, layout: SnapshotLayout) -> None:
    try:
        found = file_hashes(layout.root)
    except OSError as error:
        raise SnapshotError(
            f"The index in {layout.root} cannot be read: {error}. Build it again with qa build."
        ) from error
    for name, expected in sorted(manifest.files.items()):
        if found.get(name) != expected:
            state = "changed" if name in found else "missing"
            raise SnapshotError(
                f"The index in {layout.root} is damaged: {name} is {state}. Build it again with qa build."
            )


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(folder: Path) -> None:
    """Remove a folder that nobody points to, if it is there; those who have its files open keep them."""
    shutil.rmtree(folder, ignore_errors=True)
