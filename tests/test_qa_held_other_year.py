"""Words of a year that has only a part of the time asked about say which year it is, and are no surer than not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS: Mapping[str, str] = {
    "roads.md": "# Roads\nPublished: 4 June 2026\n\nIn 2022/23 the council spent £610,000 on potholes. It rained.\n",
    "museum.md": (
        "# Museum\nPublished: 4 June 2026\n\n"
        "The museum had 31,400 visitors in 2022. In 2022/23 it had 28,750 visitors.\n"
    ),
    "pupils.md": "# Exclusions 2022/23\nPublished: 4 October 2023\n\nFourteen pupils were excluded. All came back.\n",
    "trees.md": "# Trees\nPublished: 4 October 2025\n\nIn May 2024 the council planted 600 trees in Abbey Park.\n",
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [("How much was spent on potholes in 2022?", "£610,000"), ("How many pupils were excluded in 2022?", "Fourteen")],
)
def test_a_year_that_has_only_a_part_is_told(question: str, quote: str, assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and quote in answer.answer.quote and answer.confidence <= 0.5
    assert [(notice.kind, notice.text) for notice in answer.notices] == [
        (
            "other_year",
            "These words are of April 2022 to March 2023, which has only a part of the time asked about (2022).",
        )
    ]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How much was spent on potholes in 2022/23?", "£610,000"),
        ("How many visitors did the museum have in 2022?", "31,400"),
        ("How many visitors did the museum have in 2022/23?", "28,750"),
        ("How many trees were planted in Abbey Park in 2024?", "600"),
    ],
)
def test_the_year_asked_about_and_a_time_within_it_are_as_sure_as_ever(
    question: str, quote: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and quote in answer.answer.quote and answer.confidence > 0.5
    assert "other_year" not in {notice.kind for notice in answer.notices}
