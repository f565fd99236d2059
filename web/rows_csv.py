"""The rows of an answer as comma-separated values, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from qa.across.rows import Row

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows_csv(rows: Iterable[Row], base: str) -> str:
    """Rows with a line of names above them; nothing in them is taken for a formula.

    Args:
        rows: of an answer.
        base: the address of the service, to which links are added.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        told = row.evidence
        quote = " ".join(told.quote.split())
        days = (day.isoformat() if day else "" for day in (row.first, row.last))
        place = (told.title, told.document_id, told.start, told.end, f"{base.rstrip('/')}{told.link}")
        writer.writerow(map(_plain, (row.subject, row.what, row.value, *days, row.note, row.documents, quote, *place)))
    return out.getvalue()


def _plain(value: object) -> object:
    """A value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
