"""A question as it is asked: what stages need of it is there, and computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Passage
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.query import understand
from qa.query.coverage import Period
from qa.query.idf import term_idf

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"id": "a", "title": "Roof", "text": "The roof leaks. Rain comes in.", "published": "2015-06-02"},
            {"id": "b", "title": "Rain", "text": "Rain fell."},
        ]
    )


def asked_of(papers: Snapshot, question: str) -> Asked:
    return Asked(papers, understand(question, papers, today=date(2026, 11, 24)))


def test_idf_is_of_all_stems_and_of_the_terms(papers: Snapshot) -> None:
    asked = asked_of(papers, "When did the roof, the roof leak in 2015?")
    assert asked.question_stems == ["roof", "roof", "leak", "2015"] and asked.answer_type == "date"
    assert asked.question_idf == term_idf(papers.lexical_index, ["roof", "leak", "2015"])
    assert asked.term_idf == term_idf(papers.lexical_index, ["roof", "leak"])
    assert asked.term_idf is asked.term_idf and asked.question_idf is asked.question_idf


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("What is Ada Moor to write?", {"AM": "Ada Moor"}),
        ("What is Ben Moor to write?", {}),
        ("What is to be written?", {}),
    ],
)
def test_initials_are_those_of_whom_the_question_names(
    snapshot_of: Made, question: str, known: Mapping[str, str]
) -> None:
    minutes = snapshot_of([{"id": "a", "title": "Minutes", "text": "Present: Ada Moor (AM), Joe Reed (JR)."}])
    asked = asked_of(minutes, question)
    assert asked.initials("a") == known and asked.initials("b") == {}


def test_the_rating_is_the_one_the_question_names(papers: Snapshot) -> None:
    assert asked_of(papers, "When was it rated good?").rating == "good"
    assert asked_of(papers, "When was it rated?").rating is None


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        (date(2015, 1, 1), date(2017, 12, 31), {2015, 2016, 2017}),
        (date(2000, 1, 1), date(2019, 12, 31), set(range(2000, 2011))),
        (date(2015, 6, 2), None, {2015}),
        (None, date(2014, 12, 31), {2014}),
        (None, None, set[int]()),
    ],
)
def test_the_years_are_those_a_text_may_name(
    papers: Snapshot, first: date | None, last: date | None, years: set[int]
) -> None:
    asked = asked_of(papers, "Did it rain?")
    periods = (Period("then", 0, 4, first, last),)
    interpretation = replace(asked.query.interpretation, periods=periods)
    assert replace(asked, query=replace(asked.query, interpretation=interpretation)).years == years
    assert asked.years == frozenset()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What leaked in 2015?", "2015"),
        ("What leaked in June 2015?", "June 2015"),
        ("What leaked in 2014?", ""),
        ("What leaked in July 2015?", ""),
        ("What leaked in 2014/15?", ""),
        ("What has leaked since 2014?", ""),
        ("What leaks?", ""),
    ],
)
def test_a_document_is_of_a_time_by_its_own_day(papers: Snapshot, question: str, told: str) -> None:
    asked = asked_of(papers, question)
    assert [asked.time_of(one) for one in papers.metadata] == [told, ""], "the other one has no day"


def test_sentences_are_read_once(papers: Snapshot) -> None:
    asked = asked_of(papers, "Does the roof leak?")
    text = "The roof leaks. Rain comes in."
    passage = Passage("a", 0, len(text), text, "", None, None)
    assert asked.sentences(passage) is asked.sentences(passage) and asked.sentences(passage).worths == (1.0, 0.0)
    assert not asked.names_documents_of_series


def test_a_document_is_fetched_once_a_question(papers: Snapshot) -> None:
    asked = asked_of(papers, "Does the roof leak?")
    document = asked.document("a")
    assert document is not None and document.text.startswith("The roof")
    assert asked.document("a") is document
    assert asked.document("z") is None


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("What will a roof cost next season?", date(2027, 12, 31)),
        ("What will a roof cost next year?", date(2027, 12, 31)),
        ("What does a roof cost this season?", date(2026, 11, 24)),
        ("What does a roof cost?", date(2026, 11, 24)),
    ],
)
def test_next_season_is_put_to_what_holds_next_year(papers: Snapshot, question: str, last: date) -> None:
    assert asked_of(papers, question).in_force_by == last
