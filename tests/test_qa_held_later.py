"""What an item of minutes says is no surer than not where later ones have an item of its name and matter."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "minutes-2026-09-14.md": (
        "# Pellow Town Council: Minutes of the meeting of 14 September 2026\n\n"
        "53. Youth shelter. The Council declined to pay for a youth shelter in Cobb's Field.\n\n"
        "54. Bench. It was agreed to buy a bench for the green at £900.\n\n"
        "55. Finance. The balance of the reserve was £41,000.\n"
    ),
    "minutes-2026-11-09.md": (
        "# Pellow Town Council: Minutes of the meeting of 9 November 2026\n\n"
        "63. Youth shelter. Minute 53 was reconsidered. RESOLVED to grant £4,000 towards a youth shelter.\n\n"
        "64. Finance. Payments of £2,310 were approved.\n"
    ),
    "news-2026-03.md": (
        "# Home News, March 2026\n\nPublished 2 March 2026\n\n## Kestrel House\n\n"
        "The lift at Kestrel House has been out of order since 9 February.\n\n## Office\n\n"
        "The office in Stone Street is open on Saturdays.\n\n## Swaps\n\n"
        "The swap shop at Kestrel House takes books and toys.\n"
    ),
    "news-2026-11.md": (
        "# Home News, November 2026\n\nPublished 9 November 2026\n\n## Kestrel House\n\n"
        "The lift at Kestrel House broke down again on 2 November.\n\n## Garden\n\n"
        "The garden in Stone Street has a pond now.\n\n## Thanks\n\n"
        "The swap shop at Kestrel House thanked all its helpers.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


def test_later_minutes_with_the_item_are_pointed_to(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Is the council paying for a youth shelter?")
    assert answer.confidence <= 0.5
    [notice] = [notice for notice in answer.notices if notice.kind == "later"]
    assert notice.text == (
        "A later paper, of 9 November 2026, has an item of this name: “63. Youth shelter. Minute 53 was reconsidered. "
        "RESOLVED to grant £4,000 towards a youth shelter.”"
    )


@pytest.mark.parametrize(
    "question",
    [
        "How much does the bench for the green cost?",
        "What was the balance of the reserve?",
        "Did the council pay for a youth shelter in September 2026?",
    ],
)
def test_an_item_on_something_else_or_of_a_time_asked_about_is_none(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    assert "later" not in [notice.kind for notice in ask(assistant, papers, question).notices]


def test_a_later_paper_that_tells_of_the_state_asked_about_is_pointed_to(
    assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, "Is the lift at Kestrel House working?")
    assert answer.answer and answer.confidence <= 0.5
    [notice] = [notice for notice in answer.notices if notice.kind == "later"]
    assert notice.text == (
        "A later paper, of 9 November 2026, tells of this too: "
        "“The lift at Kestrel House broke down again on 2 November.”"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Is the office in Stone Street open on Saturdays?",
        "Was the lift at Kestrel House broken in February 2026?",
        "What does the swap shop at Kestrel House take?",
    ],
)
def test_a_later_paper_on_something_else_is_not_pointed_to(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    assert "later" not in [notice.kind for notice in ask(assistant, papers, question).notices]
