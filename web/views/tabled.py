"""An answer over many documents as a table, as the results page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language.sentences import CELL_END
from qa.across.rows import Row
from qa.answer import Answer
from qa.wording import count_in_words, row_time_in_words, table_notes


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table.

    Attributes:
        subject: whom it is of.
        what: what was judged, or what kind of visit it was.
        value: the grade; "" for none.
        when: the time in words, with what else is to be known.
        quote: the words that state it, with dots between the cells of a row.
        title: of their document.
        link: where it is shown with the words marked.
    """

    subject: str
    what: str
    value: str
    when: str
    quote: str
    title: str
    link: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table that answers.

    Attributes:
        count: how many things it counts, in words.
        asked: how the question was read.
        rows: one a thing.
        graded: whether any row has a grade.
        is_of_one: whether all rows are of the same thing, which the way it was read tells.
        notes: what else is to be known, a sentence each.
        csv: where it can be downloaded.
    """

    count: str
    asked: str
    rows: tuple[ShownRow, ...]
    graded: bool
    is_of_one: bool
    notes: tuple[str, ...]
    csv: str


def show_table(answer: Answer, address: str) -> ShownTable | None:
    """The table of an answer; None where it has none.

    Args:
        answer: to a question.
        address: of the page that shows it.
    """
    if answer.table is None:
        return None
    rows = tuple(map(_show_row, answer.rows))
    return ShownTable(
        count_in_words(answer.table),
        answer.table.asked,
        rows,
        any(row.value for row in rows),
        len({row.what for row in rows}) == 1,
        table_notes(answer.table, len(rows)),
        f"/ask.csv?{address.partition('?')[2]}",
    )


def _show_row(row: Row) -> ShownRow:
    told = row.evidence
    quote = " ".join(told.quote.split()).replace(CELL_END, " · ")
    return ShownRow(row.subject, row.what, row.value, row_time_in_words(row), quote, told.title, told.link)
