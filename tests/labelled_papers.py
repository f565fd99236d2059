"""Papers of bodies that are made up, to be labelled."""

from __future__ import annotations

from corpus.assembly import SourceBlock, compose
from corpus.document import Document
from corpus.metadata import Given


def paper(*lines: str) -> Document:
    """A document of these lines, the first of them its title."""
    return compose("a.txt", "0" * 64, "text/plain", [SourceBlock(line) for line in lines], Given())
