"""A build from end to end: read, encode, write, publish, report."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import filelock

from corpus.errors import ChapterError
from corpus.files import FoundFiles, find_files
from corpus.judgements.scales import Scales, shipped_scales
from corpus.labels import LabelTable, shipped_labels
from corpus.language.names import bare
from corpus.limits import ReadLimits
from corpus.recognition.recogniser import Recogniser, recogniser_in_use, using
from corpus.splitting import PassageSize
from index.build.copies import find_copies
from index.build.encoding import StoredPassages, encode
from index.build.fingerprints import indexing_fingerprint, reading_fingerprint
from index.build.journal import Journal
from index.build.reading import FileReader
from index.build.report import BuildReport, Progress, unwatched
from index.build.statements import Words
from index.catalogue import Capitals, write_proper_nouns
from index.copies import write_copies
from index.encoder import whole_words
from index.errors import BuildLocked, SnapshotError
from index.judged import write_scales
from index.last_build import LastBuild, write_last_build
from index.lexical import write_postings
from index.passage_header import HEADER_TOKENS
from index.reading.parts import PartReader
from index.seams import FIELDS, Encoder
from index.snapshot import Snapshot, open_snapshot
from index.snapshot.layout import Layout, SnapshotLayout
from index.snapshot.manifest import FORMAT, Manifest, file_hashes, write_manifest
from index.snapshot.publishing import publish, remove
from index.store import SqliteStore, StoreWriter
from index.times import find_times, write_times
from index.vectors import DEFAULT_BACKEND, vector_backend
from index.vectors.backend import VectorBackend


def build(
    paths: Sequence[Path],
    index_dir: Path,
    encoder: Encoder,
    *,
    size: PassageSize = PassageSize(),
    vectors: str = DEFAULT_BACKEND,
    labels: LabelTable | None = None,
    scales: Scales | None = None,
    limits: ReadLimits = ReadLimits(),
    recogniser: Recogniser = Recogniser(),
    progress: Progress = unwatched,
) -> BuildReport:
    """Make the live snapshot hold exactly the documents of these files and folders.

    Files that have not changed are not read again, and passages whose text and header have not changed
    are not encoded again. The snapshot that is live meanwhile keeps answering until the new one is
    complete and on disk.

    Args:
        paths: files, folders, or .jsonl files of documents.
        index_dir: the index folder; made when it is not there.
        encoder: what makes the vectors.
        size: how long passages are.
        vectors: the backend that keeps the vectors; see `index.vectors`.
        labels: how documents are labelled; None for the shipped table.
        scales: by which judgements are known; None for the shipped ones.
        limits: what reading one file may take.
        recogniser: how words in pictures are recognised.
        progress: told how far it is.

    Returns:
        The report, with a reason for each file that failed.

    Raises:
        BuildLocked: another build of the same index is running.
        ChapterError: nothing at all could be read, or the index folder cannot be written.
    """
    labels, scales = labels or shipped_labels(), scales or shipped_scales()
    layout = Layout(index_dir)
    try:
        with using(recogniser):
            reading = reading_fingerprint(labels, scales)
            recipe = _Recipe(encoder, size, vector_backend(vectors), limits, labels, scales, reading)
            layout.snapshots.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(layout.lock, blocking=False):
                return _build(paths, layout, recipe, progress)
    except filelock.Timeout:
        raise BuildLocked(
            f"Another build of the index in {index_dir} is running. Wait until it has ended, or choose another --index."
        ) from None
    except (OSError, sqlite3.Error, RuntimeError) as error:
        raise ChapterError(
            f"The index in {index_dir} cannot be written: {error}. The earlier index, if there is one, is unharmed."
        ) from error


@dataclass(frozen=True, slots=True)
class _Recipe:
    """What a snapshot is made with, beside its documents."""

    encoder: Encoder
    size: PassageSize
    backend: VectorBackend
    limits: ReadLimits
    labels: LabelTable
    scales: Scales
    reading: str
    indexing: str = field(default_factory=indexing_fingerprint)

    def __post_init__(self) -> None:
        """Refuse passages that the encoder would not look at to their end."""
        most = self.encoder.max_tokens
        if self.size.limit + HEADER_TOKENS > most:
            raise ChapterError(
                f"Passages of up to {self.size.limit} tokens, with {HEADER_TOKENS} for their name, do not fit the "
                f"encoder {self.encoder.name!r}, which looks at {most}. "
                f"Set QA_PASSAGE_LIMIT_TOKENS to {max(most - HEADER_TOKENS, 1)} or less."
            )

    def snapshot_id(self, documents: Sequence[str]) -> str:
        """The id of the snapshot that holds the documents with these fingerprints."""
        made_with = (str(FORMAT), self.encoder.fingerprint, str(self.size), self.backend.name, self.reading)
        content = "\n".join([*made_with, self.indexing, *documents])
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def reads_like(self, snapshot: Snapshot) -> bool:
        """Whether the documents of a snapshot were read, split and written as they would be now."""
        made = snapshot.manifest
        return (made.reading, made.indexing, made.passage_size) == (self.reading, self.indexing, str(self.size))


def _build(paths: Sequence[Path], layout: Layout, recipe: _Recipe, progress: Progress) -> BuildReport:
    started = time.perf_counter()
    earlier, notes = _earlier(layout, recipe.encoder)
    try:
        remove(layout.building.root)
        layout.building.root.mkdir()
        found = find_files(paths, leave_out=layout.root)
        reader = _read(found, earlier, layout, recipe, progress)
        _refuse_nothing(paths, layout, reader, earlier)
        read = time.perf_counter()
        snapshot_id = recipe.snapshot_id([*reader.documents.values()])
        changed = earlier is None or earlier.manifest.snapshot_id != snapshot_id
        encoded, encoding_seconds = 0, 0.0
        if changed:
            encoded, encoding_seconds = _write(len(reader.documents), snapshot_id, layout, recipe, progress)
        ended = time.perf_counter()
        report = BuildReport(
            snapshot=snapshot_id,
            changed=changed,
            files=len(found.files),
            failed=tuple(error for error in reader.errors if not error.empty),
            empty=tuple(error for error in reader.errors if error.empty),
            skipped=found.skipped,
            warnings=tuple(reader.warnings),
            documents=len(reader.documents),
            passages=reader.passages,
            removed=len({meta.id for meta in earlier.metadata} - reader.documents.keys()) if earlier else 0,
            encoded=encoded,
            reading_seconds=read - started,
            encoding_seconds=encoding_seconds,
            writing_seconds=ended - read - encoding_seconds,
            seconds=ended - started,
            notes=notes,
        )
        _keep(report, found, layout)
        return report
    finally:
        remove(layout.building.root)
        if earlier:
            earlier.close()


def _keep(report: BuildReport, found: FoundFiles, layout: Layout) -> None:
    """Write down what was found, for those who serve the index."""
    told = LastBuild(
        datetime.now(UTC).isoformat(timespec="seconds"),
        report.snapshot,
        {file.id: str(file.path.absolute()) for file in found.files},
        report.failed,
        report.empty,
        report.skipped,
        report.warnings,
        report.notes,
    )
    write_last_build(layout.last_build, told)


def _earlier(layout: Layout, encoder: Encoder) -> tuple[Snapshot | None, tuple[str, ...]]:
    """The live snapshot if what it read can be used again, with a sentence when there is one that cannot."""
    try:
        if not layout.pointer.exists():
            return None, ()
        return open_snapshot(layout.root, encoder), ()
    except SnapshotError as error:
        return None, (f"{error} This build has done so: everything was read anew.",)


def _read(
    found: FoundFiles, earlier: Snapshot | None, layout: Layout, recipe: _Recipe, progress: Progress
) -> FileReader:
    """Read all files into the store of the snapshot being written."""
    known = earlier if earlier and recipe.reads_like(earlier) else None
    earlier_store = layout.snapshot(known.manifest.snapshot_id).store if known else None
    writer = StoreWriter(layout.building.store, earlier_store)
    try:
        with tempfile.TemporaryDirectory(dir=layout.building.root) as spool:
            parts = PartReader(
                recipe.encoder.count_tokens,
                recipe.size,
                Path(spool),
                earlier_store,
                recipe.labels,
                recogniser_in_use(),
                recipe.scales,
            )
            reader = FileReader(writer, parts, known, recipe.limits)
            reader.errors.extend(found.errors)
            reader.read(found.files, progress)
        writer.finish()
    finally:
        writer.close()
    return reader


def _refuse_nothing(paths: Sequence[Path], layout: Layout, reader: FileReader, earlier: Snapshot | None) -> None:
    """Stop before a good index gives way to one of no documents that nobody asked for."""
    if reader.documents:
        return
    if not all(error.empty for error in reader.errors):
        reasons = "".join(f"\n  {fault.where}: {fault.reason}" for fault in reader.errors)
        raise ChapterError(f"Nothing could be read, so no index was built and any earlier one stays.{reasons}")
    if earlier is not None and earlier.manifest.documents:
        raise ChapterError(
            f"There is no document in {', '.join(map(str, paths))}, and the index in {layout.root} holds "
            f"{earlier.manifest.documents}. Nothing was changed. If it shall be empty, remove that folder first."
        )


def _write(documents: int, snapshot_id: str, layout: Layout, recipe: _Recipe, progress: Progress) -> tuple[int, float]:
    """Encode what must be, write the rest of the snapshot beside its store, and publish it.

    Returns:
        How many passages were encoded, and in how many seconds.
    """
    target = layout.building
    journal = Journal(layout.journal, recipe.encoder.fingerprint)
    store = SqliteStore(target.store)
    try:
        passages = StoredPassages(store)
        encoded = encode(passages, layout.root, recipe.encoder, journal, progress)
        recipe.backend.write(target.vectors(recipe.backend.filename), encoded.vectors)
        count, seconds = encoded.count, encoded.seconds
        del encoded  # the vectors, before the words are worked on
        _write_words(passages, store, target, recipe.encoder)
        write_scales(target.scales, recipe.scales)
    finally:
        store.close()
    manifest = Manifest(
        format=FORMAT,
        snapshot_id=snapshot_id,
        encoder=recipe.encoder.name,
        encoder_fingerprint=recipe.encoder.fingerprint,
        reading=recipe.reading,
        passage_size=str(recipe.size),
        documents=documents,
        passages=len(passages),
        files=file_hashes(target.root),
        vectors=recipe.backend.name,
        indexing=recipe.indexing,
    )
    write_manifest(target, manifest)
    publish(layout, snapshot_id)
    journal.discard()
    return count, seconds


def _write_words(passages: StoredPassages, store: SqliteStore, target: SnapshotLayout, encoder: Encoder) -> None:
    """Write what passages say: which words are names and who has them, who says the same, and of which times."""
    capitals = Capitals()
    for text in store.texts():
        capitals.count(text)
    proper = capitals.proper()
    write_proper_nouns(target.proper_nouns, proper)
    words = Words(whole_words(encoder), frozenset(map(bare, proper)))
    metadata = store.metadata()
    write_copies(target.copies, find_copies(metadata, store, words))
    write_times(target.times, find_times(metadata, store))
    for name in FIELDS if len(passages) else ():
        write_postings(target.postings(name), passages.field(name))
