"""The first stage of a build: files become documents and passages, or are taken from the earlier snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Document, Passage
from corpus.errors import ReadError, ReadWarning
from corpus.files import SourceFile
from corpus.labels import LabelTable, labelled, shipped_labels
from corpus.readers import holds_many
from corpus.reading import read_file
from corpus.splitting import PassageSize, split
from index.build.report import Progress
from index.seams import Encoder
from index.snapshot import Snapshot
from index.store import fingerprint


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with its passages.

    Attributes:
        document: as it was read.
        passages: of it, in order; at least one.
        fingerprint: of all that decides its passages (see `index.store.fingerprint`).
    """

    document: Document
    passages: list[Passage]
    fingerprint: str


class FileReader:
    """Reads the files of a build, and keeps what was wrong with them.

    Args:
        earlier: a snapshot whose documents were read the same way, to take from it what has not changed; None to read
            all.
        encoder: counts tokens.
        size: how long passages are.
        labels: how documents are labelled; None for the shipped table.

    Attributes:
        errors: files, or lines of a .jsonl, that gave no document.
        warnings: what else was noticed.
    """

    def __init__(
        self, earlier: Snapshot | None, encoder: Encoder, size: PassageSize, labels: LabelTable | None = None
    ) -> None:
        self.errors: list[ReadError] = []
        self.warnings: list[ReadWarning] = []
        self._earlier = earlier
        self._encoder = encoder
        self._size = size
        self._labels = labels or shipped_labels()

    def read(self, files: Sequence[SourceFile], progress: Progress) -> Iterator[ReadDocument]:
        """The documents of some files, in order; of several with one id the first."""
        seen: set[str] = set()
        for done, file in enumerate(files):
            progress("Reading", done, len(files))
            for document, mark in self._documents(file):
                if document.id in seen:
                    reason = f"The id {document.id!r} is already used by an earlier document; give it another."
                    self.errors.append(ReadError(file.id, reason))
                    continue
                seen.add(document.id)
                if passages := self._passages(document, mark):
                    yield ReadDocument(document, passages, mark)
                else:
                    self.errors.append(ReadError(file.id, f"The document {document.id!r} has no text.", empty=True))
        progress("Reading", len(files), len(files))

    def _passages(self, document: Document, mark: str) -> list[Passage]:
        """A document's passages, from the earlier snapshot where it has not changed."""
        known = self._earlier.find_document(document.id) if self._earlier else None
        if self._earlier and known and known.fingerprint == mark:
            return self._earlier.passages(known.rows)
        return split(document, self._encoder.count_tokens, self._size)

    def _documents(self, file: SourceFile) -> Iterator[tuple[Document, str]]:
        """A file's documents with their fingerprints, from the earlier snapshot where the file has not changed."""
        try:
            content = file.path.read_bytes()
        except OSError as error:
            self.errors.append(ReadError(file.id, f"It cannot be opened: {error.strerror}. Check who may read it."))
            return
        if unchanged := self._unchanged(file, content):
            yield unchanged
            return
        outcome = read_file(file, content)
        self.errors.extend(outcome.errors)
        self.warnings.extend(outcome.warnings)
        for read in outcome.documents:
            document = labelled(read, self._labels)
            yield document, fingerprint(document, self._size)

    def _unchanged(self, file: SourceFile, content: bytes) -> tuple[Document, str] | None:
        """The earlier snapshot's document of a file that still has the same content, with its fingerprint.

        A file that may hold many documents is always read: one that has its name as an id need not be all of it.
        """
        known = self._earlier.find_document(file.id) if self._earlier else None
        if self._earlier is None or known is None or holds_many(known.media_type):
            return None
        if known.sha256 != hashlib.sha256(content).hexdigest():
            return None
        document = self._earlier.document(file.id)
        return (document, known.fingerprint) if document else None
