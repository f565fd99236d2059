"""What a file gives, part by part and ready for the store: read and split in whatever process this runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from corpus.document import Document, Passage
from corpus.errors import ReadError, ReadWarning
from corpus.files import SourceFile
from corpus.judgements.finding import judgements_of
from corpus.judgements.scales import Scales, shipped_scales
from corpus.judgements.visits import visits_of
from corpus.labels import LabelTable, labelled, shipped_labels
from corpus.readers import holds_many
from corpus.reading import read_parts
from corpus.recognition.recogniser import LendTime, Recogniser, lend_nothing, using
from corpus.splitting import CountTokens, PassageSize, split
from index.columns import DocumentRow, PassageRow, Spooled, document_row, passage_row
from index.passage_header import encoder_text
from index.store import SqliteStore

_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class PassageBatch:
    """Some passages of the document that was told of last.

    Attributes:
        rows: the passages, in order.
        share: how much of the file has been read, 0-1.
        is_last: whether the document has no more of them.
    """

    rows: tuple[PassageRow, ...]
    share: float
    is_last: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is in the earlier snapshot just as it was read now.

    Attributes:
        id: the document's.
        share: how much of the file has been read, 0-1.
    """

    id: str
    share: float = 1.0


Part = DocumentRow | PassageBatch | Kept | ReadError | ReadWarning


class PartReader:
    """Reads files and splits their documents; it can be sent to another process.

    Args:
        count_tokens: counts the encoder's tokens.
        size: how long passages are.
        spool: a folder for texts that are too long to be handed on in memory.
        earlier: the store of a snapshot whose documents were read the same way; None where there is none.
        labels: how documents are labelled; None for the shipped table.
        recogniser: how words in pictures are recognised.
        scales: by which judgements are known; None for the shipped ones.
    """

    def __init__(
        self,
        count_tokens: CountTokens,
        size: PassageSize,
        spool: Path,
        earlier: Path | None = None,
        labels: LabelTable | None = None,
        recogniser: Recogniser = Recogniser(),
        scales: Scales | None = None,
    ) -> None:
        self._scales = scales or shipped_scales()
        self._given = (count_tokens, size, spool, earlier, labels or shipped_labels(), recogniser, self._scales)
        self._count_tokens, self._size, self._spool, _, self._labels, self._recogniser, _ = self._given
        self._earlier = SqliteStore(earlier) if earlier else None

    def __reduce__(
        self,
    ) -> tuple[type[PartReader], tuple[CountTokens, PassageSize, Path, Path | None, LabelTable, Recogniser, Scales]]:
        return PartReader, self._given

    def read(self, file: SourceFile, lend: LendTime = lend_nothing) -> Iterator[Part]:
        """The parts of a file, in its order.

        Args:
            file: which.
            lend: lengthens the time in which it must be read, where its pages take more.

        Raises:
            MemoryError: there is not enough of it.
        """
        with using(self._recogniser, lend):
            yield from self._read(file)

    def _read(self, file: SourceFile) -> Iterator[Part]:
        try:
            size = file.path.stat().st_size
            parts = read_parts(file.id, file.path.read_bytes())
        except OSError as error:
            yield ReadError(file.id, f"It cannot be opened: {error.strerror}. Check who may read it.")
            return
        before = 0
        for part in parts:
            if isinstance(part, Document):
                yield from self._document(labelled(part, self._labels), before, size)
                before += len(part.text)
            else:
                yield part

    def _document(self, document: Document, before: int, size: int) -> Iterator[Part]:
        facts = judgements_of(document, self._scales), visits_of(document, self._scales)
        row = document_row(document, self._size, self._spool, *facts)
        is_one_of_many = holds_many(document.media_type)
        if is_one_of_many and self._earlier and self._earlier.fingerprint(document.id) == row.fingerprint:
            for column in row.columns:
                if isinstance(column, Spooled):
                    column.path.unlink()
            yield Kept(document.id, min(1.0, (before + len(document.text)) / size))
            return
        yield row
        passages = split(document, self._count_tokens, self._size)
        is_last = False
        while not is_last:
            rows = tuple(passage_row(passage, _key(document, passage)) for passage in islice(passages, _BATCH))
            is_last = len(rows) < _BATCH
            end = rows[-1][1] if rows else len(document.text)
            whole = (before + end) / size if is_one_of_many else 1.0 if is_last else end / len(document.text)
            yield PassageBatch(rows, min(1.0, whole), is_last)


def _key(document: Document, passage: Passage) -> bytes:
    return hashlib.sha256(encoder_text(document, passage).encode()).digest()
