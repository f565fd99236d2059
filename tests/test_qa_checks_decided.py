"""Decisions: what minutes tell of a matter before they tell what was decided of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.checks.decided import is_of_another_vote
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers
from tests.words_shown import asked_of, words_of

MINUTES = {
    "board.md": (
        "# Ennerby Health Board: minutes\nDate of meeting: 28 May 2026\n\n## Parking\n\n"
        "Ms Adair presented two options for staff parking: (1) leave permits at £14 a month; (2) raise them to £18. "
        "Mr Doe was against any rise. The Board approved option 2 from 1 September.\n\n## Gritting\n\n"
        "The salting of the car park was discussed.\n\n## Kiosk\n\nThe new lease of the kiosk was approved.\n"
    ),
}


@pytest.fixture(scope="module")
def minutes(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("decided")
    return open_papers(MINUTES, folder, assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What was decided on staff parking?", "The Board approved option 2"),
        ("What options for staff parking were presented?", "leave permits at £14"),
    ],
)
def test_the_decision_is_shown_and_not_what_was_before_it(
    assistant: Assistant, minutes: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(minutes, AskRequest(question, today=date(2026, 11, 30))).answer
    assert answer and quote in answer.quote


@pytest.mark.parametrize(
    ("question", "rejected"),
    [
        ("How many voted against replacing the lights?", True),
        ("How many voted against letting the pontoon?", False),
        ("How many voted against?", False),
        ("How many voted against the bypass?", False),
        ("Who voted against replacing the lights?", False),
    ],
)
def test_the_votes_on_another_item_are_not_counted(minutes: Snapshot, question: str, rejected: bool) -> None:
    text = (
        "2. Ms Adair moved that the pontoon be let. For 2, against 1. Carried.\n"
        "3. It was agreed to replace all six of the lights."
    )
    assert is_of_another_vote(words_of(asked_of(minutes, question), text, "For 2, against 1.")) is rejected
    below = text.replace("let. For", "let.\nFor")
    assert is_of_another_vote(words_of(asked_of(minutes, question), below, "For 2, against 1.")) is rejected
