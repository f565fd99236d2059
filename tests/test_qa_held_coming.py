"""A question when something is asks for the next time, and is told where that has passed."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "terms.md": (
        "# School calendar of Marlow School\n\nIssued 1 July 2026\n\n"
        "Autumn term 2025: starts 3 September 2025, ends 19 December 2025.\n"
        "Spring term 2026: starts 5 January 2026, ends 27 March 2026.\n"
        "Autumn term 2026: starts 2 September 2026, ends 18 December 2026.\n"
        "Spring term 2027: starts 4 January 2027, ends 9 April 2027.\n"
    ),
    "sale.md": (
        "# Plant sales of Stoke\n\nThe plant sale is on 9 May 2026. The plant sale is on 8 May 2027.\n\n"
        "Stalls cost £5.\n"
    ),
    "fair.md": "# News of Stoke\n\nPublished 2 May 2026\n\nThe summer fair is on 13 June 2026 on the green.\n",
    "fund.md": "# Pension fund of Stoke\n\nThe pension fund of Stoke is worth £4,200,000,000. It grew.\n",
}
PASSED = "That day has passed: no later one was found."


def ask(assistant: Assistant, papers: Snapshot, question: str, today: date = date(2026, 11, 27)) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=today))


@pytest.mark.parametrize(
    ("question", "today", "quote"),
    [
        ("When does the spring term start?", date(2026, 11, 27), "4 January 2027"),
        ("When does the spring term start?", date(2025, 11, 27), "5 January 2026"),
        ("When does the spring term end?", date(2026, 11, 27), "9 April 2027"),
        ("When does the autumn term end?", date(2026, 11, 27), "18 December 2026"),
        ("When does the autumn term end?", date(2026, 12, 18), "18 December 2026"),
    ],
)
def test_the_next_day_answers(assistant: Assistant, papers: Snapshot, question: str, today: date, quote: str) -> None:
    answer = ask(assistant, papers, question, today)
    assert answer.answer and quote in answer.answer.quote
    assert PASSED not in [notice.text for notice in answer.notices]


def test_the_last_time_stands_beside_it(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When is the plant sale?")
    assert answer.answer and answer.answer.quote == "8 May 2027"
    assert [(other.relation, other.quote) for other in answer.alternatives] == [("earlier", "9 May 2026")]


@pytest.mark.parametrize("question", ["When is the summer fair?", "When does the autumn term start?"])
def test_a_day_that_has_passed_is_said_to_have(assistant: Assistant, papers: Snapshot, question: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and "2026" in answer.answer.quote
    assert [notice.text for notice in answer.notices if notice.kind == "passed"] == [PASSED]


@pytest.mark.parametrize(
    ("question", "today"),
    [
        ("When was the summer fair?", date(2026, 11, 27)),
        ("Since when is the summer fair held?", date(2026, 11, 27)),
        ("When is the summer fair?", date(2026, 6, 13)),
        ("When does the spring term of 2026 start?", date(2026, 11, 27)),
    ],
)
def test_what_was_is_not_said_to_have_passed(
    assistant: Assistant, papers: Snapshot, question: str, today: date
) -> None:
    answer = ask(assistant, papers, question, today)
    assert "passed" not in [notice.kind for notice in answer.notices]


def test_a_number_of_billions_is_no_day(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "How much is the pension fund of Stoke worth?")
    assert answer.answer and "4,200,000,000" in answer.answer.quote
