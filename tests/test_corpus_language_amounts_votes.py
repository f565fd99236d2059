"""Votes go to the side that is asked about."""

from __future__ import annotations

import pytest

from corpus.language.amounts.counted import number_answer
from corpus.language.amounts.votes import side_asked, tells_of_vote


@pytest.mark.parametrize(
    ("sentence", "question", "normalized"),
    [
        ("The vote was carried by 12 votes to 7.", "How many votes were against?", "7"),
        ("The vote was carried by 12 votes to 7.", "How many votes were for it?", "12"),
        ("The motion was lost by 7 votes to 12.", "How many voted against the motion?", "12"),
        ("The motion was defeated by 12 votes to 7.", "How many voted for the motion?", "7"),
        ("The amendment was carried, 12 in favour, 7 against and 3 abstentions.", "How many members abstained?", "3"),
        ("The amendment was carried, 12 in favour, 7 against and 3 abstentions.", "How many were in favour?", "12"),
        ("For: 12. Against: 7. Abstained: 1. The motion was carried.", "How many voted against?", "7"),
        ("Nine members voted for the plan and four against.", "How many members voted against the plan?", "4"),
        ("Nine members voted for the plan and four against.", "How many members voted for it?", "9"),
        ("The plan was approved by 31 votes to 2, with 5 abstentions.", "How many councillors abstained?", "5"),
        ("The plan was approved by 31 votes to 2, with 5 abstentions.", "How many votes were against the plan?", "2"),
        ("The ballot: Ayes 40, Noes 33.", "How many votes were in favour?", "40"),
        ("The ballot: Ayes 40, Noes 33.", "How many votes were against?", "33"),
        ("20 for, 15 against, with 3 abstentions.", "How many abstained?", "3"),
        ("20 for, 15 against, with 3 abstentions.", "How many votes were against?", "15"),
        ("It passed with 20 for and 15 against; nobody abstained.", "How many abstained?", "0"),
        ("It passed with 20 in favour; no one was against.", "How many votes were against?", "0"),
    ],
)
def test_a_side_has_its_votes(sentence: str, question: str, normalized: str) -> None:
    found = number_answer(sentence, question)
    assert found and found[2].normalized == normalized


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("How many votes were for it?", "for"),
        ("How many members were in favour of the motion?", "for"),
        ("How many voted against?", "against"),
        ("Who abstained?", "abstained"),
        ("How many were against closing the bridge?", "against"),
        ("How many councillors were in favour of it?", "for"),
        ("How many are against the law?", "against"),
        ("How many were for sale?", None),
        ("How many votes are needed for a by-law to pass?", None),
        ("How much is paid for it?", None),
        ("Gran has passed away. How long have I got to put in for it?", None),
        ("It was agreed in May. How long did they wait for it?", None),
        ("How many members signed up for it?", None),
        ("How many members asked for the bus?", None),
        ("How many councillors have to pay for the dinner?", None),
        ("How many carers were supported by the scheme that was agreed?", None),
        ("How many clubs have been fully backed since the proposal?", None),
        ("How many councillors voted for the plan?", "for"),
        ("How many votes were cast for it?", "for"),
        ("How many councillors supported the motion?", "for"),
    ],
)
def test_a_question_asks_about_a_side_of_a_vote(question: str, side: str | None) -> None:
    assert side_asked(question) == side


def test_votes_of_the_other_sides_are_no_answer() -> None:
    assert number_answer("The motion was carried with 20 for and 15 against.", "How many abstained?") is None


def test_numbers_of_no_vote_have_no_side() -> None:
    found = number_answer("The school has 12 classes and 7 rooms.", "How many votes were against?")
    assert found and found[2].normalized == "12"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The plan was carried.", True),
        ("Seven were against.", True),
        ("Three abstained.", True),
        ("In favour: 12", True),
        ("Between fifteen and twenty families wait for it.", False),
    ],
)
def test_a_text_may_tell_of_a_vote(text: str, told: bool) -> None:
    assert tells_of_vote(text) is told
