"""The rows of an answer as comma-separated values, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.across.rows import Row
from qa.citing.citation import flattened
from web.spreadsheets import as_spreadsheet

COLUMNS = (
    "subject",
    "what",
    "value",
    "first",
    "last",
    "note",
    "documents",
    "quote",
    "title",
    "document_id",
    "start",
    "end",
    "link",
)


def rows_csv(rows: Iterable[Row], site: str) -> bytes:
    """The rows of an answer as a table for spreadsheets.

    Args:
        rows: of an answer.
        site: the address of the service, which goes before each link, without a stroke at its end.
    """
    return as_spreadsheet(COLUMNS, (tuple(_cells(row, site)) for row in rows))


def _cells(row: Row, site: str) -> Iterator[str]:
    told = row.evidence
    yield from (row.subject, row.what, row.value)
    yield from (day.isoformat() if day else "" for day in (row.first, row.last))
    yield from (row.note, str(row.documents), flattened(told.quote))
    yield from (told.title, told.document_id, str(told.start), str(told.end), site + told.link)
