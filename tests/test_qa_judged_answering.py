"""Answers from facts: the judgement in force at the time asked about, and none in place of another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.judged.answering import Judged, judged
from qa.pipeline import Assistant
from qa.query import understand
from qa.ranking.retrieve import scope_of
from qa.request import AskRequest, Filters
from tests.builds import open_papers
from tests.judged_papers import MARLOW_2018, WENDHAM, report

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def wendham(snapshot_of: Made) -> Snapshot:
    return snapshot_of(WENDHAM)


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def found(snapshot: Snapshot, question: str, scope: Scope = EVERYTHING) -> Judged | None:
    return judged(understand(question, snapshot, today=TODAY), snapshot, scope)


def grades(snapshot: Snapshot, question: str, scope: Scope = EVERYTHING) -> list[str]:
    answer = found(snapshot, question, scope)
    return [event.grade for event in answer.answering] if answer else ["no question on judgements"]


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("What is our rating now?", "good"),
        ("How is Wendham rated?", "good"),
        ("How was Wendham rated in 2023?", "good"),
        ("How was Wendham rated in 2021?", "requires_improvement"),
        ("How was Wendham rated as of June 2018?", "inadequate"),
        ("What was Wendham's rating before the 2023 inspection?", "requires_improvement"),
        ("What was the first rating?", "inadequate"),
        ("What was the previous rating?", "requires_improvement"),
        ("How are leaders rated?", "outstanding"),
        ("How was help and protection rated in 2020?", "requires_improvement"),
        ("Is the service still inadequate?", "good"),
        ("Was the service rated inadequate?", "inadequate"),
        ("What rating did Ofsted give Wendham in 2020?", "requires_improvement"),
        ("What was the rating before the good judgement?", "requires_improvement"),
        ("What was the rating before it was good?", "requires_improvement"),
        ("What was the judgement after the inadequate one?", "requires_improvement"),
        ("What was the judgement before that of June 2023?", "requires_improvement"),
        ("How was Wendham rated before the inspection of November 2019?", "inadequate"),
        ("What was the rating until 2019?", "inadequate"),
        ("How was Wendham rated up to June 2023?", "requires_improvement"),
        ("Until when was the service inadequate?", "requires_improvement"),
        ("Since when has Wendham been good?", "good"),
        ("What rating did Ofsted give Wendham in 2019?", "requires_improvement"),
        ("Are we still RI?", "good"),
        ("are we out of special measures yet", "good"),
        ("Where do we stand with Ofsted now?", "good"),
        ("what did we get last time?", "good"),
        ("How did we do in the last inspection?", "good"),
        ("How did Wendham do in 2019?", "requires_improvement"),
        ("what were we before", "requires_improvement"),
        ("When did we come out of special measures?", "requires_improvement"),
        ("Were we good or inadequate in 2018?", "inadequate"),
    ],
)
def test_the_judgement_in_force_answers(wendham: Snapshot, question: str, grade: str) -> None:
    assert grades(wendham, question) == [grade]


@pytest.mark.parametrize(
    "question",
    [
        "How was Wendham rated in 2015?",
        "What rating did Ofsted give Wendham in 2021?",
        "How are care leavers rated?",
        "When was the service rated outstanding?",
        "When was the service rated inadequate after 2018?",
        "What was the rating before the outstanding judgement?",
        "What was the rating before it was inadequate?",
        "Until when was the service good?",
    ],
)
def test_no_other_judgement_takes_its_place(wendham: Snapshot, question: str) -> None:
    assert grades(wendham, question) in ([], ["no question on judgements"])


def test_the_judgements_nearest_to_a_time_without_one_are_known(wendham: Snapshot) -> None:
    early = found(wendham, "How was Wendham rated in 2015?")
    assert early and [event.grade for event in early.around] == ["inadequate"]
    between = found(wendham, "What rating did Ofsted give Wendham in 2021?")
    assert between and [event.grade for event in between.around] == ["requires_improvement", "good"]
    answered = found(wendham, "How was Wendham rated in 2021?")
    assert answered and not answered.around


def test_every_day_of_a_grade_answers_when_it_was_given(snapshot_of: Made) -> None:
    again = {**WENDHAM[0], "text": WENDHAM[0]["text"].replace("2017", "2025"), "published": "2025-03-03"}
    snapshot = snapshot_of((*WENDHAM, {**again, "title": again["title"].replace("2017", "2025")}))
    answer = found(snapshot, "When was Wendham rated inadequate?")
    assert answer and [date.fromordinal(event.until).year for event in answer.answering] == [2025, 2017]
    for question, year in (("first", 2017), ("last", 2025)):
        answer = found(snapshot, f"When was Wendham {question} rated inadequate?")
        assert answer and [date.fromordinal(event.until).year for event in answer.answering] == [year]
    answer = found(snapshot, "When was Wendham rated inadequate before 2020?")
    assert answer and [date.fromordinal(event.until).year for event in answer.answering] == [2017]


def test_a_judgement_answers_only_where_the_passage_that_states_it_speaks_of_the_time(wendham: Snapshot) -> None:
    then = scope_of(wendham, Filters(about_from=date(2019, 1, 1), about_to=date(2019, 12, 31)))
    assert grades(wendham, "What is our rating now?", then) == ["requires_improvement"]
    none = scope_of(wendham, Filters(about_from=date(1990, 1, 1), about_to=date(1990, 12, 31)))
    assert found(wendham, "What is our rating now?", none) is None


def in_parts(place: str, days: str, published: str) -> dict[str, str]:
    """A report whose table has no grade for the whole."""
    paper = dict(report(place, days, published, "Good", "Outstanding"))
    return {**paper, "text": paper["text"].replace("Overall effectiveness\n\nGood\n", "")}


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("How is Wendham rated?", False),
        ("Is Wendham still good?", False),
        ("How was Wendham rated in 2026?", False),
        ("How was Wendham rated in 2025?", True),
        ("How are leaders rated?", True),
        ("What was the first rating?", True),
        ("When was Wendham rated good?", True),
    ],
)
def test_an_inspection_that_gave_no_judgement_of_the_whole_leaves_it_unknown(
    snapshot_of: Made, question: str, is_told: bool
) -> None:
    snapshot = snapshot_of((*WENDHAM, in_parts("Wendham", "1 to 12 June 2026", "2026-08-03")))
    answer = found(snapshot, question)
    assert answer and bool(answer.answering) is is_told
    assert {event.facts[0].judgement.aspect for event in answer.parts} == (
        set() if is_told else {"leaders", "help_and_protection"}
    )


@pytest.mark.parametrize("question", ["Since when has Wendham been good?", "When did Wendham become good?"])
def test_since_when_is_the_first_of_the_last_run(snapshot_of: Made, question: str) -> None:
    again = report("Wendham", "1 to 12 June 2026", "2026-08-03", "Good")
    answer = found(snapshot_of((*WENDHAM, again)), question)
    assert answer and [date.fromordinal(event.until) for event in answer.answering] == [date(2023, 6, 16)]


def test_what_has_no_day_and_may_be_newer_or_older_is_told(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in January 2017. They are rated outstanding."
    snapshot = snapshot_of((*WENDHAM, {"title": "Wendham's children's services", "text": text}))
    answer = found(snapshot, "What is Wendham's rating?")
    assert answer and [event.grade for event in answer.answering] == ["good"]
    assert [event.grade for event in answer.may_be_newer] == ["outstanding"]


def test_of_several_none_is_picked_where_the_question_names_none(both: Snapshot) -> None:
    answer = found(both, "What is our rating now?")
    assert answer and answer.is_of_several and not answer.answering
    assert grades(both, "What is Marlow's rating now?") == ["outstanding"]
    assert grades(both, "What is our rating now?", EVERYTHING.within([3])) == ["outstanding"]


def test_other_questions_are_none_on_judgements(both: Snapshot) -> None:
    assert found(both, "Who was the lead inspector in Wendham?") is None
    assert found(both, "What is the rating of Sutton?") is None


def test_documents_without_judgements_say_nothing(news: Snapshot) -> None:
    assert found(news, "What is the rating now?") is None


def told(place: str, text: str, published: str = "") -> dict[str, str]:
    paper = {"title": f"News of {place}", "text": text}
    return {**paper, "published": published} if published else paper


def test_a_document_without_a_day_never_decides_the_latest(snapshot_of: Made) -> None:
    undated = told("Wendham", "Children's services in Wendham are rated outstanding.\n")
    snapshot = snapshot_of((*WENDHAM, undated))
    answer = found(snapshot, "How is Wendham rated?")
    assert answer and [event.grade for event in answer.undated] == ["outstanding"] and not answer.answering
    assert grades(snapshot, "How was Wendham rated in 2021?") == ["requires_improvement"]
    old = told("Wendham", "Children's services in Wendham are rated inadequate.\n")
    assert grades(snapshot_of((*WENDHAM, old)), "How is Wendham rated?") == ["good"]


def test_a_report_counts_above_what_is_told_otherwise_of_the_same_time(snapshot_of: Made) -> None:
    wrong = told("Wendham", "Children's services in Wendham were judged to be inadequate in July 2023.\n", "2023-09-01")
    snapshot = snapshot_of((*WENDHAM, wrong))
    answer = found(snapshot, "How is Wendham rated?")
    assert answer and [event.grade for event in answer.answering] == ["good"]
    assert [event.grade for event in answer.contradicted] == ["inadequate"]


HISTORY = """# Moor House: previous and current ratings

| Report published | Overall | Safe | Well-led |
|---|---|---|---|
| 29 April 2025 | Good | Requires improvement | Good |
| 8 August 2023 | Requires improvement | Inadequate | Good |
"""
VISIT = """# Moor House

Published: 8 August 2023

## Overall rating: Requires improvement

| Area | Rating |
|---|---|
| Safe | Inadequate |
| Caring | Good |
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    papers = {"history.md": HISTORY, "visit.md": VISIT}
    return open_papers(papers, tmp_path_factory.mktemp("home"), HashingEncoder())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Moor safe rating latest", ["requires_improvement"]),
        ("Moor House safe rating in 2025", ["requires_improvement"]),
        ("how was Moor House rated for safe in 2023", ["inadequate"]),
        ("how did inspectors judge safety at Moor House in 2023", ["inadequate"]),
        ("Moor House caring rating 2023", ["good"]),
        ("Moor House caring rating 2021", []),
        ("what is Moor House rated now", ["good"]),
    ],
)
def test_grids_of_parts_answer_for_the_part_and_the_time_asked_about(
    home: Snapshot, question: str, expected: list[str]
) -> None:
    assert grades(home, question) == expected


def test_of_a_row_with_several_grades_the_cell_is_quoted_with_its_column(home: Snapshot) -> None:
    assistant = Assistant(HashingEncoder())
    answer = assistant.ask(home, AskRequest("Moor House well-led rating 2023", today=TODAY)).answer
    assert answer and (answer.quote, answer.sentence.text.count("|")) == ("Good", 3)
    assert [(part.label, part.quote) for part in answer.parts] == [("8 August 2023, Well-led", "Good")]
    answer = assistant.ask(home, AskRequest("Moor House caring rating 2023", today=TODAY)).answer
    assert answer and answer.quote == "Caring | Good"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How was Wendham rated in 3023?", []),
        ("What is Wendham's rating in 2027?", []),
        ("Was Wendham good in December 2026?", []),
        ("What is Wendham's rating in 2026?", ["good"]),
        ("How was Wendham rated in November 2026?", ["good"]),
        ("How was Wendham rated before 2030?", ["good"]),
    ],
)
def test_no_judgement_is_known_of_a_time_to_come(wendham: Snapshot, question: str, expected: list[str]) -> None:
    assert grades(wendham, question) == expected
    answer = Assistant(HashingEncoder()).ask(wendham, AskRequest(question, today=TODAY))
    assert (answer.status == "answered") is bool(expected)


TRUST = (
    "# Marlow Vale NHS Trust turns the corner\nThe Courier, 12 November 2026\n\n"
    "Marlow Vale NHS Trust was inadequate in July last year, is now good, says the Care Quality Commission.\n"
)


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("What is the trust's rating now?", "good"),
        ("What is the latest rating of the trust?", "good"),
        ("trust current rating", "no question on judgements"),
        ("What rating does Marlow Vale NHS Trust have?", "good"),
        ("Is the trust still inadequate?", "good"),
        ("How was the trust rated in August 2025?", "inadequate"),
        ("How is the trust's kitchen rated?", "no question on judgements"),
    ],
)
def test_what_was_so_last_year_and_is_so_now_answers_each_for_its_time(
    question: str, grade: str, tmp_path: Path
) -> None:
    snapshot = open_papers({"news.md": TRUST}, tmp_path, HashingEncoder())
    assert grades(snapshot, question) == [grade]


def test_of_two_trusts_none_is_the_trust(tmp_path: Path) -> None:
    papers = {"one.md": TRUST, "two.md": TRUST.replace("Marlow Vale", "Wick Sands")}
    answer = found(open_papers(papers, tmp_path, HashingEncoder()), "What is the rating of the trust now?")
    assert answer is None or answer.is_of_several


def test_of_what_no_known_scale_judges_the_facts_tell_nothing(wendham: Snapshot) -> None:
    assert found(wendham, "How was the school rated?") is None
