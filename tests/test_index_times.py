"""Of which days passages speak is kept with a snapshot, and found again by any day that a date meets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.snapshot import Snapshot
from index.times import PassageTimes, find_times, read_times, write_times

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TIMES = PassageTimes(np.array([(0, 100, 110), (0, 300, 300), (2, 105, 105), (3, 200, 400)], dtype=np.int32))
PAPERS = (
    {"text": "The bridge was closed in July 2022 and opened on 5 May 2023.", "published": "2024-01-02"},
    {"text": "Last July the lane was wet.", "published": "2020-02-02"},
    {"text": "Last July the lane was dry."},
    {"text": "Section 47 says nothing of time. In 44 BC it was so."},
)


def day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


@pytest.mark.parametrize(
    ("first", "last", "rows"),
    [
        (100, 100, [0]),
        (110, 110, [0]),
        (111, 199, []),
        (105, 105, [0, 2]),
        (99, 101, [0]),
        (200, 250, [3]),
        (301, 500, [3]),
        (401, 500, []),
        (None, 104, [0]),
        (300, None, [0, 3]),
        (None, None, [0, 2, 3]),
    ],
)
def test_passages_speak_of_the_days_that_one_of_their_dates_meets(
    first: int | None, last: int | None, rows: list[int]
) -> None:
    found = TIMES.rows(day(first) if first else None, day(last) if last else None)
    assert found.tolist() == rows and found.dtype == np.int64


@pytest.mark.parametrize(
    ("first", "last", "rows"),
    [(100, 110, [0, 2]), (101, 110, [2]), (300, 300, [0]), (200, 400, [0, 3]), (200, 399, [0]), (401, 500, [])],
)
def test_passages_speak_of_a_date_within_some_days(first: int, last: int, rows: list[int]) -> None:
    found = TIMES.rows_within(day(first), day(last))
    assert found.tolist() == rows and found.dtype == np.int64


def test_times_come_back_as_they_were_written_and_are_not_known_of_an_older_snapshot(tmp_path: Path) -> None:
    assert read_times(tmp_path / "times.npy") is None
    write_times(tmp_path / "times.npy", TIMES)
    times = read_times(tmp_path / "times.npy")
    assert times is not None and times.told.tolist() == TIMES.told.tolist() and times.told.dtype == np.int32


def spoken(snapshot: Snapshot, first: date, last: date) -> list[str]:
    assert snapshot.times is not None
    return [passage.document_id for passage in snapshot.passages(snapshot.times.rows(first, last))]


def test_a_build_keeps_the_dates_of_texts_with_those_that_count_from_their_day(snapshot_of: Made) -> None:
    snapshot = snapshot_of(PAPERS)
    assert spoken(snapshot, date(2022, 7, 31), date(2022, 8, 1)) == ["000"]
    assert spoken(snapshot, date(2023, 5, 5), date(2023, 5, 5)) == ["000"]
    assert spoken(snapshot, date(2023, 5, 6), date(2023, 12, 31)) == []
    assert spoken(snapshot, date(2019, 7, 1), date(2019, 7, 1)) == ["001"]
    assert spoken(snapshot, date(1, 1, 1), date(9999, 12, 31)) == ["000", "001"]


def test_a_heading_and_what_leads_in_tell_the_time_of_what_stands_below_them(snapshot_of: Made) -> None:
    filler = " ".join(f"Bench {number} was painted green by hand and dried in the sun." for number in range(60))
    text = f"# Meetings\n\n## 4 March 2021\n\n{filler}\n\n## Later\n\n{filler}"
    snapshot = snapshot_of([{"text": text, "title": "Notes"}])
    assert snapshot.times is not None
    rows = snapshot.times.rows(date(2021, 3, 4), date(2021, 3, 4))
    headings = {passage.heading for passage in snapshot.passages(rows)}
    assert len(rows) > 1 and all("4 March 2021" in heading for heading in headings)
    assert len(rows) < snapshot.manifest.passages


def test_nothing_speaks_of_a_time_where_there_is_nothing(snapshot_of: Made) -> None:
    empty = snapshot_of([])
    assert find_times(empty.metadata, empty.document_store).told.shape == (0, 3)
    assert empty.times is not None and len(empty.times.rows(None, None)) == 0
