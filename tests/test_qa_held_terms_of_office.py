"""When, or how long, somebody held a post is told by the register of those who held it."""

from __future__ import annotations

from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest

PAPERS = {
    "mayors.md": (
        "# Mayors of Oakholm\n\n- 2015–2017 Cllr Brenda Hope\n- 2017–2018 Cllr Alan Firth\n"
        "- 2018–2021 Cllr Priya Dane\n"
        "- 2021–2022 Cllr Alan Firth\n- 2022– Cllr Dora Hale\n"
    ),
    "chairs.md": (
        "# Chairs of the Larch Trust\n\n- 2005–2011 John Hale\n- 2011–2016 Mary Hale\n- 2016–2019 John Hale\n"
        "- 2019–2022 Ann Poole\n- 2022– Ben Poole\n"
    ),
    "harbour.html": (
        "<html><head><title>Our harbour masters</title></head><body><h1>Our harbour masters</h1><table>"
        "<tr><th>Name</th><th>From</th><th>To</th></tr><tr><td>Edwin Carr</td><td>1978</td><td>1996</td></tr>"
        "<tr><td>Captain Moira Stott</td><td>1996</td><td>2011</td></tr>"
        "<tr><td>Captain Ruth Tull</td><td>2011</td><td>present</td></tr></table>"
        "<p>Captain Tull took up the post in September 2011, having been deputy for six years.</p></body></html>"
    ),
}


def ask(assistant: Assistant, papers: Snapshot, question: str) -> Answer:
    return assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When was Priya Dane mayor?", "2018–2021 Cllr Priya Dane"),
        ("When did Cllr Hope become mayor?", "2015–2017 Cllr Brenda Hope"),
        ("How long was Brenda Hope mayor?", "2015–2017 Cllr Brenda Hope"),
        ("How many years was Moira Stott harbour master?", "Captain Moira Stott | 1996 | 2011"),
        ("How long has Ruth Tull been harbour master?", "Captain Ruth Tull | 2011 | present"),
        ("first harbour master listed", "Edwin Carr | 1978 | 1996"),
        ("Who is the last harbour master listed?", "Captain Ruth Tull | 2011 | present"),
        ("Who is the first mayor of Oakholm listed?", "2015–2017 Cllr Brenda Hope"),
        ("Who was the last mayor on record?", "2022– Cllr Dora Hale"),
    ],
)
def test_the_line_of_the_one_who_is_named_answers(
    assistant: Assistant, papers: Snapshot, question: str, quote: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer and answer.answer.quote == quote


def test_all_terms_of_one_are_shown(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When was Alan Firth mayor?")
    assert answer.answer and answer.answer.quote == "2021–2022 Cllr Alan Firth"
    assert [other.quote for other in answer.alternatives if other.relation == "date"] == ["2017–2018 Cllr Alan Firth"]


def test_of_two_of_one_surname_the_one_who_is_named_is_meant(assistant: Assistant, papers: Snapshot) -> None:
    answer = ask(assistant, papers, "When was John Hale chair?")
    shown = [answer.answer.quote if answer.answer else "", *(other.quote for other in answer.alternatives)]
    assert shown[:2] == ["2016–2019 John Hale", "2005–2011 John Hale"]
    assert not any("Mary" in one for one in shown)


@pytest.mark.parametrize(
    "question", ["When was Alan Firth treasurer?", "When was Edwin Carr mayor?", "Who is the first treasurer listed?"]
)
def test_a_post_that_somebody_did_not_hold_is_not_answered(
    assistant: Assistant, papers: Snapshot, question: str
) -> None:
    answer = ask(assistant, papers, question)
    assert answer.answer is None or answer.confidence < 0.8
