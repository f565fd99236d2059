"""Why no judgement answers is said in a sentence with what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.judged.answering import judged
from qa.judged.refusing import undated as undated_sentence
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.judged_papers import HOME, MARLOW_2018, WENDHAM, report

TODAY = date(2026, 11, 27)
Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture
def home(snapshot_of: Made) -> Snapshot:
    return snapshot_of([HOME])


def refused(snapshot: Snapshot, question: str) -> tuple[str | None, str]:
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, today=TODAY))
    return answer.reason, answer.reason_text


def test_of_several_one_is_to_be_named(snapshot_of: Made) -> None:
    reason, text = refused(snapshot_of((*WENDHAM, MARLOW_2018)), "What is the rating now?")
    assert reason == "several_judged" and "Name the authority" in text


def test_judgements_of_another_time_are_named_by_their_days(snapshot_of: Made) -> None:
    reason, text = refused(snapshot_of(WENDHAM), "How was Wendham rated in 2015?")
    assert reason == "not_judged_then" and "The nearest is of 9 to 20 January 2017" not in text
    assert "20 January 2017" in text


def test_an_inspection_that_judged_parts_alone_is_told_with_them(snapshot_of: Made) -> None:
    paper = report("Wendham", "1 to 12 June 2026", "2026-08-03", "Good", "Outstanding")
    parts = {**paper, "text": paper["text"].replace("Overall effectiveness\n\nGood\n", "")}
    reason, text = refused(snapshot_of((*WENDHAM, parts)), "How was Wendham rated in 2026?")
    assert reason == "judged_in_parts"
    assert text.startswith("The inspection that ended on 12 June 2026 gave no overall judgement")
    assert "children and families: Outstanding" in text and "The last one told is Good, of 16 June 2023." in text


def test_an_undated_rating_that_may_be_the_latest_is_told_with_the_last_that_has_a_day(snapshot_of: Made) -> None:
    undated = {"title": "News of Wendham", "text": "Children's services in Wendham are rated outstanding.\n"}
    snapshot = snapshot_of((*WENDHAM, undated))
    judged_so = judged(understand("What is Wendham's rating?", snapshot, today=TODAY), snapshot, EVERYTHING)
    assert judged_so
    text = undated_sentence(judged_so, snapshot)
    assert "“News of Wendham” has no date" in text and "The last rating with a date is Good, of 16 June 2023." in text


@pytest.mark.parametrize(
    "question",
    [
        "What was the hospital rated?",
        "How is the hospice rated now?",
        "Was the hospital rated good?",
        "Is the surgery good?",
    ],
)
def test_what_is_not_called_so_is_not_told_by_the_only_one_judged(home: Snapshot, question: str) -> None:
    reason, text = refused(home, question)
    assert reason == "another_judged" and "the judgement of Larkfield Lodge, and do not call it a “" in text


def test_nor_by_the_days_of_its_inspections(home: Snapshot) -> None:
    assert refused(home, "When was the hospital inspected?")[0] == "nothing_to_list"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the home rated?", "Overall rating for this service: Requires Improvement"),
        ("What is our rating now?", "Overall rating for this service: Requires Improvement"),
        ("What is Larkfield Lodge rated?", "Overall rating for this service: Requires Improvement"),
        ("What was the care home rated before?", "August 2023, the service was rated good"),
        ("How was Larkfield Lodge rated in 2021?", "The one before that, in 2021, rated it inadequate"),
    ],
)
def test_the_only_one_judged_may_be_called_what_it_is(home: Snapshot, question: str, told: str) -> None:
    answer = Assistant(HashingEncoder()).ask(home, AskRequest(question, today=TODAY))
    assert answer.answer is not None and answer.answer.quote == told


def test_when_the_home_was_inspected_is_told(home: Snapshot) -> None:
    assert refused(home, "When was the home inspected?")[0] is None


@pytest.mark.parametrize(
    "question",
    [
        "How was surgery at Larkfield Lodge rated?",
        "How is the hospital in Larkfield Lodge rated?",
        "How was the surgery rated at Larkfield Lodge?",
        "How was the school Larkfield Lodge rated?",
    ],
)
def test_what_is_at_the_place_that_was_judged_is_not_told_by_the_judgement_of_that(
    home: Snapshot, question: str
) -> None:
    assert judged(understand(question, home, today=TODAY), home, EVERYTHING) is None


@pytest.mark.parametrize(
    "question", ["How is Larkfield Lodge care home rated?", "How was the home Larkfield Lodge rated?"]
)
def test_what_is_called_what_it_is_beside_its_name_is_told(home: Snapshot, question: str) -> None:
    asked = judged(understand(question, home, today=TODAY), home, EVERYTHING)
    assert asked and asked.answering and not asked.another
