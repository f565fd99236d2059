"""What decides that work can be used again: the code that did it, and the libraries it did it with."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

import corpus
import index
from corpus.readers import reading_libraries

_INDEXING_CODE: Final = ("catalogue.py", "lexical.py", "metadata.py", "passage_header.py", "store.py")


def reading_fingerprint() -> str:
    """What decides how files are read: code and vocabulary of the corpus room and the libraries it reads with."""
    room = Path(str(corpus.__file__)).parent
    code = _code_fingerprint(*sorted([*room.rglob("*.py"), *room.rglob("*.toml")]))
    return hashlib.sha256(
        "\n".join([code, *(f"{name} {version(name)}" for name in reading_libraries())]).encode()
    ).hexdigest()


def indexing_fingerprint() -> str:
    """What decides what a snapshot holds of the documents that were read, beside their vectors."""
    room = Path(str(index.__file__)).parent
    return _code_fingerprint(*(room / name for name in _INDEXING_CODE))


def _code_fingerprint(*paths: Path) -> str:
    """SHA-256 over the contents of some files of code, so that an update of the program is noticed."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
