"""The first stage of a build: files become documents and passages, or are taken from the earlier snapshot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from corpus.errors import ReadError, ReadWarning
from corpus.files import SourceFile
from corpus.limits import MB, ReadLimits
from corpus.readers import FORMAT_OF_SUFFIX, gz, holds_many
from index.build.report import READING, Progress
from index.columns import DocumentRow
from index.hashes import file_sha256
from index.reading.parts import Kept, Part, PartReader, PassageBatch
from index.reading.pool import Job, ReadingPool
from index.reading.worker import Task
from index.snapshot import Snapshot
from index.store import StoreWriter

_IN_PLACE_BYTES: Final = 2_000_000
"""So much of small files is read in this process, in all: that is done before another one has started."""


class FileReader:
    """Reads the files of a build into a store, and keeps what was wrong with them.

    Args:
        writer: takes documents and passages; where there is an earlier snapshot, it can copy them from there.
        parts: reads a file, here or in another process.
        earlier: a snapshot whose documents were read the same way, to take from it what has not changed; None to read
            all.
        limits: what reading one file may take.

    Attributes:
        documents: the fingerprints of the documents that were written, by their ids.
        errors: files, or lines of a .jsonl, that gave no document.
        warnings: what else was noticed.
    """

    def __init__(
        self, writer: StoreWriter, parts: PartReader, earlier: Snapshot | None, limits: ReadLimits = ReadLimits()
    ) -> None:
        self.documents: dict[str, str] = {}
        self.errors: list[ReadError] = []
        self.warnings: list[ReadWarning] = []
        self._writer = writer
        self._parts = parts
        self._earlier = earlier
        self._limits = limits
        self._open: DocumentRow | None = None  # its passages are coming in
        self._written = 0  # documents of the file whose turn it is
        self._in_place = _IN_PLACE_BYTES

    @property
    def passages(self) -> int:
        """How many passages were written."""
        return self._writer.passages

    def read(self, files: Sequence[SourceFile], progress: Progress) -> None:
        """Read some files, in order; of several documents with one id the first is written."""
        sizes = [_size(file) for file in files]
        total, done = sum(sizes), 0
        progress(READING, 0, total)
        with ReadingPool(self._parts, len(files), total) as pool:
            for job, part in pool.read(map(self._job, files, sizes)):
                if part is None:
                    self._end(job)
                    done += job.task.size
                    progress(READING, done, total)
                    continue
                self._take(job.task.file, part)
                if isinstance(part, PassageBatch | Kept):
                    progress(READING, done + int(part.share * job.task.size), total)

    def _job(self, file: SourceFile, size: int) -> Job:
        """Who reads a file, or what there is to say of it without reading it."""
        task = Task(file, size, self._limits)
        if reason := self._limits.too_large(size):
            return Job(task, lambda: iter([ReadError(file.id, reason)]))
        if self._is_unchanged(file):
            return Job(task, lambda: iter([Kept(file.id), *self._writer.earlier_warnings(file.id)]))
        declared = FORMAT_OF_SUFFIX.get(PurePosixPath(file.id).suffix.lower())
        if declared and size <= min(declared.small_bytes, self._in_place):
            self._in_place -= size
            return Job(task, lambda: self._parts.read(file))
        return Job(Task(file, size, self._limits, _unpacked(file, self._limits)))

    def _is_unchanged(self, file: SourceFile) -> bool:
        """Whether the earlier document of a file is all of it, and the file still has the same content.

        A file that may hold many documents is always read: one that has its name as an id need not be all of it.
        """
        known = self._earlier.find_document(file.id) if self._earlier else None
        if known is None or holds_many(known.media_type):
            return False
        try:
            return file_sha256(file.path) == known.sha256
        except OSError:
            return False

    def _take(self, file: SourceFile, part: Part) -> None:
        match part:
            case ReadError():
                self.errors.append(part)
            case ReadWarning():
                self.warnings.append(part)
                self._writer.add_warning(file.id, part)
            case Kept() if self._is_new(file, part.id):
                self.documents[part.id] = self._writer.copy(part.id)
                self._written += 1
            case DocumentRow():
                self._open = part if self._is_new(file, part.id) else None
            case PassageBatch() if self._open:
                self._take_passages(file, self._open, part)

    def _take_passages(self, file: SourceFile, document: DocumentRow, batch: PassageBatch) -> None:
        self._writer.add_passages(batch.rows)
        if not batch.is_last:
            return
        self._open = None
        if self._writer.has_passages:
            self._writer.add_document(document)
            self.documents[document.id] = document.fingerprint
            self._written += 1
        else:
            self.errors.append(ReadError(file.id, f"The document {document.id!r} has no text.", empty=True))

    def _is_new(self, file: SourceFile, document_id: str) -> bool:
        if document_id in self.documents:
            reason = f"The id {document_id!r} is already used by an earlier document; give it another."
            self.errors.append(ReadError(file.id, reason))
        return document_id not in self.documents

    def _end(self, job: Job) -> None:
        """Forget what was begun of a file whose reading was broken off."""
        if self._open:
            self._writer.drop_passages()
            self._open = None
        if job.failed and self._written:
            self.warnings.append(ReadWarning(job.task.file.id, f"Only its first documents were read: {self._written}."))
        self._written = 0


def _unpacked(file: SourceFile, limits: ReadLimits) -> int:
    """How many bytes a compressed file holds, no more than a file may have; 0 for one that is not compressed."""
    if PurePosixPath(file.id).suffix.lower() not in gz.FORMAT.suffixes:
        return 0
    try:
        with file.path.open("rb") as packed:
            return gz.unpacked_bytes(packed, limits.file_mb * MB)
    except OSError:
        return 0


def _size(file: SourceFile) -> int:
    try:
        return file.path.stat().st_size
    except OSError:
        return 0
