"""The catalogue knows what documents are called, of which time they are, and which words are names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from index.catalogue import Capitals, Catalogue, read_proper_nouns, write_proper_nouns
from index.snapshot import Snapshot
from tests.builds import document_meta

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def catalogue(*titles: str, source: str = "", proper: Iterable[str] = ()) -> Catalogue:
    return Catalogue(
        [document_meta(place, title, source) for place, title in enumerate(titles)], dict.fromkeys(proper, 1)
    )


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
        ("at Thornby; write to hello@thornby.example or see www.thornby.example", {"Thornby"}),
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
    assert catalogue(*titles, source="Thornby Council").documents_named(words.split()) == expected


def test_publishers_call_documents_too_and_what_calls_most_tells_nothing() -> None:
    found = catalogue("Plan", "Notes", "Plan for Thornby", source="Marlow Council")
    assert found.documents_named(["marlow"]) == [0, 1, 2] and found.is_common(3) and not found.is_common(1)
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


def test_proper_nouns_are_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    proper = {"Zürich": 3, "NHS": 1}
    write_proper_nouns(tmp_path / "proper_nouns.json", proper)
    assert read_proper_nouns(tmp_path / "proper_nouns.json") == proper
    assert "Zürich" in (tmp_path / "proper_nouns.json").read_text(encoding="utf-8"), "people can read it"
    metadata = [document_meta(0, "Zürich’s “plan”", "Marlow & Vale", (2017, 2019), 737_000), document_meta(1)]
    found = Catalogue(metadata, proper)
    assert found.documents_named(["marlow", "and", "vale"]) == [0]
    assert found.proper_nouns == {"zurich": ("Zürich", 3), "nhs": ("NHS", 1)}


def test_a_snapshot_holds_the_catalogue_of_its_documents(snapshot_of: Made) -> None:
    snapshot = snapshot_of(
        [
            {
                "title": "Report on Thornby",
                "text": "The council of Thornby met. It was in June.",
                "published": "2019-06-02",
                "source": "Marlow Press",
            },
            {"text": "Nobody spoke of Thornby.\n\nLast updated: 5 May 2020"},
        ]
    )
    found = snapshot.catalogue
    assert [meta.title for meta in snapshot.metadata] == ["Report on Thornby", "Nobody spoke of Thornby."]
    assert [date.fromordinal(day) for day in (meta.day for meta in snapshot.metadata)] == [
        date(2019, 6, 2),
        date(2020, 5, 5),
    ]
    assert found.newest == date(2020, 5, 5)
    assert "thornby" in found.proper_nouns and "nobody" not in found.proper_nouns


def test_the_catalogue_of_no_documents_answers_everything_with_nothing(snapshot_of: Made) -> None:
    found = snapshot_of([]).catalogue
    assert found.newest is None
    assert (found.documents_named(["a"]), found.names, found.proper_nouns, found.is_series) == (
        [],
        {},
        {},
        False,
    )
