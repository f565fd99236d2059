"""The catalogue knows what documents are called, of which time they are, and which words are names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Document
from index.catalogue import Capitals, Catalogue, Entry, entry, open_catalogue, write_catalogue
from index.snapshot import Snapshot

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def catalogue(*titles: str, source: str = "", proper: Iterable[str] = ()) -> Catalogue:
    return Catalogue([Entry(title, source, (), 0) for title in titles], dict.fromkeys(proper, 1))


@pytest.mark.parametrize(
    ("title", "text", "published", "years", "day"),
    [
        (
            "Inspection of Thornby",
            "Published 3 May 2018. Visited in 2017.",
            date(2018, 5, 3),
            (2017, 2018),
            date(2018, 5, 3),
        ),
        (
            "Inspection of Thornby 2016",
            "Visited from 4 to 8 July 2016 and 9 August 2016.",
            None,
            (2016,),
            date(2016, 8, 9),
        ),
        ("thornby_2021-08", "It was a short visit.", None, (2021,), None),
        ("Notes", "2000 books, £2017, 2,019 and 20195 and 2018.5 and 1800%", None, (2000,), None),
        ("Notes", "", None, (), None),
        ("Notes", "x" * 1500 + " in 2016", None, (), None),
    ],
)
def test_a_document_is_of_the_years_that_it_begins_with(
    title: str, text: str, published: date | None, years: tuple[int, ...], day: date | None
) -> None:
    document = Document("a.txt", title, text, "Thornby Council", None, published, "text/plain", "0" * 64, (), ())
    assert entry(document) == Entry(title, "Thornby Council", years, day.toordinal() if day else 0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The team at Thornby met. All of Thornby came.", {"Thornby"}),
        ("Thornby met.", set()),
        ("In Reading the reading was good; their reading improved.", set()),
        ("We saw Thornby’s mayor, and Thornby again.", {"Thornby"}),
        ("the NHS and the SEND plan", {"NHS", "SEND"}),
        ("at São Paulo, at Zürich", {"São", "Paulo", "Zürich"}),
        ("we met I and A", set()),
        ("", set()),
    ],
)
def test_names_are_the_words_that_have_a_capital_in_mid_sentence(text: str, names: set[str]) -> None:
    capitals = Capitals()
    capitals.count(text)
    assert set(capitals.proper()) == names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("somerset", [1, 2]),
        ("bath and north east somerset", [1]),
        ("north east", [1]),
        ("east north", []),
        ("bath somerset", []),
        ("st helens", [3]),
        ("helen", []),
        ("brighton and hove", [4]),
        ("hull", [5]),
        ("upon hull", [5]),
        ("focused visit", [0]),
        ("council thornby", []),
        ("", []),
    ],
)
def test_documents_are_called_by_words_one_after_the_other(words: str, expected: list[int]) -> None:
    titles = (
        "2021-08_focused_visit",
        "Bath and North East Somerset",
        "somerset",
        "SAINT HELENS",
        "Brighton & Hove’s plan",
        "Kingston-upon-Hull",
    )
    assert catalogue(*titles, source="Thornby Council").called(words.split()) == expected


def test_publishers_call_documents_too_and_what_calls_most_tells_nothing() -> None:
    found = catalogue("Plan", "Notes", "Plan for Thornby", source="Marlow Council")
    assert found.called(["marlow"]) == [0, 1, 2] and found.is_common(3) and not found.is_common(1)
    assert found.names == {"Notes": 1, "Thornby": 1}


@pytest.mark.parametrize(
    ("titles", "is_series"),
    [
        (
            [
                f"Inspection of {place} town council"
                for place in "Ash Birch Cedar Dale Elm Fen Gorse Holm Iver Jarrow".split()
            ],
            True,
        ),
        ([f"inspection_{number}" for number in range(12)], True),
        (["Inspection of Ash town council"] * 9, False),
        ("Ash Birch Cedar Dale Elm Fen Gorse Holm Iver Jarrow Kelp Larch".split(), False),
        ([""] * 12, False),
        ([], False),
    ],
)
def test_documents_of_one_mould_are_a_series(titles: list[str], is_series: bool) -> None:
    assert catalogue(*titles).is_series is is_series


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (
            ["Report on East Wendham", "Report on Marlow's Vale", "Report on St Helens"],
            {"East Wendham": 1, "Marlow Vale": 1, "St Helens": 1},
        ),
        (
            ["Cheshire West and Chester", "Brighton & Hove", "Isle of Man of"],
            {"Cheshire West and Chester": 1, "Brighton & Hove": 1, "Isle of Man": 1},
        ),
        (["Thornby 2017", "Thornby 2019", "Ash 2017", "Ash 2019", "2020"], {"Thornby": 2, "Ash": 2}),
        (["east wendham", "focused_visit"], {}),
        (["One Two Three Four Five Six Seven", "Ash"], {"Ash": 1}),
        ([], {}),
    ],
)
def test_names_are_taken_from_titles_as_they_are_written(titles: list[str], names: dict[str, int]) -> None:
    assert catalogue(*titles).names == names


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("somerset", 0, [("east", "")]),
        ("somerset", 1, [("", "")]),
        ("newcastle", 2, [("", "tyne")]),
        ("tyne", 2, [("newcastle", "")]),
        ("bristol", 3, [("city", "council")]),
        ("somerset", 3, []),
    ],
)
def test_a_name_inside_a_longer_one_is_told_from_the_name_alone(
    words: str, number: int, expected: list[tuple[str, str]]
) -> None:
    titles = (
        "Bath and North East Somerset report",
        "Somerset report",
        "Newcastle upon Tyne report",
        "City of Bristol Council report",
    )
    assert catalogue(*titles).neighbours(words.split(), number) == expected


def test_a_catalogue_is_the_same_after_writing_and_opening(tmp_path: Path) -> None:
    entries = [
        Entry("Zürich’s “plan”", "Marlow & Vale", (2017, 2019), date(2019, 5, 3).toordinal()),
        Entry("", "", (), 0),
    ]
    write_catalogue(tmp_path / "catalogue.json", entries, {"Zürich": 3, "NHS": 1})
    found = open_catalogue(tmp_path / "catalogue.json")
    assert (found.entries, found.day.tolist()) == (entries, [each.day for each in entries])
    assert found.proper == {"zurich": ("Zürich", 3), "nhs": ("NHS", 1)}


def test_a_snapshot_holds_the_catalogue_of_its_documents(snapshot_of: Made) -> None:
    found = snapshot_of(
        [
            {
                "title": "Report on Thornby",
                "text": "The council of Thornby met. It was in June.",
                "published": "2019-06-02",
                "source": "Marlow Press",
            },
            {"text": "Nobody spoke of Thornby on 5 May 2020."},
        ]
    ).catalogue
    assert [each.title for each in found.entries] == ["Report on Thornby", "Nobody spoke of Thornby on 5 May 2020."]
    assert [date.fromordinal(day) for day in found.day.tolist()] == [date(2019, 6, 2), date(2020, 5, 5)]
    assert "thornby" in found.proper and "nobody" not in found.proper


def test_the_catalogue_of_no_documents_answers_everything_with_nothing(snapshot_of: Made) -> None:
    found = snapshot_of([]).catalogue
    assert (found.called(["a"]), found.names, found.proper, found.is_series, found.day.tolist()) == (
        [],
        {},
        {},
        False,
        [],
    )
