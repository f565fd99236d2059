"""The report on one service gives its grades in sentences, and none of anybody else's by them."""

from __future__ import annotations

import time

import pytest

from tests.test_corpus_judgements_finding import days, found

HOME = "# Care Quality Commission\n\n## Fern Bank Nursing Home\n\nInspection dates: 4 and 5 March 2026\n\n{}\n"
SCHOOL = "# Ofsted\n\n## Inspection of Kettle Lane Primary School\n\nInspection dates: 10 and 11 June 2025\n\n{}\n"
COUNCIL = (
    "# Ofsted\n\n## Wick Council\n\nInspection of children's services\n\n"
    "Inspection dates: 3 to 14 February 2025\n\n{}\n"
)
NEWS = "# A trust turns the corner\nThe Courier, 12 November 2026\n\n{} It is Marlow Vale NHS Trust.\n"
SCHOOL_NEWS = "# Hill School rises\nBy Anna Field, 12 November 2026\n\n{}\n"


def stated(paper: str, sentences: str) -> set[tuple[str, str, str]]:
    """The aspect, the grade and the time of each judgement that has a time."""
    return {(one.aspect, one.grade, days(one)) for one in found(paper.format(sentences)) if one.day}


@pytest.mark.parametrize(
    ("paper", "sentence", "told"),
    [
        (HOME, "We rated the home Good overall.", {("overall", "good")}),
        (HOME, "Our inspectors rated this service as requires improvement.", {("overall", "requires_improvement")}),
        (HOME, "The home was rated Good, because people were safe.", {("overall", "good")}),
        (HOME, "We rated Fern Bank Inadequate.", {("overall", "inadequate")}),
        (HOME, "We rated safe as Good, and well-led as Outstanding.", {("safe", "good"), ("well_led", "outstanding")}),
        (
            HOME,
            "Caring was rated Good and responsive was rated Outstanding.",
            {("caring", "good"), ("responsive", "outstanding")},
        ),
        (HOME, "We rated both caring and responsive as Good.", {("caring", "good"), ("responsive", "good")}),
        (HOME, "We rated the service Good for being safe.", {("safe", "good")}),
        (HOME, "We rated the home Good for safe and responsive.", {("safe", "good"), ("responsive", "good")}),
        (
            HOME,
            "Much was to be done, so well-led was rated Requires Improvement.",
            {("well_led", "requires_improvement")},
        ),
        (SCHOOL, "The school was judged to be Good overall.", {("overall", "good")}),
        (SCHOOL, "Inspectors judged behaviour and attitudes to be Outstanding.", {("behaviour", "outstanding")}),
        (
            SCHOOL,
            "The inspection team judged the school to require improvement.",
            {("overall", "requires_improvement")},
        ),
        (
            COUNCIL,
            "We rated the council's services for children as Requires Improvement.",
            {("overall", "requires_improvement")},
        ),
        (COUNCIL, "Inspectors judged services for care leavers to be Good.", {("care_leavers", "good")}),
    ],
)
def test_a_report_gives_its_grades_in_sentences(paper: str, sentence: str, told: set[tuple[str, str]]) -> None:
    last = {HOME: "2026-03-05", SCHOOL: "2025-06-11", COUNCIL: "2025-02-14"}[paper]
    assert stated(paper, sentence) == {(*one, last) for one in told}


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        (HOME, "Staff rated the home good."),
        (HOME, "The manager judged the service to be outstanding."),
        (HOME, "We rated the home Good for its food."),
        (HOME, "We rated the activities Good."),
        (HOME, "We did not rate the home Outstanding."),
        (HOME, "We rated the home Good at our last inspection."),
        (HOME, "The home was well kept, and the hospital was rated Inadequate."),
        (HOME, "If we rated the home Good, it would open again."),
        (HOME, "We rated Oak Lodge Good."),
        (SCHOOL, "Parents judged the school to be outstanding."),
        (SCHOOL, "Is the school rated Good?"),
        (COUNCIL, "At the last inspection we judged services for children as inadequate."),
        (SCHOOL_NEWS, "The canteen of Hill School was dull and is now good."),
        (SCHOOL_NEWS, "Hill School, which was dull in May, is now good, parents say."),
    ],
)
def test_what_others_say_or_what_was_so_before_is_no_grade_of_a_report(paper: str, sentence: str) -> None:
    assert stated(paper, sentence) == set()


@pytest.mark.parametrize(
    ("paper", "sentence", "told"),
    [
        (HOME, "At our last inspection, in May 2023, we rated the home Good overall.", {("good", "2023-05")}),
        (
            SCHOOL,
            "The previous inspection, in November 2019, judged the school to require improvement.",
            {("requires_improvement", "2019-11")},
        ),
        (
            NEWS,
            "Marlow Vale NHS Trust was rated inadequate by the CQC in July last year and is now rated good.",
            {("inadequate", "2025-07"), ("good", "2026-11-12")},
        ),
        (
            NEWS,
            "Marlow Vale NHS Trust was inadequate in July last year, is now good.",
            {("inadequate", "2025-07"), ("good", "2026-11-12")},
        ),
        (
            NEWS,
            "The trust had been rated inadequate in 2022 and was rated good in May 2026.",
            {("inadequate", "2022"), ("good", "2026-05")},
        ),
        (
            HOME,
            "The home was last inspected in 2019, when it was rated Requires Improvement.",
            {("requires_improvement", "2019")},
        ),
        (HOME, "The hospital was last inspected in 2019, when it was rated Requires Improvement.", set()),
        (
            NEWS,
            "Marlow Vale NHS Trust, inadequate in May 2024, is now rated good by the Care Quality Commission.",
            {("inadequate", "2024-05"), ("good", "2026-11-12")},
        ),
        (NEWS, "The food, inadequate in May 2024, is now good.", set()),
        (NEWS, "The trust, rated inadequate in 2022, is glad.", {("inadequate", "2022")}),
        (
            NEWS,
            "Marlow Vale NHS Trust was rated inadequate in May 2025 and its rival Wick is now good.",
            {("inadequate", "2025-05")},
        ),
        (NEWS, "Wick NHS Trust is nearby. The trust was rated inadequate in 2022.", set()),
        (
            SCHOOL_NEWS,
            "Hill School was inadequate in July last year, but is now good.",
            {("inadequate", "2025-07"), ("good", "2026-11-12")},
        ),
    ],
)
def test_two_grades_of_a_sentence_have_a_time_each(paper: str, sentence: str, told: set[tuple[str, str]]) -> None:
    assert {(grade, time) for _, grade, time in stated(paper, sentence)} == told


def test_a_long_run_of_names_is_read_in_linear_time() -> None:
    started = time.process_time()
    told = "The trust had been rated inadequate in 2022 and was rated good in May 2026."
    assert stated(NEWS + "\n" + "Moor " * 30_000, told)
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("sentence", "grade"),
    [
        ("At our last inspection in 2023 the home was rated good.", "good"),
        ("At our last inspection we rated the service outstanding.", "outstanding"),
        ("On the inspection before that the service was rated inadequate.", "inadequate"),
        ("The last rating for this service was good (published 4 May 2023).", "good"),
        ("The previous rating was inadequate (published 4 May 2023).", "inadequate"),
        ("At our previous inspection the overall rating was good.", "good"),
    ],
)
def test_what_it_was_rated_before_is_told_by_its_report(sentence: str, grade: str) -> None:
    told = found(HOME.format(f"Overall rating for this service: Requires improvement\n\n{sentence}"))
    assert [(one.aspect, one.grade) for one in told] == [("overall", "requires_improvement"), ("overall", grade)]
    assert days(told[1]) != days(told[0])


@pytest.mark.parametrize(
    "sentence",
    [
        "At our last inspection in 2023 we did not rate the home.",
        "At the last inspection the kitchen was rated good.",
        "At the inspection of Beech House the hospital was rated inadequate.",
        "The last rating for the trust was good.",
        "The rating was good for the hotel next door.",
        "We hoped the rating was good.",
        "In a survey, the rating was good.",
        "Following our inspection of the neighbouring home the rating was good.",
    ],
)
def test_what_something_else_was_rated_before_is_not(sentence: str) -> None:
    told = found(HOME.format(f"Overall rating for this service: Requires improvement\n\n{sentence}"))
    assert [(one.aspect, one.grade) for one in told] == [("overall", "requires_improvement")]


SURVEYS = [
    "In a survey by residents, the overall rating was good.",
    "In our survey of relatives, the home was rated good.",
    "In their own questionnaire, the service was rated good overall.",
    "According to families, the overall rating was good.",
    "In the reviews on a website, the overall rating was outstanding.",
    "On the feedback cards, safe was rated good.",
    "From a poll of staff in May, the home was rated outstanding.",
]


@pytest.mark.parametrize("sentence", SURVEYS)
def test_what_those_asked_think_is_no_grade(sentence: str) -> None:
    assert found(HOME.format(sentence)) == []
    told = found(HOME.format(f"Overall rating for this service: Requires improvement\n\n{sentence}"))
    assert [(one.aspect, one.grade) for one in told] == [("overall", "requires_improvement")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The overall rating was good.",
        "At this inspection, the overall rating was good.",
        "In a survey, relatives were content, and we rated the home good.",
        "After a survey of relatives, we rated the home good.",
        "According to our inspectors, the overall rating was good.",
        "People liked the food. The overall rating was good.",
    ],
)
def test_what_inspectors_say_beside_a_survey_is_one(sentence: str) -> None:
    assert [(one.aspect, one.grade) for one in found(HOME.format(sentence))] == [("overall", "good")]


def test_a_long_sentence_of_a_survey_is_read_in_no_time() -> None:
    started = time.process_time()
    found(HOME.format("In a survey of relatives " * 26 + ", the overall rating was good."))
    assert time.process_time() - started < 2
