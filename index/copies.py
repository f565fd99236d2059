"""Copies: which passages of a snapshot say, word for word or nearly so, what a passage of another document says."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.seams import Rows


class CopyTable:
    """Which passages are copies of which.

    Attributes:
        first: for each row, that of the passage of which it is a copy; its own where it is none. int32.
    """

    def __init__(self, first: NDArray[np.int32]) -> None:
        self.first = first
        self.has_copies = bool((first != np.arange(len(first))).any())

    def group_of(self, rows: Rows) -> NDArray[np.int32]:
        """What is the same for passages that are copies of each other, and for no others."""
        return self.first[rows]

    def with_copies(self, rows: Rows) -> Rows:
        """Some rows with those of all their copies, ascending."""
        if not self.has_copies:
            return rows
        groups = np.unique(self.first[rows])
        starts, ends = (np.searchsorted(self._sorted_firsts, groups, side) for side in ("left", "right"))
        runs = [self._by_group[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        return np.sort(np.concatenate([rows[:0], *runs])).astype(np.int64)

    @cached_property
    def _by_group(self) -> NDArray[np.int64]:
        """All rows, those of one group beside each other."""
        return np.argsort(self.first, kind="stable")

    @cached_property
    def _sorted_firsts(self) -> NDArray[np.int32]:
        return self.first[self._by_group]


def write_copies(path: Path, first: NDArray[np.int32]) -> None:
    """Write for each row that of the passage of which it is a copy."""
    np.save(path, first)


def read_copies(path: Path) -> CopyTable:
    """The table in a file that `write_copies` wrote."""
    return CopyTable(np.load(path, allow_pickle=False))
