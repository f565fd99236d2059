"""An answer over many documents as a table, as the results page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from corpus.document import Document
from corpus.language.wording import days_in_words
from qa.across.rows import Row
from qa.answer import Answer
from qa.citing.citation import flattened
from qa.citing.pack import choose
from qa.wording import count_in_words, row_time_in_words, table_notes
from web.views.citing import Cite, cite_span

_FULLY_CITED_ROWS: Final = 3
PAGE_ROWS: Final = 15
"""So many rows stand on a page at most, so that it stays light; the download has all of them."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table.

    Attributes:
        subject: whom it is of.
        what: what was judged, or what kind of visit it was.
        value: the grade; "" for none.
        when: the time in words, with what else is to be known, unless a row above it of the same time says so.
        name: what tells it from the other rows: of whom, what and when it is.
        quote: the words that state it, with semicolons between the cells of a row.
        title: of their document.
        link: where it is shown with the words marked.
        chosen: what names the words in an evidence pack.
        cite: how to cite them; None where the document cannot be read.
    """

    subject: str
    what: str
    value: str
    when: str
    name: str
    quote: str
    title: str
    link: str
    chosen: str
    cite: Cite | None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table that answers.

    Attributes:
        count: how many things it counts, in words.
        value: of a table of one row what the question asks for, in words, and what that is; None of a longer one.
        asked: how the question was read.
        rows: one a thing; of a long table those of one page.
        graded: whether any row has a grade.
        is_of_whom_asked: whether all rows are of the one whom the way it was read names.
        is_of_one: whether all rows are of the same thing, which the way it was read tells.
        notes: what else is to be known, a sentence each.
        csv: where it can be downloaded.
        is_fully_cited: whether the page has few rows, so that reference and quotation can be copied by themselves, too.
        first, count_of_rows: which row the page begins with, from 1, of how many.
        page, pages: which page of how many this is.
    """

    count: str
    value: tuple[str, str] | None
    asked: str
    rows: tuple[ShownRow, ...]
    graded: bool
    is_of_whom_asked: bool
    is_of_one: bool
    notes: tuple[str, ...]
    csv: str
    is_fully_cited: bool
    first: int
    count_of_rows: int
    page: int
    pages: int


def show_table(
    answer: Answer, address: str, library: Callable[[str], Document | None], page: int = 1
) -> ShownTable | None:
    """One page of the table of an answer; None where it has none.

    Args:
        answer: to a question.
        address: of the page that shows it.
        library: what gives a document by its id.
        page: from 1; the last one where there are fewer.
    """
    if answer.table is None:
        return None
    rows = answer.rows
    pages = max(-(-len(rows) // PAGE_ROWS), 1)
    page = min(page, pages)
    first = (page - 1) * PAGE_ROWS
    listed = rows[first : first + PAGE_ROWS]
    notes = [(row.subject, row.first, row.last, row.note) for row in listed]
    shown = tuple(
        _show_row(
            row, library(row.evidence.document_id), is_noted=not row.first or notes.index(notes[position]) == position
        )
        for position, row in enumerate(listed)
    )
    is_of_whom_asked = len({row.subject for row in rows}) == 1 and rows[0].subject in answer.table.asked
    return ShownTable(
        count_in_words(answer.table),
        _value(answer, count_in_words(answer.table), is_of_whom_asked),
        answer.table.asked,
        shown,
        any(row.value for row in rows),
        is_of_whom_asked,
        len({row.what for row in rows}) == 1,
        table_notes(answer.table, len(rows)),
        f"/ask.csv?{address.partition('?')[2]}",
        len(rows) <= _FULLY_CITED_ROWS,
        first + 1,
        len(rows),
        page,
        pages,
    )


def _value(answer: Answer, counted: str, is_of_whom_asked: bool) -> tuple[str, str] | None:
    """What is asked for of the only row: whom it is of, or of whom that is asked, its day or its grade."""
    if len(answer.rows) != 1 or not answer.table or answer.table.earlier:
        return None
    (row,) = answer.rows
    if not is_of_whom_asked:
        return (counted, row.subject) if answer.table.count == 1 and row.subject else None
    asked = answer.interpretation.answer_type if answer.interpretation else ""
    if asked == "date" and row.first:
        return ("Date", days_in_words(row.first, row.last))
    return ("Rating", row.value) if asked == "rating" and row.value else None


def _show_row(row: Row, document: Document | None, *, is_noted: bool) -> ShownRow:
    told, time = row.evidence, days_in_words(row.first, row.last) if row.first else ""
    return ShownRow(
        row.subject,
        row.what,
        row.value,
        row_time_in_words(row) if is_noted else time,
        ", ".join(part for part in (row.subject, row.what, time) if part),
        flattened(told.quote),
        told.title,
        told.link,
        str(choose(told.document_id, told.start, told.quote)),
        cite_span(document, told.start, told.end) if document else None,
    )
