"""Building: from files to a new live snapshot, encoding only what changed."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import filelock
import numpy as np
from numpy.typing import NDArray

import corpus
from corpus.document import Document, Passage
from corpus.errors import ChapterError
from corpus.files import ReadError, SourceFile, find_files
from corpus.kind import MEDIA_TYPES
from corpus.readers import ReadResult, read_file
from corpus.splitting import PassageSize, split
from index.catalogue import Capitals, Entry, entry, write_catalogue
from index.encoder import Encoder
from index.errors import BuildLocked, SnapshotError
from index.journal import Journal
from index.lexical import FIELDS, write_postings
from index.passage_header import HEADER_TOKENS, encoder_text, passage_header
from index.snapshot import (
    FORMAT,
    Layout,
    Manifest,
    Snapshot,
    SnapshotLayout,
    file_hashes,
    kept_vectors,
    open_snapshot,
    publish,
    remove,
    write_manifest,
)
from index.store import StoreWriter, fingerprint
from index.vectors import write_vectors

Progress = Callable[[str, int, int], None]
"""Told the stage ("Reading" or "Encoding"), how much of it is done, and how much there is."""


def unwatched(stage: str, done: int, total: int) -> None:
    """Tells nobody how far it is."""


_WINDOW = 256
_READING_LIBRARIES = (
    "charset-normalizer",
    "lxml",
    "markdown-it-py",
    "pypdfium2",
    "python-docx",
    "sentencex",
    "trafilatura",
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        snapshot: the id of the live snapshot after it.
        changed: False when the live snapshot already held just this.
        files: how many files were found and tried.
        failed: files, or lines of a .jsonl, that could not be read, with their reasons.
        empty: files with nothing in them.
        skipped: files of a kind that is not read.
        remarks: what was noticed about files that were read now, such as pages without text.
        documents, passages: how many the snapshot holds.
        removed: how many documents of the earlier snapshot are no longer there.
        encoded: how many passages were encoded; the others kept their vectors.
        reading_seconds, encoding_seconds, writing_seconds, seconds: how long the stages and the whole took; loading
            the model counts as writing.
        notes: what else the user should know, in sentences.
    """

    snapshot: str
    changed: bool
    files: int
    failed: tuple[ReadError, ...]
    empty: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]
    remarks: tuple[ReadError, ...]
    documents: int
    passages: int
    removed: int
    encoded: int
    reading_seconds: float
    encoding_seconds: float
    writing_seconds: float
    seconds: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A passage to be: what postings and encoder are fed, and the SHA-256 of the latter."""

    text: str
    identity: str
    encoder_text: str
    key: bytes

    @classmethod
    def of(cls, document: Document, passage: Passage) -> _Row:
        fed = encoder_text(document, passage)
        return cls(passage.text, passage_header(document, passage), fed, hashlib.sha256(fed.encode()).digest())


def build(
    paths: Sequence[Path],
    index_dir: Path,
    encoder: Encoder,
    *,
    size: PassageSize = PassageSize(),
    progress: Progress = unwatched,
) -> BuildReport:
    """Make the live snapshot hold exactly the documents of these files and folders.

    Files that have not changed are not read again, and passages whose text and name have not changed
    are not encoded again. The snapshot that is live meanwhile keeps answering until the new one is
    complete and on disk.

    Args:
        paths: files, folders, or .jsonl files of documents.
        index_dir: the index folder; made when it is not there.
        encoder: what makes the vectors.
        size: how long passages are.
        progress: told how far it is.

    Returns:
        The report, with a reason for each file that failed.

    Raises:
        BuildLocked: another build of the same index is running.
        ChapterError: nothing at all could be read, or the index folder cannot be written.
    """
    layout = Layout(index_dir)
    try:
        layout.snapshots.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(layout.lock, blocking=False):
            return _build(paths, layout, encoder, size, progress)
    except filelock.Timeout:
        raise BuildLocked(
            f"Another build of the index in {index_dir} is running. Wait until it has ended, or choose another --index."
        ) from None
    except (OSError, sqlite3.Error, RuntimeError) as error:
        raise ChapterError(
            f"The index in {index_dir} cannot be written: {error}. The earlier index, if there is one, is unharmed."
        ) from error


def _build(
    paths: Sequence[Path], layout: Layout, encoder: Encoder, size: PassageSize, progress: Progress
) -> BuildReport:
    started = time.perf_counter()
    if size.limit + HEADER_TOKENS > encoder.max_tokens:
        raise ChapterError(
            f"Passages of up to {size.limit} tokens, with {HEADER_TOKENS} for their name, do not fit the encoder {encoder.name!r}, "
            f"which looks at {encoder.max_tokens}. Set QA_PASSAGE_LIMIT_TOKENS to {max(encoder.max_tokens - HEADER_TOKENS, 1)} or less."
        )
    reading = _reading_fingerprint()
    earlier, notes = _earlier(layout, encoder)
    same_reading = earlier is not None and (earlier.manifest.reading, earlier.manifest.passage_size) == (
        reading,
        str(size),
    )
    try:
        remove(layout.building)
        target = SnapshotLayout(layout.building)
        target.root.mkdir()
        found = find_files(paths, leave_out=layout.root)
        faults: list[ReadError] = list(found.faults)
        remarks: list[ReadError] = []
        rows: list[_Row] = []
        marks: dict[str, str] = {}
        entries: list[Entry] = []
        capitals = Capitals()
        writer = StoreWriter(target.store)
        try:
            for document, passages, mark in _documents(
                found.files, earlier if same_reading else None, encoder, size, faults, remarks, progress
            ):
                added = [_Row.of(document, passage) for passage in passages]
                writer.add(document, passages, [row.key for row in added], mark)
                marks[document.id] = mark
                rows.extend(added)
                entries.append(entry(document))
                capitals.count(document.text)
            writer.finish()
        finally:
            writer.close()
        failed = tuple(fault for fault in faults if not fault.empty)
        if not marks and earlier is not None and earlier.manifest.documents and not failed:
            raise ChapterError(
                f"There is no document in {', '.join(map(str, paths))}, and the index in {layout.root} holds {earlier.manifest.documents}. "
                "Nothing was changed. If it shall be empty, remove that folder first."
            )
        if not marks and failed:
            reasons = "".join(f"\n  {fault.where}: {fault.reason}" for fault in failed)
            raise ChapterError(f"Nothing could be read, so no index was built and any earlier one stays.{reasons}")
        read = time.perf_counter()
        indexing = _code_fingerprint(
            *(Path(__file__).with_name(name) for name in ("lexical.py", "passage_header.py", "catalogue.py"))
        )
        content = "\n".join([str(FORMAT), encoder.fingerprint, str(size), reading, indexing, *marks.values()])
        snapshot_id = hashlib.sha256(content.encode()).hexdigest()[:12]
        changed = earlier is None or earlier.manifest.snapshot_id != snapshot_id
        encoded = 0
        encoding_seconds = 0.0
        if changed:
            journal = Journal(layout.journal, encoder.fingerprint)
            vectors, encoded, encoding_seconds = _vectors(rows, layout, encoder, journal, progress)
            write_vectors(target.vectors, vectors)
            write_catalogue(target.catalogue, entries, capitals.proper())
            if rows:
                for field in FIELDS:
                    write_postings(target.postings(field), (getattr(row, field) for row in rows))
            manifest = Manifest(
                format=FORMAT,
                snapshot_id=snapshot_id,
                encoder=encoder.name,
                encoder_fingerprint=encoder.fingerprint,
                reading=reading,
                passage_size=str(size),
                documents=len(marks),
                passages=len(rows),
                files=file_hashes(target.root),
            )
            write_manifest(target, manifest)
            publish(layout, snapshot_id)
            journal.discard()
        ended = time.perf_counter()
        return BuildReport(
            snapshot=snapshot_id,
            changed=changed,
            files=len(found.files),
            failed=failed,
            empty=tuple(fault for fault in faults if fault.empty),
            skipped=found.skipped,
            documents=len(marks),
            passages=len(rows),
            removed=len(set(earlier.document_ids) - marks.keys()) if earlier else 0,
            encoded=encoded,
            reading_seconds=read - started,
            encoding_seconds=encoding_seconds,
            writing_seconds=ended - read - encoding_seconds,
            seconds=ended - started,
            remarks=tuple(remarks),
            notes=notes,
        )
    finally:
        remove(layout.building)
        if earlier:
            earlier.close()


def _earlier(layout: Layout, encoder: Encoder) -> tuple[Snapshot | None, tuple[str, ...]]:
    """The live snapshot if what it read can be used again, with a sentence when there is one that cannot."""
    try:
        if not layout.pointer.exists():
            return None, ()
        return open_snapshot(layout.root, encoder), ()
    except SnapshotError as error:
        return None, (f"{error} This build has done so: everything was read anew.",)


def _documents(
    files: Sequence[SourceFile],
    earlier: Snapshot | None,
    encoder: Encoder,
    size: PassageSize,
    faults: list[ReadError],
    remarks: list[ReadError],
    progress: Progress,
) -> Iterator[tuple[Document, list[Passage], str]]:
    """Each document with its passages and its fingerprint, from the earlier snapshot (if it was read the same way) where nothing changed."""
    known = earlier.store.fingerprints() if earlier else {}
    seen: set[str] = set()
    for number, file in enumerate(files):
        progress("Reading", number, len(files))
        for document, mark in _read(file, earlier, known, size, faults, remarks):
            if document.id in seen:
                faults.append(
                    ReadError(
                        file.id, f"The id {document.id!r} is already used by an earlier document; give it another."
                    )
                )
                continue
            seen.add(document.id)
            if earlier is not None and known.get(document.id, ("", ""))[1] == mark:
                yield document, earlier.store.passages_of(document.id), mark
            else:
                passages = split(document, encoder.count_tokens, size)
                if not passages:
                    faults.append(ReadError(file.id, f"The document {document.id!r} has no text.", empty=True))
                    continue
                yield document, passages, mark
    progress("Reading", len(files), len(files))


def _read(
    file: SourceFile,
    earlier: Snapshot | None,
    known: dict[str, tuple[str, str]],
    size: PassageSize,
    faults: list[ReadError],
    remarks: list[ReadError],
) -> Iterator[tuple[Document, str]]:
    """A file's documents with their fingerprints, from the earlier snapshot where the file has not changed."""
    try:
        data = file.path.read_bytes()
    except OSError as error:
        faults.append(ReadError(file.id, f"It cannot be opened: {error.strerror}. Check who may read it."))
        return
    sha256, mark = known.get(file.id, ("", ""))
    if earlier is not None and sha256 == hashlib.sha256(data).hexdigest():
        unchanged = earlier.document(file.id)
        if unchanged is not None and unchanged.media_type != MEDIA_TYPES["jsonl"]:
            yield unchanged, mark
            return
    reading: ReadResult = read_file(file, data)
    faults.extend(reading.faults)
    remarks.extend(reading.notes)
    for document in reading.documents:
        yield document, fingerprint(document, size)


def _vectors(
    rows: Sequence[_Row],
    layout: Layout,
    encoder: Encoder,
    journal: Journal,
    progress: Progress,
) -> tuple[NDArray[np.float32], int, float]:
    """The vectors of all rows, how many of them were encoded now, and the seconds that took once the model was loaded."""
    if not rows:
        return np.empty((0, 1), dtype=np.float32), 0, 0.0
    vectors = np.empty((len(rows), encoder.dimensions), dtype=np.float32)
    earlier = kept_vectors(layout.root, encoder)
    known = earlier.rows if earlier else {}
    kept = [number for number, row in enumerate(rows) if row.key in known]
    if kept and earlier is not None:
        vectors[kept] = earlier.vectors.vectors(np.array([known[rows[number].key] for number in kept]))
    pending = [number for number, row in enumerate(rows) if row.key not in known]
    done = journal.read(encoder.dimensions) if pending else {}
    for number in pending:
        if rows[number].key in done:
            vectors[number] = done[rows[number].key]
    todo = [number for number in pending if rows[number].key not in done]
    todo.sort(key=lambda number: len(rows[number].encoder_text), reverse=True)
    if todo:
        encoder.encode_passages([])  # loads the model, so that the clock times encoding alone
    started = time.perf_counter()
    for start in range(0, len(todo), _WINDOW):
        progress("Encoding", start, len(todo))
        window = todo[start : start + _WINDOW]
        vectors[window] = encoder.encode_passages([rows[number].encoder_text for number in window])
        journal.append([rows[number].key for number in window], vectors[window])
    progress("Encoding", len(todo), len(todo))
    return vectors, len(todo), time.perf_counter() - started


def _reading_fingerprint() -> str:
    """What decides how files are read: the code of the corpus room and the libraries it reads with."""
    room = Path(str(corpus.__file__)).parent
    code = _code_fingerprint(*sorted(room.rglob("*.py")))
    return hashlib.sha256(
        "\n".join([code, *(f"{name} {version(name)}" for name in _READING_LIBRARIES)]).encode()
    ).hexdigest()


def _code_fingerprint(*paths: Path) -> str:
    """SHA-256 over the contents of some files of code, so that an update of the program is noticed."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
