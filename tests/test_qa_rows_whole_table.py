"""Of a table that passages share all rows are known, as its document has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.query import understand
from qa.rows.whole_table import whole_table

ROWS = [
    f"| {year} | £{year - 1980}.50 | a price that was agreed by the council in {year} |" for year in range(1990, 2028)
]
TEXT = "Fares\n\n| Year | Fare | Note |\n|---|---|---|\n" + "\n".join(ROWS) + "\n\nThey are paid on the bus.\n"


@pytest.fixture
def snapshot(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    return snapshot_of(({"title": "Fares", "text": TEXT}, {"title": "Fees", "text": "Fees\n\nThe fee is £4."}))


def test_the_rows_of_other_passages_are_beside_those_of_one(snapshot: Snapshot) -> None:
    asked = Asked(snapshot, understand("What is the fare?", snapshot, today=date(2026, 11, 29)))
    meta = next(
        iter(snapshot.document_meta(index) for index in range(2) if snapshot.document_meta(index).title == "Fares")
    )
    passages = snapshot.passages_of(meta.id)
    assert len(passages) > 1, "the table is longer than a passage"
    passage = passages[1]
    row = next((part.start, part.end) for part in passage.parts if part.kind == "table_row")
    table = whole_table(asked, passage, row)
    assert len(table.parts) == len(ROWS)
    assert table.text.startswith("1990") and "2027" in table.text.split("\n")[-1]
    assert "Year" in table.context


def test_what_is_no_table_stays_as_it_is(snapshot: Snapshot) -> None:
    asked = Asked(snapshot, understand("What is the fee?", snapshot, today=date(2026, 11, 29)))
    meta = next(
        iter(snapshot.document_meta(index) for index in range(2) if snapshot.document_meta(index).title == "Fees")
    )
    (passage,) = snapshot.passages_of(meta.id)
    assert whole_table(asked, passage, (0, 4)) is passage
