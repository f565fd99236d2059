"""Whose report a document is decides whose judgements it gives."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.judgements.report import Report
from corpus.judgements.scales import shipped_scales
from tests.test_corpus_judgements_finding import NEWS, REPORT, found, read

SCALES = shipped_scales()
CHILDREN = SCALES["ofsted_childrens_services"]
GOOD = (CHILDREN, CHILDREN.overall, CHILDREN.grade("good"))


def test_the_report_of_an_inspection_gives_and_news_tell() -> None:
    report, news = (Report.of(read(text.format("")), SCALES) for text in (REPORT, NEWS))
    given, told = report.judgement(GOOD, None, 0, 4), news.judgement(GOOD, None, 0, 4)
    assert given and (given.standing, given.basis, given.day) == ("given", "inspected", date(2023, 2, 10).toordinal())
    assert told and (told.standing, told.basis, told.day) == ("told", "document", date(2023, 6, 20).toordinal())
    assert given.subject == told.subject == "Wendham"


def test_a_report_tells_of_others() -> None:
    told = Report.of(read(REPORT.format("")), SCALES).judgement(GOOD, None, 0, 4, "Norbury")
    assert told and (told.subject, told.standing, told.day) == ("Norbury", "told", 0)


def test_on_another_scale_it_must_be_said_whose_a_judgement_is() -> None:
    report = Report.of(read(REPORT.format("")), SCALES)
    schools = SCALES["ofsted_schools"]
    good = (schools, schools.overall, schools.grade("good"))
    assert report.judgement(good, None, 0, 4) is None
    named = report.judgement(good, None, 0, 4, "Moor Lane Primary School")
    assert named and named.subject == "Moor Lane Primary School"


@pytest.mark.parametrize(
    ("above", "given"),
    [
        ("## Our goals for 2027", 0),
        ("## Self-assessment", 0),
        ("Our ambitions for next year", 0),
        ("## How we are rated", 3),
        ("What the inspectors found", 3),
    ],
)
def test_grades_under_goals_are_no_judgements(above: str, given: int) -> None:
    grid = "| Area | Rating |\n|---|---|\n| Safe | Good |\n| Caring | Outstanding |\n| Overall | Good |\n"
    assert len(found(f"# Elm Lodge care home\n\n2 May 2026\n\n{above}\n\n{grid}")) == given


def test_a_home_that_is_called_so_is_judged_all_the_same() -> None:
    grid = "| Area | Rating |\n|---|---|\n| Safe | Good |\n| Caring | Outstanding |\n| Overall | Good |\n"
    assert len(found(f"# Vision House care home\n\n{grid}")) == 3
