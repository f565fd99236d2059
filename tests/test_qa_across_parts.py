"""Which parts were given a grade is told by the judgements of the inspection that is asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.parts import may_ask_for_parts, read_parts_question
from qa.across.tabulating import tabulate
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from tests.judged_papers import MARLOW_2018, WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 27)


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018))


def shown(snapshot: Snapshot, question: str) -> list[tuple[str, int]] | None:
    table = tabulate(understand(question, snapshot, today=TODAY), snapshot, EVERYTHING)
    if table is None or table.question.asks != "parts":
        return None
    return [(row.value, row.last.year if row.last else 0) for row in table.rows]


def words(snapshot: Snapshot, question: str) -> str:
    answer = Assistant(HashingEncoder()).ask(snapshot, AskRequest(question, today=TODAY))
    return answer.answer.quote if answer.answer else ""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which part of Wendham's services is only good?", [("Good", 2023)]),
        ("Which part of Wendham's services was not good in 2023?", [("Outstanding", 2023)]),
        ("Which service in Wendham was inadequate in 2017?", [("Inadequate", 2017)]),
        ("Which judgements were inadequate in Wendham in 2017?", [("Inadequate", 2017)] * 2),
        ("What was inadequate in Wendham in 2017?", [("Inadequate", 2017)]),
        ("What got outstanding in Marlow in 2018?", [("Outstanding", 2018)]),
        ("Which parts of Wendham's services were outstanding in 2017?", []),
        ("Which part of Wendham's services was inadequate?", []),
    ],
)
def test_parts_are_those_of_the_inspection_asked_about(
    both: Snapshot, question: str, expected: list[tuple[str, int]]
) -> None:
    assert shown(both, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What is good about Wendham?",
        "Which areas require improvement in Wendham?",
        "What was outstanding?",
        "Which councils are good?",
        "Which part of Wendham's services for care leavers is good?",
        "Which part of Wendham's budget is good?",
        "Which services are good or outstanding in Wendham?",
        "Which parts of Wendham and Marlow are good?",
        "Is Wendham good?",
        "How was Wendham rated in 2017?",
    ],
)
def test_what_may_ask_for_more_is_no_such_question(both: Snapshot, question: str) -> None:
    assert shown(both, question) is None


def test_where_no_part_is_judged_the_words_may_tell(snapshot_of: Made) -> None:
    news = {"title": "News", "published": "2023-08-02", "text": "Wendham was judged good overall in June 2023."}
    assert shown(snapshot_of((news,)), "Which part of Wendham's services is outstanding?") is None


def test_the_row_of_the_part_is_quoted(both: Snapshot) -> None:
    assert "Inadequate" in words(both, "Which service in Wendham was inadequate in 2017?")
    assert words(both, "Which parts of Wendham's services were outstanding in 2017?") == ""


def test_only_which_and_what_are_looked_at() -> None:
    assert may_ask_for_parts("What was inadequate?") and not may_ask_for_parts("How was it rated?")


def test_whether_the_grade_or_another_is_asked_for_is_read(both: Snapshot) -> None:
    scales = list(both.scales)
    query = understand("Which judgement wasn't outstanding in Marlow?", both, today=TODAY)
    found = read_parts_question(query, [("marlow",)], scales)
    assert found and found.is_other and found.of_whole and not found.times
