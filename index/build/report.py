"""What a build tells those who wait for it: how far it is, and in the end what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from corpus.errors import ReadError, ReadWarning

READING: Final = "Reading"
ENCODING: Final = "Encoding"

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is: `READING` in bytes, others in what they count."""


def unwatched(stage: str, done: int, total: int) -> None:
    """Tells nobody how far it is."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        snapshot: the id of the live snapshot after it.
        changed: False when the live snapshot already held just this.
        files: how many files were found and tried.
        failed: files, or lines of a .jsonl, that could not be read, with their reasons.
        empty: files with nothing in them.
        skipped: files of a kind that is not read.
        warnings: what was noticed about files that were read now, such as pages without text.
        documents, passages: how many the snapshot holds.
        removed: how many documents of the earlier snapshot are no longer there.
        encoded: how many passages were encoded; the others kept their vectors.
        reading_seconds, encoding_seconds, writing_seconds, seconds: how long the stages and the whole took; loading
            the model counts as writing.
        notes: what else the user should know, in sentences.
    """

    snapshot: str
    changed: bool
    files: int
    failed: tuple[ReadError, ...]
    empty: tuple[ReadError, ...]
    skipped: tuple[ReadError, ...]
    warnings: tuple[ReadWarning, ...]
    documents: int
    passages: int
    removed: int
    encoded: int
    reading_seconds: float
    encoding_seconds: float
    writing_seconds: float
    seconds: float
    notes: tuple[str, ...]
