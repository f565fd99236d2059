"""What two councils each say of their own stands side by side where a question does not say whose is meant."""

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
