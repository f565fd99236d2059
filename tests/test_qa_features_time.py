"""Time features: documents and passages of the time asked about stand out, and come in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from tests.features_shown import feature

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    text = "The rain fell on the roof"
    return snapshot_of(
        [
            {"id": "then", "title": "Paper", "text": f"{text}.", "published": "2015-06-02"},
            {"id": "head", "title": "A survey of 2015", "text": f"{text} of slate.", "published": "2020-01-01"},
            {"id": "names", "title": "Paper", "text": f"{text} in 2015.", "published": "2021-01-01"},
            {"id": "other", "title": "Paper", "text": f"{text} in 2012 or 2013.", "published": "2022-01-01"},
            {"id": "number", "title": "Paper", "text": f"{text} 1234 times, 20155 in all.", "published": "2023-01-01"},
        ]
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("published_then", {"then"}),
        ("head_names_year", {"head", "names"}),
        ("passage_names_year", {"names"}),
        ("passage_names_other_year", {"other"}),
        ("of_another_time", {"other", "number"}),
    ],
)
def test_each_is_of_the_time_in_its_own_way(papers: Snapshot, name: str, expected: set[str]) -> None:
    values = feature(papers, "Did rain fall on the roof in 2015?", name)
    assert {document for document, value in values.items() if value} == expected
    assert not any(feature(papers, "Did rain fall on the roof?", name).values())


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    places = ("Thornby", "Old Haven", "East Wendham", "Marlow Vale")
    years = (2012, 2016, 2019, 2022)
    return snapshot_of(
        {
            "id": f"{place} {year}",
            "title": f"Report on {place} {year}",
            "text": f"Overall effectiveness\n{'Good' if year < 2019 else 'Inadequate'}",
            "published": f"{year}-06-02",
        }
        for place in places
        for year in years
    )


@pytest.mark.parametrize(
    ("order", "nearness"),
    [
        ("latest", (1 / 4, 1 / 3, 1 / 2, 1.0)),
        ("first", (1.0, 1 / 2, 1 / 3, 1 / 4)),
        ("previous", (1 / 3, 1 / 2, 1.0, 1 / 2)),
    ],
)
def test_documents_are_the_nearer_the_less_there_is_between_them_and_the_one_meant(
    reports: Snapshot, order: str, nearness: tuple[float, ...]
) -> None:
    values = feature(reports, f"What did the {order} report on Thornby say?", "in_order")
    found = [values[f"Thornby {year}"] for year in (2012, 2016, 2019, 2022)]
    assert found == pytest.approx(nearness)
    assert not any(value for name, value in values.items() if not name.startswith("Thornby"))
    assert not any(feature(reports, "What did the report on Thornby say?", "in_order").values())


def test_of_a_rating_only_those_count_that_give_it(reports: Snapshot) -> None:
    for name in ("in_order", "in_order_covering"):
        values = feature(reports, "When was Thornby last rated good?", name)
        assert values["Thornby 2016"] == 1.0 and values["Thornby 2012"] == 0.5
        assert values["Thornby 2019"] == values["Thornby 2022"] == 0.0


def test_the_newest_of_the_documents_meant_is_marked_where_no_time_and_no_order_is_asked_for(
    reports: Snapshot,
) -> None:
    values = feature(reports, "How is Thornby rated?", "newest")
    assert {name for name, value in values.items() if value} == {"Thornby 2022"}
    for question in ("How was Thornby rated in 2016?", "How was Thornby first rated?", "How is it rated?"):
        assert not any(feature(reports, question, "newest").values())


@pytest.mark.parametrize(
    ("days", "marked"),
    [
        (("2022-06-02", "2022-06-02"), set()),
        (("", ""), set()),
        (("2021-06-02", "2022-06-02", "2022-06-02"), {"1", "2"}),
        (("", "2022-06-02"), {"1"}),
    ],
)
def test_of_copies_of_one_day_none_is_newer(snapshot_of: Made, days: tuple[str, ...], marked: set[str]) -> None:
    others = ({"id": f"Wick {place}", "title": f"Report on Wick {place}", "text": "Good."} for place in range(3))
    papers = [
        {"id": str(place), "title": "Report on Thornby", "text": f"Pools are good, {place}.", "published": day}
        for place, day in enumerate(days)
    ]
    values = feature(snapshot_of([*papers, *others]), "How good are pools in Thornby?", "newest")
    assert {name for name, value in values.items() if value} == marked
