"""Of many documents those that tell of the most come first where that is asked for, though none is the answer."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PLACES = {"Alder": 310, "Birch": 145, "Cedar": 502, "Damson": 96, "Elder": 233, "Fern": 88, "Gorse": 251, "Hazel": 171}
PAPERS = {
    f"{place.lower()}.md": (
        f"# Library of {place}\n\nThe library lent books all year. There were {count} children in its reading club. "
        "The lead librarian was Ada Moor.\n"
    )
    for place, count in PLACES.items()
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("Which library has the most children in its reading club?", ["cedar", "alder", "gorse", "elder", "hazel"]),
        ("Which library has the fewest children in its reading club?", ["fern", "damson", "birch", "hazel", "elder"]),
        ("Which library has the largest number of children in its reading club?", ["cedar", "alder", "gorse"]),
        ("What library had the lowest number of children in its reading club?", ["fern", "damson", "birch"]),
    ],
)
def test_the_most_come_first(question: str, places: list[str], assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, question)
    assert answer.status == "abstained", "no passage compares them"
    found = [passage.citation.document_id.removesuffix(".md") for passage in answer.passages]
    assert found[: len(places)] == places
    [quoted] = [mark for mark in answer.passages[0].highlights if mark.kind == "value"]
    assert str(PLACES[places[0].title()]) in answer.passages[0].text[quoted.start : quoted.end]


def test_other_questions_keep_their_order(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "How many children are in the reading club of the library of Elder?")
    assert answer.answer and answer.answer.document_id == "elder.md"
    answer = ask(assistant, papers, "Which library has the oldest roof?")
    assert answer.answer is None
