"""What a form of question set declares of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eval.datasets.checking import SetReader
from eval.records import Dataset


@dataclass(frozen=True, slots=True)
class Form:
    """A form that question sets come in.

    Attributes:
        name: what it is called.
        files: what it is made of, as the documentation has it.
        described: what to look for, in a few words.
        precedence: where several forms could be meant, the lowest is.
        sniff: whether a file or folder is one, by the files that are there.
        read: reads it; what is wrong becomes faults of the reader, never an exception.
    """

    name: str
    files: str
    described: str
    precedence: int
    sniff: Callable[[Path], bool]
    read: Callable[[SetReader, Path], Dataset]
