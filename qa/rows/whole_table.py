"""Whole tables: a table of which a passage has only some rows, as its document has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.document import Part, Passage
from corpus.items import rows_at
from corpus.language.kinds import Span
from qa.passages.asked import Asked
from qa.tables.named_rows import header_of

_MOST_ROWS: Final = 200
"""A longer table is looked at only as far as its passage has it."""


def whole_table(asked: Asked, passage: Passage, row: Span) -> Passage:
    """The table of which a row is, as a passage of its own; the passage itself where that has all of it.

    Args:
        asked: the question, by which the document is kept.
        passage: with the row.
        row: where it stands in the passage's text.
    """
    if not _may_go_on(passage, row):
        return passage
    document = asked.document(passage.document_id)
    rows = rows_at(document, passage.start + row[0]) if document else ()
    if document is None or not rows or len(rows) > _MOST_ROWS or _has_all(passage, rows):
        return passage
    start, end = rows[0][0], rows[-1][1]
    parts = tuple(Part(first - start, last - start, "table_row") for first, last in rows)
    text, header = document.text[start:end], header_of(passage, row)
    return replace(passage, start=start, end=end, text=text, context=header, parts=parts)


def _may_go_on(passage: Passage, row: Span) -> bool:
    """Whether the rows around one reach to the beginning or the end of a passage."""
    parts = passage.parts
    place = next((place for place, part in enumerate(parts) if part.start <= row[0] < part.end), None)
    if place is None or parts[place].kind != "table_row":
        return False
    before = all(part.kind == "table_row" for part in parts[:place])
    return before or all(part.kind == "table_row" for part in parts[place:])


def _has_all(passage: Passage, rows: tuple[Span, ...]) -> bool:
    return passage.start <= rows[0][0] and rows[-1][1] <= passage.end
