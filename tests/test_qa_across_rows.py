"""No table has more rows than may be sent, and it says how many are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from index.snapshot import Snapshot
from qa.across import tabulating
from qa.across.rows import MOST_ROWS, TableInfo
from qa.wording import count_in_words, row_time_in_words, table_notes
from tests.judged_papers import MARLOW_2018, WENDHAM
from tests.test_qa_across_tabulating import table

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_rows_beyond_the_most_are_counted_and_not_sent(snapshot_of: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabulating, "MOST_ROWS", 1)
    found = table(snapshot_of((*WENDHAM, MARLOW_2018)), "Which councils are good or outstanding?")
    assert (len(found.rows), found.info.count) == (1, 2)


def test_a_table_is_told_in_words(snapshot_of: Made) -> None:
    info = TableInfo("Reports", 1200, "reports", 1300, 1, "Some are old.")
    assert count_in_words(info) == "1,200 reports"
    looked = (
        "1,300 documents were searched. "
        "Nothing of this kind was found in 1 of them, so what they may say is not counted."
    )
    assert table_notes(info, 3) == ("Some are old.", looked)
    many = replace(info, silent=7, silent_titles=("Leaflet", "Minutes", "Menu"))
    assert table_notes(many, 3)[-1].endswith("is not counted: “Leaflet”, “Minutes”, “Menu”, 4 more.")
    assert table_notes(info, MOST_ROWS)[1] == "The first 500 rows are shown."
    (row,) = table(snapshot_of((*WENDHAM, MARLOW_2018)), "Which councils were outstanding in 2021?").rows
    assert row_time_in_words(row) == "16 March 2018, the last one known before that time"
