"""Ranking: one order of all candidates, which a reranker changes only for those it has read, and probabilities that fall with it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import HashingEncoder
from index.reranker import OverlapReranker, Reranker, RerankOutput
from index.snapshot import Snapshot
from qa.answer import Filters
from qa.evidence import Evidence, gather
from qa.query.understand import understand
from qa.rank import Ranking, allowed_rows, rank
from qa.ranker import load_ranker

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
QUESTIONS = (
    "How much does the new roof of the pool cost?",
    "When did the pool on Mill Lane open?",
    "How was Marlow Vale rated in 2018?",
    "What did the latest report on Marlow Vale say?",
    "vaccines for airline pilots",
    "rain",
    "?",
)


@dataclass
class CountingReranker:
    """A reranker by words in common that keeps what it was given to read."""

    name: str = "counting"
    given: list[str] = field(default_factory=list)

    def read(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text."""
        self.given.extend(texts)
        return OverlapReranker().read(question, texts, until)


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    lanes = [
        {
            "title": f"Lane {number}",
            "text": f"Lane {number} is wide. The pool opens in May {1960 + number}.",
            "source": "Many",
            "published": "2015-01-01",
        }
        for number in range(40)
    ]
    reports = [
        {
            "title": f"Report on Marlow Vale {year}",
            "text": "Overall effectiveness\nGood\n\nRain fell.",
            "source": "Few",
            "published": f"{year}-06-02",
        }
        for year in (2014, 2018, 2022)
    ]
    roof = {
        "title": "Roof",
        "text": "The new roof of the pool on Mill Lane costs two million pounds. It is of slate.",
        "source": "Few",
    }
    return snapshot_of([*lanes, *reports, roof])


def ranked(
    snapshot: Snapshot, question: str, reranker: Reranker | None = None, most_read: int = 8, until: float = math.inf
) -> tuple[Evidence, Ranking]:
    query = understand(question, snapshot, today=TODAY)
    evidence = gather(snapshot, HashingEncoder(), query, None)
    return evidence, rank(
        load_ranker(), query, evidence, reranker, lambda number: evidence.passages[number].text, most_read, until
    )


def comparable(ranking: Ranking) -> tuple[Ranking, dict[int, float]]:
    """A ranking with the logits of what was read; arrays cannot be compared."""
    return replace(ranking, reads={}), {number: read.logit for number, read in ranking.reads.items()}


@pytest.mark.parametrize("reads", [False, True], ids=["without reranker", "with reranker"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_order_holds_each_candidate_once_and_is_the_same_each_time(
    papers: Snapshot, question: str, reads: bool
) -> None:
    (evidence, one), (_, two) = (ranked(papers, question, CountingReranker() if reads else None) for _ in range(2))
    assert comparable(one) == comparable(two)
    count = len(evidence.rows)
    assert sorted(one.order) == list(range(count)) and sorted(one.first_rank) == list(range(1, count + 1))
    assert len(one.score) == count and np.isfinite(one.score).all() and 0 <= one.confidence <= 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_a_reranker_the_score_alone_decides_and_equals_stand_as_they_are_stored(
    papers: Snapshot, question: str
) -> None:
    evidence, ranking = ranked(papers, question)
    assert [(-ranking.score[number], evidence.rows[number]) for number in ranking.order] == sorted(
        (-score, row) for score, row in zip(ranking.score, evidence.rows, strict=True)
    )
    assert [ranking.first_rank[number] for number in ranking.order] == list(range(1, len(ranking.order) + 1))
    assert ranking.reads == {}


@pytest.mark.parametrize("most_read", [1, 2, 5, 8, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_reranker_reads_the_first_ones_and_no_more_than_it_may(
    papers: Snapshot, question: str, most_read: int
) -> None:
    reranker = CountingReranker()
    evidence, ranking = ranked(papers, question, reranker, most_read)
    read = sorted(ranking.reads, key=lambda number: ranking.first_rank[number])
    assert 1 <= len(read) <= min(most_read, len(evidence.rows))
    assert reranker.given == [evidence.passages[number].text for number in read]
    assert [ranking.first_rank[number] for number in read] == list(range(1, len(read) + 1)), (
        "those that were first before are read"
    )
    assert set(ranking.order[: len(read)]) == set(read), "and they stay before the others"
    assert [ranking.first_rank[number] for number in ranking.order[len(read) :]] == list(
        range(len(read) + 1, len(evidence.rows) + 1)
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_those_there_is_no_time_to_read_are_as_those_that_may_not_be_read(papers: Snapshot, question: str) -> None:
    _, hurried = ranked(papers, question, OverlapReranker(), until=0.0)
    _, allowed = ranked(papers, question, OverlapReranker(), most_read=1)
    assert comparable(replace(hurried, to_read=1)) == comparable(allowed)
    _, unhurried = ranked(papers, question, OverlapReranker())
    assert len(hurried.reads) == 1 and hurried.to_read == unhurried.to_read == len(unhurried.reads)


def test_a_passage_is_no_surer_for_being_the_only_one_read_of_many_alike(snapshot_of: Made) -> None:
    places = ("hall", "school", "library", "station", "museum", "market", "chapel", "mill")
    texts = {place: f"The {place} opened in {year} after long works." for year, place in enumerate(places, 1990)}
    alike = snapshot_of({"id": place, "title": place, "text": text} for place, text in texts.items())
    question = "When did the cinema open after long works?"
    _, unread = ranked(alike, question)
    _, hurried = ranked(alike, question, OverlapReranker(), until=0.0)
    assert len(hurried.reads) == 1 < hurried.to_read and hurried.confidence <= unread.confidence < 0.5


@dataclass
class EverySecond:
    """A reranker by words in common that has no time for every second text."""

    name: str = "every second"

    def read(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text, or None."""
        return [None if place % 2 else read for place, read in enumerate(OverlapReranker().read(question, texts))]


@pytest.mark.parametrize("question", QUESTIONS)
def test_wherever_the_time_ran_out_those_read_come_first_and_the_others_keep_their_order(
    papers: Snapshot, question: str
) -> None:
    evidence, ranking = ranked(papers, question, EverySecond(), 5)
    assert sorted(ranking.first_rank[number] for number in ranking.reads) == list(range(1, ranking.to_read + 1, 2))
    assert set(ranking.order[: len(ranking.reads)]) == set(ranking.reads)
    after = [ranking.first_rank[number] for number in ranking.order[len(ranking.reads) :]]
    assert after == sorted(after) and len(ranking.order) == len(evidence.rows)
    assert np.isfinite(ranking.score).all()


def test_a_reranker_that_may_read_nothing_changes_nothing(papers: Snapshot) -> None:
    reranker = CountingReranker()
    assert ranked(papers, QUESTIONS[0], reranker, 0)[1] == ranked(papers, QUESTIONS[0])[1]
    assert reranker.given == []


@pytest.mark.parametrize("most_read", [0, 1, 5, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_probabilities_never_rise_with_rank(papers: Snapshot, question: str, most_read: int) -> None:
    _, ranking = ranked(papers, question, CountingReranker() if most_read else None, most_read)
    falling = [ranking.probability(number) for number in ranking.order]
    assert falling[0] == ranking.confidence
    assert all(0 <= each <= 1 for each in falling) and falling == sorted(falling, reverse=True)


@pytest.mark.parametrize("most_read", [0, 1, 5, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_features_add_is_the_score_of_each_candidate_read_or_not(
    papers: Snapshot, question: str, most_read: int
) -> None:
    evidence, ranking = ranked(papers, question, CountingReranker() if most_read else None, most_read)
    for number in ranking.order:
        assert sum(ranking.contributions(evidence, number).values()) == pytest.approx(ranking.score[number], abs=1e-4)


@pytest.mark.parametrize("reads", [False, True], ids=["without reranker", "with reranker"])
@pytest.mark.parametrize(
    ("question", "title"),
    [
        (QUESTIONS[0], "Roof"),
        ("When did the pool of Lane 7 open?", "Lane 7"),
        ("What was the overall effectiveness of Marlow Vale in 2018?", "Report on Marlow Vale 2018"),
        ("What was the overall effectiveness in the latest report on Marlow Vale?", "Report on Marlow Vale 2022"),
    ],
)
def test_the_passage_that_answers_comes_first(papers: Snapshot, question: str, title: str, reads: bool) -> None:
    evidence, ranking = ranked(papers, question, CountingReranker() if reads else None)
    number = papers.passage_document[evidence.rows[ranking.order[0]]]
    assert papers.catalogue.entries[int(number)].title == title


@given(question=st.text(max_size=60), most_read=st.integers(0, 9))
def test_any_question_is_ranked(papers: Snapshot, question: str, most_read: int) -> None:
    evidence, ranking = ranked(papers, question, CountingReranker(), most_read)
    assert len(ranking.order) == len(evidence.rows) > 0 and len(ranking.reads) <= most_read
