"""What papers of other days say under the same heading: the newer one answers, but for what it does not tell of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "min-2025-05-06.md": (
        "# Sellick Parish Council\n\n## Minutes of the annual meeting held on Tuesday 6 May 2025\n\n"
        "### 31/25 Financial regulations\n\n"
        "The Clerk may spend up to £900 on any one item without prior approval, and up to £1,800 in an emergency.\n\n"
        "### 32/25 Grants\n\nThe Scouts were given £350 for tents. The Bowls Club was given £200.\n\n"
        "### 33/25 Quorum\n\nQuorum: 4 of 9 members.\n\n"
        "### 34/25 Hall hire\n\nIt was proposed to raise the hire of the large hall from £14 to £18 an hour from "
        "1 September 2025; a decision will be made in July.\n\n"
        "### 35/25 Burial ground\n\nThe fee for a plot is £310.\n"
    ),
    "min-2025-07-08.md": (
        "# Sellick Parish Council\n\n## Minutes of the meeting held on Tuesday 8 July 2025\n\n"
        "### 48/25 Hall hire\n\nThe charge for the large hall will be £16 an hour from 1 October 2025.\n\n"
        "### 49/25 Allotments\n\nThe rent of a plot is £32 a year.\n\n"
        "### 50/25 Large and small skips\n\nA large skip costs £240 and a small one £160.\n"
    ),
    "min-2026-05-05.md": (
        "# Sellick Parish Council\n\n## Minutes of the annual meeting held on Tuesday 5 May 2026\n\n"
        "### 22/26 Financial regulations\n\n"
        "The Clerk may spend up to £1,300 on any one item without prior approval.\n\n"
        "### 23/26 Grants\n\nThe Bowls Club was given £260.\n\n### 24/26 Quorum\n\nThe quorum rises to 5.\n\n"
        "### 25/26 Burial ground\n\nThe fee for a plot is under review. A contractor asked for £75 to cut it.\n\n"
        "### 26/26 Large and small skips\n\nA small skip is £175 now.\n"
    ),
    "min-2026-07-07.md": (
        "# Sellick Parish Council\n\n## Minutes of the meeting held on Tuesday 7 July 2026\n\n"
        "### 31/26 Any other business\n\nThe hire of a marquee rises from £45 to £60 a day. "
        "The council will meet on 8 September 2026.\n"
    ),
    "hire-2025-03-04.md": (
        "# Sellick Parish Council\n\n## Things to borrow, 4 March 2025\n\nYou pay £45 a day for marquee hire.\n"
    ),
    "draft-2026-09-08.md": (
        "# Sellick Parish Council\n\n## Draft budget paper for discussion, 8 September 2026\n\n"
        "### Allotments\n\nThe rent of a plot would be £41 a year.\n"
    ),
    "board-2026-10-10.md": (
        "# Marl Valley Drainage Board\n\n## Minutes of the meeting held on 10 October 2026\n\n"
        "### 11/26 Financial regulations\n\n"
        "The Engineer may spend up to £6,000 on any one item without prior approval.\n\n"
        "### 12/26 Quorum\n\nQuorum: 7 of 15 members.\n"
    ),
}


@pytest.fixture(scope="module")
def snapshot(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("sections"), assistant.encoder)


def ask(assistant: Assistant, snapshot: Snapshot, question: str) -> Answer:
    return assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("clerk spending limit single item", "£1,300"),
        ("How much may the Clerk spend on one item without approval?", "£1,300"),
        ("quorum sellick parish council", "5"),
        ("large hall hire per hour", "£16"),
        ("marquee hire per day", "£60"),
        ("How much is a small skip?", "£175"),
    ],
)
def test_what_a_newer_paper_says_under_the_same_heading_answers(
    assistant: Assistant, snapshot: Snapshot, question: str, quote: str
) -> None:
    found = ask(assistant, snapshot, question).answer
    assert found and quote in found.quote


def test_what_was_said_before_stands_beside_it(assistant: Assistant, snapshot: Snapshot) -> None:
    earlier = ask(assistant, snapshot, "clerk spending limit single item").alternatives
    assert [other.relation for other in earlier if "£900" in other.quote] == ["earlier"]


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("burial plot fee", "£310"),
        ("allotment plot rent", "£32"),
        ("How much did the Bowls Club get in 2025?", "£200"),
        ("sellick clerk may spend without prior approval in 2025", "£900"),
        ("drainage board engineer spending limit", "£6,000"),
        ("How much is a large skip?", "£240"),
    ],
)
def test_older_words_stay_where_the_newer_section_is_of_something_else(
    assistant: Assistant, snapshot: Snapshot, question: str, quote: str
) -> None:
    found = ask(assistant, snapshot, question).answer
    assert found and quote in found.quote


def test_minutes_do_not_tell_what_was_given_in_a_year_after_them(assistant: Assistant, snapshot: Snapshot) -> None:
    assert ask(assistant, snapshot, "How much did the Scouts get in 2026?").answer is None


def test_a_day_outside_the_time_asked_about_is_no_answer(assistant: Assistant, snapshot: Snapshot) -> None:
    assert ask(assistant, snapshot, "When does the council meet in October 2026?").answer is None
    found = ask(assistant, snapshot, "When does the council meet in September 2026?").answer
    assert found and found.quote == "8 September 2026"


def test_people_are_no_sum_so_that_numbers_of_them_are_compared_by_their_words(
    assistant: Assistant, tmp_path: Path
) -> None:
    head = "# Loom Guild {0}\n\nPublished: 3 May {0}\n\n## 4. Quorum of council\n\n"
    papers = {
        "2025.md": head.format(2025) + "Quorum of council: 5 of 8 people.\n",
        "2026.md": head.format(2026) + "The trip to Hay was booked by 9 of 12 people.\n",
    }
    answer = ask(assistant, open_papers(papers, tmp_path, assistant.encoder), "quorum council")
    assert answer.answer and answer.answer.sentence.text == "Quorum of council: 5 of 8 people."
