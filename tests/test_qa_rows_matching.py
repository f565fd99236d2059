"""A question for the rows of a table with something in their cells is answered by all of these, and by no others."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.choosing.answer_model import SURE_OF_ROWS
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "beds.md": (
        "# Fairmile Hospital: bays\n\n| Bay | Beds | Sister |\n|---|---|---|\n| Alder | 3 | Ada Moor |\n"
        "| Birch | 5 | Ben Hale |\n| Cedar | 3 | Cal Reed |\n| Damson | 4 | Dot Lamb |\n| Elder | 3 | Eve Wood |\n"
    ),
    "rooms.md": (
        "# Rooms for hire\n\n| Room | Seats | Projector | Floor |\n|---|---|---|---|\n"
        "| Garden Room | 30 | yes | Ground |\n"
        "| Tower Room | 60 | no | Second |\n| Long Room | 60 | yes | Ground |\n| Attic | 12 | no | Second |\n"
    ),
    "wardens.md": (
        "# Fire wardens\n\n| Name | Building | Floor |\n|---|---|---|\n| Ada Moor | Town Hall | 1 |\n"
        "| Ben Hale | Annexe | 2 |\n| Eve Wood | Annexe | 1 |\n"
    ),
    "courses.md": (
        "# Courses\n\n| Course | Tutor | Day | Price |\n|---|---|---|---|\n| Pottery | Ada Moor | Monday | £40 |\n"
        "| Weaving | Ben Hale | Monday | £35 |\n| Drawing | Ada Moor | Friday | £40 |\n"
        "| Singing | Cal Reed | Tuesday | £20 |\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("List the bays with three beds", ["Alder", "Cedar", "Elder"]),
        ("Which bays have 3 beds?", ["Alder", "Cedar", "Elder"]),
        ("Which rooms have 60 seats?", ["Tower Room", "Long Room"]),
        ("List the rooms with a projector", ["Garden Room", "Long Room"]),
        ("Which rooms do not have a projector?", ["Tower Room", "Attic"]),
        ("Which rooms on the second floor have no projector?", ["Tower Room", "Attic"]),
        ("Who are the wardens in the Annexe?", ["Ben Hale", "Eve Wood"]),
        ("Name the rooms on the ground floor", ["Garden Room", "Long Room"]),
        ("Which courses are on Monday?", ["Pottery", "Weaving"]),
        ("Which courses cost £40?", ["Pottery", "Drawing"]),
        ("Which bay has five beds?", ["Birch"]),
        ("Which courses are on Monday with Ben Hale?", ["Weaving"]),
    ],
)
def test_all_rows_that_are_asked_for(question: str, rows: list[str], assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and answer.confidence >= SURE_OF_ROWS
    given = [part.quote for part in answer.answer.parts] or [answer.answer.quote]
    assert [row.partition(" |")[0] for row in given] == rows
    assert answer.answer.counted is None or answer.answer.counted.given == answer.answer.counted.all == len(rows)
    assert answer.answer.completeness == "whole"


@pytest.mark.parametrize(
    ("question", "row"), [("Which bay has the most beds?", "Birch"), ("Which course is the cheapest?", "Singing")]
)
def test_the_row_that_has_the_most_is_shown(question: str, row: str, assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and answer.confidence >= SURE_OF_ROWS
    assert answer.answer.quote.partition(" |")[0] == row


@pytest.mark.parametrize(
    "question",
    [
        "Which bays have more than three beds?",
        "Which bay has the most beds for children?",
        "Which bays have three beds or five?",
        "Which bays do not have three beds?",
        "Which courses are on Sunday?",
        "Which rooms on the ground floor have no projector?",
        "How many beds does Birch have?",
    ],
)
def test_rows_are_not_taken_for_what_was_not_asked(question: str, assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer is None or answer.answer.quote == "5"
