"""Mentioned: words beside a quotation name documents by titles, names and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.citing.mentioned import each_mentioned

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

PAPERS = [
    {
        "id": "wick",
        "title": "Dues at Wick Harbour",
        "text": "Boats pay £9 a night at Wick. The office is at Wick Quay.",
    },
    {"id": "amber", "title": "Guide to Amber Harbour", "text": "The master is Bo Hale. Boats come to Amber by day."},
    {
        "id": "both",
        "title": "Amber Harbour and its neighbours",
        "text": "Of Amber. There are six pilots. Others are at Wick.",
    },
    {"id": "tides", "title": "Tide times", "text": "High tide is at noon. The master writes them down."},
    {
        "id": "upper",
        "title": "Minutes of the Upper School Board",
        "text": "The Upper School Board met. A roof is £5,000.",
    },
    {
        "id": "lower",
        "title": "Minutes of the Lower School Board",
        "text": "The Lower School Board met with the Upper one.",
    },
    {"id": "hartley", "title": "Hartley Depot", "text": "The depot has 42 buses, and Stoke Depot some."},
    {"id": "stoke", "title": "Stoke Depot", "text": "The canteen opens at five."},
    {"id": "budget", "title": "Wick Town Council: budget", "text": "The precept is £8."},
    {"id": "hall", "title": "Hire of the Jubilee Hall", "text": "The Jubilee Hall costs £16, as the Jubilee Hall did."},
    {"id": "pools", "title": "Pools", "text": "The pool is warm, and it opens at six."},
]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (["Amber Harbour says"], [{"amber", "both"}]),
        (["Stoke Depot has", "and"], [{"stoke"}, {"stoke"}]),
        (["and", "as Hartley Depot says"], [{"hartley"}, {"hartley"}]),
        (["Stoke Depot has", "and it is often said that"], [{"stoke"}, set()]),
        (["The harbour has", "It is said that"], [set(), set()]),
        (["Stoke Depot, unlike Hartley Depot, has"], [{"stoke", "hartley"}]),
        ([""], [set()]),
    ],
)
def test_the_documents_that_somebodys_own_words_name_are_told(
    snapshot_of: Made, told: list[str], named: list[set[str]]
) -> None:
    snapshot = snapshot_of(PAPERS)
    found = each_mentioned(snapshot, told)
    snapshot.close()
    assert [set(one) for one in found] == named
