"""The two records everything else is made of: a document and a passage of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

ParagraphKind = Literal["paragraph", "heading", "list_item", "table_row"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of a document's text that its source shows as one block.

    Attributes:
        start, end: half-open code-point offsets into `Document.text`.
        kind: what the source says it is.
        level: 1-6 for a heading, otherwise 0.
    """

    start: int
    end: int
    kind: ParagraphKind = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One source document; `text` is canonical and every offset anywhere refers to it.

    Attributes:
        id: unique in a corpus: the path below the folder it was read from, or a .jsonl line's id.
        title: a title to show, never empty.
        text: the whole text in code points.
        source: the publisher, or None when the document does not say.
        url: an address given by the document itself, or None.
        published: the day of publication, or None when it is not known (never today's date).
        media_type: of the file it was read from, such as "application/pdf".
        sha256: of the file it was read from, in hexadecimal.
        pages: the offset at which each page starts, ascending from 0; empty when it has no pages.
        paragraphs: in order, not overlapping; all text outside them is white space.
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
    paragraphs: tuple[Paragraph, ...]

    def __post_init__(self) -> None:
        """Refuse what could not be cited."""
        if not self.id or not self.title:
            raise ValueError("a document needs an id and a title")
        for field in (self.id, self.title, self.text, self.source or "", self.url or ""):
            field.encode()  # half a surrogate pair is no character and could be neither stored nor shown
        ends = [0]
        for paragraph in self.paragraphs:
            if not ends[-1] <= paragraph.start < paragraph.end <= len(self.text):
                raise ValueError(f"paragraph {paragraph} of {self.id!r} is out of order or out of range")
            ends.append(paragraph.end)

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which an offset lies, or None when the document has no pages."""
        return bisect_right(self.pages, offset) or None

    def paragraph_at(self, offset: int) -> int | None:
        """The paragraph (from 1) in which an offset lies, or the next one after it; None past the last."""
        starts = [paragraph.end for paragraph in self.paragraphs]
        position = bisect_right(starts, offset)
        return position + 1 if position < len(starts) else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document that can be found and cited: `text == document.text[start:end]`.

    Attributes:
        document_id: the document it stands in.
        start, end: half-open code-point offsets into the document's text.
        text: exactly those characters.
        heading: the headings above it, outermost first, joined with " > "; "" when there are none.
        page: the page (from 1) on which it starts, or None when the document has no pages.
        paragraph: the paragraph (from 1) in which it starts.
    """

    document_id: str
    start: int
    end: int
    text: str
    heading: str
    page: int | None
    paragraph: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"passage {self.start}-{self.end} of {self.document_id!r} does not hold its own text")

    @property
    def id(self) -> str:
        """An id that says where the passage is: "document:start-end"."""
        return f"{self.document_id}:{self.start}-{self.end}"
