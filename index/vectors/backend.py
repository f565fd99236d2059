"""What a vector backend declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.rows import RowTable
from index.seams import Rows, VectorIndex, Vectors


@dataclass(frozen=True, slots=True)
class VectorBackend:
    """A way of keeping vectors in a snapshot and of searching them.

    Attributes:
        name: as a build is told it and as manifests name it.
        filename: what its file, or folder, in a snapshot is called.
        write: writes the vectors of all passages, float32 of shape (passages, dimensions), in row order.
        open: opens what was written for searching, given which rows are whose.
        read: gives back the vectors of some rows as they were written, for a build that need not encode them again.
    """

    name: str
    filename: str
    write: Callable[[Path, Vectors], None]
    open: Callable[[Path, RowTable], VectorIndex]
    read: Callable[[Path, Rows], Vectors]
