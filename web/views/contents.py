"""The contents of a document: its headings, each with the address where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from corpus.document import Block, Document
from web.views.addresses import DocumentAddress

_MOST = 300
_FOLDED_FROM = 9
_WORDS_MAX = 160


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading: its words, its level from 1 among those listed, and where it stands."""

    words: str
    level: int
    address: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of a document.

    Attributes:
        entries: the first 300.
        is_open: whether they are so few that they are shown unasked.
    """

    entries: tuple[ContentsEntry, ...] = ()
    is_open: bool = False


def show_contents(document: Document, at: DocumentAddress, part_starts: tuple[int, ...]) -> Contents:
    """The contents of a document; none where there are fewer than two headings besides its title.

    Args:
        document: the document.
        at: where it is shown.
        part_starts: where its parts start.
    """
    title = document.title.casefold().split()
    headings = [
        (words, block)
        for block in islice((block for block in document.blocks if block.kind == "heading"), _MOST)
        if (words := _words(document, block)).casefold().split() != title
    ]
    if len(headings) < 2:
        return Contents()
    highest = min(block.level for _, block in headings)
    entries = tuple(
        ContentsEntry(
            words, min(block.level - highest + 1, 3), at.of_offset(block.start, part_starts, heading_id(block))
        )
        for words, block in headings
    )
    return Contents(entries, len(entries) < _FOLDED_FROM)


def heading_id(block: Block) -> str:
    """The id of a heading on the page."""
    return f"at-{block.start}"


def _words(document: Document, block: Block) -> str:
    words = " ".join(document.text[block.start : block.end].split())
    return words if len(words) <= _WORDS_MAX else f"{words[:_WORDS_MAX]}…"
