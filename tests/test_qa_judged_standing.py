"""People ask for a judgement without a word for it, and of other things in like words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.judged.standing import asks_standing, is_of_judgements, names_judging, names_somebody
from tests.judged_papers import WENDHAM

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.mark.parametrize(
    "question",
    [
        "Where do we stand with Ofsted now?",
        "where are we at with the cqc",
        "what did we get last time?",
        "what have we got from ofsted",
        "How did we do in the last inspection?",
        "how is the council doing",
        "how did our services fare",
        "how did we get on with ofsted",
        "what were we before",
        "What are we now?",
        "What were we?",
        "what's our ofsted",
        "Ofsted status?",
        "What did Ofsted say we were in 2018?",
        "How did Wendham do in 2019?",
        "Where does Wendham stand?",
        "What happened at the last inspection?",
        "How good is the council?",
        "How bad were things in 2017?",
        "How well is Wendham doing?",
        "What did inspectors make of Wendham in 2019?",
        "What did Ofsted think of the service?",
    ],
)
def test_a_judgement_is_asked_for_without_a_word_for_it(question: str) -> None:
    assert asks_standing(question, ("west", "wendham"))


@pytest.mark.parametrize(
    "question",
    [
        "What are we to do?",
        "How do children get care?",
        "What did people get?",
        "What did Ofsted say about the council?",
        "Where is the council?",
        "How does the service work?",
        "What did inspectors do?",
        "How did Marlow do in 2019?",
        "What is the service for?",
        "What is the council?",
        "What was it?",
        "What did the council achieve?",
        "What did we receive?",
        "How good people are!",
        "How many are good?",
        "What did inspectors make?",
        "What did parents make of it?",
    ],
)
def test_other_questions_in_like_words_are_not(question: str) -> None:
    assert not asks_standing(question, ("west", "wendham"))


def test_who_judges_is_named_or_not() -> None:
    assert names_judging("How did the inspection go?")
    assert not names_judging("How did we do?")


def test_somebody_is_named_by_a_word_or_by_name() -> None:
    assert names_somebody("Did we improve?")
    assert names_somebody("Has Wendham improved?", ("wendham",))
    assert not names_somebody("Has practice improved?")


def test_documents_are_of_judgements_where_half_of_them_state_one(snapshot_of: Made) -> None:
    bins = [{"title": f"Bins {number}", "text": "Bins are emptied on Mondays."} for number in range(4)]
    assert is_of_judgements(snapshot_of((*WENDHAM, *bins[:3])))
    assert not is_of_judgements(snapshot_of((*WENDHAM, *bins)))
