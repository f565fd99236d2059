"""The records everything else is made of: a document with its blocks, and a passage of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

BlockKind = Literal["paragraph", "heading", "list_item", "table_row", "caption", "note", "furniture"]
DatedBasis = Literal[
    "published",
    "inspection",
    "meeting",
    "header",
    "front matter",
    "file name",
    "stated",
    "stated month",
    "stated season",
]
"""What says of which day a document is: its publication, the days of an inspection or a meeting, its running header or
first lines, its front matter, its file's name, or other data of the file."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row.

    Attributes:
        start, end: half-open code-point offsets into `Document.text`; equal for an empty cell. The offsets of a
            cell that reaches down from a row above are those of its text in that row.
        column: which column it stands in, from 0; the first of them for a cell that reaches over several.
        span: how many columns it reaches over.
        names: whether it names its row or its columns.
    """

    start: int
    end: int
    column: int
    span: int = 1
    names: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a document's text that its source shows as one block.

    Attributes:
        start, end: half-open code-point offsets into `Document.text`.
        kind: what the source says it is. "furniture" is what pages repeat around their text, kept once.
        level: 1-6 for a heading; for a list item its depth from 1, and for a paragraph that goes on in an item the
            depth of the item; otherwise 0.
        marker: the number or sign that it begins with as printed, such as "51.", "3.2", "(a)" or "•"; "" for none.
        parent: the index of the block above it that it hangs on, None at the top. A list item hangs on the item above
            it or the sentence that leads in, a table row on the table's header row or caption, and all of these, like
            a paragraph, on the heading above them.
        cells: of a table row, in the order of their columns; () for everything else.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str = ""
    parent: int | None = None
    cells: tuple[Cell, ...] = ()


def day_of(published: date | None, dated: date | None, basis: DatedBasis | None) -> date | None:
    """The day by which a document is filtered and ordered: that of its publication, or else the day that it is of.

    One that says that it was changed after it was published is of the day of its last change.

    Args:
        published, dated, basis: of the document.
    """
    is_changed = published and dated and basis == "stated" and dated > published
    return dated if is_changed else published or dated


def said_on(published: date | None, dated: date | None, basis: DatedBasis | None) -> date | None:
    """The day on which the words of a document are said; None where only a month or season of it is known.

    Args:
        published, dated, basis: of the document.
    """
    is_vague = not published and basis in ("stated month", "stated season")
    return None if is_vague else day_of(published, dated, basis)


@dataclass(frozen=True, slots=True)
class Document:
    """One source document; `text` is canonical and every offset anywhere refers to it.

    Attributes:
        id: unique in a corpus: the path below the folder it was read from, or a .jsonl line's id.
        title: a title to show, never empty.
        text: the whole text in code points.
        source: the publisher, or None when the document does not say.
        url: an address given by the document itself, or None.
        published: the day that is stated as the day of publication, or None (never today's date).
        media_type: of the file it was read from, such as "application/pdf".
        sha256: of the file it was read from, in hexadecimal.
        pages: the offset at which each page starts, ascending from 0; empty when it has no pages.
        blocks: in order, not overlapping; all text outside them is white space. A tuple, or for a long text packed
            (see `corpus.packed`).
        dated: the day that the document is of, or None when nothing says so; never a day that a sentence only mentions.
        dated_basis: what says so; None just when there is no such day.
        labels: what a table of patterns calls it, such as ("authority", "Slough"); no name twice.
        recognised: the pages (from 1) whose text was recognised in a picture, each with the mean certainty of its
            words, 0-1; ascending.
    """

    id: str
    title: str
    text: str
    source: str | None
    url: str | None
    published: date | None
    media_type: str
    sha256: str
    pages: tuple[int, ...]
    blocks: Sequence[Block]
    dated: date | None = None
    dated_basis: DatedBasis | None = None
    labels: tuple[tuple[str, str], ...] = ()
    recognised: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what could not be cited."""
        if not self.id or not self.title:
            raise ValueError("a document needs an id and a title")
        if (self.dated is None) != (self.dated_basis is None):
            raise ValueError(f"{self.id!r} needs a day and what says so, or neither: {self.dated}, {self.dated_basis}")
        for field in (self.id, self.title, self.text, self.source or "", self.url or ""):
            field.encode()  # half a surrogate pair is no character and could be neither stored nor shown
        end = 0
        for index, block in enumerate(self.blocks):
            if not end <= block.start < block.end <= len(self.text):
                raise ValueError(f"block {block} of {self.id!r} is out of order or out of range")
            if block.parent is not None and not 0 <= block.parent < index:
                raise ValueError(f"block {block} of {self.id!r} hangs on one that does not stand above it")
            end = block.end

    @property
    def day(self) -> date | None:
        """The day by which it is filtered and ordered; see `day_of`."""
        return day_of(self.published, self.dated, self.dated_basis)

    @property
    def said(self) -> date | None:
        """The day from which its words count, such as "yesterday"; see `said_on`."""
        return said_on(self.published, self.dated, self.dated_basis)

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which an offset lies, or None when the document has no pages."""
        return bisect_right(self.pages, offset) or None

    def block_at(self, offset: int) -> int | None:
        """The index of the block in which an offset lies, or of the next one after it; None past the last."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.end)
        return index if index < len(self.blocks) else None

    def certainty_of(self, start: int, end: int) -> float | None:
        """How sure recognised words are (0-1), by the least sure page that a span touches; None for printed ones."""
        first, last = self.page_at(start), self.page_at(max(end - 1, start))
        if first is None or last is None:
            return None
        return min((certainty for page, certainty in self.recognised if first <= page <= last), default=None)

    def above(self, index: int) -> Iterator[Block]:
        """The blocks that a block hangs on, the nearest first."""
        parent = self.blocks[index].parent
        while parent is not None:
            yield self.blocks[parent]
            parent = self.blocks[parent].parent


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or the part of one, that stands in a passage.

    Attributes:
        start, end: half-open offsets into `Passage.text`.
        kind: of the block.
        names_columns: whether it is a table's header row, which only names columns.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    names_columns: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document that can be found and cited: `text == document.text[start:end]`.

    Attributes:
        document_id: the document it stands in.
        start, end: half-open code-point offsets into the document's text.
        text: exactly those characters.
        heading: the headings above it, outermost first, joined with " > "; "" when there are none.
        page: the page (from 1) on which it starts, or None when the document has no pages.
        paragraph: the number that the document prints before the paragraph it starts in, or None where there is none.
        context: what the block it starts in hangs on, besides headings, where that is not in the passage itself: the
            sentence that leads into a list, the items above, a table's caption and header row; "" for nothing.
        parts: the blocks that it holds, in order; () for one paragraph.
    """

    document_id: str
    start: int
    end: int
    text: str
    heading: str
    page: int | None
    paragraph: str | None
    context: str = ""
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"passage {self.start}-{self.end} of {self.document_id!r} does not hold its own text")

    @property
    def id(self) -> str:
        """An id that says where the passage is: "document:start-end"."""
        return f"{self.document_id}:{self.start}-{self.end}"
