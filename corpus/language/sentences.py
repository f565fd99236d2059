"""Sentences of a text, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import sentencex

from corpus.language.kinds import Span

CELL_END = " | "
"""Between two cells of a row of a table."""


def sentences(text: str) -> list[Span]:
    """The sentences of a text as half-open offsets without the white space around them.

    Every character that is not white space is in exactly one sentence. A row of a table is a sentence of its own.
    """
    spans: list[Span] = []
    position = 0
    for piece in sentencex.segment("en", text):
        if text.startswith(piece, position):
            spans.extend(trimmed(text, position, position + len(piece)))
            position += len(piece)
        else:
            break
    spans += trimmed(text, position, len(text))
    return [row for span in spans for row in _rows(text, *span)] if CELL_END in text else spans


def _rows(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, or its parts where some of its lines are rows of a table: each row, and the lines between them."""
    if CELL_END not in text[start:end]:
        yield start, end
        return
    first = place = start
    for line in text[start:end].splitlines(keepends=True):
        if CELL_END in line:
            yield from trimmed(text, first, place)
            yield from trimmed(text, place, place + len(line))
            first = place + len(line)
        place += len(line)
    yield from trimmed(text, first, end)


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Part of a text without the white space around it; nothing where it holds nothing else."""
    part = text[start:end]
    inner = part.strip()
    if inner:
        start += len(part) - len(part.lstrip())
        yield start, start + len(inner)
