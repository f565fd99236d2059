"""Questions on judgements: known in any wording, and a word that asks for more makes another question of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from corpus.judgements.scales import shipped_scales
from index.snapshot import Snapshot
from qa.judged.question import JudgementQuestion, read_judgement_question
from qa.query import understand

Read = Callable[[str], JudgementQuestion | None]
Must = Callable[[str], JudgementQuestion]
TODAY = date(2026, 11, 27)
WENDHAM, WEST = ("wendham",), ("west", "wendham")


@pytest.fixture(scope="module")
def ask(news: Snapshot) -> Read:
    def read(question: str) -> JudgementQuestion | None:
        query = understand(question, news, today=TODAY, as_typed=True)
        return read_judgement_question(query, {WENDHAM, WEST}, [shipped_scales()["ofsted_childrens_services"]])

    return read


@pytest.fixture(scope="module")
def known(ask: Read) -> Must:
    def read(question: str) -> JudgementQuestion:
        asked = ask(question)
        assert asked, question
        return asked

    return read


@pytest.mark.parametrize(
    "question",
    [
        "What is the rating now?",
        "newest Ofsted grade",
        "How is Wendham rated at the moment?",
        "What's the council's most recent Ofsted rating?",
        "How did inspectors judge Wendham's children's services?",
        "Can you tell me what grade the service holds at present?",
        "As things stand, what is the judgement on the service?",
        "Is the service still inadequate?",
        "What did Wendham get overall?",
        "How did the service do overall?",
        "What was the outcome of the last inspection?",
        "What was the result of the latest Ofsted inspection?",
        "Are we still RI?",
        "are we out of special measures yet",
        "Is the council still failing?",
        "Are we good or requires improvement?",
        "Have we come out of inadequate?",
        "Are we no longer inadequate?",
        "How good is the service?",
        "How bad are Wendham's children's services?",
        "What do inspectors make of Wendham?",
    ],
)
def test_a_question_for_the_grade_is_known_in_any_wording(ask: Read, question: str) -> None:
    read = ask(question)
    assert read and read.wants == "grade" and not read.aspects and read.asks_latest


@pytest.mark.parametrize(
    "question",
    [
        "When was the service rated inadequate?",
        "In which year was Wendham judged inadequate?",
        "On what date did Ofsted rate the service inadequate",
        "Since when has the service been inadequate?",
    ],
)
def test_a_question_for_the_days_of_a_grade_is_known(ask: Read, question: str) -> None:
    read = ask(question)
    assert read and read.wants == "days" and ("ofsted_childrens_services", "inadequate") in read.grades


@pytest.mark.parametrize(
    "question",
    [
        "What rating does the council want?",
        "When does the council hope to be rated good?",
        "When will the service be rated good?",
        "Could the service be rated good?",
        "Which areas were rated inadequate?",
        "What was rated inadequate?",
        "What was inadequate about the service?",
        "Why was the service rated inadequate?",
        "Who rated the service inadequate?",
        "How many times was the service rated inadequate?",
        "How long has the service been inadequate?",
        "How was Marlow rated?",
        "How was East Wendham rated?",
        "How were Wendham and West Wendham rated?",
        "How were leadership and care leavers rated?",
        "When was it not rated good?",
        "When was the last inspection?",
        "What did the report say?",
        "Is there a rating?",
        "How was it rated since 2018?",
        "How was it rated in 2018 and in 2022?",
        "What is the judgement of the court?",
    ],
)
def test_a_word_that_asks_for_more_makes_another_question_of_it(ask: Read, question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "What were we before?",
        "what grade were we before the last one",
        "What was our rating before that?",
        "rating before last",
    ],
)
def test_what_is_asked_for_before_is_the_one_before_the_last(known: Must, question: str) -> None:
    assert known(question).order == "previous"


def test_when_a_grade_was_left_is_when_another_came(known: Must) -> None:
    asked = known("When did we come out of special measures?")
    assert asked.is_end and ("ofsted_childrens_services", "inadequate") in asked.grades
    assert not known("When were we in special measures?").is_end


@pytest.mark.parametrize(
    ("question", "is_bare"),
    [
        ("What did we get last time?", True),
        ("Where do we stand?", True),
        ("How good are our services for care leavers?", True),
        ("Where do we stand with Ofsted?", False),
        ("How did Wendham do in the last inspection?", False),
        ("What is our grade?", False),
    ],
)
def test_a_question_may_leave_to_the_documents_what_it_asks_for(known: Must, question: str, is_bare: bool) -> None:
    assert known(question).is_bare is is_bare


def test_the_subject_is_the_longest_name_that_fits(known: Must) -> None:
    assert known("How was Wendham Council rated?").subject == WENDHAM
    assert known("What was West Wendham's rating?").subject == WEST
    assert known("How was the service rated?").subject is None


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("How is the impact of leaders rated?", "leaders"),
        ("How were leaders rated?", "leaders"),
        ("What is the overall rating for care leavers?", "care_leavers"),
        ("When were children in care judged good?", "in_care"),
        ("How was help and protection graded?", "help_and_protection"),
    ],
)
def test_the_part_that_is_named_is_asked_about(known: Must, question: str, aspect: str) -> None:
    assert known(question).aspects == {("ofsted_childrens_services", aspect)}


def test_the_time_asked_about_is_read(known: Must) -> None:
    year = known("How was Wendham rated in 2018?")
    assert (year.first, year.last) == (date(2018, 1, 1).toordinal(), date(2018, 12, 31).toordinal())
    assert year.is_all_told and not year.asks_latest
    before = known("How was Wendham rated before the 2022 inspection?")
    assert (before.first, before.last) == (None, date(2021, 12, 31).toordinal())
    assert known("What was Wendham's first rating?").order == "first"
    assert known("What was Wendham's previous rating?").order == "previous"
    assert not known("What was Wendham's first rating?").asks_latest
    assert not known("How was the service rated in 2018?").is_all_told
    assert not known("How is Wendham rated?").is_all_told


def test_whether_it_was_ever_so_is_not_whether_it_is_so(known: Must) -> None:
    assert known("Was Wendham rated outstanding?").is_ever
    assert not known("Is Wendham rated outstanding?").is_ever
    assert not known("Was Wendham rated outstanding in 2018?").is_ever
    assert not known("How was Wendham rated?").is_ever


@pytest.mark.parametrize(
    "question",
    [
        "Is the council not inadequate?",
        "Is Wendham not good?",
        "Isn't Wendham good?",
        "Is Wendham's children's service not yet good?",
        "Are children's services in Wendham not rated outstanding?",
        "Is Wendham good or not?",
        "Aren’t we still inadequate?",
    ],
)
def test_with_a_not_it_still_asks_for_the_grade_that_holds(question: str, known: Must) -> None:
    assert known(question).asks_latest


def test_with_a_not_and_a_time_it_asks_for_the_grade_then(known: Must) -> None:
    assert known("Was Wendham not good in 2018?").last == date(2018, 12, 31).toordinal()
    assert known("Wasn't Wendham inadequate?").is_ever


@pytest.mark.parametrize(
    "question",
    [
        "How good are Wendham's schools?",
        "How good is Wendham's virtual school?",
        "How good is Wendham at tackling neglect?",
        "What did inspectors make of Wendham's caseloads?",
    ],
)
def test_how_good_something_else_is_no_judgement_tells(ask: Read, question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize(
    "question", ["Which inspectors rated Wendham?", "What inspector judged Wendham good?", "Which judge was it?"]
)
def test_who_judged_is_no_judgement(ask: Read, question: str) -> None:
    assert ask(question) is None


@pytest.mark.parametrize(
    ("question", "is_known"),
    [
        ("What is Wendham's Ofsted rating?", True),
        ("How did Ofsted rate Wendham?", True),
        ("What is Wendham's CQC rating?", False),
        ("How did the Care Quality Commission rate Wendham?", False),
        ("What's the CQC's rating of Wendham?", False),
    ],
)
def test_a_judgement_is_by_whom_the_question_names(known: Must, question: str, is_known: bool) -> None:
    assert bool(known(question).scales) == is_known
