"""The one row of a document for a day of the week answers when something opens or shuts on that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "library.txt": """Marram Bay Library
Quay Street, Marram Bay, MB2 7QW

Opening hours
Monday      closed
Tuesday     9.30am - 5pm
Wednesday   9.30am - 1pm
Thursday    9.30am - 7pm

Late books cost 20p a day.
""",
    "surgery.md": """# Harbour Surgery

Appointments from 8am on 01632 960 444.

- Monday, Tuesday, Thursday: 8am to 6.30pm
- Wednesday: 8am to 8pm
- Friday: 8am to 5pm
""",
    "baths.md": """# Quay Baths

## Pool

| Day | Hours |
|---|---|
| Monday | 7am to 9pm |
| Tuesday | 7am to 8pm |

## Café

| Day | Hours |
|---|---|
| Monday | 10am to 4pm |
| Tuesday | 10am to 3pm |
""",
    "tip.md": "# Household tip\n\nThe tip is open from 8am to 6pm. Asbestos is taken by appointment.\n",
    "stall.md": "# Fish stall\n\nFriday: 8am to noon\n\nCash only.\n",
    "office.txt": "Town council\n\nThe office is open Monday to Friday, 10am to 4pm, and closed on Wednesdays.\n",
}


@pytest.fixture(scope="module")
def papers(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("opening"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "hours"),
    [
        ("What time is the library open until on Thursday?", "9.30am - 7pm"),
        ("library opening hours thursday", "9.30am - 7pm"),
        ("when does the library shut on tuesdays", "9.30am - 5pm"),
        ("how late can I see a doctor at Harbour Surgery on a Friday", "8am to 5pm"),
        ("What time does the surgery close on Tuesday?", "8am to 6.30pm"),
    ],
)
def test_the_row_of_the_day_answers(assistant: Assistant, papers: Snapshot, question: str, hours: str) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30)))
    assert answer.answer and answer.answer.quote.endswith(hours)
    assert answer.confidence >= 0.8


@pytest.mark.parametrize(
    "question", ["When does the library shut on Fridays?", "What time does the pub shut on Monday?"]
)
def test_a_row_of_another_day_or_place_answers_nothing(assistant: Assistant, papers: Snapshot, question: str) -> None:
    assert assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30))).answer is None


def test_a_row_below_a_heading_of_hours_alone_is_not_of_any_place(assistant: Assistant, papers: Snapshot) -> None:
    question = "How late is the tip open on a Thursday in July?"
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 30))).answer
    assert answer and answer.document_id == "tip.md"


def test_of_two_rows_for_a_day_neither_is_sure_by_its_day_alone(assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest("When do the Quay Baths open on Monday?", today=date(2026, 11, 30)))
    assert answer.confidence != 0.8


def test_one_line_of_a_day_is_no_table_of_hours(assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest("When does the fish stall open on Friday?", today=date(2026, 11, 30)))
    assert answer.answer and answer.confidence != 0.8


def test_a_day_is_no_answer_where_the_time_of_day_is_asked(assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(papers, AskRequest("what time does the council office shut?", today=date(2026, 11, 30)))
    assert answer.answer is None or "4pm" in answer.answer.quote


def test_an_address_of_mail_is_never_cut(assistant: Assistant, tmp_path: Path) -> None:
    text = "# Contacts\n\nDeputy Clerk (allotments): Owen Tait – 01632 960 202 – allotments@marrambay.example\n"
    papers = open_papers({"contacts.md": text}, tmp_path, assistant.encoder)
    answer = assistant.ask(papers, AskRequest("who is the deputy clerk", today=date(2026, 11, 30)))
    assert answer.answer and not answer.answer.quote.endswith("@marrambay")
