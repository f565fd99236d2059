"""What is so now is told by documents in force; what an old policy said, by the one that is withdrawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant, load_assistant
from qa.request import AskRequest
from qa.settings import read_settings
from tests.builds import open_papers

PAPERS = {
    "dogs-2021-superseded.md": (
        "# Animals policy\n\n**Quay Homes** – March 2021\n\n## 2. Dogs\n\n"
        "2.1 Tenants may keep up to three dogs. Permission is not needed.\n\n"
        "2.2 A deposit of £50 is paid for each dog.\n\n"
        "## 3. Hens\n\n3.1 Up to ten hens may be kept in the yard behind Mill Row.\n"
    ),
    "pets-2025.md": (
        "# Pets in your home\n\n**Quay Homes** – in force from 1 May 2025\n\n## 2. Dogs\n\n"
        "2.1 Tenants may keep up to two dogs if they ask us first in writing.\n\n"
        "2.2 A deposit of £80 is paid for each dog.\n"
    ),
    "leave.md": (
        "# Annual leave\n\nDraft for consultation\n\nStaff would get 30 days of annual leave a year. "
        "Carers would get five more days.\n"
    ),
    "holidays.md": "# Holidays of staff\n\nStaff get 26 days of annual leave a year.\n",
    "clinic.md": "# Consultation fees\n\nA letter costs £20. Appointments last 25 minutes.\n",
    "minutes.md": "# Minutes of Moor Council\n\nDraft\n\n3. A bench for the green costs £900 and will be bought.\n",
}


@pytest.fixture(scope="module")
def assistant(models: Path) -> Assistant:
    return load_assistant(read_settings(models=models))


@pytest.fixture(scope="module")
def snapshot(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("standing"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How many dogs may a tenant keep?", "two dogs"),
        ("How much is the deposit for a dog?", "£80"),
        ("How many days of annual leave do staff get a year?", "26 days"),
        ("Under the old animals policy, how many dogs could tenants keep?", "three dogs"),
        ("How much was the deposit for a dog under the previous policy?", "£50"),
        ("How many days of annual leave would staff get in the draft?", "30 days"),
        ("How long does an appointment last?", "25 minutes"),
        ("How much does the bench for the green cost?", "£900"),
    ],
)
def test_what_answers_has_the_standing_that_is_asked_for(
    assistant: Assistant, snapshot: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and quote in answer.answer.sentence.text


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How many hens may be kept in the yard behind Mill Row?", "Animals policy"),
        ("How many more days do carers get?", "Annual leave"),
    ],
)
def test_what_only_a_withdrawn_or_a_draft_document_says_is_no_answer_for_now(
    assistant: Assistant, snapshot: Snapshot, question: str, title: str
) -> None:
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer is None
    said = f"The words that were found are of “{title}”, which is no longer in force or only a draft."
    assert answer.reason_text.startswith(said)
    assert answer.passages[0].citation.title == title
