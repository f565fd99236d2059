"""The course of a question says which time is asked about, and weighs words as they were weighed when chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.encoder import HashingEncoder
from qa.choosing.answer_model import load_answer_model
from qa.choosing.course import Course
from qa.extraction.extract import extract
from qa.features import featurize
from qa.judged.confidence import load_fact_model
from qa.passages.asked import Asked
from qa.query import understand
from qa.query.holding import read_held_question
from qa.ranking.rank import rank
from qa.ranking.ranker import load_ranker
from qa.ranking.retrieve import retrieve
from tests.query_corpora import Made

FEES = (
    {"title": "Fees", "text": "The fee for a garden permit is £11.", "published": "2015-04-01"},
    {"title": "Pond", "text": "The pond was drained in May.", "published": "2018-04-01"},
)


def course_of(snapshot_of: Made, question: str) -> Course:
    snapshot = snapshot_of(FEES)
    asked = Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 27)), k=5)
    ranking = rank(asked, featurize(asked, retrieve(asked, HashingEncoder())), load_ranker(), None, 0)
    spans = extract(asked, ranking.candidates, None)
    candidates = {candidate.row: candidate for candidate in ranking.candidates}
    models = load_answer_model(), load_fact_model()
    return Course(asked, ranking, spans, candidates.__getitem__, lambda _: None, *models, 0.4)


@pytest.mark.parametrize(
    ("question", "is_asked"), [("How much is the garden permit?", True), ("Why was the pond drained?", False)]
)
def test_what_holds_is_asked_of_now_where_no_other_time_is_named(
    snapshot_of: Made, question: str, is_asked: bool
) -> None:
    course = course_of(snapshot_of, question)
    assert (course.held is not None) is is_asked and course.is_of_now


def test_what_held_at_another_time_is_not_asked_of_now(snapshot_of: Made) -> None:
    course = course_of(snapshot_of, "How much was the garden permit in 2016?")
    wanted = read_held_question(course.asked.query, course.asked.query.question)
    assert wanted is not None and not replace(course, wanted=wanted).is_of_now


def test_the_first_words_are_the_likeliest(snapshot_of: Made) -> None:
    course = course_of(snapshot_of, "How much is the garden permit?")
    chosen, sure = course.choose(course.ranking, course.spans), course.weigh(course.ranking, course.spans)
    assert chosen.ranking.candidates[0].document.title == "Fees"
    assert chosen.confidence.probability == max(one.probability for one in sure)
