"""What changed between two editions is told by both, and nothing that did not change is shown for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "leave-2023.md": """# Quay Homes: leave policy

Approved by the Board on 12 May 2023. Review due May 2026.

1. Staff have 25 days of leave a year.
2. Up to five days may be carried over. They must be used by 31 May.
3. Sick pay is paid for 26 weeks. A note is needed after seven days.
4. Unpaid leave is granted by the director.
5. Interns have no leave of their own.
""",
    "leave-2026.txt": """QUAY HOMES - LEAVE POLICY
Version 2 - agreed 3 June 2026, takes effect 1 July 2026. It supersedes version 1 (2023).

1. Staff have 27 days of leave a year.
2. Up to five days may be carried over. They must be used by 30 June.
3. Sick pay is paid for 26 weeks. A note is needed after seven days.
4. Leave may be bought, up to five days a year.
5. An intern who stays for half a year is given four days off by the team.
""",
    "hire-2024.txt": """THORNBY VILLAGE HALL
Hire charges 2024

These charges apply from 1 April 2024 to 31 March 2025.

Main hall, per hour: £14
Kitchen: £10
A deposit of £50 is asked of all hirers.
""",
    "hire-2026.md": """# Thornby Village Hall

## Hire charges 2026

These charges apply from 1 April 2026 to 31 March 2027.

| Room | Charge |
|---|---|
| Main hall, per hour | £14 |
| Kitchen | £12 |

A deposit of £80 is asked of all hirers.
""",
}
ASSISTANT = Assistant(HashingEncoder())


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("changed")
    return open_papers(PAPERS, folder, HashingEncoder())


def ask(papers: Snapshot, question: str) -> Answer:
    return ASSISTANT.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "new", "old"),
    [
        ("what changed about carry over between the 2023 and 2026 leave policies", "by 30 June", "by 31 May"),
        ("What has changed in the leave policy?", "27 days of leave", "25 days of leave"),
        ("How has the deposit changed since the 2024 hire charges?", "£80", "£50"),
        ("difference between the 2024 and 2026 hire charges for the kitchen", "£12", "£10"),
        ("What changed for interns in the leave policy?", "given four days off", "no leave of their own"),
    ],
)
def test_the_two_sentences_that_differ_are_shown(papers: Snapshot, question: str, new: str, old: str) -> None:
    answer = ask(papers, question)
    assert answer.answer and new in answer.answer.quote
    assert [(one.relation, old in one.quote) for one in answer.alternatives] == [("edition", True)]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What is different about unpaid leave in the 2026 leave policy?", "Unpaid leave is granted by the director."),
        (
            "What changed about buying leave since the 2023 leave policy?",
            "Leave may be bought, up to five days a year.",
        ),
    ],
)
def test_what_was_left_out_or_added_is_shown_with_that(papers: Snapshot, question: str, quote: str) -> None:
    answer = ask(papers, question)
    assert answer.answer and answer.answer.quote == quote
    assert any("has no sentence like this" in notice.text for notice in answer.notices)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("What changed about sick pay between the 2023 and 2026 leave policies?", "sick pay"),
        ("What changed about dogs between the 2024 and 2026 hire charges?", "dogs"),
        ("What changed about the main hall between the 2024 and 2026 hire charges?", "main"),
    ],
)
def test_where_nothing_of_it_differs_that_is_said(papers: Snapshot, question: str, word: str) -> None:
    answer = ask(papers, question)
    assert answer.answer is None and "Nothing that differs between the editions of" in answer.reason_text
    assert f"{word}" in answer.reason_text
    assert answer.reason == "nothing_changed"


@pytest.mark.parametrize(
    "question",
    [
        "What changed between the 2019 and 2026 leave policies?",
        "What does the 2026 leave policy say about sick pay?",
        "What changed in Thornby?",
    ],
)
def test_other_questions_are_answered_otherwise(papers: Snapshot, question: str) -> None:
    assert "Nothing" not in ask(papers, question).reason_text


def test_that_more_differs_is_told(papers: Snapshot) -> None:
    answer = ask(papers, "What has changed in the leave policy?")
    assert [notice.text for notice in answer.notices if notice.kind == "partial"] == [
        "In 5 more places the editions of 12 May 2023 and 3 June 2026 differ on this."
    ]


def test_how_it_was_answered_is_explained(papers: Snapshot) -> None:
    for question in ("What has changed in the leave policy?", "What changed about dogs in the hire charges?"):
        answer = ASSISTANT.ask(papers, AskRequest(question, explain=True, today=date(2026, 11, 29)))
        assert answer.explanation and answer.passages


POOL = {
    "fees-2022.md": (
        "# Fees policy of Larch Pool\n\nEffective from 1 April 2022\n\nA swim costs £4. Towels are free. "
        "The pool shuts at 8pm.\n\n| Thing | Fee |\n|---|---|\n| Dog wash | £10 |\n| Locker | £1 |\n"
    ),
    "fees-2025.md": (
        "# Fees policy of Larch Pool\n\nEffective from 1 April 2025\n\nThe pool shuts at 8pm. Towels are free. "
        "A swim costs £5.\n\n| Thing | Fee |\n|---|---|\n| Dog wash | £12 |\n| Locker | £1 |\n"
    ),
}


def test_what_differs_beside_an_unchanged_sentence_is_not_told_of_it(tmp_path: Path) -> None:
    papers = open_papers(POOL, tmp_path, HashingEncoder())
    towels = ask(papers, "What changed about towels in the fees policy of Larch Pool?")
    assert towels.answer is None and "speaks of “towels”" in towels.reason_text
    swim = ask(papers, "What changed about the swim in the fees policy of Larch Pool?")
    assert swim.answer and "£5" in swim.answer.quote


PETS = {
    "pets-2022.md": (
        "# Pet policy of Larch Homes\n\nEffective from 1 April 2022\n\n## Dogs\n\nTenants may keep one dog.\n\n"
        "## Flats\n\nNo pets are allowed in flats above the first floor.\n\n"
        "| Pet | Fee |\n|---|---|\n| Dog | £10 |\n| Cat | £5 |\n"
    ),
    "pets-2025.md": (
        "# Pet policy of Larch Homes\n\nEffective from 1 April 2025\n\n## Dogs\n\nTenants may keep two dogs.\n\n"
        "## Flats\n\nCats are allowed in all flats.\n\n| Pet | Fee |\n|---|---|\n| Dog | £12 |\n| Cat | £5 |\n"
    ),
}


def test_a_fee_that_is_asked_about_is_what_is_told(tmp_path: Path) -> None:
    papers = open_papers(PETS, tmp_path, HashingEncoder())
    fee = ask(papers, "How did the fee for a dog change between the 2022 and 2025 pet policies?")
    assert fee.answer and fee.answer.quote == "Dog | £12"


def test_no_sentence_is_said_to_be_missing_beside_one_on_the_same_matter(tmp_path: Path) -> None:
    papers = open_papers(PETS, tmp_path, HashingEncoder())
    flats = ask(papers, "What changed about flats between the 2022 and 2025 pet policies?")
    assert flats.alternatives and "No pets are allowed in flats" in flats.alternatives[0].quote
    assert not any("no sentence like this" in notice.text for notice in flats.notices)
