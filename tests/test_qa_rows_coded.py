"""The row or item is asked for whose label has the number in a question, under all else that it asks for."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "pension.md": (
        "# Pension\n\nPublished: 9 January 2024\n\nThe Trust pays in:\n\n- Grade 3 to 5: 6% of salary\n"
        "- Grade 6 to 8: 8% of salary\n- Grade 9 to 11: 11% of salary\n- Grade 12 and above: 14% of salary\n\n"
        "The scheme is run by Harrow Mutual.\n"
    ),
    "hall.md": (
        "# Hire of rooms at Marlow Hall\n\nUpdated 3 May 2026\n\n| Room | Seats | Hourly charge |\n|---|---|---|\n"
        "| Room 1 | 20 | £12 |\n| Room 2 | 45 | £18 |\n| Rooms 3 to 5 | 8 | £7 |\n"
    ),
    "plots.txt": (
        "Allotments of Marlow: register of plots\n\n"
        "Plot    Holder              Since\n43      Grace Oduya         2019\n"
        "45      Peter Lindqvist     2022\n46      Rosa Mendes         2015\n"
    ),
    "huts.md": (
        "# Beach huts of Marlow\n\n| No | Let to | Cleaner |\n|---|---|---|\n"
        "| 1 | Una Marsh | Abe Hart |\n| 2 | Not let | Abe Hart |\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How much does the Trust pay into the pension at grade 10?", "11% of salary"),
        ("What does the Trust pay into the pension for grade 13?", "14% of salary"),
        ("What is the hourly charge of room 4 at Marlow Hall?", "£7"),
        ("Who holds plot 45?", "Peter Lindqvist"),
        ("Who has plot 46 in Marlow?", "Rosa Mendes"),
        ("Who rents hut 1?", "Una Marsh"),
        ("Who rents hut 2?", "Not let"),
    ],
)
def test_what_stands_beside_the_number_answers(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and answer.answer.quote == quote and answer.confidence >= 0.8


@pytest.mark.parametrize(
    "question",
    [
        "What does the Trust pay into the pension at grade 2?",
        "Who holds plot 47?",
        "Who holds hut 45?",
        "Who digs plot 45?",
        "Who inspected plot 46?",
        "What is the hourly charge of room 9 at Marlow Hall?",
        "What training does the Trust pay for at grade 10?",
        "Why does the Trust pay 11% into the pension at grade 10?",
    ],
)
def test_another_number_or_more_than_is_said_is_not_answered(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    assert assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27))).answer is None
