"""Passages: sentence-aligned stretches of a document that fit the encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document, Paragraph, Passage
from corpus.language.sentences import sentences, trimmed

CountTokens = Callable[[Sequence[str]], list[int]]

_CHARS_A_TOKEN = 8
_HEADING_CHARS = 200


@dataclass(frozen=True, slots=True)
class PassageSize:
    """How long passages are, in the encoder's tokens.

    Attributes:
        target: a passage is closed at the first paragraph end from here on.
        limit: no passage is longer, nor longer than eight characters for each of these tokens.
        least: a shorter section is joined to the one after it.
    """

    target: int = 120
    limit: int = 180
    least: int = 24

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.target <= self.limit or self.limit < 1:
            raise ValueError(f"passage sizes must rise: least {self.least}, target {self.target}, limit {self.limit}")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a heading: what is never cut unless it is longer than a passage may be."""

    start: int
    end: int
    paragraph: int
    tokens: int = 0


def split(document: Document, count_tokens: CountTokens, size: PassageSize) -> list[Passage]:
    """Cut a document into passages.

    Passages do not overlap, keep the document's order, and together hold every character of it that
    is not white space. A passage starts at a heading or a sentence; a heading stays with what follows it.

    Args:
        document: the document to cut.
        count_tokens: the encoder's own count for each of several texts, without special tokens.
        size: how long passages are.

    Returns:
        The passages in order; none for a document with no text.
    """
    units = _counted_units(document, count_tokens, size.limit)
    passages: list[Passage] = []
    current: list[_Unit] = []
    above: list[Paragraph] = []
    heading = ""

    def close() -> None:
        if not current:
            return
        start, end = current[0].start, current[-1].end
        passages.append(
            Passage(
                document_id=document.id,
                start=start,
                end=end,
                text=document.text[start:end],
                heading=heading,
                page=document.page_at(start),
                paragraph=current[0].paragraph + 1,
            )
        )
        current.clear()

    tokens = 0
    has_body = False
    for unit in units:
        paragraph = document.paragraphs[unit.paragraph]
        is_heading = paragraph.kind == "heading" and paragraph.end - paragraph.start <= _HEADING_CHARS
        new_paragraph = not current or current[-1].paragraph != unit.paragraph
        full = tokens + unit.tokens > size.limit
        enough = new_paragraph and has_body and tokens >= (size.least if is_heading else size.target)
        if full or enough:
            close()
            tokens, has_body = 0, False
        if is_heading and unit.start == paragraph.start:
            above = [other for other in above if other.level < paragraph.level] + [paragraph]
        if not has_body:
            heading = " > ".join(" ".join(document.text[other.start : other.end].split()) for other in above)
        current.append(unit)
        tokens += unit.tokens
        has_body = has_body or not is_heading
    close()
    return passages


def _counted_units(document: Document, count_tokens: CountTokens, limit: int) -> list[_Unit]:
    units = list(_units(document))
    counts = count_tokens([document.text[unit.start : unit.end] for unit in units]) if units else []
    fitting: list[_Unit] = []
    for unit, tokens in zip(units, counts, strict=True):
        fitting.extend(_halved(document.text, replace(unit, tokens=tokens), count_tokens, limit))
    return fitting


def _units(document: Document) -> Iterator[_Unit]:
    for number, paragraph in enumerate(document.paragraphs):
        text = document.text[paragraph.start : paragraph.end]
        spans = trimmed(text, 0, len(text)) if paragraph.kind == "heading" else sentences(text)
        for start, end in spans:
            yield _Unit(paragraph.start + start, paragraph.start + end, number)


def _halved(text: str, unit: _Unit, count_tokens: CountTokens, limit: int) -> Iterator[_Unit]:
    """The unit itself if it fits, else its halves, cut at the white space nearest its middle."""
    if (unit.tokens <= limit and unit.end - unit.start <= limit * _CHARS_A_TOKEN) or unit.end - unit.start < 2:
        yield unit
        return
    middle = (unit.start + unit.end) // 2
    before = max((text.rfind(space, unit.start + 1, middle) for space in " \n\t"), default=-1)
    after = min((found for space in " \n\t" if (found := text.find(space, middle, unit.end - 1)) >= 0), default=-1)
    cuts = [cut for cut in (before, after) if cut >= 0]
    cut = min(cuts, key=lambda cut: abs(cut - middle)) if cuts else middle
    halves = [span for part in ((unit.start, cut), (cut, unit.end)) for span in trimmed(text, *part)]
    counts = count_tokens([text[start:end] for start, end in halves])
    for (start, end), tokens in zip(halves, counts, strict=True):
        yield from _halved(text, _Unit(start, end, unit.paragraph, tokens), count_tokens, limit)
