"""Fitting the ranker: weights of features and the calibration of confidence, with held-out folds.

`python -m eval.training.answer_model` runs it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from scipy.optimize import minimize

from corpus.errors import ChapterError
from eval.training.calibration import PENALTY, Outcome, calibrate, example_shares, spread
from eval.training.examples import Example
from eval.training.folds import FOLDS, fold_of
from eval.training.weighting import UNANSWERABLE
from qa.features import FEATURES
from qa.features.confidence import CONFIDENCE_FEATURES, RERANKED_CONFIDENCE_FEATURES, calibrated, confidence_features
from qa.features.feature import Feature
from qa.features.interactions import INTERACTIONS
from qa.features.reranker import RERANK_FEATURES
from qa.features.softmax import Rivals
from qa.pipeline import Assistant
from qa.ranking.rank import first_stage, likely_candidates, rerank_stage, reranked_features
from qa.ranking.ranker import Ranker, Stage

INTERACTION_PENALTY = 1e-2
"""The weight of the squared (standardised) weights that interactions add; they are held smaller than the others."""
LOOKED_AT = 10
"""So many passages are looked at for the rank of an answer."""

Floats = NDArray[np.float64]
_Done = TypeVar("_Done")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a stage is fitted to: the candidates of many examples.

    Attributes:
        training: the examples.
        features: of each example's candidates, with a column for each of the declared features.
        hits: whether each of these hits a gold span.
        declared: the features, with the signs that their weights may have.
    """

    training: Sequence[Example]
    features: Sequence[Floats]
    hits: Sequence[NDArray[np.bool_]]
    declared: Sequence[Feature[Any, Any]]

    def usable(self) -> Rows:
        """Those of answerable questions of which some candidates hit and some do not.

        Raises:
            ChapterError: there are none.
        """
        kept = [
            position
            for position, (example, hits) in enumerate(zip(self.training, self.hits, strict=True))
            if example.question.answerable and hits.any() and not hits.all()
        ]
        if not kept:
            raise ChapterError(
                "The ranker is fitted to questions of which some candidates answer and some do not, "
                "and there are none. Name more sets."
            )
        training, features, hits = self.training, self.features, self.hits
        return Rows([training[n] for n in kept], [features[n] for n in kept], [hits[n] for n in kept], self.declared)


def fit(training: Sequence[Example], most_read: int) -> Ranker:
    """Fit the order of both stages; confidence is left empty, see `calibrate`."""
    features = [example.candidates.features.astype(np.float64) for example in training]
    first = _fit_stage(Rows(training, features, [example.hits for example in training], tuple(FEATURES)))
    read = [likely_candidates(first_stage(first, example.candidates))[:most_read] for example in training]
    reranked = [
        reranked_features(example.candidates, places, example.said(places.tolist()))
        for example, places in zip(training, read, strict=True)
    ]
    hits = [example.hits[places] for example, places in zip(training, read, strict=True)]
    return Ranker(first, _fit_stage(Rows(training, reranked, hits, (*FEATURES, *RERANK_FEATURES))), {})


def _fit_stage(rows: Rows) -> Stage:
    """Weights by which the candidates that hit are likeliest.

    They are those of a conditional logit with a ridge penalty, with the signs that features may have.
    """
    rows = rows.usable()
    rivals = Rivals.of_sizes([len(hits) for hits in rows.hits])
    hit, share = np.concatenate(rows.hits), example_shares(rows.training)
    interacting = [column for column, feature in enumerate(rows.declared) if feature.interacts]
    matrix = _matrix(rows, rivals, interacting)
    deviation = matrix.std(axis=0) + 1e-6
    matrix /= deviation
    added = len(INTERACTIONS) * len(interacting)
    penalty = np.r_[np.full(len(rows.declared), PENALTY), np.full(added, INTERACTION_PENALTY)]

    def loss(weight: Floats) -> tuple[float, Floats]:
        logarithm, fall = rivals.log_share_of_right(matrix @ weight, hit)
        gradient = matrix.T @ (fall * share[rivals.owner]) + 2 * penalty * weight
        return float(-(share * logarithm).sum() + (penalty * weight**2).sum()), gradient

    bounds = [*(feature.bounds for feature in rows.declared), *[(None, None)] * added]
    start = np.zeros(matrix.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}).x / deviation
    weights = [round(float(value), 4) for value in found]
    names = [feature.name for feature in rows.declared]
    order = dict(zip(names, weights[: len(names)], strict=True))
    of_each = np.reshape(weights[len(names) :], (len(INTERACTIONS), len(interacting))).tolist()
    interactions = {
        interaction.name: {names[column]: value for column, value in zip(interacting, own, strict=True)}
        for interaction, own in zip(INTERACTIONS, of_each, strict=True)
    }
    return Stage(order, interactions, {}, 1.0)


def _matrix(rows: Rows, rivals: Rivals, interacting: Sequence[int]) -> Floats:
    """The features of all candidates, and those that each interaction changes, which are 0 where it does not hold."""
    plain = np.concatenate(rows.features)
    holds = [
        np.array([interaction.name in example.candidates.interactions for example in rows.training], dtype=np.float64)
        for interaction in INTERACTIONS
    ]
    changed = [plain[:, list(interacting)] * own[rivals.owner][:, np.newaxis] for own in holds]
    return np.concatenate([plain, *changed], axis=1)


def outcome(example: Example, ranker: Ranker, most_read: int) -> Outcome:
    """What a ranker does with an example."""
    asked, candidates = example.asked, example.candidates
    first = first_stage(ranker.first_stage, candidates)
    read = likely_candidates(first)[:most_read]
    after = rerank_stage(ranker.rerank_stage, candidates, read, example.said(read.tolist()))
    before = first.candidates.tolist()
    order = [*after.candidates.tolist(), *before[len(read) :]]
    fast = confidence_features(asked, candidates, before[0], first.rivals, None)
    full = confidence_features(asked, candidates, order[0], after.rivals, example.said(after.candidates.tolist()))
    falls = zip((after.scores - after.scores[0]).tolist(), example.hits[after.candidates].tolist(), strict=True)
    return Outcome(
        example=example,
        fast_rank=example.rank(before[:LOOKED_AT]),
        rank=example.rank(order[:LOOKED_AT]),
        fast=fast,
        read=full,
        fast_right=bool(example.hits[before[0]]),
        right=bool(example.hits[order[0]]),
        falls=tuple(falls)[1:5],
    )


def held_out(every: Sequence[Example], most_read: int, fold: Callable[[Example], Hashable]) -> list[Outcome]:
    """What is done with each example, in their order, by a ranker fitted without its fold."""
    return by_rankers_without(every, every, most_read, fold, lambda one, ranker: outcome(one, ranker, most_read))


def by_rankers_without(
    every: Sequence[Example],
    training: Sequence[Example],
    most_read: int,
    part_of: Callable[[Example], Hashable],
    done: Callable[[Example, Ranker], _Done],
) -> list[_Done]:
    """Whatever is done with each example, in their order, by a ranker that has not seen its part.

    Args:
        every: the examples.
        training: those that rankers are fitted to, but for the part.
        most_read: so many of its candidates are read.
        part_of: the part of an example.
        done: what is done with one.
    """
    made: dict[int, _Done] = {}
    for part in track(sorted({part_of(example) for example in every}, key=str), "Parts held out", transient=True):
        ranker = fit([example for example in training if part_of(example) != part], most_read)
        made |= {position: done(example, ranker) for position, example in enumerate(every) if part_of(example) == part}
    return [made[position] for position in sorted(made)]


def fold(example: Example) -> int:
    """The fold in which an example is held out: one for all questions about the same documents."""
    return fold_of(example.group)


def held_out_confidences(outcomes: Sequence[Outcome]) -> list[float]:
    """How sure each first passage is, by a calibration without its fold."""
    confidences: dict[int, float] = {}
    for part in range(FOLDS):
        others = [outcome for outcome in outcomes if fold(outcome.example) != part]
        own = [position for position, outcome in enumerate(outcomes) if fold(outcome.example) == part]
        weights = calibrate(others, _read, _right, RERANKED_CONFIDENCE_FEATURES) if own else {}
        confidences |= {position: calibrated(weights, outcomes[position].read).probability for position in own}
    return [confidences[position] for position in range(len(outcomes))]


def _read(outcome: Outcome) -> Any:
    return outcome.read


def _right(outcome: Outcome) -> bool:
    return outcome.right


def fitted(every: Sequence[Example], folded: Sequence[Outcome], assistant: Assistant) -> Ranker:
    """The ranker fitted to all examples, its confidence to what was done with each while it was held out."""
    read = calibrate(folded, _read, _right, RERANKED_CONFIDENCE_FEATURES)
    fast = calibrate(folded, lambda outcome: outcome.fast, lambda outcome: outcome.fast_right, CONFIDENCE_FEATURES)
    falls, most_read = spread(folded, read), assistant.reranked_passages
    ranker = fit(every, most_read)
    answerable = [outcome for outcome in folded if outcome.example.question.answerable]
    hits = {
        name: float(np.mean([outcome.rank == 1 for outcome in answerable if outcome.example.dataset == name]))
        for name in dict.fromkeys(outcome.example.dataset for outcome in answerable)
    }
    training = {
        "method": "conditional logit and logistic regression, ridge penalty, signed weights; folds by documents",
        "questions": dict(Counter(example.dataset for example in every)),
        "read": most_read,
        "penalty": PENALTY,
        "interaction_penalty": INTERACTION_PENALTY,
        "unanswerable_at_most": UNANSWERABLE,
        "encoder": assistant.encoder.name,
        "reranker": assistant.reranker.name if assistant.reranker else "none",
        "held_out_hit_at_1": {name: round(hit, 3) for name, hit in hits.items()},
    }
    return Ranker(
        replace(ranker.first_stage, confidence=fast, spread=falls),
        replace(ranker.rerank_stage, confidence=read, spread=falls),
        training,
    )
