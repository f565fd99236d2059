"""Tables and lines are read as the grids that they are."""

from __future__ import annotations

import re

import pytest

from corpus.judgements.finding import judgements_of
from tests.test_corpus_judgements_finding import NEWS, REPORT, days, facts, found, read


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


def test_a_question_and_its_grade_may_stand_in_one_line() -> None:
    head = "# Orchard Lea Care Home\n\nInspection dates: 6 to 7 March 2024\n\nOverall rating for this service: Good\n"
    told = found(
        f"{head}Is the service safe? Inadequate\nIs the service caring?  Outstanding\nIs the service fun? Good\n"
    )
    assert [(each.aspect, each.grade) for each in told] == [
        ("overall", "good"),
        ("safe", "inadequate"),
        ("caring", "outstanding"),
    ]
    assert len(found(f"{head}Is the service safe? Good enough for us\n")) == 1


HOME = """# Moor House

We visited on 20 June 2023.

## Overall rating: Requires improvement

| Area | Rating |
|---|---|
| Safe | Inadequate |
| Caring | Good |
"""
HISTORY = """# Moor House: previous and current ratings

| Report published | Overall | Safe | Well-led |
|---|---|---|---|
| 29 April 2025 | Good | Requires improvement | Good |
| 17 November 2021 | Requires improvement | Inadequate | Good |
"""
LINES = "# Moor House\n\nOverall: Good\n\nSafe: Good\n\nCaring: Outstanding\n"


def test_parts_that_are_graded_beside_each_other_tell_by_which_scale() -> None:
    assert [(each.subject, each.scale, each.aspect, each.grade) for each in found(HOME)] == [
        ("Moor House", "cqc", "overall", "requires_improvement"),
        ("Moor House", "cqc", "safe", "inadequate"),
        ("Moor House", "cqc", "caring", "good"),
    ]
    assert [(each.scale, each.aspect, each.grade) for each in found(LINES)] == [
        ("cqc", "overall", "good"),
        ("cqc", "safe", "good"),
        ("cqc", "caring", "outstanding"),
    ]
    assert not found(HOME.replace("| Caring | Good |\n", "")), "one part alone may be of anything"
    assert not found(HOME.replace("Safe", "Kitchen").replace("Caring", "Stairs"))
    assert not found(HOME.replace("# Moor House", "# Annual Report")), "it does not say whose they are"


def test_a_table_of_days_and_parts_has_a_judgement_in_each_cell() -> None:
    assert [fact[1:] for fact in facts(HISTORY)] == [
        ("overall", "good", "2025-04-29"),
        ("safe", "requires_improvement", "2025-04-29"),
        ("well_led", "good", "2025-04-29"),
        ("overall", "requires_improvement", "2021-11-17"),
        ("safe", "inadequate", "2021-11-17"),
        ("well_led", "good", "2021-11-17"),
    ]


def test_the_quote_is_the_row_and_its_grade() -> None:
    document = read(REPORT.format(""))
    quotes = [document.text[each.start : each.end] for each in judgements_of(document)]
    assert re.fullmatch(r"Overall effectiveness\W+Good", quotes[-1])


@pytest.mark.parametrize(
    "grade",
    [
        "Grade 4 (inadequate)",
        "Grade 4: inadequate",
        "Grade 4 – Inadequate",
        "Inadequate (Grade 4)",
        "Inadequate Grade 4",
        "Inadequate: grade 4",
    ],
)
@pytest.mark.parametrize(
    "grid",
    [
        "Overall effectiveness\n\n{}\n",
        "Overall effectiveness: {}\n",
        "| Judgement | Grade |\n|---|---|\n| Overall | {} |\n",
    ],
)
def test_a_grade_of_an_older_framework_stands_beside_its_number(grid: str, grade: str) -> None:
    text = (
        "# Inspection of looked after children services: Wendham\n\nWendham County Council\n\n"
        f"Inspection dates: 8 to 12 July 2013\n\n{grid.format(grade)}\n"
    )
    assert [(each.aspect, each.grade, days(each)) for each in found(text)] == [("in_care", "inadequate", "2013-07-12")]


def test_the_legend_of_the_numbers_is_no_judgement() -> None:
    rows = "| Good (Grade 2) | A service that does more |\n| Inadequate (Grade 4) | A service that does not |"
    text = f"| Grade | What it means |\n|---|---|\n{rows}"
    assert [each.standing for each in found(REPORT.format(text))] == [
        each.standing for each in found(REPORT.format(""))
    ]


@pytest.mark.parametrize(
    ("title", "aspect"),
    [
        ("Inspection of looked after children services: Wendham", "in_care"),
        ("Inspection of local authority arrangements for the protection of children: Wendham", "safeguarding"),
        ("Inspection of local authority children's services: Wendham", "overall"),
        (
            "Inspection of services for children in need of help and protection, children looked after: Wendham",
            "overall",
        ),
    ],
)
def test_what_a_report_on_a_part_judges_overall_is_that_part(title: str, aspect: str) -> None:
    text = (
        f"# {title}\n\nWendham County Council\n\nInspection dates: 8 to 12 July 2013\n\nOverall effectiveness: good\n"
    )
    assert [each.aspect for each in found(text)] == [aspect]
