"""Passages: sentence-aligned spans of a document that fit the encoder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.document import Document, Part, Passage
from corpus.language.sentences import sentences, trimmed
from corpus.structure import context_of, heading_path, is_heading, names_columns, paragraph_at

CountTokens = Callable[[Sequence[str]], list[int]]

_CHARS_A_TOKEN = 8
_MOST_CHARS = 4_000
"""Units are joined to a passage of so many characters at most: an encoder may take a line without spaces for few
tokens, however long it is."""
_SPACES = " \n\t"
_WINDOW = 1000  # units whose tokens are counted at once


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


@dataclass(slots=True)
class _Unit:
    """A sentence, a heading or a table row: what is only cut when it is longer than a passage may be.

    `leads` says that it ends a block that the next one hangs on.
    """

    start: int
    end: int
    block_index: int
    is_heading: bool
    leads: bool = False
    tokens: int = 0


def split(document: Document, count_tokens: CountTokens, size: PassageSize) -> Iterator[Passage]:
    """Cut a document into passages.

    Passages do not overlap, keep the document's order, and together hold every character of it that is not white
    space. A passage starts at a heading, a sentence or a table row; what leads in, such as a heading, the sentence
    before a list, or a table's header row, stays with what follows it where it fits.

    Args:
        document: the document to cut.
        count_tokens: the encoder's own count for each of several texts, without special tokens.
        size: how long passages are.

    Returns:
        The passages in order; none for a document with no text.
    """
    group: list[_Unit] = []
    for unit in _counted_units(document, count_tokens, size.limit):
        if group and _ends_before(group, unit, size):
            leading = _leading(group, unit, size)
            yield _passage(document, group[: len(group) - len(leading)])
            group = leading
        group.append(unit)
    if group:
        yield _passage(document, group)


def _ends_before(group: Sequence[_Unit], unit: _Unit, size: PassageSize) -> bool:
    """Whether a passage ends before a unit: where it is full, and at the end of a block, sooner before a heading."""
    if not _fits(group, unit, size):
        return True
    if group[-1].block_index == unit.block_index or group[-1].leads or all(one.is_heading for one in group):
        return False
    return sum(one.tokens for one in group) >= (size.least if unit.is_heading else size.target)


def _fits(group: Sequence[_Unit], unit: _Unit, size: PassageSize) -> bool:
    """Whether a unit fits into a passage with those before it."""
    tokens = sum(one.tokens for one in group) + unit.tokens
    return tokens <= size.limit and (not group or unit.end - group[0].start <= _MOST_CHARS)


def _leading(group: Sequence[_Unit], unit: _Unit, size: PassageSize) -> list[_Unit]:
    """The last units of a full passage that lead into a unit, if they fit into the next passage with it."""
    count = 0
    while count < len(group) and (group[-1 - count].leads or group[-1 - count].is_heading):
        count += 1
    leading = list(group[len(group) - count :])
    return leading if _fits(leading, unit, size) and count < len(group) else []


def _passage(document: Document, group: Sequence[_Unit]) -> Passage:
    start, end = group[0].start, group[-1].end
    body = next((unit.block_index for unit in group if not unit.is_heading), group[-1].block_index)
    return Passage(
        document_id=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        heading=heading_path(document, body),
        page=document.page_at(start),
        paragraph=paragraph_at(document, document.blocks[body].start),
        context=context_of(document, group[0].block_index, start),
        parts=tuple(_parts(document, group)),
    )


def _parts(document: Document, group: Sequence[_Unit]) -> Iterator[Part]:
    """The blocks of a passage, as far as they stand in it."""
    start, end = group[0].start, group[-1].end
    for index in dict.fromkeys(unit.block_index for unit in group):
        block = document.blocks[index]
        first, last = max(block.start, start) - start, min(block.end, end) - start
        yield Part(first, last, block.kind, names_columns(document, index))


def _counted_units(document: Document, count_tokens: CountTokens, limit: int) -> Iterator[_Unit]:
    units = _units(document)
    while window := list(islice(units, _WINDOW)):
        counts = count_tokens([document.text[unit.start : unit.end] for unit in window])
        for unit, tokens in zip(window, counts, strict=True):
            unit.tokens = tokens
            yield from _fitting(document.text, unit, count_tokens, limit)


def _units(document: Document) -> Iterator[_Unit]:
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        is_whole = block.kind in ("heading", "table_row")
        heads = is_heading(block)
        leads = index + 1 < len(document.blocks) and document.blocks[index + 1].parent == index and not heads
        spans = list(trimmed(text, 0, len(text))) if is_whole else sentences(text)
        for start, end in spans:
            yield _Unit(block.start + start, block.start + end, index, heads, leads=leads and end == spans[-1][1])


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
