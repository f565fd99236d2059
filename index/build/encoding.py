"""The second stage of a build: a vector for each passage, encoded only where none can be used again."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from index.build.journal import Journal
from index.build.report import ENCODING, Progress
from index.passage_header import encoder_text, passage_header
from index.seams import Encoder, Field, Vectors
from index.snapshot.kept import kept_vectors
from index.store import SqliteStore

WINDOW: Final = 256
"""So many passages are encoded at once, and then kept safe."""
_KEPT_WINDOW: Final = 65_536


class Passages(Protocol):
    """The passages of a build, in row order."""

    @property
    def keys(self) -> Sequence[bytes]:
        """The SHA-256 of what the encoder is fed for each, which tells its vector from others."""
        ...

    @property
    def lengths(self) -> Sequence[int]:
        """About how long each is; which are encoded together is decided by it."""
        ...

    def encoder_texts(self, rows: Sequence[int]) -> list[str]:
        """What the encoder is fed for some of them."""
        ...


class StoredPassages:
    """Passages read from the store as they are needed, so that they are never all in memory.

    Args:
        store: holds them.
    """

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        stored = store.keys_and_lengths()
        self.keys = [key for key, _ in stored]
        self.lengths = array("I", [length for _, length in stored])

    def __len__(self) -> int:
        return len(self.keys)

    def encoder_texts(self, rows: Sequence[int]) -> list[str]:
        """What the encoder is fed for some of them."""
        return [encoder_text(passage, passage) for passage in self._store.indexed(rows)]

    def field(self, name: Field) -> Iterator[str]:
        """A field of each, for postings."""
        for passage in self._store.all_indexed():
            yield passage.text if name == "text" else passage_header(passage, passage)


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


def encode(passages: Passages, index_dir: Path, encoder: Encoder, journal: Journal, progress: Progress) -> Encoded:
    """The vectors of all passages, from the live snapshot, from a build that was interrupted, or encoded now.

    Args:
        passages: in row order.
        index_dir: the index folder, with the live snapshot if there is one.
        encoder: what makes the vectors.
        journal: keeps what is encoded until the snapshot holds it.
        progress: told how far it is.
    """
    keys = passages.keys
    if not keys:
        return Encoded(np.empty((0, 1), dtype=np.float32))
    vectors = np.empty((len(keys), encoder.dimensions), dtype=np.float32)
    pending = _take_kept(keys, vectors, index_dir, encoder)
    journalled = journal.read(encoder.dimensions) if pending else {}
    for row in pending:
        if keys[row] in journalled:
            vectors[row] = journalled[keys[row]]
    todo = [row for row in pending if keys[row] not in journalled]
    todo.sort(key=lambda row: passages.lengths[row], reverse=True)
    if todo:
        encoder.encode_passages([])  # loads the model, so that the clock times encoding alone
    started = time.perf_counter()
    for start in range(0, len(todo), WINDOW):
        progress(ENCODING, start, len(todo))
        window = todo[start : start + WINDOW]
        vectors[window] = encoder.encode_passages(passages.encoder_texts(window))
        journal.append([keys[row] for row in window], vectors[window])
    progress(ENCODING, len(todo), len(todo))
    return Encoded(vectors, len(todo), time.perf_counter() - started)


def _take_kept(keys: Sequence[bytes], vectors: Vectors, index_dir: Path, encoder: Encoder) -> list[int]:
    """Fill in the vectors that the live snapshot has, and give the rows that still have none."""
    earlier = kept_vectors(index_dir, encoder)
    if earlier is None:
        return list(range(len(keys)))
    kept = [row for row, key in enumerate(keys) if key in earlier.rows]
    for start in range(0, len(kept), _KEPT_WINDOW):
        window = kept[start : start + _KEPT_WINDOW]
        vectors[window] = earlier.of([keys[row] for row in window])
    return [row for row, key in enumerate(keys) if key not in earlier.rows]
