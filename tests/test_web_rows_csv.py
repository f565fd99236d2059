"""Rows are downloaded as CSV that a spreadsheet reads as text."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

from qa.across.rows import Row
from qa.judged.timeline import Evidence
from web.rows_csv import COLUMNS, rows_csv

TOLD = Evidence(
    "a/b.txt", "A report", None, None, "Overall | \n good", 3, 9, "/documents/a%2Fb.txt?start=3&end=9#cited", "given"
)
ROW = Row("Wendham", "Overall", "Good", date(2022, 7, 1), date(2022, 7, 31), "stated", "", 2, TOLD)


def read(*rows: Row) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(rows_csv(rows, "http://127.0.0.1:8000").decode("utf-8-sig"))))


def test_a_row_has_its_words_and_where_they_stand() -> None:
    (row,) = read(ROW)
    assert tuple(row) == COLUMNS
    assert (row["subject"], row["value"], row["first"], row["last"]) == ("Wendham", "Good", "2022-07-01", "2022-07-31")
    assert (row["quote"], row["documents"]) == ("Overall; good", "2")
    assert row["link"] == "http://127.0.0.1:8000/documents/a%2Fb.txt?start=3&end=9#cited"
    assert read(replace(ROW, first=None, last=None))[0]["first"] == ""


def test_nothing_in_it_is_a_formula() -> None:
    for sign in ("=", "+", "-", "@", "\t=", " =", "＝"):
        (row,) = read(replace(ROW, subject=f"{sign}1+1", note=f"{sign}1", evidence=replace(TOLD, title=f"{sign}1")))
        assert {row["subject"][0], row["note"][0], row["title"][0]} == {"'"}
