"""How well a system knows when not to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from eval.measures.estimates import Estimate, resampled_interval
from eval.measures.evaluated_run import EvaluatedRun, Floats
from eval.measures.measure import Measure, Place, Scores


def auroc(of_answerable: Floats, of_others: Floats, axis: int = -1) -> Any:
    """The chance that an answerable question has the higher value of the two, equals counting half.

    The area under the ROC curve as the Mann-Whitney statistic (Hanley and McNeil, 1982); 0.5 is guessing.
    """
    answerable, others = of_answerable.shape[axis], of_others.shape[axis]
    ranks = stats.rankdata(np.concatenate([of_answerable, of_others], axis=axis), axis=axis)
    above = np.take(ranks, range(answerable), axis=axis).sum(axis=axis)
    return (above - answerable * (answerable + 1) / 2) / (answerable * others)


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """How wrong a system is when it answers only the questions it is surest of.

    Attributes:
        coverage: share of the questions answered, ascending to 1.
        risk: share of those that are wrong, at each coverage.
        area: the mean risk over all coverages (AURC); lower is better.
    """

    coverage: tuple[float, ...]
    risk: tuple[float, ...]
    area: float


def risk_coverage(sure: Floats, right: NDArray[np.bool_]) -> RiskCoverage:
    """The risk-coverage curve (El-Yaniv and Wiener, 2010) and its area (Geifman et al., 2019).

    Among equally sure questions each prefix counts as wrong as they are on average, so their order does not matter.

    Args:
        sure: how sure each of at least one question is, higher for surer; shape (questions,).
        right: whether each is right, shape (questions,).
    """
    order = np.argsort(-sure, kind="stable")
    _, group, sizes = np.unique(-sure[order], return_inverse=True, return_counts=True)
    wrong = np.bincount(group, weights=~right[order]) / sizes
    risk = np.cumsum(wrong[group]) / np.arange(1, len(order) + 1)
    coverage = np.arange(1, len(order) + 1) / len(order)
    return RiskCoverage(tuple(coverage.tolist()), tuple(risk.tolist()), float(risk.mean()))


def risk_coverage_of(run: EvaluatedRun) -> RiskCoverage:
    """The curve over all questions of a run; an unanswerable one is always wrong."""
    return risk_coverage(stats.rankdata(run.sureness), run.first_is_hit)


def _ranks(run: EvaluatedRun) -> Scores:
    """How sure the system is of each question, as its place among all."""
    return run.by_question(stats.rankdata(run.sureness))


def _ranks_where_mixed(run: EvaluatedRun) -> Scores:
    return _ranks(run) if run.has_answer.any() and not run.has_answer.all() else {}


def _auroc(values: Scores, run: EvaluatedRun) -> Estimate:
    ranks = np.array(list(values.values()))
    samples = (ranks[run.has_answer], ranks[~run.has_answer])
    low, high = resampled_interval(samples, auroc, run.seed) if min(map(len, samples)) > 1 else (None, None)
    return Estimate(float(auroc(*samples)), low, high, float(ranks.std()), len(ranks))


def _area(values: Scores, run: EvaluatedRun) -> Estimate:
    ranks = np.array(list(values.values()))
    return Estimate(risk_coverage(ranks, run.first_is_hit).area, None, None, float(ranks.std()), len(ranks))


def share(
    counted: Callable[[EvaluatedRun], NDArray[np.bool_]], among: Callable[[EvaluatedRun], NDArray[np.bool_]]
) -> Callable[[EvaluatedRun], Scores]:
    """Computes 1 or 0 for each of some questions.

    Args:
        counted: which of all questions are counted.
        among: which are those of whom a share is told.
    """

    def compute(run: EvaluatedRun) -> Scores:
        values = run.by_question(counted(run))
        return {name: values[name] for name, taken in run.by_question(among(run)).items() if taken}

    return compute


_SHOWN: Final = frozenset[Place]({"printed", "headline"})

MEASURES: Final = (
    Measure(
        "auroc",
        "Refusing",
        "AUROC",
        "chance that an answerable question is given more confidence than an unanswerable one",
        _ranks_where_mixed,
        aggregate=_auroc,
        shown=_SHOWN,
    ),
    Measure(
        "aurc",
        "Refusing",
        "AURC",
        "share that is wrong when only the surest are answered, meant over all shares answered",
        _ranks,
        aggregate=_area,
        better="lower",
        shown=_SHOWN,
    ),
    Measure(
        "answered_of_answerable",
        "Refusing",
        "answered of answerable",
        "share of the questions with an answer in the documents to which one was given, right or wrong",
        share(lambda run: run.answered, lambda run: run.has_answer),
        shown=_SHOWN,
    ),
    Measure(
        "refused_of_unanswerable",
        "Refusing",
        "refused of unanswerable",
        "share of the questions without an answer in the documents to which none was given",
        share(lambda run: ~run.answered, lambda run: ~run.has_answer),
        shown=_SHOWN,
    ),
    Measure(
        "right_of_answered",
        "Refusing",
        "right of answered",
        "share of the questions to which an answer was given whose first passage answers",
        share(lambda run: run.first_is_hit, lambda run: run.answered),
        shown=_SHOWN,
    ),
)
