"""Documents are of a time, or said not to be."""

from __future__ import annotations

import pytest

from index.snapshot import Snapshot
from tests.query_corpora import read


@pytest.mark.parametrize(
    ("question", "covered"),
    [
        ("How was Sutton rated in 2017?", [True]),
        ("How was Sutton rated in 2016?", [False]),
        ("How was Sutton rated last year?", [False]),
        ("How was Sutton rated before 2017?", [False]),
        ("How was Sutton rated before 2018?", [True]),
        ("How was Sutton rated since 2020?", [True]),
        ("How was Sutton rated since 2023?", [False]),
        ("How was Sutton rated in May 2017?", [True]),
        ("How was Sutton rated in November 2017?", [None]),
        ("How was Sutton rated on 13 March 2019?", [None]),
        ("How was Sutton rated on 13 March 2018?", [False]),
        ("How did Sutton change between 2016 and 2018?", [None, None]),
        ("How did Sutton change between 2017 and 2022?", [True, True]),
        ("How did Sutton change between 2012 and 2015?", [False, False]),
        ("How was anyone rated in 1999?", [False]),
        ("What happened in 2019/20?", [True]),
    ],
)
def test_a_time_is_said_to_be_missing_only_where_no_document_is_of_its_year(
    reports: Snapshot, question: str, covered: list[bool | None]
) -> None:
    assert [each.covered for each in read(question, reports).interpretation.periods] == covered
