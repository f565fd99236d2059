"""Sentences of a text, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import sentencex

from corpus.language.kinds import Span


def sentences(text: str) -> list[Span]:
    """The sentences of a text as half-open offsets without the white space around them.

    Every character that is not white space is in exactly one sentence.
    """
    spans: list[Span] = []
    position = 0
    for piece in sentencex.segment("en", text):
        if text.startswith(piece, position):
            spans.extend(trimmed(text, position, position + len(piece)))
            position += len(piece)
        else:
            break
    return spans + list(trimmed(text, position, len(text)))


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Part of a text without the white space around it; nothing where it holds nothing else."""
    part = text[start:end]
    inner = part.strip()
    if inner:
        start += len(part) - len(part.lstrip())
        yield start, start + len(inner)
