"""Titles, publishers and dates, taken only from what a document says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from corpus.document import Block, DatedBasis
from corpus.language.date_parts import WEEKDAY, first_day, last_day
from corpus.language.dates import find_times
from corpus.language.vocabulary import alternatives, load

_TITLE_MAX_CHARS = 200
_OPENING_LINES = 40
_OPENING_CHARS = 4000
_LONE_DATE_LINES = 12
_SENTENCE_CHARS = 300
_DATELINE_LINES = 5
_CLOSING_LINES = 8

_CLOCK = (
    r"\s*(?:,|at|T|-|–|\|)?\s*\d{1,2}(?:[:.]\d{2}){0,2}(?:[.,]\d+)?\s*(?:[ap]\.?m\.?|hrs)?\s*"
    r"(?:Z|BST|CES?T|[ECMP][SD]T|(?:GMT|UTC)?(?:[+-]\d{2}:?\d{2})?)"
)
_NO_RANGE = r"(?!\s*(?:to|until|and|or|-|–|—)\s*(?:\w+\s+)?\d)"
_LABEL_END = rf"(?:\s+on)?\s*[:–—-]?\s+(?:{WEEKDAY},?\s+)?"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line may give the day of publication: what stands before it, to its beginning, and what follows."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def _place(before: str, after: str = "") -> _Place:
    return _Place(re.compile(f"{before}$", re.I), re.compile(_NO_RANGE + after, re.I))


_LABELS = load("metadata")
_PUBLISHED_LABEL = (
    rf"^\W{{0,4}}(?:{alternatives(_LABELS['published']['first_words'])}\s+)?"
    rf"{alternatives(_LABELS['published']['labels'])}(?:\s+date)?{_LABEL_END}"
)
_PUBLISHED = _place(_PUBLISHED_LABEL)
_PUBLISHED_ALONE = _place(_PUBLISHED_LABEL, rf"(?:{_CLOCK})?\W{{0,3}}$")
_UPDATED = _place(
    rf"^\W{{0,4}}(?:{alternatives(_LABELS['updated']['first_words'])}\s+)?(?:last\s+)?"
    rf"{alternatives(_LABELS['updated']['labels'])}(?:\s+date)?{_LABEL_END}"
)
_LONE = _place(rf"^\W{{0,3}}(?:{WEEKDAY},?\s+)?", rf"(?:{_CLOCK})?\W{{0,3}}$")
_DATELINE = _place(rf"^(?:[A-Z][A-Za-z'’ .]{{1,30}}[,–—(-]\s*)?(?:{WEEKDAY},?\s+)?", r"\)?\s*[–—:-]\s+\S")
_TODAY = _place(rf"\b(?:today\s*[,(–—-]?\s*(?:on\s+)?(?:{WEEKDAY},?\s+)?|{WEEKDAY},?\s+)")
_VALUE = _place(
    rf"^\W{{0,3}}(?:(?=\d+[:.]\d){_CLOCK}(?:\s+on|,)?\s+)?(?:{WEEKDAY},?\s+)?",
    rf"(?:{_CLOCK})?(?:\s*\([^()]*\))?\W{{0,3}}$",
)
_PUBLISHER = re.compile(
    rf"^\W{{0,4}}{alternatives(_LABELS['publisher']['labels'])}\s*:\s*(?P<name>\S.{{0,199}})$", re.I
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a file states of itself beside its text: in properties, headers, front matter or linked data.

    Attributes:
        titles: what may be its title, the best first; anything but a text is passed over.
        source: its publisher.
        url: its address.
        published: what it calls its day of publication.
        dated: the day it is of, where the file names one that is no day of publication.
        dated_basis: what says so.
    """

    titles: tuple[object, ...] = ()
    source: str | None = None
    url: str | None = None
    published: date | None = None
    dated: date | None = None
    dated_basis: DatedBasis | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself; see `corpus.document.Document`."""

    title: str
    source: str | None
    published: date | None
    dated: date | None
    dated_basis: DatedBasis | None
    labels: tuple[tuple[str, str], ...] = ()


def describe(file_id: str, text: str, blocks: Sequence[Block], given: Given) -> Stated:
    """Say what a document is called, whose it is, and of which day.

    Args:
        file_id: its id.
        text: the whole text.
        blocks: of the text.
        given: what its file states beside the text.
    """
    lines = [text[block.start : block.end] for block in blocks]
    headings = (line for line, block in zip(lines, blocks, strict=True) if block.kind == "heading")
    own = read_stated([part for line in lines for part in line.split("\n")])
    published = given.published or own.published
    dated = given.dated or published
    basis: DatedBasis | None = given.dated_basis if given.dated else "published"
    return Stated(
        title=choose_title((*given.titles, *headings, *(line.split("\n", 1)[0] for line in lines[:1])), file_id),
        source=given.source or own.source,
        published=published,
        dated=dated,
        dated_basis=basis if dated else None,
    )


@dataclass(frozen=True, slots=True)
class OwnLines:
    """What a document's own lines say of it.

    Attributes:
        published: the day of publication, or None.
        source: the publisher, or None.
    """

    published: date | None
    source: str | None


def parse_date(value: object) -> date | None:
    """Read a date, day before month as in Britain.

    Args:
        value: a date, a datetime, a text such as "23rd July 2018", "23/07/2018", "2018-07-23T09:00:00Z" or "20180723",
            or a whole number of that last form.

    Returns:
        The day as written, or None unless day, month and year are all there.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int) and 10_000_000 <= value <= 99_999_999:
        value = str(value)
    if not isinstance(value, str) or not 6 <= len(text := " ".join(value.split())) <= 64:
        return None
    if re.fullmatch("[0-9]{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return _day_at(_VALUE, text)


def days_in(text: str) -> set[date]:
    """Every day, with month and year, that a text names; of a span of days the last."""
    return {last_day(time.last) for time in find_times(text) if time.has_year and time.precision == "day"}


def _day_at(place: _Place, line: str) -> date | None:
    """The first day, with month and year, that stands in a line where it should."""
    for time in find_times(line):
        is_day = time.has_year and time.precision == "day" and time.first == time.last
        if is_day and place.before.search(line, 0, time.start) and place.after.match(line, time.end):
            return first_day(time.first)
    return None


def read_stated(lines: Sequence[str]) -> OwnLines:
    """Read the publisher and the day of publication from a document's first lines, or its last.

    A labelled date ("Published: 23rd July 2018") counts before a line that is nothing but a date, a newspaper's
    dateline, a date that the first sentences call today or give a weekday, a labelled date that is one of the last
    lines, and a "Last updated" line, in this order. Other dates in sentences say nothing of when a document was
    published.

    Args:
        lines: the document's lines or blocks.

    Returns:
        What was found.
    """
    opening = list(_some(lines, _OPENING_LINES))
    closing = [line for line in _some(lines[: -_CLOSING_LINES - 1 : -1], _CLOSING_LINES) if line not in opening]
    found = next((match["name"].strip() for line in opening if (match := _PUBLISHER.match(line))), None)
    source = None if found and found.startswith(("http://", "https://")) else found
    for place, where in (
        (_PUBLISHED, opening),
        (_LONE, opening[:_LONE_DATE_LINES]),
        (_DATELINE, opening[:_DATELINE_LINES]),
        (_TODAY, [" ".join(opening)[:_SENTENCE_CHARS]]),
        (_PUBLISHED_ALONE, closing),
        (_UPDATED, opening),
    ):
        for line in where:
            if day := _day_at(place, line):
                return OwnLines(day, source)
    return OwnLines(None, source)


def _some(lines: Sequence[str], most: int) -> Iterator[str]:
    """The first lines that are not blank, with single spaces."""
    chars = count = 0
    for line in lines:
        if line := " ".join(line[:_OPENING_CHARS].replace(" | ", " ").split()):
            yield line
            chars += len(line)
            count += 1
        if count >= most or chars >= _OPENING_CHARS:
            return


def choose_title(candidates: Iterable[object], file_id: str) -> str:
    """The first candidate with a letter or digit, on one line and cut at 200 characters; else the file's name.

    Args:
        candidates: titles a document may have, the best first; anything but a text is passed over.
        file_id: the document's id, whose last part is made into a title when nothing else is there.

    Returns:
        A title, never empty.
    """
    for candidate in candidates:
        if isinstance(candidate, str) and any(char.isalnum() for char in candidate[:2000]):
            title = " ".join(_whole(candidate[:2000]).split())
            return title if len(title) <= _TITLE_MAX_CHARS else title[:_TITLE_MAX_CHARS].rsplit(" ", 1)[0] + " …"
    stem = PurePosixPath(file_id).stem.strip()
    return re.sub(r"[\s_]+", " ", stem).strip() or file_id


def clean_text(value: object) -> str | None:
    """A text on one line, or None when it is empty or no text at all."""
    return (" ".join(_whole(value).split()) or None) if isinstance(value, str) else None


def web_address(value: object) -> str | None:
    """An http or https address, or None when the value is not one."""
    text = clean_text(value)
    return text if text and re.fullmatch(r"https?://[^\s<>\"]{3,2000}", text) else None


def _whole(text: str) -> str:
    """The text with a replacement character for each half of a surrogate pair, which is no character."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
