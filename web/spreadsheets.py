"""Tables as comma-separated values that spreadsheets read as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

CSV: Final = "text/csv; charset=utf-8"
_FORMULA: Final = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]")


def as_spreadsheet(columns: Sequence[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table in UTF-8, with a byte order mark for spreadsheets.

    No cell is taken for a formula: one that begins like a formula gets an apostrophe in front.

    Args:
        columns: their names.
        rows: with a cell for each.
    """
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows([f"'{cell}" if _FORMULA.match(cell) else cell for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
