"""Interactions hold for questions that name documents of a series, by the kind of answer that they want."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.features.interactions import INTERACTIONS, interactions_of
from qa.passages.asked import Asked
from qa.query import understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def series(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {"title": f"Report on {place} {year}", "text": "Overall effectiveness: Good", "published": f"{year}-06-02"}
        for place in ("Thornby", "Old Haven", "East Wendham", "Marlow Vale")
        for year in (2012, 2016, 2019)
    )


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("How was Thornby rated?", ("series", "series_rating")),
        ("What are the things to mend in Thornby?", ("series", "series_list")),
        ("When was Thornby rated good?", ("series",)),
        ("When was Thornby visited?", ("series",)),
        ("Why is it wet in Thornby?", ("series",)),
        ("How was it rated?", ()),
        ("When was it rated good?", ()),
    ],
)
def test_the_interactions_of_a_question(series: Snapshot, question: str, names: tuple[str, ...]) -> None:
    assert interactions_of(Asked(series, understand(question, series, today=date(2026, 11, 24)))) == names


def test_none_holds_where_documents_are_no_series(snapshot_of: Made) -> None:
    papers = snapshot_of({"title": title, "text": "Good."} for title in ("Roof of Thornby", "Mill", "Bridge", "Wall"))
    asked = Asked(papers, understand("How was the roof of Thornby rated?", papers, today=date(2026, 11, 24)))
    assert asked.query.documents and interactions_of(asked) == ()
    assert len({interaction.name for interaction in INTERACTIONS}) == len(INTERACTIONS)
