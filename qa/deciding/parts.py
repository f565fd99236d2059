"""Parts: the items of the list or rows of the table that answers, or the names of a cell's row and column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from corpus.document import Document, Passage
from corpus.items import ItemList, rows_at
from corpus.language.kinds import Span
from corpus.language.rows import is_row
from qa.answer import AnswerPart, Citation, PartsCount, Quote, Sentence
from qa.passages.asked import Asked
from qa.passages.given_list import given_list
from qa.query.intent import first_items
from qa.rows.matching import matching_in_passage, matching_rows
from qa.tables.cells import cell_names
from qa.tables.named_rows import column_names, header_of

MOST_ITEMS: Final = 40
"""Of a longer list so many items are given."""

CitedAt = Callable[[int, int], Citation]
"""Makes the citation of words by their half-open offsets in their document."""


def with_parts(asked: Asked, quote: Quote, passage: Passage, cited: CitedAt, confidence: float) -> Quote:
    """A quote with its parts: all items of the list of which it has several, or that it leads into or asks for.

    Of a list that is cut in two by passages or pages these are more than the quote holds, and so are the rows of a
    table. Where the first items alone are asked for, these are quoted. A cell alone is named by its row and column.

    Args:
        asked: the question.
        quote: the words that answer.
        passage: in which they stand.
        cited: cites words of its document.
        confidence: that the words are right.
    """

    def part(label: str, start: int, end: int) -> AnswerPart:
        said = (
            passage.text[start - passage.start : end - passage.start] if document is None else document.text[start:end]
        )
        return AnswerPart(said, label, quote.document_id, start, end, cited(start, end), confidence)

    document = asked.document(quote.document_id)
    row = quote.sentence.start - passage.start, quote.sentence.end - passage.start
    if label := cell_names(passage, row, (quote.start - passage.start, quote.end - passage.start)):
        return replace(quote, parts=(part(label, quote.start, quote.end),))
    found = None
    if document:
        found = (
            _matching(asked, passage, row, document)
            or _table_of(passage, quote, document)
            or given_list(asked, document, (quote.start, quote.end), has_value=quote.value is not None)
        )
    if found is None:
        return quote
    first = first_items(asked.query.question)
    given = found.items[: min(first or MOST_ITEMS, MOST_ITEMS)]
    if first and document and passage.start <= given[0][0] and given[-1][1] <= passage.end:
        quote = _of_items(quote, document, given)
    return replace(
        quote,
        completeness="whole" if len(given) == len(found.items) else "part",
        parts=tuple(part(found.lead, *item) for item in given),
        counted=PartsCount(len(given), len(found.items)),
    )


def _of_items(quote: Quote, document: Document, items: Sequence[Span]) -> Quote:
    """A quote by some items of its list, one after the other, in place of its words."""
    start, end = items[0][0], items[-1][1]
    text = document.text[start:end]
    return replace(quote, quote=text, start=start, end=end, sentence=Sentence(text, start, end), value=None)


def _matching(asked: Asked, passage: Passage, row: Span, document: Document) -> ItemList | None:
    """The rows of the table that a question asks for by their cells, of which one is quoted; None for one alone."""
    if not matching_in_passage(asked, passage, row):
        return None
    names = column_names(header_of(passage, row))
    under = f"{passage.heading}\n{passage.context}"
    found = matching_rows(asked, document.text, names, rows_at(document, passage.start + row[0]), under)
    return ItemList(", ".join(filter(None, names)), tuple(found)) if found and len(found) > 1 else None


def _table_of(passage: Passage, quote: Quote, document: Document) -> ItemList | None:
    """The rows of the table of which a quote gives several; None where it gives all, or is of no table."""
    first = quote.quote.find("\n") + 1
    rows = rows_at(document, quote.start + first) if first and is_row(quote.quote[:first].strip()) else ()
    given = [row for row in rows if quote.start <= row[0] and row[1] <= quote.end]
    if not 1 < len(given) < len(rows):
        return None
    row = given[-1][0] - passage.start, given[-1][1] - passage.start
    return ItemList(", ".join(filter(None, column_names(header_of(passage, row)))), rows)
