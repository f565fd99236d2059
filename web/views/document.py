"""The page of a whole document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.labels.table import YEAR
from corpus.structure import paragraph_at
from qa.answer import IndexInfo
from qa.citation import capitalised, days_in_words
from web.views.blocks import Group, Mark, Segment, group_blocks
from web.views.citing import Cite, cite, web_address
from web.views.frame import Frame, frame


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A whole document with the cited words marked.

    Attributes:
        heading: its title, as the document itself writes it where it does.
        source: its publisher.
        days: the day of its publication and the day that it is of, in words; "" where neither is known.
        labels: what the table of labels calls it, each with its name.
        url: its own address, when a browser may follow it.
        pages: how many it has.
        groups: its text.
        cite: how to cite the marked words.
    """

    frame: Frame
    heading: tuple[Segment, ...]
    source: str | None
    days: str
    labels: tuple[tuple[str, str], ...]
    url: str | None
    pages: int
    groups: tuple[Group, ...]
    cite: Cite | None


def show_document(document: Document, cited: tuple[int, int] | None, index: IndexInfo) -> DocumentPage:
    """A document's page.

    Args:
        document: the document.
        cited: the half-open span to mark, or None.
        index: what is being searched.
    """
    marks, citing = [], None
    if cited:
        start, end = cited
        marks.append(Mark(start, end, "cited"))
        words = document.text[start:end]
        sure = document.certainty_of(start, end)
        citing = cite(words, document, document.page_at(start), paragraph_at(document, start), sure)
    groups = list(group_blocks(document, 0, len(document.text), marks, page_starts=True))
    heading: tuple[Segment, ...] = (Segment(document.title),)
    if len(groups) > 1 and _is(document.title, groups[0]):
        first = groups.pop(0)
        heading = first.blocks[0].segments
        groups[0] = replace(groups[0], pages=first.pages + groups[0].pages)
    return DocumentPage(
        frame(document.title, index),
        heading,
        document.source,
        "; ".join(capitalised(days)) if (days := days_in_words(document)) else "",
        tuple((name.capitalize(), value) for name, value in document.labels if name != YEAR),
        web_address(document.url),
        len(document.pages),
        tuple(groups),
        citing,
    )


def _is(title: str, group: Group) -> bool:
    """Whether a group says nothing but the title."""
    said = "".join(part.text for block in group.blocks for part in block.segments)
    return said.casefold().split() == title.casefold().split()
