"""The files that documents were read from: served only where they still lie as they were indexed."""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from collections import OrderedDict
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from corpus.document import Document
from index.last_build import LastBuild, read_last_build
from index.snapshot.layout import Layout

_HASHES_KEPT = 10_000
_PIECE_BYTES = 1 << 18

Stamp = tuple[int, int, int, int, int]
"""By which a file is known not to have been written since: device, inode, size, and when it was last changed."""


class Originals:
    """Finds the file of a document, by the document's id alone.

    Nothing of a request becomes a path: an id is looked up among those of the last build. What stands there must still
    have the SHA-256 that the document was read with.

    Args:
        index_dir: the index folder.
    """

    def __init__(self, index_dir: Path) -> None:
        self._told_at = Layout(index_dir).last_build
        self._lock = threading.Lock()
        self._stamp: Stamp | None = None
        self._told: LastBuild | None = None
        self._hashes: OrderedDict[str, tuple[Stamp, str]] = OrderedDict()

    def last_build(self) -> LastBuild | None:
        """What the last build found; None where it is not known."""
        stamp = _stamp(self._told_at)
        with self._lock:
            if stamp != self._stamp:
                self._told, self._stamp = read_last_build(self._told_at), stamp
            return self._told

    def has(self, document: Document) -> bool:
        """Whether a document's file still lies where it did, unchanged."""
        file = self.open(document)
        if file is None:
            return False
        file.close()
        return True

    def open(self, document: Document) -> BufferedReader | None:
        """A document's file, open at its start.

        Args:
            document: the document.

        Returns:
            None where the file has gone or changed, or holds many documents.
        """
        told = self.last_build()
        lay_at = told.files.get(document.id) if told else None
        if lay_at is None:
            return None
        try:
            file = open(lay_at, "rb", opener=_without_waiting)  # noqa: SIM115 - the caller closes it
        except (OSError, ValueError):
            return None
        try:
            if self._sha256(lay_at, file) == document.sha256:
                return file
        except OSError:
            pass
        file.close()
        return None

    def _sha256(self, path: str, file: BufferedReader) -> str:
        """The SHA-256 of an open file, which is computed again only when it was written since."""
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            return ""
        stamp = _stamp_of(status)
        with self._lock:
            kept = self._hashes.get(path)
        if kept and kept[0] == stamp:
            return kept[1]
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        with self._lock:
            self._hashes[path] = (stamp, sha256)
            while len(self._hashes) > _HASHES_KEPT:
                self._hashes.popitem(last=False)
        return sha256


def pieces(file: BufferedReader) -> Iterator[bytes]:
    """What an open file holds, piece by piece; it is closed at the end."""
    with file:
        while piece := file.read(_PIECE_BYTES):
            yield piece


def _without_waiting(path: str, flags: int) -> int:
    """Open a file so that nothing waits for it, such as a pipe that has taken its place."""
    return os.open(path, flags | os.O_NONBLOCK)


def _stamp(path: Path) -> Stamp | None:
    try:
        return _stamp_of(path.stat())
    except OSError:
        return None


def _stamp_of(status: os.stat_result) -> Stamp:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
