"""The second stage of a build: a vector for each passage, encoded only where none can be used again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from corpus.document import Document, Passage
from index.build.journal import Journal
from index.build.report import Progress
from index.passage_header import encoder_text, passage_header
from index.seams import Encoder, Vectors
from index.snapshot.kept import kept_vectors

WINDOW: Final = 256
"""So many passages are encoded at once, and then kept safe."""


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """What is indexed of a passage.

    Attributes:
        text: its own, for BM25.
        identity: its header, for BM25.
        encoder_text: what the encoder is fed.
        key: the SHA-256 of that, which tells its vector from others.
    """

    text: str
    identity: str
    encoder_text: str
    key: bytes

    @classmethod
    def of(cls, document: Document, passage: Passage) -> IndexedPassage:
        """What is indexed of a document's passage."""
        fed = encoder_text(document, passage)
        return cls(passage.text, passage_header(document, passage), fed, hashlib.sha256(fed.encode()).digest())


@dataclass(frozen=True, slots=True)
class Encoded:
    """The vectors of a build.

    Attributes:
        vectors: of all passages, float32 of shape (passages, dimensions).
        count: how many were encoded now.
        seconds: how long that took, once the model was loaded.
    """

    vectors: Vectors
    count: int = 0
    seconds: float = 0.0


def encode(
    passages: Sequence[IndexedPassage], index_dir: Path, encoder: Encoder, journal: Journal, progress: Progress
) -> Encoded:
    """The vectors of all passages, from the live snapshot, from a build that was interrupted, or encoded now.

    Args:
        passages: in row order.
        index_dir: the index folder, with the live snapshot if there is one.
        encoder: what makes the vectors.
        journal: keeps what is encoded until the snapshot holds it.
        progress: told how far it is.
    """
    if not passages:
        return Encoded(np.empty((0, 1), dtype=np.float32))
    vectors = np.empty((len(passages), encoder.dimensions), dtype=np.float32)
    pending = _take_kept(passages, vectors, index_dir, encoder)
    journalled = journal.read(encoder.dimensions) if pending else {}
    for row in pending:
        if passages[row].key in journalled:
            vectors[row] = journalled[passages[row].key]
    todo = [row for row in pending if passages[row].key not in journalled]
    todo.sort(key=lambda row: len(passages[row].encoder_text), reverse=True)
    if todo:
        encoder.encode_passages([])  # loads the model, so that the clock times encoding alone
    started = time.perf_counter()
    for start in range(0, len(todo), WINDOW):
        progress("Encoding", start, len(todo))
        window = todo[start : start + WINDOW]
        vectors[window] = encoder.encode_passages([passages[row].encoder_text for row in window])
        journal.append([passages[row].key for row in window], vectors[window])
    progress("Encoding", len(todo), len(todo))
    return Encoded(vectors, len(todo), time.perf_counter() - started)


def _take_kept(passages: Sequence[IndexedPassage], vectors: Vectors, index_dir: Path, encoder: Encoder) -> list[int]:
    """Fill in the vectors that the live snapshot has, and give the rows that still have none."""
    earlier = kept_vectors(index_dir, encoder)
    if earlier is None:
        return list(range(len(passages)))
    kept = [row for row, passage in enumerate(passages) if passage.key in earlier.rows]
    if kept:
        vectors[kept] = earlier.of([passages[row].key for row in kept])
    return [row for row, passage in enumerate(passages) if passage.key not in earlier.rows]
