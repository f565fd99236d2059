"""Words that only put forward what is asked about say so, and are no surer than not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS: Mapping[str, str] = {
    "board.md": (
        "# Board meeting of Brae Hospitals\nPublished: 27 March 2025\n\n"
        "It is proposed to raise the staff permit from £14 to £17.50 a month from 1 June 2025.\n"
    ),
    "hall.md": (
        "# Brae Village Hall: hire charges\nPublished: 14 January 2025\n\n## Deposit\n\n"
        "A deposit of £100 is taken for parties.\n"
    ),
    "trustees.md": (
        "# Report to the trustees of Brae Village Hall\nPublished: 6 October 2026\n\n## Deposit\n\n"
        "The treasurer suggests that the deposit for parties should rise to £180.\n"
    ),
    "ferry.md": (
        "# Report to the Brae Ferry Board\nPublished: 6 May 2026\n\n## 3. Decisions sought\n\n"
        "- An adult single fare of £4.20 from July 2026.\n- A last boat at 9.40pm.\n\n"
        "## 4. Fares\n\nThe family fare is £11.\n"
    ),
    "lock.md": (
        "# Brae Lock: works\nPublished: 2 March 2026\n\n"
        "Brae Lock will close on 9 March 2026. The lock cottage will close on 31 January 2027.\n"
    ),
    "council.md": (
        "# Brae Council: Minutes of 14 January 2026\n\n"
        "3. Shop. Mrs Pell told the Council that she would open the shop in Mill Street on 2 May.\n\n"
        "4. Hall. The roof of the Mill Street hall was mended in December at a cost of £3,200.\n"
    ),
    "letter.md": (
        "# Letter to members of the Loom Guild\nPublished: 4 February 2025\n\n"
        "It was proposed to raise the deposit for a loom from £60 to £75. This was agreed by all.\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 27)))


def test_what_is_only_proposed_is_said_to_be(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "staff permit monthly cost")
    assert answer.answer and "£17.50" in answer.answer.quote and answer.confidence <= 0.5
    told = "These words of 27 March 2025 only put this forward: that it was decided so was not found."
    assert [(notice.kind, notice.text) for notice in answer.notices] == [("proposed", told)]


@pytest.mark.parametrize("question", ["What is the deposit for parties?", "party deposit"])
def test_what_somebody_suggests_is_not_told_as_what_holds(
    question: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    is_of_old = answer.answer is not None and "£100" in answer.answer.quote
    assert is_of_old or (answer.confidence <= 0.5 and "proposed" in {notice.kind for notice in answer.notices})


@pytest.mark.parametrize("question", ["What is proposed for the staff permit?", "How much is the deposit for a loom?"])
def test_a_proposal_that_is_asked_for_or_was_agreed_is_as_sure_as_ever(
    question: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert "proposed" not in {notice.kind for notice in answer.notices}


def test_what_stands_below_a_heading_of_proposals_is_only_put_forward(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "How much is an adult single fare on the ferry?")
    assert answer.answer is None or (answer.confidence <= 0.5 and "proposed" in {one.kind for one in answer.notices})
    family = ask(assistant, papers, "How much is the family fare on the ferry?")
    assert family.answer and "proposed" not in {notice.kind for notice in family.notices}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "When did Brae Lock close?",
            "when this was to be: “Brae Lock will close on 9 March 2026.” Whether it came so was not found.",
        ),
        (
            "When did the lock cottage close?",
            "when this is to be: “The lock cottage will close on 31 January 2027.” That it has come yet was not",
        ),
    ],
)
def test_a_plan_is_told_where_nothing_says_that_it_came(
    question: str, told: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None and answer.reason == "held_until"
    assert answer.reason_text and told in answer.reason_text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Is Brae Lock closed now?",
            "say when this was to be: “Brae Lock will close on 9 March 2026.” Whether it came",
        ),
        (
            "Has the lock cottage closed yet?",
            "say when this is to be: “The lock cottage will close on 31 January 2027.”",
        ),
    ],
)
def test_whether_something_has_come_is_not_told_by_a_plan(
    question: str, told: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None and answer.reason == "held_until"
    assert answer.reason_text and told in answer.reason_text


def test_whether_something_is_to_come_is_told_by_a_plan(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "Will the lock cottage close?")
    assert answer.answer and "31 January 2027" in answer.answer.sentence.text


def test_a_plan_for_another_thing_is_no_reason(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When did the lock shop close?")
    assert answer.answer is None and answer.reason != "held_until"


def test_what_somebody_said_would_be_is_told_as_that(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When did the shop in Mill Street open?")
    assert answer.answer and "2 May" in answer.answer.quote and answer.confidence <= 0.5
    assert any("said it would be so" in notice.text for notice in answer.notices)


@pytest.mark.parametrize(
    ("question", "said"),
    [("When will the shop in Mill Street open?", "2 May"), ("How much did the roof of the hall cost?", "£3,200")],
)
def test_what_will_be_and_what_was_are_told_as_before(
    question: str, said: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and said in answer.answer.quote and answer.confidence > 0.5
    assert not any(notice.kind == "proposed" for notice in answer.notices)
