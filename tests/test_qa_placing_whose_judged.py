"""Whose judgement it is: words that state that of another than the question names are shown to nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.judged_papers import report

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
EAGER = replace(Assistant(HashingEncoder()), answer_confidence=0.01)
"""It shows whatever is not refused outright."""

NEIGHBOUR = report("Ennerby", "7 to 18 October 2024", "2024-11-26", "Good")
NEIGHBOUR = {**NEIGHBOUR, "text": f"{NEIGHBOUR['text']}Marlow and Stoke took over the other half of the county.\n"}
NAMELESS = {
    "title": "Findings of the inspection",
    "text": "The children's home was rated requires improvement in 2018. Sarah Penn of Elm House wrote to all parents.",
    "published": "2018-09-01",
}
LIBRARY = {"title": "Library hours", "text": "Dorlow library opens on Mondays. Marlow and Stoke share a van."}


AGENCIES = {
    "title": "Dorlow Council: inspection of services for children",
    "text": "The council has three offices in Dorlow.\n\n{}\n\nThe director has been in post since 2014.",
    "published": "2018-01-19",
}


def ask(snapshot: Snapshot, question: str) -> Answer:
    return EAGER.ask(snapshot, AskRequest(question, today=date(2026, 11, 28)))


def graded(answer: Answer) -> bool:
    """Whether a grade is shown."""
    quote = answer.answer.quote.casefold() if answer.answer else ""
    return any(grade in quote for grade in ("good", "requires improvement", "inadequate"))


@pytest.mark.parametrize(
    "question",
    [
        "Marlow and Stoke overall effectiveness",
        "What is the overall effectiveness of Marlow and Stoke?",
        "What overall judgement did Dorlow receive in October 2024?",
        "Was Dorlow's overall effectiveness found to be good by Ada Moor?",
        "what grade did Garsdale get for overall effectiveness",
    ],
)
def test_the_grade_of_a_neighbour_is_no_answer(question: str, snapshot_of: Made) -> None:
    assert not graded(ask(snapshot_of([NEIGHBOUR, LIBRARY]), question))


@pytest.mark.parametrize("question", ["What was Dorlow's rating in 2018?", "How was Garsdale rated in 2018?"])
def test_a_grade_that_nobody_is_named_for_is_not_anybodys(question: str, snapshot_of: Made) -> None:
    assert not graded(ask(snapshot_of([NAMELESS, LIBRARY]), question))


@pytest.mark.parametrize(
    "question",
    [
        "What overall effectiveness did the inspection of Ennerby find in the October 2024 visit by Ada Moor?",
        "Which overall effectiveness did Ofsted inspectors find when they came to Ennerby Council?",
    ],
)
def test_its_own_grade_answers_whoever_is_named_beside_it(question: str, snapshot_of: Made) -> None:
    assert graded(ask(snapshot_of([NEIGHBOUR, LIBRARY]), question))


def test_a_name_in_the_passage_answers_where_nothing_says_whose_it_is(snapshot_of: Made) -> None:
    assert graded(ask(snapshot_of([NAMELESS, LIBRARY]), "What was Elm House rated in the findings for 2018?"))


@pytest.mark.parametrize(
    "told",
    [
        "The trust also runs two fostering agencies. Both were inspected in 2015 and judged to be good.",
        "The council runs two children's homes. Each was rated good in 2015.",
        "Dorlow runs a home and a nursery. They were last inspected in 2015, and were found to be good.",
        "The trust operates five children's homes. Three were judged to be good in 2015.",
        "The council runs a fostering agency. It was inspected in 2015 and judged to be good.",
        "There is a secure unit with ten beds. This was last inspected in 2015 and judged to be good.",
    ],
)
def test_the_grade_of_an_agency_or_a_home_is_not_the_councils(told: str, snapshot_of: Made) -> None:
    paper = {**AGENCIES, "text": AGENCIES["text"].format(told)}
    assert not graded(ask(snapshot_of([paper, LIBRARY]), "How was Dorlow rated in 2015?"))


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("The council runs two fostering agencies. Both were rated good in 2015.", "How were the agencies rated?"),
        ("Elm House is a children's home in Dorlow. It was rated good in 2015.", "How was Elm House rated in 2015?"),
    ],
)
def test_who_asks_about_the_home_or_the_agency_gets_its_grade(told: str, question: str, snapshot_of: Made) -> None:
    paper = {**AGENCIES, "text": AGENCIES["text"].format(told)}
    assert graded(ask(snapshot_of([paper, LIBRARY]), question))
