"""What a document is called, whose it is, and of which day: what its file states, and what its own lines say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from corpus.document import Block, DatedBasis
from corpus.metadata.dating import TRUST, changed_in, dated_in
from corpus.metadata.days import file_name_day
from corpus.metadata.given import Given
from corpus.metadata.opening import Opening, opening_of
from corpus.metadata.owner import owner_in
from corpus.metadata.publication import letterhead_in, published_in, publisher_in
from corpus.metadata.shape import is_called_inspection, is_inspector
from corpus.metadata.titles import choose_title
from corpus.metadata.wholes import leading_headings

_TITLE_BLOCKS = 40


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document says of itself; see `corpus.document.Document`."""

    title: str
    source: str | None
    published: date | None
    dated: date | None
    dated_basis: DatedBasis | None


def describe(file_id: str, text: str, blocks: Sequence[Block], given: Given) -> Stated:
    """Say what a document is called, whose it is, and of which day.

    Whoever heads the report of an inspection was inspected, and did not write it, unless it is who inspects others.
    What was changed after it was published is of the day of its last change.

    Args:
        file_id: its id.
        text: the whole text.
        blocks: of the text.
        given: what its file states beside the text.
    """
    opening = opening_of(text, blocks)
    body = islice((block for block in blocks if block.kind != "furniture"), _TITLE_BLOCKS)
    first = [line for block in body for line in text[block.start : block.end].split("\n")]
    headings = (text[block.start : block.end] for block in blocks if block.kind == "heading")
    leading = leading_headings(text, blocks)
    title = choose_title(given.titles, first, headings, opening.furniture, file_id, leading)
    published = given.published or published_in(opening)
    days: dict[DatedBasis, date] = {"published": published} if published else {}
    if given.dated and given.dated_basis:
        days[given.dated_basis] = given.dated
    for basis, day in dated_in(opening, title):
        days.setdefault(basis, day)
    if named := file_name_day(file_id):
        days.setdefault("file name", named)
    trusted = next((basis for basis in TRUST if basis in days), None)
    changed = changed_in(opening) if trusted == "published" else None
    if changed and changed > days["published"]:
        trusted, days["stated"] = "stated", changed
    is_of_inspection = "inspection" in days or is_called_inspection(title)
    headed = _inspector(opening) if is_of_inspection else _owner(opening, first, given, title)
    return Stated(
        title=title,
        source=given.source or publisher_in(opening) or headed,
        published=published,
        dated=days[trusted] if trusted else None,
        dated_basis=trusted,
    )


def _inspector(opening: Opening) -> str | None:
    """Who heads a report of an inspection as they inspect others."""
    return next(filter(is_inspector, (*opening.lines[:1], *(parts[0] for parts in opening.imprint[:1]))), None)


def _owner(opening: Opening, lines: Sequence[str], given: Given, title: str) -> str | None:
    """Whose paper its letterhead or one of its first lines says that it is, where it is not called by that alone."""
    page_titles = [text for text in given.titles if isinstance(text, str)]
    owner = letterhead_in(opening.lines, page_titles, title) or owner_in([line for line in lines if line.strip()])
    return owner if owner != title else None
