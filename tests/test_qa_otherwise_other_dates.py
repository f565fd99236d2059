"""Other dates: every date that the passages give for an event, by support and time, and none of another event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.wording import dates_in_words, lead_in_words

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
ASSISTANT = Assistant(HashingEncoder(), OverlapReranker(), answer_confidence=0.05)
PAPERS = (
    {"title": "Corn Hall", "published": "2010-06-09", "text": "The roof of the Corn Hall collapsed in March 1987."},
    {
        "title": "Snow",
        "published": "2017-02-02",
        "text": "In 1987 the roof of the Corn Hall collapsed, and nobody was hurt.",
    },
    {"title": "Walks", "published": "2019-05-01", "text": "We saw the Corn Hall, whose roof collapsed in 1986."},
    {"title": "Barn", "published": "2018-05-01", "text": "The roof of the barn collapsed in 2001."},
    {"title": "Plan", "published": "2005-05-01", "text": "The roof of the Corn Hall would have collapsed by 2011."},
    {"title": "Café", "published": "2016-05-01", "text": "The Corn Hall café roof collapsed in 2014."},
)


def ask(snapshot: Snapshot, question: str) -> Answer:
    return ASSISTANT.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))


def test_each_date_of_the_event_stands_beside_it_with_how_many_say_so(snapshot_of: Made) -> None:
    answer = ask(snapshot_of(PAPERS), "When did the roof of the Corn Hall collapse?")
    assert answer.answer and answer.answer.value
    told = {answer.answer.value.normalized, *(one.value.normalized for one in answer.alternatives if one.value)}
    assert told - {"1987"} == {"1987-03", "1986"} or told == {"1987", "1986"}
    assert {one.relation for one in answer.alternatives} == {"date"}
    assert answer.answer.completeness == "part", "one day of two is not all that is told"
    words = dates_in_words(answer)
    assert "1987: 2 documents" in words and "1986: 1 document" in words
    assert lead_in_words(answer.alternatives[0]).startswith("Another date, ")


def test_where_one_date_is_told_nothing_stands_beside_it(snapshot_of: Made) -> None:
    answer = ask(snapshot_of(PAPERS), "When did the roof of the barn collapse?")
    assert answer.answer and not answer.alternatives and dates_in_words(answer) == ""
    assert answer.answer.completeness == "whole"


def test_a_question_for_the_hours_or_the_first_time_gets_no_other_dates(snapshot_of: Made) -> None:
    snapshot = snapshot_of(PAPERS)
    for question in (
        "When does the roof of the Corn Hall collapse?",
        "When did the roof of the Corn Hall first collapse?",
    ):
        assert not ask(snapshot, question).alternatives
