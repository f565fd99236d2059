"""Words of documents with the gold in them marked, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol

from corpus.document import Document
from corpus.structure import paragraph_at
from eval.records import Retrieved, Span
from qa.citing.citation import NO_DAY, Place, place_in_words

_GOLD_CHARACTERS: Final = 700
_TITLE_CHARACTERS: Final = 90
_WORD_CHARACTERS: Final = 20
"""How far an excerpt is shortened so as not to begin or end within a word."""


class Library(Protocol):
    """Where documents are; a snapshot is one."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with an id, or None."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is wholly gold or not at all."""

    text: str
    gold: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document and where they stand."""

    segments: tuple[Segment, ...]
    cite: str


def marked(text: str, offset: int, spans: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """A text cut where gold starts and ends.

    Args:
        text: a span of a document.
        offset: where in the document it starts.
        spans: half-open gold offsets in the document, in any order; they may overlap and reach beyond the text.

    Returns:
        Segments that, joined, are the text.
    """
    inside = [(max(start - offset, 0), min(end - offset, len(text))) for start, end in spans]
    inside = [(start, end) for start, end in inside if start < end]
    cuts = sorted({0, len(text), *(edge for span in inside for edge in span)})
    pieces: list[Segment] = []
    for left, right in pairwise(cuts):
        gold = any(start <= left and right <= end for start, end in inside)
        if pieces and pieces[-1].gold == gold:
            pieces[-1] = Segment(pieces[-1].text + text[left:right], gold)
        else:
            pieces.append(Segment(text[left:right], gold))
    return tuple(pieces)


def excerpt(span: Span, gold: Sequence[Span], library: Library, context: int, before: str = "") -> Excerpt:
    """A span with the words around it.

    Its own words alone, when the library holds no such document, or another text of it.
    """
    document = library.document(span.document_id)
    spans = [(right.start, right.end) for right in gold if right.document_id == span.document_id]
    if document is None or document.text[span.start : span.end] != span.text:
        return Excerpt(
            tuple(map(_shortened, marked(span.text, span.start, spans))),
            f"{before}{citation(document, span)} (the index holds no such words there)",
        )
    text = document.text
    first, last = max(0, span.start - context), min(len(text), span.end + context)
    for _ in range(_WORD_CHARACTERS):
        first += 0 < first < span.start and text[first - 1].isalnum() and text[first].isalnum()
        last -= span.end < last < len(text) and text[last - 1].isalnum() and text[last].isalnum()
    segments = [_shortened(segment) for segment in marked(text[first:last], first, spans)]
    if context and first > 0:
        segments.insert(0, Segment("… ", gold=False))
    if context and last < len(text):
        segments.append(Segment(" …", gold=False))
    return Excerpt(tuple(segments), before + citation(document, span))


def _shortened(segment: Segment) -> Segment:
    """Gold that is a whole document, as some sets have it, by its beginning and end."""
    if len(segment.text) <= _GOLD_CHARACTERS:
        return segment
    half = _GOLD_CHARACTERS // 2
    left_out = len(segment.text) - 2 * half
    return Segment(f"{segment.text[:half]} [… {left_out} characters …] {segment.text[-half:]}", segment.gold)


def place_of(at: Span | Retrieved) -> str:
    """A document's id and offsets."""
    return f"{at.document_id} {at.start}–{at.end}"


def citation(document: Document | None, at: Span | Retrieved) -> str:
    """Title, publisher, day, page, paragraph and offsets, as far as they are known."""
    if document is None:
        return place_of(at)
    place = place_in_words(document, Place(document.page_at(at.start), paragraph_at(document, at.start)))
    known = (
        document.title if len(document.title) <= _TITLE_CHARACTERS else f"{document.title[: _TITLE_CHARACTERS - 1]}…",
        *(part for part in place if part != NO_DAY),
    )
    return f"{', '.join(known)} · {place_of(at)}"
