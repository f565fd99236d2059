"""Passages: sentence-aligned spans of a document that fit the encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document, Paragraph, Passage
from corpus.language.sentences import sentences, trimmed

CountTokens = Callable[[Sequence[str]], list[int]]

_CHARS_A_TOKEN = 8
_HEADING_CHARS = 200  # a longer heading is text
_SPACES = " \n\t"


@dataclass(frozen=True, slots=True)
class PassageSize:
    """How long passages are, in the encoder's tokens.

    Attributes:
        target: a passage is closed at the first paragraph end from here on.
        limit: no passage is longer; a sentence that is, or has more than eight characters for each of these tokens, is
            cut.
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
    """A sentence, or a heading: what is only cut when it is longer than a passage may be."""

    start: int
    end: int
    paragraph_index: int
    is_heading: bool
    tokens: int = 0


def split(document: Document, count_tokens: CountTokens, size: PassageSize) -> list[Passage]:
    """Cut a document into passages.

    Passages do not overlap, keep the document's order, and together hold every character of it that is not white
    space. A passage starts at a heading or a sentence; a heading stays with what follows it.

    Args:
        document: the document to cut.
        count_tokens: the encoder's own count for each of several texts, without special tokens.
        size: how long passages are.

    Returns:
        The passages in order; none for a document with no text.
    """
    units = _counted_units(document, count_tokens, size.limit)
    passages: list[Passage] = []
    group: list[_Unit] = []
    path: list[Paragraph] = []
    heading = ""
    tokens = 0
    has_body = False
    for unit in units:
        if group and (tokens + unit.tokens > size.limit or (has_body and _is_enough(group, tokens, unit, size))):
            passages.append(_passage(document, group, heading))
            group, tokens, has_body = [], 0, False
        if unit.is_heading:
            paragraph = document.paragraphs[unit.paragraph_index]
            path = [*(above for above in path if above.level < paragraph.level), paragraph]
        if not has_body:
            heading = _heading(document, path)
        group.append(unit)
        tokens += unit.tokens
        has_body = has_body or not unit.is_heading
    if group:
        passages.append(_passage(document, group, heading))
    return passages


def _is_enough(group: Sequence[_Unit], tokens: int, unit: _Unit, size: PassageSize) -> bool:
    """Whether a passage of some tokens ends before a unit: at the end of a paragraph, sooner before a heading."""
    if group[-1].paragraph_index == unit.paragraph_index:
        return False
    return tokens >= (size.least if unit.is_heading else size.target)


def _heading(document: Document, path: Sequence[Paragraph]) -> str:
    return " > ".join(" ".join(document.text[above.start : above.end].split()) for above in path)


def _passage(document: Document, group: Sequence[_Unit], heading: str) -> Passage:
    start, end = group[0].start, group[-1].end
    return Passage(
        document_id=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        heading=heading,
        page=document.page_at(start),
        paragraph=group[0].paragraph_index + 1,
    )


def _counted_units(document: Document, count_tokens: CountTokens, limit: int) -> Iterator[_Unit]:
    units = list(_units(document))
    counts = count_tokens([document.text[unit.start : unit.end] for unit in units]) if units else []
    for unit, tokens in zip(units, counts, strict=True):
        yield from _fitting(document.text, replace(unit, tokens=tokens), count_tokens, limit)


def _units(document: Document) -> Iterator[_Unit]:
    for index, paragraph in enumerate(document.paragraphs):
        text = document.text[paragraph.start : paragraph.end]
        is_whole = paragraph.kind == "heading"
        is_heading = is_whole and len(text) <= _HEADING_CHARS
        for start, end in trimmed(text, 0, len(text)) if is_whole else sentences(text):
            yield _Unit(paragraph.start + start, paragraph.start + end, index, is_heading)


def _fitting(text: str, unit: _Unit, count_tokens: CountTokens, limit: int) -> Iterator[_Unit]:
    """The unit itself if it fits a passage, else its halves, cut at the white space nearest its middle."""
    length = unit.end - unit.start
    if length == 1 or (unit.tokens <= limit and length <= limit * _CHARS_A_TOKEN):
        yield unit
        return
    cut = _cut(text, unit.start, unit.end)
    halves = [*trimmed(text, unit.start, cut), *trimmed(text, cut, unit.end)]
    counts = count_tokens([text[start:end] for start, end in halves])
    for (start, end), tokens in zip(halves, counts, strict=True):
        half = replace(unit, start=start, end=end, tokens=tokens)
        yield from _fitting(text, half, count_tokens, limit)


def _cut(text: str, start: int, end: int) -> int:
    """The white space nearest the middle of a span, or the middle where there is none."""
    middle = (start + end) // 2
    spaces = [max(text.rfind(space, start, middle) for space in _SPACES)]
    spaces += [text.find(space, middle, end) for space in _SPACES]
    return min((space for space in spaces if space >= 0), key=lambda space: abs(space - middle), default=middle)
