"""Of a list of events the first that is yet to come answers what is next; where all are over, that is said."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "orchard.md": (
        "# Events at Moor Orchard\n\n| Date | Event | Where |\n|---|---|---|\n"
        "| 4 October 2026 | Apple day | Orchard |\n| 12 December 2026 | Carol evening | Hall |\n"
        "| 16 January 2027 | Wassail | Orchard |\n"
        "| 6 March 2027 | Seed swap (cancelled) | Hall |\n| 3 April 2027 | Plant sale | Hall |\n"
    ),
    "institute.txt": (
        "What's on at the Stoke Institute\n\nSat 21 Nov 2026 - Film club: Kes\nThu 10 Dec 2026 - Blood donors\n"
        "Sat 19 Dec 2026 - Film club: Brief Encounter\nSat 9 Jan 2027 - Film club: Local Hero\n"
    ),
    "gala.txt": (
        "Tarn swimming club\n\nThe next gala is on Saturday 30 January 2027.\n\nDiary\n\n"
        "3 December 2026: gala entry forms to be handed in\n10 December 2026: no lesson\n"
        "17 December 2026: concert tickets on sale\n"
    ),
    "dance.txt": (
        "Tarn dancers\n\nThe next tea dance is on Saturday 23 January 2027.\n\nDiary\n\n"
        "8 December 2026: cakes wanted from all who come to a tea dance\n15 December 2026: rehearsal\n"
    ),
    "yoga.txt": "Hall diary\n\nEvery Monday from 5 January 2026: yoga\nTue 3 February 2026: whist drive\n",
    "wexley.md": (
        "# Area review of Wexley\n\nReview dates: 17 to 21 June 2024\n\nPublished: 30 August 2024\n\n"
        "The nurseries are liked. The next full area review will be within approximately five years.\n"
    ),
    "nesley.md": (
        "# Area review of Nesley\n\nReview dates: 3 to 7 June 2024\n\nPublished: 1 August 2024\n\n"
        "The nurseries are liked. Leaders met the next day.\n"
    ),
    "clinic.md": (
        "# Clinics in Stoke\n\nFlu clinics were held on 3 October 2026.\n\nThe next flu clinic is on 9 January 2027.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str, today: date = date(2026, 11, 29)) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=today))


@pytest.mark.parametrize(
    ("question", "today", "quote"),
    [
        ("When is the next event at Moor Orchard?", date(2026, 11, 29), "12 December 2026"),
        ("When is the next event at Moor Orchard?", date(2026, 12, 12), "12 December 2026"),
        ("When is the next event at Moor Orchard?", date(2026, 12, 13), "16 January 2027"),
        ("What's the next event in the hall?", date(2027, 1, 20), "3 April 2027 | Plant sale | Hall"),
        ("next film club", date(2026, 11, 29), "Brief Encounter"),
        ("What film is on next?", date(2026, 12, 20), "Local Hero"),
        ("When's the next blood donors session?", date(2026, 11, 29), "10 Dec 2026"),
        ("When is the next flu clinic?", date(2026, 11, 29), "9 January 2027"),
        ("When is the next gala?", date(2026, 11, 29), "30 January 2027"),
        ("When is the next tea dance?", date(2026, 11, 29), "23 January 2027"),
    ],
)
def test_the_first_event_to_come_answers(
    assistant: Assistant, papers: Snapshot, question: str, today: date, quote: str
) -> None:
    answer = ask(assistant, papers, question, today)
    assert answer.answer and quote in answer.answer.quote


def test_where_all_are_over_that_is_said(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When is the next apple day?")
    assert answer.answer is None
    assert "4 October 2026" in answer.reason_text


@pytest.mark.parametrize("question", ["When is the next lesson?", "When is the next concert?"])
def test_what_stands_beside_an_event_is_not_the_event(assistant: Assistant, papers: Snapshot, question: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None or "December 2026" not in answer.answer.quote


def test_what_comes_every_week_is_not_over(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When is the next yoga class?")
    assert "none to come" not in (answer.reason_text or "")


@pytest.mark.parametrize("question", ["When is the next bonfire?", "What happens next year at Moor Orchard?"])
def test_no_other_event_is_next(assistant: Assistant, papers: Snapshot, question: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None or "Carol" not in answer.answer.quote


@pytest.mark.parametrize("question", ["When is the next area review of Wexley due?", "wexley next review due"])
def test_what_is_next_may_be_told_in_words(assistant: Assistant, papers: Snapshot, question: str) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and "within approximately five years" in answer.answer.quote


def test_nothing_in_words_leaves_that_all_are_over(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When is the next area review of Nesley due?")
    assert answer.answer is None
