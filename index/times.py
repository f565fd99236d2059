"""Times: of which days each passage of a snapshot speaks, by the dates in it and in what stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corpus.document import Passage
from corpus.language.lasting.holding import ordinals
from corpus.language.times.dates import dates
from index.seams import DocumentMeta, DocumentStore, Rows

_WINDOW: Final = 1000
"""So many passages are read at once."""


class PassageTimes:
    """Of which days passages speak.

    Attributes:
        told: for each date that a passage speaks of, its row, and the first and last day of the date as proleptic
            ordinals; int32 of shape (dates, 3).
    """

    def __init__(self, told: NDArray[np.int32]) -> None:
        self.told = told

    def rows(self, first: date | None, last: date | None) -> Rows:
        """The rows of the passages that speak of some days: of a date that meets them; ascending.

        Args:
            first, last: the first and the last of these days, both included; None where that is open.
        """
        rows, begins, ends = self.told.T
        from_day, to_day = (first or date.min).toordinal(), (last or date.max).toordinal()
        return np.unique(rows[(begins <= to_day) & (from_day <= ends)]).astype(np.int64)

    def rows_within(self, first: date, last: date) -> Rows:
        """The rows of the passages that speak of a date within some days, both included; ascending."""
        rows, begins, ends = self.told.T
        return np.unique(rows[(first.toordinal() <= begins) & (ends <= last.toordinal())]).astype(np.int64)


def find_times(metadata: Sequence[DocumentMeta], store: DocumentStore) -> PassageTimes:
    """The times that the passages of some documents speak of.

    These are the dates in a passage, in the headings above it and in what leads into it; those that count from the day
    of the document are left out where it has none, as are those before AD 1.

    Args:
        metadata: of the documents, in order.
        store: with their passages.
    """
    told = np.fromiter(chain.from_iterable(_told(metadata, store)), dtype=np.int32)
    return PassageTimes(told.reshape(-1, 3))


def _told(metadata: Sequence[DocumentMeta], store: DocumentStore) -> Iterator[tuple[int, int, int]]:
    """The row, and the first and last day, of every date."""
    days = [meta.said for meta in metadata for _ in meta.rows]
    for start in range(0, len(days), _WINDOW):
        rows = range(start, min(start + _WINDOW, len(days)))
        for row, passage in zip(rows, store.passages(rows), strict=True):
            yield from ((row, first, last) for first, last in sorted(set(_days(passage, days[row]))))


def _days(passage: Passage, day: date | None) -> Iterator[tuple[int, int]]:
    """The first and last day of each date that a passage speaks of."""
    for text in (passage.text, f"{passage.heading}\n{passage.context}"):
        for mention in dates(text, day):
            first, _, last = mention.normalized.partition("/")
            if found := ordinals(first, last or first):
                yield found


def write_times(path: Path, times: PassageTimes) -> None:
    """Write of which days passages speak."""
    np.save(path, times.told)


def read_times(path: Path) -> PassageTimes | None:
    """What `write_times` wrote; None for a snapshot that was built before times were kept."""
    return PassageTimes(np.load(path, allow_pickle=False)) if path.exists() else None
