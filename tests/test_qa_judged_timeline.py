"""A timeline has each judgement once, with all who tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.address import citation_link
from qa.judged.timeline import MOST_EVIDENCE, Timeline, subjects, timeline

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

REPORT = {
    "title": "Inspection of Wendham local authority children's services",
    "text": "Inspection of Wendham local authority children's services\n\nInspection dates: 18 to 29 July 2022\n\n"
    "Overall effectiveness: inadequate\n\nAdoption performance: good\n",
}
NEWS = {
    "title": "Wendham's children's services",
    "published": "2022-10-14",
    "text": "Wendham's children's services were judged inadequate in July 2022. They had been judged good in 2018.",
}
TODAY = {
    "title": "Wendham's children's services today",
    "published": "2023-03-01",
    "text": "Wendham's children's services are still rated inadequate.",
}
UNDATED = {"title": "A leaflet", "text": "Children's services in Wendham were once judged inadequate."}
OTHER = {"title": "News", "published": "2021-05-01", "text": "Children's services in Norbury were judged good in 2020."}


def told(of: Timeline) -> list[tuple[str, str, str, int]]:
    return [(str(entry.first or ""), entry.aspect, entry.grade, entry.documents) for entry in of.entries]


def test_who_tell_of_the_same_judgement_are_merged_and_ordered_by_time(snapshot_of: Made) -> None:
    found = timeline(snapshot_of([TODAY, NEWS, REPORT, UNDATED, OTHER]), "Wendham")
    assert told(found) == [
        ("2018-01-01", "overall", "good", 1),
        ("2022-07-29", "overall", "inadequate", 4),
        ("2022-07-29", "adoption", "good", 1),
    ]
    inadequate = found.entries[1]
    assert (inadequate.basis, inadequate.grade_name, inadequate.aspect_name) == (
        "inspected",
        "Inadequate",
        "Overall effectiveness",
    )
    assert {entry.subject for entry in found.entries} == {"Wendham"}
    first = inadequate.evidence[0]
    assert (first.standing, first.quote) == ("given", "Overall effectiveness: inadequate")
    assert first.link == citation_link(first.document_id, first.start, first.end, first.quote)
    assert {each.standing for each in inadequate.evidence[1:]} == {"told"}


def test_a_grade_given_again_later_is_another_judgement(snapshot_of: Made) -> None:
    later = {**REPORT, "text": REPORT["text"].replace("18 to 29 July 2022", "3 to 14 March 2025")}
    assert told(timeline(snapshot_of([REPORT, later]), "Wendham"))[::2] == [
        ("2022-07-29", "overall", "inadequate", 1),
        ("2025-03-14", "overall", "inadequate", 1),
    ]


def test_what_holds_after_another_grade_is_no_older_one(snapshot_of: Made) -> None:
    better = {**TODAY, "published": "2021-01-01", "text": "Wendham's children's services are rated good."}
    assert told(timeline(snapshot_of([REPORT, NEWS, better]), "Wendham"))[0] == ("2018-01-01", "overall", "good", 2)
    after = {**better, "published": "2024-01-01"}
    assert ("2024-01-01", "overall", "good", 1) in told(timeline(snapshot_of([REPORT, NEWS, after]), "Wendham"))


def test_what_is_told_soon_after_another_inspection_is_of_that_one(snapshot_of: Made) -> None:
    text = REPORT["text"].replace("18 to 29 July 2022", "3 to 14 March 2025").partition("Adoption")[0]
    later = {**REPORT, "text": text}
    news = {"title": "News", "published": "2025-05-01", "text": "Wendham's children's services: adoption is good."}
    adoption = [each for each in told(timeline(snapshot_of([REPORT, later, news]), "Wendham")) if each[1] == "adoption"]
    assert adoption == [("2022-07-29", "adoption", "good", 1), ("2025-05-01", "adoption", "good", 1)]


def test_what_has_no_day_and_no_like_stands_last(snapshot_of: Made) -> None:
    undated = {**UNDATED, "text": "Children's services in Wendham were once judged outstanding."}
    assert told(timeline(snapshot_of([undated, REPORT]), "Wendham"))[-1] == ("", "overall", "outstanding", 1)


@pytest.mark.parametrize("asked", ["Wendham", "wendham", " Wendham ", "Wendham Council", "Wendham County Council"])
def test_a_council_is_known_by_its_name(snapshot_of: Made, asked: str) -> None:
    assert timeline(snapshot_of([REPORT, OTHER]), asked).subject == "Wendham"


def test_of_somebody_unknown_the_nearest_names_are_told(snapshot_of: Made) -> None:
    snapshot = snapshot_of([REPORT, OTHER])
    assert set(subjects(snapshot)) == {"Wendham", "Norbury"}
    assert timeline(snapshot, "Wendam") == Timeline("Wendam", (), ("Wendham",))
    assert timeline(snapshot, "Atlantis") == Timeline("Atlantis", (), ())


def test_many_documents_are_counted_and_some_are_quoted(snapshot_of: Made) -> None:
    (entry,) = timeline(snapshot_of([TODAY] * (MOST_EVIDENCE + 2)), "Wendham").entries
    assert (entry.documents, len(entry.evidence)) == (MOST_EVIDENCE + 2, MOST_EVIDENCE)


def test_visits_without_grades_stand_between_judgements(snapshot_of: Made) -> None:
    text = "Ofsted made its first monitoring visit to Wendham Council on 29 and 30 March 2023. Three monitoring visits"
    visit = {**TODAY, "published": "2024-12-01", "text": f"{text} took place between May 2023 and June 2024."}
    entries = timeline(snapshot_of([REPORT, visit]), "Wendham").entries
    assert [(entry.aspect_name, entry.grade, entry.number, entry.count) for entry in entries[2:]] == [
        ("Monitoring visit", "", 1, 1),
        ("Monitoring visit", "", None, 3),
    ]
    assert entries[2].evidence[0].quote.startswith("first monitoring visit to Wendham Council on 29")


def test_an_inspection_stands_alone_only_where_its_judgements_are_unknown(snapshot_of: Made) -> None:
    older = {
        **NEWS,
        "text": "The last inspection of Wendham Council was in May 2015. An inspection took place in July 2022.",
    }
    found = [entry for entry in timeline(snapshot_of([REPORT, older]), "Wendham").entries if not entry.grade]
    assert [(entry.aspect_name, str(entry.first)) for entry in found] == [("Inspection", "2015-05-01")]


def test_what_has_no_day_stands_last_with_the_day_that_it_is_after(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in July 2022. They are rated good."
    undated = {"title": "Wendham's children's services", "text": text}
    later = {**REPORT, "text": REPORT["text"].replace("18 to 29 July 2022", "3 to 14 March 2025")}
    entries = timeline(snapshot_of([undated, later]), "Wendham").entries
    assert (entries[0].grade, entries[0].after) == ("inadequate", None)
    assert [entry.first is None for entry in entries] == [False] * (len(entries) - 1) + [True]
    assert (entries[-1].grade, str(entries[-1].after)) == ("good", "2022-07-31")
