"""An answer over many documents as a table, as the results page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from corpus.document import Document
from qa.across.rows import Row
from qa.answer import Answer
from qa.citing.citation import flattened
from qa.citing.pack import choose
from qa.wording import count_in_words, row_time_in_words, table_notes
from web.views.citing import Cite, cite_span

_TICKED_ROWS: Final = 20
_CITED_ROWS: Final = 3
PAGE_ROWS: Final = 25
"""So many rows stand on a page at most, so that it stays light; the download has all of them."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table.

    Attributes:
        subject: whom it is of.
        what: what was judged, or what kind of visit it was.
        value: the grade; "" for none.
        when: the time in words, with what else is to be known.
        quote: the words that state it, with semicolons between the cells of a row.
        title: of their document.
        link: where it is shown with the words marked.
        chosen: what names the words in an evidence pack; "" in a long table.
        cite: how to cite them; None in a table of more than a few rows.
    """

    subject: str
    what: str
    value: str
    when: str
    quote: str
    title: str
    link: str
    chosen: str = ""
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table that answers.

    Attributes:
        count: how many things it counts, in words.
        asked: how the question was read.
        rows: one a thing; of a long table those of one page.
        graded: whether any row has a grade.
        is_of_whom_asked: whether all rows are of the one whom the way it was read names.
        is_of_one: whether all rows are of the same thing, which the way it was read tells.
        notes: what else is to be known, a sentence each.
        csv: where it can be downloaded.
        first, count_of_rows: which row the page begins with, from 1, of how many.
        page, pages: which page of how many this is.
    """

    count: str
    asked: str
    rows: tuple[ShownRow, ...]
    graded: bool
    is_of_whom_asked: bool
    is_of_one: bool
    notes: tuple[str, ...]
    csv: str
    first: int = 1
    count_of_rows: int = 0
    page: int = 1
    pages: int = 1


def show_table(answer: Answer, address: str, library: Callable[[str], Document | None]) -> ShownTable | None:
    """The table of an answer; None where it has none.

    Args:
        answer: to a question.
        address: of the page that shows it.
        library: what gives a document by its id.
    """
    if answer.table is None:
        return None
    rows = tuple(map(_show_row, answer.rows))
    if len(rows) <= _TICKED_ROWS:
        rows = tuple(map(_with_tick, rows, answer.rows))
    if len(rows) <= _CITED_ROWS:
        documents = [library(row.evidence.document_id) for row in answer.rows]
        rows = tuple(map(_with_cite, rows, answer.rows, documents))
    return ShownTable(
        count_in_words(answer.table),
        answer.table.asked,
        rows,
        any(row.value for row in rows),
        len({row.subject for row in rows}) == 1 and rows[0].subject in answer.table.asked,
        len({row.what for row in rows}) == 1,
        table_notes(answer.table, len(rows)),
        f"/ask.csv?{address.partition('?')[2]}",
    )


def paged(table: ShownTable, page: int) -> ShownTable:
    """One page of a table, from 1; the last one where there are fewer."""
    pages = max(-(-len(table.rows) // PAGE_ROWS), 1)
    page = min(page, pages)
    first = (page - 1) * PAGE_ROWS
    rows = table.rows[first : first + PAGE_ROWS]
    return replace(table, rows=rows, first=first + 1, count_of_rows=len(table.rows), page=page, pages=pages)


def _show_row(row: Row) -> ShownRow:
    told = row.evidence
    quote = flattened(told.quote)
    return ShownRow(row.subject, row.what, row.value, row_time_in_words(row), quote, told.title, told.link)


def _with_tick(shown: ShownRow, row: Row) -> ShownRow:
    told = row.evidence
    return replace(shown, chosen=str(choose(told.document_id, told.start, told.quote)))


def _with_cite(shown: ShownRow, row: Row, document: Document | None) -> ShownRow:
    return replace(shown, cite=cite_span(document, row.evidence.start, row.evidence.end)) if document else shown
