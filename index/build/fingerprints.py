"""What decides that work can be used again: the code that did it, and the libraries it did it with."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

import corpus
import index
from corpus.judgements.scales import Scales, shipped_scales
from corpus.labels import LabelTable, shipped_labels
from corpus.readers import reading_libraries
from corpus.recognition.recogniser import recogniser_in_use


def reading_fingerprint(labels: LabelTable | None = None, scales: Scales | None = None) -> str:
    """What decides how files are read: code and vocabulary of the corpus room, and what it reads with.

    That is its libraries, the table of labels, the scales of judgements, and the recogniser of words in pictures that
    is in use: once Tesseract is installed, scans are read anew.

    Args:
        labels: how documents are labelled; None for the shipped table.
        scales: by which judgements are known; None for the shipped ones.
    """
    room = Path(str(corpus.__file__)).parent
    code = _code_fingerprint(*sorted([*room.rglob("*.py"), *room.rglob("*.toml")]))
    libraries = (f"{name} {version(name)}" for name in reading_libraries())
    tables = ((labels or shipped_labels()).fingerprint, (scales or shipped_scales()).fingerprint)
    settings = (*tables, recogniser_in_use().fingerprint)
    return hashlib.sha256("\n".join([code, *settings, *libraries]).encode()).hexdigest()


def indexing_fingerprint() -> str:
    """What decides what a snapshot holds of the documents that were read, beside their vectors.

    That is the code of the index room, of reading and of builds; models, backends and the opening of snapshots decide
    nothing of it.
    """
    room = Path(str(index.__file__)).parent
    return _code_fingerprint(*sorted(path for part in (".", "build", "reading") for path in (room / part).glob("*.py")))


def _code_fingerprint(*paths: Path) -> str:
    """SHA-256 over the contents of some files of code, so that an update of the program is noticed."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
