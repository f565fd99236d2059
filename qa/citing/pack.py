"""An evidence pack: passages that somebody chose, read anew from the documents, with all that makes them checkable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.document import Document
from corpus.structure import is_heading, paragraph_at
from index.snapshot import Snapshot
from qa.address import check_of, citation_link, find_checked, own_address, permanent_link
from qa.citing.citation import noted, place_in_words, place_of, quoted, reference

PASSAGES_MAX: Final = 100
QUESTIONS_MAX: Final = 20
CHOSEN_MAX_CHARS: Final = 1_200
_QUOTE_MAX_CHARS: Final = 20_000
_CHOSEN = re.compile(r"(?P<id>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})(?:~(?P<check>[0-9a-f]{8}))?", re.S)


class NotChosen(ValueError):
    """What is said to have been chosen names no words of a document; the message says how it must be written."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of a document that somebody chose, without the words themselves.

    Attributes:
        document_id: of the document.
        start, end: half-open offsets into its text.
        check: the beginning of the SHA-256 of the words as they were then; "" where it is not told.
    """

    document_id: str
    start: int
    end: int
    check: str = ""

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start}-{self.end}{f'~{self.check}' if self.check else ''}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was chosen of what it found.

    Attributes:
        question: as it was asked.
        filters: what limited it, in words.
        day: on which it was asked.
        chosen: in the order in which they are to stand.
    """

    question: str
    filters: tuple[str, ...]
    day: date
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a document in a pack, with how they are cited.

    Attributes:
        document: where they stand.
        start, end: half-open offsets into its text.
        has_moved: whether they stood elsewhere in it when they were chosen.
    """

    document: Document
    start: int
    end: int
    has_moved: bool = False

    @property
    def words(self) -> str:
        """The words, as they stand there."""
        return self.document.text[self.start : self.end]

    @property
    def quote(self) -> str:
        """The words as they are quoted in a line."""
        return quoted(self.words)

    @property
    def page(self) -> int | None:
        """The page on which they begin."""
        return self.document.page_at(self.start)

    @property
    def paragraph(self) -> str | None:
        """The number printed before their paragraph."""
        return paragraph_at(self.document, self.start)

    @property
    def place(self) -> tuple[str, ...]:
        """Publisher, day, page and paragraph, as far as they are known."""
        return place_in_words(self.document, place_of(self.document, self.start, self.end))

    @property
    def reference(self) -> str:
        """How they are referred to, with what is told of them beside it and the document's own address, if any."""
        named = reference(self.document, self.document.title, self.place)
        note = noted(self.document, self.start, self.end)
        return "; ".join(filter(None, (named, note, own_address(self.document.url))))

    @property
    def short_link(self) -> str:
        """An address of the words that tells whether they still stand there, short enough to be printed."""
        return citation_link(self.document.id, self.start, self.end, self.words)

    @property
    def link(self) -> str:
        """The permanent link to the words."""
        return permanent_link(self.document.id, self.start, self.end, self.words, self.document.sha256)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A question with the words that were chosen.

    Attributes:
        asked: the question.
        pieces: the words, each with what was chosen.
        left_out: what was chosen and is not there as it was, each with the reason in a sentence.
    """

    asked: Asked
    pieces: tuple[tuple[Chosen, Piece], ...]
    left_out: tuple[tuple[Chosen, str], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """An evidence pack.

    Attributes:
        questions: in the order in which they were asked.
        made: the day on which the words were read from the documents.
        snapshot: the id of the index from which they were read.
    """

    questions: tuple[Gathered, ...]
    made: date
    snapshot: str


def choose(document_id: str, start: int, words: str) -> Chosen:
    """Words of a document as somebody chooses them.

    Args:
        document_id: of the document.
        start: where they start in its text.
        words: what stands there.
    """
    return Chosen(document_id, start, start + len(words), check_of(words))


def read_chosen(written: str) -> Chosen:
    """What was chosen, as `Chosen` is written: "leisure/pool.pdf:480-512~0a1b2c3d", the last part being optional.

    Raises:
        NotChosen: it is written otherwise.
    """
    match = _CHOSEN.fullmatch(written) if len(written) <= CHOSEN_MAX_CHARS else None
    if match is None or not int(match["start"]) < int(match["end"]):
        raise NotChosen(
            f"{written[:100]!r} names no words of a document. It must be the id of a passage, such as "
            "'leisure/pool.pdf:480-512'."
        )
    return Chosen(match["id"], int(match["start"]), int(match["end"]), match["check"] or "")


def is_all_of(chosen: Chosen, document: Document, start: int, end: int) -> bool:
    """Whether words that are chosen are all that a part of their document has, but for headings.

    Args:
        chosen: words of the document.
        document: in which the part is.
        start, end: half-open offsets of the part.
    """
    return document.id == chosen.document_id and all(
        is_heading(block) or (chosen.start <= max(block.start, start) and min(block.end, end) <= chosen.end)
        for block in document.blocks
        if block.start < end and start < block.end
    )


def gather(snapshot: Snapshot, questions: Sequence[Asked], made: date) -> Pack:
    """A pack of what was chosen; every word is read from the documents.

    Args:
        snapshot: with the documents.
        questions: with what was chosen for each.
        made: today.
    """
    documents: dict[str, Document | None] = {}
    for chosen in (each for asked in questions for each in asked.chosen):
        if chosen.document_id not in documents:
            documents[chosen.document_id] = snapshot.document(chosen.document_id)
    gathered = []
    for asked in questions:
        read = [(each, _read(each, documents[each.document_id])) for each in dict.fromkeys(asked.chosen)]
        pieces = tuple((each, found) for each, found in read if isinstance(found, Piece))
        left_out = tuple((each, found) for each, found in read if isinstance(found, str))
        gathered.append(Gathered(asked, pieces, left_out))
    return Pack(tuple(gathered), made, snapshot.manifest.snapshot_id)


def _read(chosen: Chosen, document: Document | None) -> Piece | str:
    """The words that were chosen, or a sentence on why they are not there."""
    if document is None:
        return "This document is no longer in the index."
    if chosen.end - chosen.start > _QUOTE_MAX_CHARS:
        return f"These are more than {_QUOTE_MAX_CHARS:,} characters, which is too long for a quotation."
    stood = chosen.start, chosen.end
    found = find_checked(document.text, *stood, chosen.check) if chosen.check else stood
    if found and found[1] <= len(document.text):
        return Piece(document, *found, has_moved=found != stood)
    if found:
        return "The document is shorter now than when these words were chosen. Ask again and choose anew."
    return "The document has changed, and these words are not found in it. Ask again and choose anew."
