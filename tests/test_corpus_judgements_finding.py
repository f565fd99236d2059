"""Judgements are found where documents state them, and nowhere else."""

from __future__ import annotations

import json
import re
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


def test_the_quote_is_the_row_and_its_grade() -> None:
    document = read(REPORT.format(""))
    quotes = [document.text[each.start : each.end] for each in judgements_of(document)]
    assert re.fullmatch(r"Overall effectiveness\W+Good", quotes[-1])


def test_labels_and_grades_on_lines_of_their_own_are_a_grid_too() -> None:
    text = (
        "Inspection of Wendham local authority children's services\n\nInspection dates: 6 to 10 February 2023\n\n"
        "Judgement\n\nGrade\n\nOverall effectiveness\n\nRequires improvement to\nbe good\n\n"
        "2.1 Adoption performance\n\n2.2 Experiences and progress of care leavers\n\nGood\ninadequate\n"
    )
    assert [(each.aspect, each.grade) for each in found(text, "report.txt")] == [
        ("overall", "requires_improvement"),
        ("adoption", "good"),
        ("care_leavers", "inadequate"),
    ]


def test_labels_that_outnumber_their_grades_are_not_paired() -> None:
    text = (
        "Inspection of Wendham local authority children's services\n\nInspection dates: 6 to 10 February 2023\n\n"
        "2.1 Adoption performance\n\n2.2 Experiences and progress of care leavers\n\nGood\n"
    )
    assert found(text, "report.txt") == []


def test_what_a_report_says_against_its_grid_is_not_what_it_gives() -> None:
    text = REPORT.format("Services for children in Wendham are inadequate.")
    assert [each.grade for each in found(text) if each.aspect == "overall"] == ["good"]


@pytest.mark.parametrize(
    ("sentence", "aspect", "grade", "time"),
    [
        ("Wendham's children's services were judged inadequate in July 2022.", "overall", "inadequate", "2022-07"),
        ("Children's services were judged to be “inadequate” last July.", "overall", "inadequate", "2022-07"),
        (
            "At the last inspection, in May 2019, the local authority was judged to be good.",
            "overall",
            "good",
            "2019-05",
        ),
        ("Back in 2012 the council received a rating of inadequate.", "overall", "inadequate", "2012"),
        ("The council has maintained its rating of good.", "overall", "good", "2023-06-20"),
        ("Children's services remain inadequate.", "overall", "inadequate", "2023-06-20"),
        ("Children's services in Wendham now require improvement.", "overall", "requires_improvement", "2023-06-20"),
        ("The experiences and progress of care leavers were judged good in 2021.", "care_leavers", "good", "2021"),
        ("Also rated good were the experiences and progress of children in care.", "in_care", "good", ""),
        ("The graded judgement for adoption performance is that it is good.", "adoption", "good", "2023-06-20"),
        (
            "The council was judged inadequate for help and protection in 2021.",
            "help_and_protection",
            "inadequate",
            "2021",
        ),
        ("It is better than in 2018, when the local authority was judged inadequate.", "overall", "inadequate", "2018"),
        ("Much is better since 2018, when the council was judged inadequate.", "overall", "inadequate", "2018"),
    ],
)
def test_sentences_state_judgements(sentence: str, aspect: str, grade: str, time: str) -> None:
    assert facts(NEWS.format(sentence)) == [("Wendham", aspect, grade, time)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Children's services were not judged good.",
        "Children's services are not yet good.",
        "Children's services are no longer inadequate.",
        "We still have some way to go to meet our goal of being rated a good service.",
        "The council is working towards a rating of good.",
        "If children's services are judged inadequate, a commissioner will be sent.",
        "The council expects that children's services will be rated good.",
        "Could children's services be rated good?",
        "Leaders believe that children's services are good.",
        "In its self-assessment the council rated children's services good.",
        "Children's services in Wendham are good or better.",
        "Children's services are good value for money.",
        "Three homes were judged good in 2021.",
        "The county has two nurseries. They were judged outstanding in 2021.",
        "Of the cases that were audited, five were judged inadequate.",
        "Plans for children in care are good.",
        "Inspectors found good practice in services for children.",
        "Most children in care are in schools that are judged good.",
    ],
)
def test_what_is_denied_wished_for_claimed_or_of_something_else_is_no_judgement(sentence: str) -> None:
    assert facts(NEWS.format(sentence)) == []


def test_a_date_of_another_clause_is_not_that_of_the_judgement() -> None:
    sentence = "It was made public in May 2023, three years after the local authority was rated inadequate."
    assert [fact[3] for fact in facts(NEWS.format(sentence))] == [""]


def test_a_judgement_after_the_day_of_its_document_is_none() -> None:
    assert facts(NEWS.format("Children's services were judged good in July 2024.")) == [
        ("Wendham", "overall", "good", "")
    ]


def test_the_sentence_before_says_what_was_inspected_and_when() -> None:
    text = REPORT.format(
        "The previous inspection of the local authority's arrangements for the protection of children was in May 2011. "
        "The local authority was judged to be adequate."
    )
    told = [each for each in found(text) if each.standing == "told"]
    assert [(each.aspect, each.grade, days(each)) for each in told] == [("safeguarding", "adequate", "2011-05")]


def test_a_list_of_earlier_grades_is_of_the_time_that_leads_into_it() -> None:
    text = REPORT.format(
        "The last inspection of children's services was in March 2015. The judgements were:\n\n"
        "- Overall effectiveness: inadequate\n- Adoption performance: good\n"
    )
    told = [(each.aspect, each.grade, days(each)) for each in found(text) if each.standing == "told"]
    assert told == [
        ("overall", "inadequate", "2015-03"),
        ("adoption", "good", "2015-03"),
    ]


def test_a_table_of_several_inspections_has_their_times_in_its_head_or_in_its_rows() -> None:
    across = NEWS.format("| Area | July 2018 | May 2022 |\n|---|---|---|\n| Overall | Inadequate | Good |")
    down = NEWS.format("| Inspected | Leadership | Overall |\n|---|---|---|\n| May 2022 | Outstanding | Good |")
    assert facts(across) == [
        ("Wendham", "overall", "inadequate", "2018-07"),
        ("Wendham", "overall", "good", "2022-05"),
    ]
    assert facts(down) == [
        ("Wendham", "leaders", "outstanding", "2022-05"),
        ("Wendham", "overall", "good", "2022-05"),
    ]


def test_a_table_names_whose_judgements_stand_in_its_rows() -> None:
    text = NEWS.format(
        "| Authority | Inspected | Overall |\n|---|---|---|\n| Norbury Council | May 2022 | Good |\n"
        "| Eastmere Council | July 2021 | Inadequate |"
    )
    assert [fact[:3] for fact in facts(text)] == [
        ("Norbury", "overall", "good"),
        ("Eastmere", "overall", "inadequate"),
    ]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Norbury City Council, whose services are rated outstanding, helps us.", "Norbury"),
        ("Children's services in Norbury were judged good in 2021.", "Norbury"),
        ("Norbury's children's services were judged good in 2021.", "Norbury"),
        ("Children's services were judged good in 2021.", "Wendham"),
    ],
)
def test_a_judgement_is_of_whom_its_sentence_names(sentence: str, subject: str) -> None:
    assert [each.subject for each in found(NEWS.format(sentence))] == [subject]


def test_the_outcome_of_an_area_send_inspection_is_a_sentence() -> None:
    text = (
        "# Area SEND inspection of Wendham Local Area Partnership\n\nInspection dates: 17 to 21 June 2024\n\n"
        "## Inspection outcome\n\nThe local area partnership's arrangements lead to inconsistent experiences.\n"
    )
    assert [(each.scale, each.grade, each.standing) for each in found(text)] == [("area_send", "inconsistent", "given")]


def test_a_school_is_judged_by_its_own_scale_and_named_as_it_is() -> None:
    text = (
        "# Inspection of a good school: Moor Lane Primary School\n\nInspection dates: 6 to 7 March 2024\n\n"
        "| | |\n|---|---|\n| Overall effectiveness | Good |\n| Quality of education | Outstanding |\n"
    )
    assert [(each.subject, each.scale, each.aspect, each.grade) for each in found(text)] == [
        ("Moor Lane Primary School", "ofsted_schools", "overall", "good"),
        ("Moor Lane Primary School", "ofsted_schools", "education", "outstanding"),
    ]


def test_a_care_home_is_asked_the_five_questions() -> None:
    text = (
        "# Orchard Lea Care Home\n\nInspection dates: 6 to 7 March 2024\n\n## Ratings\n\n"
        "Overall rating for this service\n\nRequires improvement\n\nIs the service safe?\n\nInadequate\n\n"
        "Is the service well-led?\n\nGood\n"
    )
    assert [(each.subject, each.aspect, each.grade) for each in found(text)] == [
        ("Orchard Lea Care Home", "overall", "requires_improvement"),
        ("Orchard Lea Care Home", "safe", "inadequate"),
        ("Orchard Lea Care Home", "well_led", "good"),
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
        ("good", ""),
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
