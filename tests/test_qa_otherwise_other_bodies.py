"""What two councils, or reports on two homes, each say of their own stands side by side where none is named."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.choosing.answer_model import AS_LIKELY
from qa.pipeline import Assistant
from qa.request import AskRequest

ASHFORD, BRINLEY = "Ashford Parish Council", "Brinley Town Council"
PAPERS = {
    f"{body.split()[0].lower()}-{matter}.md": f"# {body}: {matter}\n\n{text}\n"
    for body, texts in (
        (
            ASHFORD,
            {
                "market": "The market is held every Monday. Traders must book in advance.",
                "complaints": "We answer a complaint within 14 days. Complaints are dealt with by the clerk, Ada Moor.",
                "hall": "Hiring the hall for a day costs £120. The hall must be left clean.",
                "plots": "Plots are let for one year. A plot has a shed.",
            },
        ),
        (
            BRINLEY,
            {
                "market": "The market is held every Thursday. Traders must book in advance.",
                "complaints": "We answer a complaint within 21 days. Complaints are dealt with by the clerk, Cal Reed.",
                "hall": "Hiring the hall for a day costs £95. The hall must be left clean.",
                "plots": "Plots are let for one year. A plot has a tap.",
            },
        ),
    )
    for matter, text in texts.items()
} | {
    f"{home.split()[0].lower()}-{day[-4:]}.md": (
        f"# Inspection report: {home}\n\nCare Watch\n\nRegistered manager: {manager}\n\nInspected on {day}\n\n"
        f"## Summary\n\nPeople told us that they felt safe at {home}.\n\n## Well led\n\n"
        f"{manager} knew the people at {home} well.\n"
    )
    for home, manager, day in (
        ("Alder House", "Ada Moor", "3 March 2026"),
        ("Birch Lodge", "Ben Hurst", "9 April 2026"),
        ("Birch Lodge", "Tess Vane", "14 May 2023"),
        ("Cedar Court", "Cara Finch", "12 May 2026"),
    )
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("On which day is the market held?", {"Monday", "Thursday"}),
        ("How long does it take to answer a complaint?", {"14 days", "21 days"}),
        ("Who deals with complaints?", {"Ada Moor", "Cal Reed"}),
        ("cost of hall hire", {"£120", "£95"}),
    ],
)
def test_what_each_says_of_its_own_is_shown(
    question: str, said: set[str], assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.confidence <= AS_LIKELY <= 0.5
    [other] = answer.alternatives
    quotes = (answer.answer.quote, other.quote)
    assert other.relation == "conflict" and {one for one in said for quote in quotes if one in quote} == said
    [notice] = answer.notices
    assert notice.kind == "conflict" and "whose" in notice.text


@pytest.mark.parametrize(
    "question",
    [
        "On which day is the market in Brinley held?",
        "How much does it cost to hire the hall in Ashford?",
        "Must traders book in advance?",
        "How long are plots let for?",
    ],
)
def test_one_is_named_or_both_say_the_same(question: str, assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.confidence > AS_LIKELY
    assert not answer.notices and not answer.alternatives


def test_the_manager_of_one_home_does_not_follow_that_of_another(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Who is the registered manager?")
    assert answer.answer and answer.confidence <= AS_LIKELY
    others = {other.quote for other in answer.alternatives if other.relation == "conflict"}
    assert others | {answer.answer.quote} == {"Ada Moor", "Ben Hurst", "Cara Finch"}
    assert any(notice.kind == "conflict" and "whose" in notice.text for notice in answer.notices)


def test_of_one_home_the_newest_report_tells_the_manager(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Who is the registered manager of Birch Lodge?")
    assert answer.answer and answer.answer.quote == "Ben Hurst" and answer.confidence > AS_LIKELY
    assert not any(notice.kind == "conflict" for notice in answer.notices)
