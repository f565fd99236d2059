"""Ranking: one order made of all that is known of the candidates, and the probability that each answers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reranker import Reranker, RerankOutput
from index.snapshot import Snapshot
from qa.answer import Filters
from qa.evidence import FEATURES, Evidence
from qa.query import Query
from qa.ranker import RERANK_FEATURES, Ranker, Stage, confidence, confidence_features, rerank_features, scores

UNLIKELY = 5.0
"""A candidate whose score is so far below the first one's (e to the power of this times less likely) is not worth reading."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates in order.

    Attributes:
        order: numbers of the candidates within the evidence, best first.
        score: of each candidate by its number; comparable among those a reranker has read, and among the others.
        first_rank: the rank (from 1) of each candidate before the reranker, by its number.
        first_score: its score then.
        to_read: how many candidates the reranker was to read; where it has read fewer, its time ran out.
        reads: what the reranker made of the candidates it has read, by their numbers.
        decision: what the confidence is made of.
        confidence: the probability that the first passage answers, 0 to 1.
        decided_by: the weights that made it of the decision.
        first: the weights that scored the candidates a reranker has not read.
        stage: the weights that decided which passage is first: those for what a reranker has read, or else the same.
    """

    order: tuple[int, ...]
    score: tuple[float, ...]
    first_rank: tuple[int, ...]
    first_score: tuple[float, ...]
    to_read: int
    reads: Mapping[int, RerankOutput]
    confidence_features: Mapping[str, float]
    confidence: float
    decided_by: Stage
    first: Stage
    stage: Stage

    def probability(self, number: int) -> float:
        """The probability that a candidate answers: the first one's, less as its score is lower; no more than of any that a reranker has read."""
        if self.reads and number not in self.reads:
            behind = self.first.spread * (self.first_score[number] - max(self.first_score))
            return min(self.confidence * float(np.exp(behind)), *(self.probability(read) for read in self.reads))
        return self.confidence * float(
            np.exp(min(0.0, self.stage.spread * (self.score[number] - self.score[self.order[0]])))
        )

    def contributions(self, evidence: Evidence, number: int) -> dict[str, float]:
        """What each feature adds to a candidate's score, in the stage that scored it; together they are that score."""
        values = dict(zip(FEATURES, evidence.features[number].tolist(), strict=True))
        if number in self.reads:
            values |= dict(
                zip(
                    RERANK_FEATURES,
                    rerank_features(np.array([self.reads[number].logit], dtype=np.float32))[0].tolist(),
                    strict=True,
                )
            )
        stage = self.stage if number in self.reads else self.first
        return {name: stage.weight(name, evidence.interactions) * value for name, value in values.items()}


def allowed_rows(snapshot: Snapshot, filters: Filters) -> NDArray[np.bool_] | None:
    """Which passages pass the filters: bool of shape (passages,), or None when all do."""
    if not filters:
        return None
    documents = np.ones(len(snapshot.document_ids), dtype=bool)
    if filters.published_from or filters.published_to:
        first = filters.published_from.toordinal() if filters.published_from else 1
        last = filters.published_to.toordinal() if filters.published_to else np.iinfo(np.int32).max
        documents &= (snapshot.published > 0) & (snapshot.published >= first) & (snapshot.published <= last)
    if filters.source:
        documents &= np.array([source in filters.source for source in snapshot.document_sources], dtype=bool)
    if filters.document:
        documents &= np.array([identifier in filters.document for identifier in snapshot.document_ids], dtype=bool)
    return documents[snapshot.passage_document]


def rank(
    ranker: Ranker,
    query: Query,
    evidence: Evidence,
    reranker: Reranker | None,
    window: Callable[[int], str],
    most_read: int,
    until: float = math.inf,
) -> Ranking:
    """Order the candidates by their evidence; then let a reranker read the first ones, and order those anew.

    The reranker reads no candidate that is too unlikely beside the first, so a question with one clear answer costs little. Those
    it has no time for stay after those it has read, as the others do. Where it has read fewer than the model was fitted with, the first
    passage is never surer than it would be without a reranker: among few it stands out however bad it is.

    Args:
        ranker: the fitted model.
        reading: of the question.
        evidence: for at least one candidate.
        reranker: reads a question and a text together; None to go without.
        window: the text of a candidate that a reranker should read, by the candidate's number.
        most_read: how many candidates it may read.
        until: the time by `time.perf_counter`, in seconds, from which it begins no candidate but the first.
    """
    found = scores(ranker.first_stage, evidence.features, FEATURES, evidence.interactions)
    order = np.lexsort((evidence.rows, -found))
    first_rank = np.empty(len(order), dtype=np.int64)
    first_rank[order] = np.arange(1, len(order) + 1)
    first_score = tuple(found.tolist())
    stage = ranker.first_stage
    reads: dict[int, RerankOutput] = {}
    logits: NDArray[np.float32] | None = None
    likely = int((found >= found[order[0]] - UNLIKELY).sum())
    chosen = order[: min(likely, most_read)] if reranker else order[:0]
    to_read = len(chosen)
    candidates = found
    if reranker and to_read:
        stage = ranker.rerank_stage
        made = reranker.score(query.question, [window(int(number)) for number in chosen], until)
        reads = {int(number): read for number, read in zip(chosen, made, strict=True) if read}
        chosen, logits = np.array(list(reads)), np.array([read.logit for read in reads.values()], dtype=np.float32)
        features = np.concatenate([evidence.features[chosen], rerank_features(logits)], axis=1)
        candidates = scores(stage, features, (*FEATURES, *RERANK_FEATURES), evidence.interactions)
        best = np.lexsort((evidence.rows[chosen], -candidates))
        found = found.copy()
        found[chosen] = candidates
        chosen, logits = chosen[best], logits[best]
        order = np.concatenate([chosen, order[~np.isin(order, chosen)]])
    parts, decided_by = confidence_features(query, evidence, int(order[0]), candidates, logits), stage
    if reads and len(reads) < min(likely, ranker.training["read"]):
        unread = confidence_features(query, evidence, int(order[0]), np.array(first_score), None)
        if confidence(ranker.first_stage.confidence, unread) < confidence(stage.confidence, parts):
            parts, decided_by = unread, ranker.first_stage
    return Ranking(
        order=tuple(order.tolist()),
        score=tuple(found.tolist()),
        first_rank=tuple(first_rank.tolist()),
        first_score=first_score,
        to_read=to_read,
        reads=reads,
        confidence_features=parts,
        confidence=confidence(decided_by.confidence, parts),
        decided_by=decided_by,
        first=ranker.first_stage,
        stage=stage,
    )
