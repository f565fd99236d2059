"""What is worth knowing of a file that was read."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.files import ReadError


@dataclass(frozen=True, slots=True)
class ReadWarning(ReadError):
    """Something a reader yields that a person should look at, although the document became part of the corpus."""
