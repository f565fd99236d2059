"""Ranking: one order of all candidates, changed only for those that were read, and chances that fall with it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import HashingEncoder
from index.reranker import OverlapReranker
from index.seams import Reranker, RerankOutput
from index.snapshot import Snapshot
from qa.features import FEATURES, featurize
from qa.features.confidence import RERANKED_CONFIDENCE_FEATURES
from qa.features.reranker import RERANK_FEATURES
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate, Candidates
from qa.query import understand
from qa.ranking.rank import Ranking, first_stage, likely_candidates, rank
from qa.ranking.ranker import Ranker, Stage, load_ranker
from qa.ranking.retrieve import retrieve
from tests.query_corpora import lanes_reports_and_a_roof

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

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text."""
        self.given.extend(texts)
        return OverlapReranker().score(question, texts, until)


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of(lanes_reports_and_a_roof())


def ranked(
    snapshot: Snapshot, question: str, reranker: Reranker | None = None, most_read: int = 8, until: float = math.inf
) -> tuple[Candidates, Ranking]:
    asked = Asked(snapshot, understand(question, snapshot, today=TODAY))
    candidates = featurize(asked, retrieve(asked, HashingEncoder()))
    return candidates, rank(asked, candidates, load_ranker(), reranker, most_read, until)


def comparable(ranking: Ranking) -> tuple[Ranking, list[float | None]]:
    """A ranking with the logits of what was read; arrays cannot be compared."""
    plain = tuple(replace(candidate, rerank=None, window=None) for candidate in ranking.candidates)
    return replace(ranking, candidates=plain), [
        candidate.rerank.logit if candidate.rerank else None for candidate in ranking.candidates
    ]


def read_text(candidate: Candidate) -> str:
    """What is read of a passage that is shorter than a window."""
    return f"{candidate.document.title}. {candidate.passage.text}"


@pytest.mark.parametrize("reads", [False, True], ids=["without reranker", "with reranker"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_order_holds_each_candidate_once_and_is_the_same_each_time(
    papers: Snapshot, question: str, reads: bool
) -> None:
    (given, one), (_, two) = (ranked(papers, question, CountingReranker() if reads else None) for _ in range(2))
    assert comparable(one) == comparable(two)
    count = len(given.rows)
    assert sorted(candidate.row for candidate in one.candidates) == given.rows.tolist()
    assert sorted(candidate.first_rank for candidate in one.candidates) == list(range(1, count + 1))
    assert np.isfinite([candidate.score for candidate in one.candidates]).all()
    assert 0 <= one.confidence.probability <= 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_a_reranker_the_score_alone_decides_and_equals_stand_as_they_are_stored(
    papers: Snapshot, question: str
) -> None:
    _, ranking = ranked(papers, question)
    order = [(-candidate.score, candidate.row) for candidate in ranking.candidates]
    assert order == sorted(order)
    assert [candidate.first_rank for candidate in ranking.candidates] == list(range(1, len(order) + 1))
    assert [candidate.first_score for candidate in ranking.candidates] == [-score for score, _ in order]
    assert ranking.read == () and not any(candidate.window for candidate in ranking.candidates)


@pytest.mark.parametrize("most_read", [1, 2, 5, 8, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_reranker_reads_the_first_ones_and_no_more_than_it_may(
    papers: Snapshot, question: str, most_read: int
) -> None:
    reranker = CountingReranker()
    given, ranking = ranked(papers, question, reranker, most_read)
    read = sorted(ranking.read, key=lambda candidate: candidate.first_rank)
    assert 1 <= len(read) <= min(most_read, len(given.rows))
    assert reranker.given == [read_text(candidate) for candidate in read]
    assert [candidate.first_rank for candidate in read] == list(range(1, len(read) + 1)), (
        "those that were first before are read"
    )
    assert all(candidate.rerank for candidate in ranking.candidates[: len(read)]), "and they stay before the others"
    assert [candidate.first_rank for candidate in ranking.candidates[len(read) :]] == list(
        range(len(read) + 1, len(given.rows) + 1)
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_those_there_is_no_time_to_read_are_as_those_that_may_not_be_read(papers: Snapshot, question: str) -> None:
    _, hurried = ranked(papers, question, OverlapReranker(), until=0.0)
    _, allowed = ranked(papers, question, OverlapReranker(), most_read=1)
    assert comparable(replace(hurried, to_read=1)) == comparable(allowed)
    _, unhurried = ranked(papers, question, OverlapReranker())
    assert len(hurried.read) == 1 and hurried.to_read == unhurried.to_read == len(unhurried.read)


def test_a_passage_is_no_surer_for_being_the_only_one_read_of_many_alike(snapshot_of: Made) -> None:
    places = ("hall", "school", "library", "station", "museum", "market", "chapel", "mill")
    texts = {place: f"The {place} opened in {year} after long works." for year, place in enumerate(places, 1990)}
    alike = snapshot_of({"id": place, "title": place, "text": text} for place, text in texts.items())
    question = "When did the cinema open after long works?"
    _, unread = ranked(alike, question)
    _, hurried = ranked(alike, question, OverlapReranker(), until=0.0)
    assert len(hurried.read) == 1 < hurried.to_read
    assert hurried.confidence.probability <= unread.confidence.probability < 0.5


@dataclass
class EverySecond:
    """A reranker by words in common that has no time for every second text."""

    name: str = "every second"

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text, or None."""
        return [None if place % 2 else read for place, read in enumerate(OverlapReranker().score(question, texts))]


@pytest.mark.parametrize("question", QUESTIONS)
def test_wherever_the_time_ran_out_those_read_come_first_and_the_others_keep_their_order(
    papers: Snapshot, question: str
) -> None:
    given, ranking = ranked(papers, question, EverySecond(), 5)
    assert sorted(candidate.first_rank for candidate in ranking.read) == list(range(1, ranking.to_read + 1, 2))
    assert ranking.candidates[: len(ranking.read)] == ranking.read
    after = [candidate.first_rank for candidate in ranking.candidates[len(ranking.read) :]]
    assert after == sorted(after) and len(ranking.candidates) == len(given.rows)
    assert np.isfinite([candidate.score for candidate in ranking.candidates]).all()


def test_a_reranker_that_may_read_nothing_changes_nothing(papers: Snapshot) -> None:
    reranker = CountingReranker()
    assert ranked(papers, QUESTIONS[0], reranker, 0)[1] == ranked(papers, QUESTIONS[0])[1]
    assert reranker.given == []


@pytest.mark.parametrize("most_read", [0, 1, 5, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_probabilities_never_rise_with_rank(papers: Snapshot, question: str, most_read: int) -> None:
    _, ranking = ranked(papers, question, CountingReranker() if most_read else None, most_read)
    falling = [candidate.probability for candidate in ranking.candidates]
    assert falling[0] == ranking.confidence.probability
    assert all(0 <= each <= 1 for each in falling) and falling == sorted(falling, reverse=True)


@pytest.mark.parametrize("most_read", [0, 1, 5, 1000])
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_features_add_is_the_score_of_each_candidate_read_or_not(
    papers: Snapshot, question: str, most_read: int
) -> None:
    _, ranking = ranked(papers, question, CountingReranker() if most_read else None, most_read)
    for candidate in ranking.candidates:
        assert sum(ranking.contributions(candidate).values()) == pytest.approx(candidate.score, abs=1e-4)


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
    _, ranking = ranked(papers, question, CountingReranker() if reads else None)
    assert ranking.candidates[0].document.title == title


@given(question=st.text(max_size=60), most_read=st.integers(0, 9))
def test_any_question_is_ranked(papers: Snapshot, question: str, most_read: int) -> None:
    given, ranking = ranked(papers, question, CountingReranker(), most_read)
    assert len(ranking.candidates) == len(given.rows) > 0 and len(ranking.read) <= most_read


# By hand: a few candidates with features that are set, and a ranker of one weight, so that each number can be reckoned.

ASKED_FOR = "How deep is the harbour?"


@dataclass
class ByNumber:
    """A reranker that says of each text the number it ends with, and has time for so many texts."""

    time_for: int = 99
    name: str = "by number"
    margin: float = 0.0

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """The number of each text, or None."""
        nothing = OverlapReranker().score(question, [""])[0]
        assert nothing
        return [
            replace(nothing, logit=float(text.rsplit(" ", 1)[1]), margin=self.margin) if place < self.time_for else None
            for place, text in enumerate(texts)
        ]


def by_hand(
    snapshot_of: Made,
    first: Sequence[float],
    logits: Sequence[int],
    *,
    spreads: tuple[float, float] = (1.0, 1.0),
    share: tuple[float, float] = (2.0, 8.0),
    fitted_with: int = 12,
) -> tuple[Asked, Candidates, Ranker]:
    """A question, candidates with these first scores and logits, and a ranker in which a logit alone counts later.

    The confidence is a logistic regression over the first one's share, with an intercept of -1.
    """
    snapshot = snapshot_of({"title": f"Note {n}", "text": f"It is {logit}"} for n, logit in enumerate(logits))
    asked = Asked(snapshot, understand(ASKED_FOR, snapshot, today=TODAY))
    rows = np.arange(len(logits))
    features = np.zeros((len(logits), len(FEATURES)), dtype=np.float32)
    features[:, FEATURES.column("dense")] = first
    candidates = Candidates(
        rows=rows,
        passages=tuple(snapshot.passages(rows.tolist())),
        document_indexes=tuple(rows.tolist()),
        documents=tuple(snapshot.document_meta(row) for row in rows.tolist()),
        features=features,
        by_way={},
        interactions=(),
        of_series=False,
        copies=((),) * len(logits),
    )
    nothing = dict.fromkeys((*FEATURES.names, *RERANK_FEATURES.names), 0.0)
    unsure = dict.fromkeys(RERANKED_CONFIDENCE_FEATURES.names, 0.0) | {"intercept": -1.0}
    stages = [
        Stage(nothing | {name: weight}, {}, unsure | {"share": counts}, spread)
        for name, weight, spread, counts in zip(("dense", "reranker_logit"), (1.0, 10.0), spreads, share, strict=True)
    ]
    return asked, candidates, Ranker(stages[0], stages[1], {"read": fitted_with})


def sigmoid_of(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def share_of(value: float, *others: float) -> float:
    return math.exp(value) / (math.exp(value) + sum(map(math.exp, others)))


def rows_of(candidates: Iterable[Candidate]) -> list[int]:
    return [candidate.row for candidate in candidates]


def test_the_first_stage_alone_decides_order_confidence_and_chances(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (1.0, 3.0, 3.0, 2.0), (0, 0, 0, 0), spreads=(0.5, 9.0))
    ranking = rank(asked, candidates, ranker, None, 12)
    assert rows_of(ranking.candidates) == [1, 2, 3, 0], "of those with one score the first that is stored comes first"
    assert [candidate.score for candidate in ranking.candidates] == pytest.approx([3, 3, 2, 1])
    assert [candidate.first_rank for candidate in ranking.candidates] == [1, 2, 3, 4]
    sure = sigmoid_of(-1 + 2 * share_of(3, 3, 2, 1))
    assert ranking.confidence.probability == pytest.approx(sure)
    chances = [candidate.probability for candidate in ranking.candidates]
    assert chances == pytest.approx([sure, sure, sure * math.exp(-0.5), sure * math.exp(-1.0)])
    assert ranking.stage is ranking.first_stage is ranker.first_stage and ranking.to_read == 0


def test_the_reranker_decides_among_those_it_has_read(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(
        snapshot_of, (4.0, 3.0, 2.0, 1.0), (-2, 1, 2, 9), spreads=(0.5, 0.25), fitted_with=3
    )
    ranking = rank(asked, candidates, ranker, ByNumber(), 3)
    assert rows_of(ranking.candidates) == [2, 1, 0, 3] and rows_of(ranking.read) == [2, 1, 0]
    assert [candidate.document_index for candidate in ranking.candidates] == [2, 1, 0, 3]
    assert [candidate.score for candidate in ranking.candidates] == pytest.approx([2, 1, -2, 1])
    assert [candidate.first_score for candidate in ranking.candidates] == pytest.approx([2, 3, 4, 1])
    assert [candidate.first_rank for candidate in ranking.candidates] == [3, 2, 1, 4]
    assert ranking.stage is ranker.rerank_stage and ranking.first_stage is ranker.first_stage
    sure = sigmoid_of(-1 + 8 * share_of(2, 1, -2))
    assert ranking.confidence.probability == pytest.approx(sure)
    least = sure * math.exp(0.25 * -4)
    assert [candidate.probability for candidate in ranking.candidates] == pytest.approx(
        [sure, sure * math.exp(0.25 * -1), least, min(least, sure * math.exp(0.5 * -3))]
    )
    window = ranking.candidates[0].window
    assert window and window.text(ranking.candidates[0].passage.text) == "Note 2. It is 2"
    assert ranking.candidates[3].window is None


def test_of_equal_logits_the_first_that_is_stored_comes_first(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (1.0, 2.0, 3.0), (1, 1, 1))
    assert rows_of(rank(asked, candidates, ranker, ByNumber(), 3).candidates) == [0, 1, 2]


def test_what_was_not_read_is_no_likelier_than_what_was(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 3.0, 3.0), (5, -5, 0), spreads=(1.0, 1.0))
    ranking = rank(asked, candidates, ranker, ByNumber(), 2)
    assert rows_of(ranking.candidates) == [0, 1, 2]
    chances = [candidate.probability for candidate in ranking.candidates]
    assert chances[1] == chances[2] == pytest.approx(chances[0] * math.exp(-10))


def test_what_scores_just_as_far_below_as_may_be_is_read_and_what_is_further_is_not(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (8.0, 3.0, 2.75), (0, 0, 0))
    ranking = rank(asked, candidates, ranker, ByNumber(), 12)
    assert rows_of(ranking.read) == [0, 1] and ranking.to_read == 2
    assert likely_candidates(first_stage(ranker.first_stage, candidates)).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("logit", "margin", "most_read", "read"), [(-4, -8.0, 12, 3), (-4, -8.0, 2, 2), (-4, 0.5, 12, 1), (1, -8.0, 12, 1)]
)
def test_where_none_of_the_likely_ones_answers_the_others_are_read_too(
    snapshot_of: Made, logit: int, margin: float, most_read: int, read: int
) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (8.0, 2.0, 1.0), (logit, 3, 2))
    ranking = rank(asked, candidates, ranker, ByNumber(margin=margin), most_read)
    assert len(ranking.read) == ranking.to_read == read
    assert rows_of(ranking.candidates)[0] == (1 if read > 1 else 0), "what answers comes first once it is read"


def test_nothing_more_is_read_once_the_time_is_over(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (8.0, 2.0, 1.0), (-4, 3, 2))
    ranking = rank(asked, candidates, ranker, ByNumber(margin=-8.0), 12, until=time.perf_counter())
    assert len(ranking.read) == ranking.to_read == 1


@pytest.mark.parametrize(("most_read", "read"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_no_more_are_read_than_may_be(snapshot_of: Made, most_read: int, read: int) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0, 1.0), (0, 0, 0))
    ranking = rank(asked, candidates, ranker, ByNumber(), most_read)
    assert len(ranking.read) == ranking.to_read == read


@pytest.mark.parametrize(
    ("time_for", "most_read", "fitted_with", "capped"),
    [
        (3, 3, 3, False),  # it has read as many as the model was fitted with
        (3, 3, 12, False),  # it has read all there are
        (2, 3, 3, True),  # its time ran out
        (2, 2, 3, True),  # it may read fewer than the model was fitted with
        (2, 2, 2, False),  # it may read just as many
        (1, 3, 2, True),
    ],
)
def test_where_fewer_were_read_than_the_model_was_fitted_with_it_is_no_surer_than_unread(
    snapshot_of: Made, time_for: int, most_read: int, fitted_with: int, capped: bool
) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0, 1.0), (2, 1, 0), fitted_with=fitted_with)
    ranking = rank(asked, candidates, ranker, ByNumber(time_for), most_read)
    unread = sigmoid_of(-1 + 2 * share_of(3, 2, 1))
    surer = sigmoid_of(-1 + 8 * share_of(*(2.0, 1.0, 0.0)[:time_for]))
    assert surer > unread
    assert ranking.confidence.probability == pytest.approx(unread if capped else surer)
    assert ranking.confidence.weights is (ranker.first_stage if capped else ranker.rerank_stage).confidence
    assert ("reranker_logit" in ranking.confidence.features) is not capped
    assert ranking.candidates[0].probability == ranking.confidence.probability


def test_the_cap_lifts_no_confidence(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0, 1.0), (2, 1, 0), share=(8.0, 0.5))
    ranking = rank(asked, candidates, ranker, ByNumber(1), 3)
    assert ranking.confidence.probability == pytest.approx(sigmoid_of(-1 + 0.5))
    assert "reranker_logit" in ranking.confidence.features


def test_the_cap_is_of_the_passage_that_is_first_after_reading(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0, 1.0), (0, 1, 9))
    features = candidates.features.copy()
    features[:, FEATURES.column("covers_question")] = (0.75, 0.5, 0.25)
    first = replace(
        ranker.first_stage, confidence={**ranker.first_stage.confidence, "share": 0.0, "covers_question": 1.0}
    )
    ranking = rank(asked, replace(candidates, features=features), replace(ranker, first_stage=first), ByNumber(2), 3)
    assert rows_of(ranking.candidates) == [1, 0, 2]
    assert ranking.confidence.probability == pytest.approx(sigmoid_of(-1 + 0.5))


@dataclass
class Forgetful:
    """A reranker that says nothing at all of the last text."""

    name: str = "forgetful"

    def score(self, question: str, texts: Sequence[str], until: float = math.inf) -> list[RerankOutput | None]:
        """What it makes of each text but the last."""
        return OverlapReranker().score(question, texts[:-1], until)


def test_a_reranker_that_forgets_a_text_is_an_error_and_not_a_ranking(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0), (0, 0))
    with pytest.raises(ValueError, match="shorter"):
        rank(asked, candidates, ranker, Forgetful(), 2)


def test_until_is_handed_to_the_reranker(snapshot_of: Made) -> None:
    asked, candidates, ranker = by_hand(snapshot_of, (3.0, 2.0), (0, 0))
    assert len(rank(asked, candidates, ranker, OverlapReranker(), 2, until=0.0).read) == 1
    assert len(rank(asked, candidates, ranker, OverlapReranker(), 2).read) == 2
