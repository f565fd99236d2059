"""A rule with an amendment in brackets is shown with it, and a rule as it was worded once is not told as what holds."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "plots.txt": (
        "Brackenfold Allotment Society\nRules of the allotments, as amended to 1 September 2026\n\n"
        "1. Bonfires\nBonfires are allowed on Saturdays. [Suspended from 1 July 2026 until further notice.]\n\n"
        "2. Hens\nMembers may keep up to six hens on a plot. [Repealed by the general meeting, 2014.]\n\n"
        "3. Ponds\n[Deleted on 4 April 2019: A pond may be no deeper than 60 centimetres.]\n\n"
        "4. Deposit\nA deposit of £25 is payable for each key. [Inserted on 12 May 2018.]\n\n"
        "5. Dogs\nDogs must be kept on a lead. [See also rule 9 on nuisance.]\n"
    ),
    "promenade.md": (
        "# Byelaws of Marwick Promenade\n\n## 1 Cycling\n\nBicycles may be pushed at all times. [Until 31 May 2009 "
        "this byelaw read: “No person shall ride a bicycle on the promenade, and the penalty is £20.”]\n\n"
        "## 2 Nets\n\nNets may be dried on the east quay. [Ceased to have effect 30 September 2022.]\n\n"
        "## 3 Bait\n\nBait digging is allowed on the flats. [Suspended from 1 March 2024 to 30 June 2024.]\n"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "brackets"),
    [
        ("When are bonfires allowed?", "Suspended from 1 July 2026 until further notice."),
        ("How many hens may members keep on a plot?", "Repealed by the general meeting, 2014."),
        ("How deep may a pond be?", "Deleted on 4 April 2019"),
        ("Where may nets be dried?", "Ceased to have effect 30 September 2022."),
    ],
)
def test_a_rule_that_holds_no_more_is_shown_with_what_says_so(
    question: str, brackets: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and f"[{brackets}" in answer.answer.quote and answer.answer.value is None
    told = [one.text for one in answer.notices if one.kind == "passed"]
    assert told == [f"The brackets beside these words say of them: “{brackets}”"]


def test_a_rule_as_it_was_worded_once_is_no_surer_than_not(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "What is the penalty for riding a bicycle on the promenade?")
    assert answer.confidence <= 0.5
    assert answer.answer is None or answer.answer.quote.startswith("Bicycles may be pushed")


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How much is the deposit for a key?", "£25"),
        ("When was the rule on hens repealed?", "2014"),
        ("Must dogs be kept on a lead?", "must be kept on a lead"),
        ("Is bait digging allowed on the flats?", "allowed on the flats"),
    ],
)
def test_other_brackets_and_what_they_tell_themselves_change_nothing(
    question: str, quote: str, assistant: Assistant, papers: Snapshot
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and quote in answer.answer.quote and "[" not in answer.answer.quote
    assert not any(one.kind == "passed" for one in answer.notices)


def test_a_refusal_points_to_how_a_rule_was_worded_at_the_time(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "What was the penalty for riding a bicycle on the promenade in 2008?")
    assert answer.reason == "date_not_covered" and answer.reason_text
    assert "“Until 31 May 2009 this byelaw read …”" in answer.reason_text
    for question in (
        "What was the penalty for riding a bicycle on the promenade in 2011?",
        "What was the deposit for a key in 2008?",
        "How deep might a pond be in 2008?",
    ):
        answer = ask(assistant, papers, question)
        assert answer.answer is None and "byelaw read" not in (answer.reason_text or "")
