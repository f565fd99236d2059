"""The time between two things is asked for in many words, and answered by the two days alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.apart import may_ask_apart
from qa.across.tabulating import Tabulated, tabulate
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.judged_papers import MARLOW_2018, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)
VISITS = {
    "title": "Wendham Council: minutes",
    "published": "2019-06-03",
    "text": "Published: 3 June 2019\n\nWendham Council's children's services had a first monitoring visit in May 2017. "
    "Members read of the fourth monitoring visit in March 2019.",
}
UNDATED = {"title": "Norbury Council", "text": "Norbury Council's children's services were judged inadequate in 2015."}
NEWS = {"title": "Norbury Council news", "text": "Norbury Council's children's services are now rated good."}


@pytest.fixture(scope="module")
def wendham(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, VISITS))


def table(snapshot: Snapshot, question: str) -> Tabulated | None:
    return tabulate(understand(question, snapshot, today=TODAY), snapshot, EVERYTHING)


def days(snapshot: Snapshot, question: str) -> list[str]:
    found = table(snapshot, question)
    assert found and found.question.asks == "apart"
    return [str(row.last) for row in found.rows]


INADEQUATE, REQUIRES, GOOD, FIRST, FOURTH = "2017-01-20", "2019-11-15", "2023-06-16", "2017-05-31", "2019-03-31"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How long was it between the inadequate judgement and the good one?", [INADEQUATE, GOOD]),
        ("How long did it take Wendham to get from inadequate to good?", [INADEQUATE, GOOD]),
        ("How many years passed between the judgements of 2017 and 2023?", [INADEQUATE, GOOD]),
        ("How long was Wendham rated inadequate?", [INADEQUATE, REQUIRES]),
        ("How long was the service inadequate before it was good?", [INADEQUATE, GOOD]),
        ("How many months between the first and the fourth monitoring visit?", [FIRST, FOURTH]),
        ("What was the gap between the first monitoring visit and the fourth?", [FIRST, FOURTH]),
        ("How soon after the 2017 inspection was the first monitoring visit?", [INADEQUATE, FIRST]),
        ("How long before the inspection of 2023 was the first monitoring visit?", [FIRST, GOOD]),
        ("How long was it from the first monitoring visit to the good judgement?", [FIRST, GOOD]),
    ],
)
def test_both_days_are_rows_in_the_order_of_time(wendham: Snapshot, question: str, expected: list[str]) -> None:
    assert days(wendham, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "How long was it between the first and the second monitoring visit?",
        "How long was it between the outstanding and the good judgement?",
        "How long was Wendham rated good?",
        "How long was it between the 2015 inspection and the 2017 one?",
    ],
)
def test_there_is_no_row_where_a_day_is_not_known(wendham: Snapshot, question: str) -> None:
    assert days(wendham, question) == []


def test_an_undated_document_gives_no_day(snapshot_of: Made) -> None:
    norbury = snapshot_of([UNDATED, NEWS])
    assert days(norbury, "How long was it between the inadequate judgement and the good one?") == []
    answer = Assistant(HashingEncoder()).ask(
        norbury, AskRequest("How long did it take to get from inadequate to good?", today=TODAY)
    )
    assert answer.reason == "nothing_to_list" and "do not state the days of both" in answer.reason_text


@pytest.mark.parametrize(
    "question",
    [
        "How long is a fostering assessment?",
        "How long between the consultation and the decision?",
        "How long has it been open?",
        "How long was the service closed before it was good?",
        "How long was the meeting?",
    ],
)
def test_other_lengths_of_time_are_no_question_for_facts(wendham: Snapshot, question: str) -> None:
    found = table(wendham, question)
    assert found is None or found.question.asks != "apart"


def test_of_several_authorities_none_is_picked(snapshot_of: Made) -> None:
    both = snapshot_of((*WENDHAM, MARLOW_2018))
    assert table(both, "How long was it between the inadequate judgement and the good one?") is None
    assert days(both, "How long was it from Wendham's inadequate judgement to the good one?") == [INADEQUATE, GOOD]


def test_the_time_between_is_not_reckoned_and_that_is_said(wendham: Snapshot) -> None:
    asked = AskRequest("How long was it between the inadequate judgement and the good one?", today=TODAY)
    answer = Assistant(HashingEncoder()).ask(wendham, asked)
    assert answer.table and (answer.table.asked, answer.table.count, answer.table.counted) == (
        "Time from Inadequate to Good",
        2,
        "dates",
    )
    assert answer.answer and answer.answer.document_id == "000"
    assert any("is not worked out" in notice.text for notice in answer.notices)


def test_a_quick_look_sees_words_for_a_length_of_time() -> None:
    assert may_ask_apart("How much time passed between them?") and may_ask_apart("What was the gap between them?")
    assert not may_ask_apart("How was it rated?")
