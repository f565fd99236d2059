"""Judgements are found where documents state them, and nowhere else."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.files import SourceFile
from corpus.judgements.finding import judgements_of
from corpus.judgements.judgement import Judgement
from corpus.labels import labelled, shipped_labels
from corpus.reading import read_file

Fact = tuple[str, str, str, str]


def read(text: str, name: str = "paper.md") -> Document:
    (document,) = read_file(SourceFile(Path(name), name), text.encode()).documents
    return labelled(document, shipped_labels())


def found(text: str, name: str = "paper.md") -> list[Judgement]:
    return list(judgements_of(read(text, name)))


def days(judgement: Judgement) -> str:
    """The time of a judgement, such as "2022-07" or "2022-07-18/2022-07-29"; "" for none."""
    if not judgement.day:
        return ""
    first, last = (date.fromordinal(day).isoformat() for day in (judgement.day, judgement.until))
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    return (
        first if first == last else first[:7] if first[:7] == last[:7] and first.endswith("-01") else f"{first}/{last}"
    )


def facts(text: str, name: str = "paper.md") -> list[Fact]:
    return [(each.subject, each.aspect, each.grade, days(each)) for each in found(text, name)]


NEWS = (
    "# News of Wendham's children's services\n\nPublished: 20 June 2023\n\nThis is about children's services.\n\n{}\n"
)

REPORT = """# Inspection of Wendham local authority children's services

Inspection dates: 6 to 10 February 2023

Lead inspector: Ada Moor

| Judgement | Grade |
|---|---|
| The impact of leaders on social work practice with children and families | Outstanding |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care and care leavers | Requires improvement to be good |
| Overall effectiveness | Good |

{}
"""


def test_a_report_gives_the_grades_of_its_grid_as_of_the_last_day_of_the_inspection() -> None:
    judgements = found(REPORT.format("Leaders know their services."))
    assert [(each.aspect, each.grade) for each in judgements] == [
        ("leaders", "outstanding"),
        ("help_and_protection", "good"),
        ("in_care_and_care_leavers", "requires_improvement"),
        ("overall", "good"),
    ]
    assert {(each.subject, each.scale, each.basis, each.standing, days(each)) for each in judgements} == {
        ("Wendham", "ofsted_childrens_services", "inspected", "given", "2023-02-10")
    }


def test_what_a_report_says_against_its_grid_is_not_what_it_gives() -> None:
    text = REPORT.format("Services for children in Wendham are inadequate.")
    assert [each.grade for each in found(text) if each.aspect == "overall"] == ["good"]


def test_a_school_is_judged_by_its_own_scale_and_named_as_it_is() -> None:
    text = (
        "# Inspection of a good school: Moor Lane Primary School\n\nInspection dates: 6 to 7 March 2024\n\n"
        "| | |\n|---|---|\n| Overall effectiveness | Good |\n| Quality of education | Outstanding |\n"
    )
    assert [(each.subject, each.scale, each.aspect, each.grade) for each in found(text)] == [
        ("Moor Lane Primary School", "ofsted_schools", "overall", "good"),
        ("Moor Lane Primary School", "ofsted_schools", "education", "outstanding"),
    ]


@pytest.mark.shared
def test_the_news_of_a_county_tell_its_ratings(shared_data: Path) -> None:
    told = set()
    for path in sorted((shared_data / "herefordshire" / "documents").iterdir()):
        told |= set(facts(path.read_text("utf-8"), path.name))
    overall = {(grade, time) for _, aspect, grade, time in told if aspect == "overall"}
    assert overall == {
        ("inadequate", "2012"),
        ("requires_improvement", "2018-07-23"),
        ("inadequate", "2022-07"),
        ("inadequate", "2022"),
        ("good", "2025-11-21"),
    }


@pytest.mark.shared
def test_grades_are_those_that_questions_about_real_reports_want(shared_data: Path) -> None:
    folder = shared_data / "ofsted"
    questions = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    wanted = {each["id"]: each["answers"] for each in questions if each["type"] == "overall"}
    spans = [json.loads(line) for line in (folder / "spans.jsonl").read_text("utf-8").splitlines()]
    corpus = folder / "corpus.jsonl"
    read_in = read_file(SourceFile(corpus, corpus.name), corpus.read_bytes())
    documents = {each.id: each for each in read_in.documents}
    right = [
        given(documents[span["doc_id"]]) == wanted[span["query_id"]][0].removesuffix(" to be good").replace(" ", "_")
        for span in spans
        if span["query_id"] in wanted
    ]
    assert len(right) >= 40 and all(right)


def given(document: Document) -> str:
    """The grade that a report gives overall."""
    judgements = judgements_of(labelled(document, shipped_labels()))
    (grade,) = {each.grade for each in judgements if each.aspect == "overall" and each.standing == "given"}
    return grade


HEAD = "{}\n\nLarkfield Lodge\nInspection report\nDate of inspection visit: 17 March 2026\n\nOverall rating: Good\n"


@pytest.mark.parametrize(
    "first",
    [
        "Care Quality Commission. Care home.",
        "Care Quality Commission\nCare home",
        "CQC | Care home",
        "CQC: Nursing home",
        "Care Quality Commission - Care home",
    ],
)
def test_who_inspects_and_what_is_not_whom_a_report_is_of(first: str) -> None:
    text = HEAD.format(first) + "\nIs the service safe? Good\nIs the service caring? Good\n"
    assert read(text, "paper.txt").title == "Larkfield Lodge"
    assert {each.subject for each in found(text, "paper.txt")} == {"Larkfield Lodge"}


def test_a_school_is_named_below_who_inspects_it() -> None:
    text = "Ofsted\n\nQuay Lane Primary School\nInspection report\nInspection dates: 9 June 2026\n\nOverall: Good\n"
    assert read(text, "paper.txt").title == "Quay Lane Primary School: Inspection report"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("The one before that, in 2021, rated it inadequate.", "2021"),
        ("The inspection before, in May 2019, judged the home to be inadequate.", "2019-05"),
        ("The one before that rated it inadequate.", ""),
        ("An earlier inspection rated it inadequate.", ""),
    ],
)
def test_the_inspection_before_is_of_its_own_time_or_of_none(before: str, told: str) -> None:
    text = HEAD.format("Care Quality Commission")
    text += f"\nThe home is small. At the last inspection, in August 2023, the home was rated good. {before}\n"
    assert ("inadequate", told) in {(each.grade, days(each)) for each in found(text, "paper.txt")}
