"""Vectors already encoded by a build that was interrupted, so that the next one need not start again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_KEY_BYTES = 32


class Journal:
    """Keys and vectors appended side by side; what a crash cut short is left out when read.

    Args:
        folder: where the two files are kept.
        encoder_fingerprint: vectors of another encoder are never given back.
    """

    def __init__(self, folder: Path, encoder_fingerprint: str) -> None:
        self._folder = folder
        self._keys = folder / f"{encoder_fingerprint[:16]}.keys"
        self._vectors = folder / f"{encoder_fingerprint[:16]}.f32"

    def read(self, dimensions: int) -> dict[bytes, NDArray[np.float32]]:
        """The vectors of the given length that were appended completely, by key."""
        if not (self._keys.exists() and self._vectors.exists()):
            return {}
        keys = self._keys.read_bytes()
        width = dimensions * 4
        count = min(len(keys) // _KEY_BYTES, self._vectors.stat().st_size // width)
        vectors = np.fromfile(self._vectors, dtype=np.float32, count=count * dimensions).reshape(count, dimensions)
        for path, size in ((self._keys, count * _KEY_BYTES), (self._vectors, count * width)):
            os.truncate(path, size)
        return {keys[n * _KEY_BYTES : (n + 1) * _KEY_BYTES]: vectors[n] for n in range(count)}

    def append(self, keys: Sequence[bytes], vectors: NDArray[np.float32]) -> None:
        """Keep vectors (float32, one row a key of 32 bytes); the keys are written last."""
        self._folder.mkdir(exist_ok=True)
        for path, content in ((self._vectors, vectors.tobytes()), (self._keys, b"".join(keys))):
            with path.open("ab") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())

    def discard(self) -> None:
        """Forget everything: the snapshot holds it now."""
        shutil.rmtree(self._folder, ignore_errors=True)
