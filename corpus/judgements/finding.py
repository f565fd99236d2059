"""Which judgements a document states."""

from __future__ import annotations

from corpus.document import Document
from corpus.judgements.judgement import Judgement


def judgements_of(document: Document) -> tuple[Judgement, ...]:
    """The judgements that a document states, in the order in which they stand in it."""
    return ()
