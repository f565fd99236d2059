"""Citations: how a source is named beside an answer, on a terminal and in a copied line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, Protocol

from corpus.document import DatedBasis, Document, Passage
from corpus.items import list_at
from corpus.language.lists import PRINTED_BULLETS
from corpus.language.vocabulary import load
from corpus.language.wording import day_in_words, month_in_words, season_in_words
from corpus.structure import is_heading, paragraph_at
from index.snapshot import Snapshot
from qa.answer import Citation
from qa.memo import once_a_passage
from qa.tables.named_rows import partings, with_semicolons

_WORDS = load("citation")
NO_DAY: Final[str] = _WORDS["no_day"]
POINTS: Final[str] = _WORDS["points"]
"""How it is told that words hold some of the points of a list."""
COLUMNS: Final[str] = _WORDS["columns"]
"""What stands before the names of the columns of a row that is cited."""
DAYS_IN_WORDS: Final[Mapping[DatedBasis, str]] = MappingProxyType(_WORDS["days"])
"""How the day that a document is of is told, by what says so."""
_NAMES_ITSELF = re.compile(r"[^\W\d_]{3,}\s")
_SIGN = re.compile(rf"[{PRINTED_BULLETS}]\s+")
_TIME = re.compile(r"\d{2,}:\d{2}:\d{2}")


class Source(Protocol):
    """What a document says of itself; a document and a citation of it are such."""

    @property
    def source(self) -> str | None:
        """The publisher."""
        ...

    @property
    def published(self) -> date | None:
        """The day of publication."""
        ...

    @property
    def dated(self) -> date | None:
        """The day that it is of."""
        ...

    @property
    def dated_basis(self) -> DatedBasis | None:
        """What says so."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document words stand.

    Attributes:
        page, paragraph: the page and the printed number of the paragraph in which they begin; None for none.
        last_page, last_paragraph: those in which they end, where these are others.
        recognised: how sure they are, 0 to 1, where they were recognised in a picture.
    """

    page: int | None = None
    paragraph: str | None = None
    last_page: int | None = None
    last_paragraph: str | None = None
    recognised: float | None = None


def place_of(document: Document, start: int, end: int) -> Place:
    """Where a span of a document stands; of what begins with headings, in the paragraph that follows them there.

    Args:
        document: the document.
        start, end: half-open offsets into its text.
    """
    last = max(end - 1, start)
    page, last_page = document.page_at(start), document.page_at(last)
    paragraph = paragraph_at(document, _below_headings(document, start, end))
    last_paragraph = paragraph_at(document, last)
    is_within = not paragraph or not last_paragraph or last_paragraph.startswith((f"{paragraph}(", f"{paragraph}."))
    return Place(
        page,
        paragraph,
        last_page if last_page != page else None,
        last_paragraph if last_paragraph != paragraph and not is_within else None,
        document.certainty_of(start, end),
    )


@once_a_passage
def place_of_passage(snapshot: Snapshot, passage: Passage) -> Place:
    """Where a passage stands in its document."""
    document = snapshot.document(passage.document_id)
    return place_of(document, passage.start, passage.end) if document else Place(passage.page, passage.paragraph)


def _below_headings(document: Document, start: int, end: int) -> int:
    """Where the first block of a span begins that is no heading; the start where all are."""
    index = document.block_at(start)
    while index is not None and index < len(document.blocks) and document.blocks[index].start < end:
        if not is_heading(document.blocks[index]):
            return max(document.blocks[index].start, start)
        index += 1
    return start


def days_in_words(source: Source) -> tuple[str, ...]:
    """The days of a document with what they are, such as "published 15 March 2023" or "inspected to 3 February 2023".

    Returns:
        First the one by which it is filtered and ordered: that of its publication, or else the day that it is of; then
        the other, where there is another. None where no day is known.
    """
    days: dict[DatedBasis, date] = {"published": source.published} if source.published else {}
    if source.dated and source.dated_basis:
        days.setdefault(source.dated_basis, source.dated)
    return tuple(dated_in_words(basis, day) for basis, day in days.items())


def dated_in_words(basis: DatedBasis | None, day: date | None) -> str:
    """A day that a document is of with what it is, such as "inspected to 3 February 2023"; "" for none.

    Args:
        basis: what says so.
        day: the day.
    """
    return DAYS_IN_WORDS[basis].format(_told(basis, day)) if basis and day else ""


def _told(basis: DatedBasis, day: date) -> str:
    """A day in words; of one that stands for a month or season, this."""
    if basis == "stated season":
        return season_in_words(day)
    return month_in_words(day) if basis == "stated month" else day_in_words(day)


def paragraph_in_words(paragraph: str, last: str | None = None) -> str:
    """A printed number as a citation names it: "paragraph 50", but "Minute 41", which says what it numbers.

    The time in a recording that a paragraph of its transcript begins with is named as one: "at 00:12:31".

    Args:
        paragraph: the number.
        last: that of the paragraph in which the words end, where it is another: "paragraphs 4.2 to 4.3".
    """
    to = f" to {last}" if last else ""
    if _TIME.fullmatch(paragraph):
        return f"at {paragraph}{to}"
    return f"{paragraph}{to}" if _NAMES_ITSELF.match(paragraph) else f"paragraph{'s' * bool(last)} {paragraph}{to}"


def place_in_words(source: Source, place: Place | Citation) -> tuple[str, ...]:
    """Where words stand, beside the title of their document.

    Returns:
        Publisher, day with what it is, page and paragraph, as far as they are known; that no day is known is said, and
        that the words were recognised in a picture, with how sure they are.
    """
    return (*origin_in_words(source), *within_in_words(place))


def origin_in_words(source: Source) -> tuple[str, ...]:
    """Publisher and day of a document, as far as they are known; that no day is known is said."""
    return (*filter(None, [source.source]), *(days_in_words(source) or (NO_DAY,))[:1])


def within_in_words(place: Place | Citation) -> tuple[str, ...]:
    """Page and paragraph of words, as far as they are known, and how sure they are where they were recognised."""
    parts = (
        _pages_in_words(place.page, place.last_page) if place.page else None,
        paragraph_in_words(place.paragraph, place.last_paragraph) if place.paragraph else None,
        None if place.recognised is None else f"text recognised from a scan, {place.recognised * 100:.0f}% sure",
    )
    return tuple(part for part in parts if part)


def _pages_in_words(page: int, last: int | None) -> str:
    return f"pages {page} to {last}" if last else f"page {page}"


def points_held(document: Document, start: int, end: int) -> str:
    """How many points of a list a span of a document holds, such as "6 of 10 points of the list".

    Returns:
        "" for no list, one point, or all of them, and for numbered paragraphs, which are no list.
    """
    for first, last in ((start, end), (end - 1, end)):
        found = list_at(document, first, last)
        items = found.items if found and not found.goes_on else ()
        held = sum(start <= _words_of(document, item) and item[1] <= end for item in items)
        if found and 1 < held < len(found.items):
            return POINTS.format(held, len(found.items))
    return ""


def _words_of(document: Document, item: tuple[int, int]) -> int:
    """Where the words of an item start, after the sign before it."""
    place = document.block_at(item[0])
    marker = document.blocks[place].marker if place is not None else ""
    after = item[0] + len(marker) if document.text.startswith(marker, item[0]) else item[0]
    return after + len(document.text[after : item[1]]) - len(document.text[after : item[1]].lstrip())


def columns_named(document: Document, start: int, end: int) -> str:
    """The names of the columns of the row that a span of a document holds, such as "columns: Service; Cat; Dog".

    Returns:
        "" for what is no row of a table, and where its columns have no names.
    """
    place = document.block_at(start)
    if place is None or not partings(document.text[start:end]) or document.blocks[place].kind != "table_row":
        return ""
    above = (document.text[one.start : one.end] for one in document.above(place) if one.kind == "table_row")
    header = next((row for row in above if partings(row)), "")
    return f"{COLUMNS} {quoted(header)}" if header else ""


def noted(document: Document, start: int, end: int) -> str:
    """What is told beside a reference: how many points of a list a span holds, or the names of its columns; or ""."""
    return points_held(document, start, end) or columns_named(document, start, end)


def capitalised(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a place with a capital in front, as they stand on a line of their own."""
    first, *others = parts
    return (first[:1].upper() + first[1:], *others)


def citation_line(citation: Citation) -> str:
    """A passage's source in one line: title, publisher, day, page and paragraph."""
    return ", ".join((citation.title, *place_in_words(citation, citation)))


def quoted(words: str) -> str:
    """Words as they are quoted in a line: semicolons stand between cells of a row, and no sign before a point."""
    return flattened(without_sign(words))


def flattened(words: str) -> str:
    """Words with spaces for their line breaks, and semicolons between cells of a row."""
    return " ".join(with_semicolons(words).split())


def without_sign(words: str) -> str:
    """Words that are one point of a list, without the sign before it; others as they are."""
    return _SIGN.sub("", words, count=1) if _SIGN.match(words) and len(_SIGN.findall(words)) == 1 else words


def reference(source: Source, title: str, place: tuple[str, ...]) -> str:
    """A source as a reference names it: publisher, title, day, page and paragraph.

    Args:
        source: the document, whose publisher comes first.
        title: of the document.
        place: where in it, as `place_in_words` gives it.
    """
    publisher, where = (place[:1], place[1:]) if source.source else ((), place)
    return ", ".join((*capitalised((*publisher, title)), *where))


def copied_citation(words: str, source: Source, title: str, place: tuple[str, ...], note: str = "") -> str:
    """The line to copy into a text of one's own: the words in quotation marks, then their source in brackets.

    Where they are found on the web follows it.

    Args:
        words: as they are quoted.
        source: the document, whose publisher comes first.
        title: of the document.
        place: where in it, as `place_in_words` gives it.
        note: what is told of the words, as `noted` gives it.
    """
    named = "; ".join(filter(None, (reference(source, title, place), note)))
    return f"“{words}” ({named})"
