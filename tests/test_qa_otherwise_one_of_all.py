"""Where all of a kind are asked for, the value of one of them is shown as that of one, with those of the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.choosing.answer_model import AS_LIKELY
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import lead_in_words

PAPERS: Mapping[str, str] = {
    "wards.md": (
        "# Fairmile Hospital: visiting\n\n## Oak Ward\n\nVisiting on Oak Ward is from 2pm to 4pm every day.\n\n"
        "## Elm Ward\n\nVisiting on Elm Ward is from 3pm to 8pm. The ward sister is Ada Moor.\n"
    ),
    "schools.md": (
        "# Dinners\n\nA dinner at Hill School costs £2.40. Lunch is at noon.\n\nA dinner at Vale School costs £2.65.\n"
    ),
    "vale.md": "# An old list: draft\n\nA dinner at Moss School costs £1.10.\n",
    "clinics.md": "# Clinics\n\nThe clinic at Station Surgery is held on Monday mornings.\n",
    "wendham.md": (
        "# Inspection of Wendham local authority children's services\n\nInspection dates: 4 to 8 March 2024\n\n"
        "There are 304 children in care.\n"
    ),
    "marlow.md": (
        "# Inspection of Marlow local authority children's services\n\nInspection dates: 5 to 9 May 2025\n\n"
        "There are 112 children in care. Councils must keep a list of foster carers.\n"
    ),
    "libraries.md": "# Libraries\n\nMarlow Library opens at 9am. Every library is closed on Sundays.\n",
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "one", "others"),
    [
        ("What are the visiting hours on every ward?", "Oak Ward", ["Visiting on Elm Ward is from 3pm to 8pm."]),
        ("How much is a dinner at every school?", "Hill School", ["A dinner at Vale School costs £2.65."]),
        ("When is the clinic held at all surgeries?", "Station Surgery", []),
        ("How much do schools charge for a dinner?", "Hill School", ["A dinner at Vale School costs £2.65."]),
        ("How many children do councils have in care?", "Marlow", ["There are 304 children in care."]),
    ],
)
def test_one_of_all_is_said_to_be_one(
    question: str, one: str, others: list[str], assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.completeness == "part"
    assert answer.confidence <= AS_LIKELY <= 0.5, "all are asked for, and it is of one"
    [notice] = [notice.text for notice in answer.notices if notice.kind == "partial"]
    assert f"these words are of {one} alone" in notice and ("others" in notice) == bool(others)
    assert [other.sentence.text for other in answer.alternatives] == others, (
        "none of a draft, and none of another matter"
    )
    assert all(lead_in_words(other) == "Of another of them" for other in answer.alternatives)


@pytest.mark.parametrize(
    "question",
    [
        "What are the visiting hours on Oak Ward?",
        "On which day is every library closed?",
        "How much is a dinner at Hill School?",
        "What must councils keep?",
        "How many children does Wendham have in care?",
    ],
)
def test_what_is_said_of_all_or_asked_of_one_is_whole(question: str, assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.completeness == "whole" and answer.confidence > AS_LIKELY
    assert not answer.notices and not answer.alternatives
