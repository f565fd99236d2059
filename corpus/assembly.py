"""Blocks, as a reader finds them, to the canonical text of a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Paragraph, ParagraphKind

_ONE_LINE_EACH: frozenset[ParagraphKind] = frozenset({"list_item", "table_row"})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source: a paragraph, heading, list item or table row.

    Attributes:
        text: its text; white space is made single spaces when it is assembled.
        kind: what it is.
        level: 1-6 for a heading, otherwise 0.
        page: the page (from 1) it starts on, or 0 in a source without pages.
        continued: the part of its text that stands on the next page, or "".
    """

    text: str
    kind: ParagraphKind = "paragraph"
    level: int = 0
    page: int = 0
    continued: str = ""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A canonical text with the offsets of its paragraphs and pages, as `Document` takes them."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[int, ...]


def assemble(blocks: Iterable[Block], page_count: int = 0) -> Assembled:
    """Join blocks to a text, with a blank line between blocks and a line break between list items or table rows.

    Args:
        blocks: in reading order, pages ascending; blocks without text are left out.
        page_count: how many pages the source has; 0 for none.

    Returns:
        The text, its paragraphs, and the offset at which each page starts; a page without text starts where the next
        one does.
    """
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    pages: list[int] = []
    length = 0
    last: ParagraphKind | None = None
    for block in blocks:
        first, rest = " ".join(block.text.split()), " ".join(block.continued.split())
        text = f"{first} {rest}".strip()
        if not text:
            continue
        gap = "" if last is None else "\n" if last == block.kind and last in _ONE_LINE_EACH else "\n\n"
        start = length + len(gap)
        parts += (gap, text)
        length = start + len(text)
        paragraphs.append(Paragraph(start, length, block.kind, block.level))
        last = block.kind
        pages.extend([start if pages else 0] * (min(block.page, page_count) - len(pages)))
        if rest and page_count > block.page:
            pages.append(length - len(rest))
    pages.extend([length if pages else 0] * (page_count - len(pages)))
    return Assembled("".join(parts), tuple(paragraphs), tuple(pages))
