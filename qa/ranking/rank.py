"""Ranking: one order made of all that is known of the candidates, and the probability that each answers."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.seams import Reranker, RerankOutput
from qa.features import FEATURES
from qa.features.confidence import Confidence, calibrated, confidence_features
from qa.features.reranker import RERANK_FEATURES, rerank_features, rerank_values
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate, Candidates
from qa.passages.window import Window, rerank_window
from qa.ranking.listing import with_listing
from qa.ranking.ranker import Floats, Ranker, Stage, linear_scores

UNLIKELY = 5.0
"""A candidate whose score is so far below the first one's (e to the power of this times less likely) is not worth
reading."""


@dataclass(frozen=True, slots=True)
class StageOrder:
    """Candidates in the order of one stage.

    Attributes:
        candidates: their places among all candidates, best first; of those with one score the first in the snapshot.
        scores: the score of each, in that order; higher is better.
        rivals: the same scores in the order in which the candidates were given.
    """

    candidates: NDArray[np.int64]
    scores: Floats
    rivals: Floats


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates in order.

    Attributes:
        candidates: best first.
        to_read: how many candidates the reranker was to read; where it has read fewer, its time ran out.
        confidence: that the first passage answers.
        interactions: the names of the interactions that hold for the question.
        first_stage: the weights that scored the candidates a reranker has not read.
        stage: the weights that decided which passage is first: those for what a reranker has read, or else the same.
    """

    candidates: tuple[Candidate, ...]
    to_read: int
    confidence: Confidence
    interactions: tuple[str, ...]
    first_stage: Stage
    stage: Stage

    @property
    def read(self) -> tuple[Candidate, ...]:
        """The candidates that a reranker has read."""
        return tuple(candidate for candidate in self.candidates if candidate.rerank)

    def contributions(self, candidate: Candidate) -> dict[str, float]:
        """What each feature adds to a candidate's score, in the stage that scored it; together they are that score."""
        values, stage = dict(candidate.features), self.first_stage
        if candidate.rerank:
            values |= rerank_values(*candidate.rerank.said)
            stage = self.stage
        return {name: stage.weight(name, self.interactions) * value for name, value in values.items()}


def first_stage(stage: Stage, candidates: Candidates) -> StageOrder:
    """All candidates in the order of what is known before a reranker has read any."""
    scores = linear_scores(stage, candidates.features, FEATURES.names, candidates.interactions)
    return _ordered(candidates, np.arange(len(scores)), scores)


def likely_candidates(first: StageOrder) -> NDArray[np.int64]:
    """The candidates that are worth reading, likeliest first: those not too unlikely beside the first one."""
    likely: NDArray[np.int64] = first.candidates[first.scores >= first.scores[0] - UNLIKELY]
    return likely


def rerank_stage(
    stage: Stage, candidates: Candidates, read: NDArray[np.int64], said: NDArray[np.float32]
) -> StageOrder:
    """The candidates that a reranker has read in the order of all that is known of them.

    Args:
        stage: the weights for what a reranker has read.
        candidates: for the question, all of them.
        read: the places among them of those that were read, at least one.
        said: what the reranker says of these, of shape (places, 2).
    """
    scores = linear_scores(
        stage,
        reranked_features(candidates, read, said),
        (*FEATURES.names, *RERANK_FEATURES.names),
        candidates.interactions,
    )
    return _ordered(candidates, read, scores)


def reranked_features(candidates: Candidates, read: NDArray[np.int64], said: NDArray[np.float32]) -> Floats:
    """The features of candidates that a reranker has read.

    float64, with the columns of `FEATURES` and then of `RERANK_FEATURES`.
    """
    features: Floats = np.concatenate([candidates.features[read], rerank_features(said)], axis=1)
    return features


def _ordered(candidates: Candidates, places: NDArray[np.int64], scores: Floats) -> StageOrder:
    best = np.lexsort((candidates.rows[places], -scores))
    return StageOrder(places[best], scores[best], scores)


def rank(
    asked: Asked,
    candidates: Candidates,
    ranker: Ranker,
    reranker: Reranker | None,
    most_read: int,
    until: float = math.inf,
) -> Ranking:
    """Order the candidates by their features; then let a reranker read the first ones, and order those anew.

    The reranker reads no candidate that is too unlikely beside the first, so a question with one clear answer costs
    little; where it finds that none of those answers, it reads on. Where several things are asked for, the likeliest
    passage with a list of them is among those that it reads. Those it has no time for stay after those it has
    read, as the others do. Where it has read fewer than the model was fitted with, the first passage is never surer
    than it would be without a reranker: among few it stands out however bad it is.

    Args:
        asked: the question.
        candidates: for it, at least one.
        ranker: the fitted model.
        reranker: reads a question and a text together; None to go without.
        most_read: how many candidates it may read.
        until: the time by `time.perf_counter`, in seconds, from which it begins no candidate but the first.
    """
    first = first_stage(ranker.first_stage, candidates)
    likely = likely_candidates(first)
    ordered = first.candidates.tolist()
    chosen = with_listing(asked, candidates, ordered, likely.tolist(), most_read) if reranker else []
    windows = {place: window_of(asked, candidates, place) for place in chosen}
    outputs = _read(asked, candidates, reranker, windows, until) if reranker else {}
    if reranker and _is_rejected(outputs.values()) and time.perf_counter() < until:
        more = [place for place in ordered[:most_read] if place not in windows]
        further = {place: window_of(asked, candidates, place) for place in more}
        windows, outputs = windows | further, outputs | _read(asked, candidates, reranker, further, until)
    order, stage = first, ranker.first_stage
    said: NDArray[np.float32] | None = None
    if outputs:
        stage = ranker.rerank_stage
        read, of_read = np.array(list(outputs)), [output.said for output in outputs.values()]
        order = rerank_stage(stage, candidates, read, np.array(of_read, dtype=np.float32))
        said = np.array([outputs[int(place)].said for place in order.candidates], dtype=np.float32)
    best = int(order.candidates[0])
    confidence = calibrated(stage.confidence, confidence_features(asked, candidates, best, order.rivals, said))
    if outputs and len(outputs) < min(len(likely), ranker.training["read"]):
        unread = confidence_features(asked, candidates, best, first.rivals, None)
        without = calibrated(ranker.first_stage.confidence, unread)
        confidence = min(confidence, without, key=lambda sure: sure.probability)
    probabilities = _probabilities(first, ranker.first_stage.spread, order, stage.spread, confidence.probability)
    return Ranking(
        candidates=tuple(_placed(candidates, first, order, probabilities, windows, outputs)),
        to_read=len(windows),
        confidence=confidence,
        interactions=candidates.interactions,
        first_stage=ranker.first_stage,
        stage=stage,
    )


def window_of(asked: Asked, candidates: Candidates, place: int) -> Window:
    """What a reranker reads of a candidate, by its place."""
    passage, document = candidates.passages[place], candidates.documents[place]
    initials = asked.initials(document.id)
    return rerank_window(document.title, passage, asked.sentences(passage), asked.time_of(document), initials)


def _is_rejected(outputs: Collection[RerankOutput]) -> bool:
    """Whether a reranker has read some candidates, and finds that none of them answers."""
    return bool(outputs) and all(output.logit < 0 and output.margin < 0 for output in outputs)


def _read(
    asked: Asked, candidates: Candidates, reranker: Reranker, windows: Mapping[int, Window], until: float
) -> dict[int, RerankOutput]:
    """What a reranker makes of the candidates it has time for, by their places."""
    texts = [window.text(candidates.passages[place].text) for place, window in windows.items()]
    outputs = reranker.score(asked.query.question, texts, until)
    return {place: output for place, output in zip(windows, outputs, strict=True) if output}


def _probabilities(
    first: StageOrder, first_spread: float, order: StageOrder, spread: float, confidence: float
) -> dict[int, float]:
    """The probability that each candidate answers, by its place: the first one's, and less as its score is lower.

    What a reranker has not read is no likelier than anything that it has.
    """
    falls = spread * (order.scores - order.scores[0])
    probabilities = {
        place: confidence * math.exp(fall)
        for place, fall in zip(order.candidates.tolist(), falls.tolist(), strict=True)
    }
    most = min(probabilities.values())
    falls = first_spread * (first.scores - first.scores[0])
    return {
        place: min(most, confidence * math.exp(fall))
        for place, fall in zip(first.candidates.tolist(), falls.tolist(), strict=True)
    } | probabilities


def _placed(
    candidates: Candidates,
    first: StageOrder,
    order: StageOrder,
    probabilities: Mapping[int, float],
    windows: Mapping[int, Window],
    outputs: Mapping[int, RerankOutput],
) -> Iterator[Candidate]:
    """The candidates in their order: those that were read, or all where none was, and then the others as they were."""
    first_rank = {place: rank for rank, place in enumerate(first.candidates.tolist(), start=1)}
    first_score = dict(zip(first.candidates.tolist(), first.scores.tolist(), strict=True))
    last_score = dict(zip(order.candidates.tolist(), order.scores.tolist(), strict=True))
    scores: dict[int, float] = last_score | {
        place: score for place, score in first_score.items() if place not in last_score
    }
    names, rows, features = FEATURES.names, candidates.rows.tolist(), candidates.features.tolist()
    for place, score in scores.items():
        yield Candidate(
            row=rows[place],
            passage=candidates.passages[place],
            document_index=candidates.document_indexes[place],
            document=candidates.documents[place],
            features=dict(zip(names, features[place], strict=True)),
            first_rank=first_rank[place],
            first_score=first_score[place],
            score=score,
            probability=probabilities[place],
            window=windows.get(place),
            rerank=outputs.get(place),
            copies=candidates.copies[place],
            editions=candidates.editions.get(rows[place], ()),
        )
