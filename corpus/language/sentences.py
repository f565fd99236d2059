"""Sentences of a text, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

from corpus.language.kinds import Span
from corpus.language.lists import marker_at
from corpus.language.rows import CELL_END
from corpus.language.times.other_months import goes_on_with_month

_SHORT = 2_000
"""The sentences of a text of at most so many characters, such as a paragraph, are kept for the next question."""
_ASKS = r"[A-Z][^\n?|]{4,100}\?"
_ANSWERED = re.compile(
    rf"^{_ASKS}[ \t]+[^\s?.!|]{{1,30}}(?:[ \t][^\s?.!|]{{1,30}}){{0,3}}[ \t]*$(?=\n[ \t]*\n|\s*\Z|\n{_ASKS})", re.M
)
"""A line that asks and answers in a few words, and is not gone on with: "Is the home safe? Requires improvement"."""
_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*\s*$")


def sentences(text: str) -> list[Span]:
    """The sentences of a text as half-open offsets without the white space around them.

    Every character that is not white space is in exactly one sentence. A row of a table is a sentence of its own, and
    so is a question with its few words of answer in one line; the sign or number that an item or a paragraph begins
    with belongs to its first sentence.
    """
    return list(_kept(text)) if len(text) <= _SHORT else _sentences(text)


def last_sentence(text: str) -> str:
    """The last sentence of a text; "" for none."""
    return "".join(text[slice(*span)] for span in sentences(text)[-1:])


def _sentences(text: str) -> list[Span]:
    spans, place = list[Span](), 0
    for line in _ANSWERED.finditer(text) if "?" in text else ():
        spans += [(place + start, place + end) for start, end in _unanswered(text[place : line.start()])]
        spans += trimmed(text, *line.span())
        place = line.end()
    return spans + [(place + start, place + end) for start, end in _unanswered(text[place:])]


def _unanswered(text: str) -> list[Span]:
    """The sentences of a text without questions that are answered in their line."""
    spans = [span for part in _parts(text) for span in _of_part(text, *part)]
    return [row for span in spans for row in _rows(text, *span)] if CELL_END in text else spans


@lru_cache(maxsize=1 << 12)
def _kept(text: str) -> tuple[Span, ...]:
    return tuple(_sentences(text))


def _parts(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a text goes on with a numbered paragraph or an item of a list: start, end, and where its words start.

    A number or dash that opens a line within a sentence opens no item.
    """
    first = words = place = 0
    was_item, may_begin = False, True
    for line in text.splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        marker = marker_at(line[indent:])
        is_item = marker is not None and not marker.is_bare and (marker.is_bullet or was_item or may_begin)
        if is_item and marker:
            yield first, place, words
            first, words = place, place + indent + len(marker.text)
        if line.strip():
            was_item, may_begin = is_item or (was_item and not may_begin), bool(_ENDED.search(line))
        else:
            was_item, may_begin = False, True
        place += len(line)
    yield first, len(text), words


def _of_part(text: str, start: int, end: int, words: int) -> list[Span]:
    """The sentences of a part, its first one with what stands before its words."""
    spans: list[Span] = []
    position, whole = words, text[words:end]
    for piece in sentencex.segment("en", whole):
        if not whole.startswith(piece, position - words):
            break
        for span in trimmed(text, position, position + len(piece)):
            goes_on = bool(spans) and goes_on_with_month(text, spans[-1][1])
            spans.append((spans.pop()[0], span[1]) if goes_on else span)
        position += len(piece)
    spans += trimmed(text, position, end)
    before = list(trimmed(text, start, words))
    return [(before[0][0], spans[0][1]), *spans[1:]] if before and spans else [*before, *spans]


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
