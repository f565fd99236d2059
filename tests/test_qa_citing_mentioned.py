"""Mentioned: words beside a quotation name documents by titles, names and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.citing.mentioned import each_mentioned
from tests.called_papers import PAPERS

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


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
