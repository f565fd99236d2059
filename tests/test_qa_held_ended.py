"""What a later paper says was ended is not told as what holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS: Mapping[str, str] = {
    "april.md": (
        "# Wexholme Town Council: minutes of 14 April 2026\n\nPresent: Cllrs Moor, Reed and Field.\n\n"
        "41/26 Barbecues. Resolved that barbecues are banned on the Green from 1 May 2026.\n\n"
        "42/26 Car park. A charge of £2 a day for the Mill Lane car park was agreed, to start on 1 May 2026.\n\n"
        "43/26 Dogs. Resolved that dogs are banned from the cemetery.\n\n"
        "44/26 Drones. Resolved that drones are banned on the Green.\n\n"
        "45/26 Hall. The hall has a booking fee of £5.\n\n"
        "46/26 Fires. Bonfires are not allowed on the beach.\n\n"
        "47/26 Slipway. Launching a boat costs £7.\n\n"
        "48/26 Ramp. The clerk has closed the ramp until 1 June 2026.\n"
    ),
    "september.md": (
        "# Wexholme Town Council: minutes of 8 September 2026\n\nPresent: Cllrs Moor, Reed and Field.\n\n"
        "77/26 Barbecues. Resolved that the ban on barbecues on the Green be lifted with immediate effect.\n\n"
        "78/26 Parking. It was resolved to withdraw the charge for the Mill Lane car park from 1 October 2026.\n\n"
        "79/26 Dogs. A request that the ban on dogs in the cemetery be lifted was refused.\n\n"
        "80/26 Hall. Resolved to scrap the booking fee of the hall from 1 April 2027.\n\n"
        "81/26 Slipway. The charge for launching a boat was scrapped for lifeguards.\n"
    ),
    "october.md": (
        "# Northcliff Town Council: minutes of 6 October 2026\n\nPresent: Cllrs Hale and Penn.\n\n"
        "9/26 Fires. The ban on bonfires on the beach was lifted.\n"
    ),
    "news.md": "# Mill Lane News, November 2026\n\nThe ban on drones on the Green has been lifted. The bar is open.\n",
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Are barbecues banned on the Green?", "lifted"),
        ("How much is the Mill Lane car park?", "withdraw the charge"),
        ("How much is the charge for the Mill Lane car park now?", "withdraw the charge"),
    ],
)
def test_the_later_paper_answers_and_the_earlier_one_stands_beside(
    question: str, words: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and words in answer.answer.quote
    if "charge" in words:
        assert any(one.kind == "later" and "8 September 2026" in one.text for one in answer.notices)
        assert any(other.document_id == "april.md" for other in answer.alternatives)
    assert not any(one.kind == "as_of" for one in answer.notices)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("How much was the Mill Lane car park in June 2026?", "april.md"),
        ("How much is the booking fee of the hall?", "april.md"),
        ("When did the ban on barbecues on the Green start?", "april.md"),
        ("Are bonfires allowed on the beach?", "april.md"),
        ("How much is launching a boat?", "april.md"),
    ],
)
def test_another_rule_another_body_another_time_or_an_end_to_come_changes_nothing(
    question: str, document: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None or answer.answer.document_id == document
    assert not any("this ended" in one.text for one in answer.notices)


def test_what_was_refused_has_not_ended(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Are dogs banned from the cemetery?")
    assert not any("this ended" in one.text for one in answer.notices)


def test_what_was_so_until_a_day_that_is_over_says_so(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Is the ramp closed?")
    assert answer.confidence <= 0.5
    told = [one.text for one in answer.notices if one.kind == "passed"]
    assert answer.answer is None or told == ["These words tell of a time until 1 June 2026, which is over."]
    then = assistant.ask(papers, AskRequest("Is the ramp closed?", today=date(2026, 5, 2)))
    assert not any(one.kind == "passed" for one in then.notices)


def test_what_a_paper_of_nobody_known_says_ended_is_told_beside_it(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Are drones banned on the Green?")
    is_beside = any("“The ban on drones on the Green has been lifted.”" in one.text for one in answer.notices)
    assert answer.answer is None or answer.answer.document_id == "news.md" or is_beside
    assert answer.confidence <= 0.5 or (answer.answer is not None and answer.answer.document_id == "news.md")


def test_what_ended_and_is_so_again_is_no_surer_than_not(
    assistant: Assistant, tmp_path_factory: pytest.TempPathFactory
) -> None:
    head = "# Ashmere Parish Council: minutes of 3 March {}\n\n"
    told = {
        "2023": "Resolved that barbecues are banned on the Green.\n",
        "2024": "Resolved that the ban on barbecues on the Green be lifted.\n",
        "2025": "After two fires barbecues are banned on the Green again.\n",
    }
    minutes = {f"{year}.md": head.format(year) + said for year, said in told.items()}
    papers = open_papers(minutes, tmp_path_factory.mktemp("again"), assistant.encoder)
    answer = ask(assistant, papers, "Are barbecues banned on the Green?")
    assert answer.answer and answer.answer.document_id == "2024.md" and answer.confidence <= 0.5
    assert any("barbecues are banned on the Green again" in one.text for one in answer.notices)
