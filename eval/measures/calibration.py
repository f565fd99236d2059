"""Whether confidence means what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from eval.measures.estimates import Estimate
from eval.measures.evaluated_run import EvaluatedRun, Floats
from eval.measures.measure import Measure, Place, Scores, plain_mean

BINS: Final = 15


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Results of about one confidence: their count, their mean confidence and the share that was right, 0 to 1."""

    low: float
    high: float
    questions: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Whether confidence means what it says; both figures are lower for better.

    Attributes:
        ece: expected calibration error, 0 to 1.
        brier: mean squared distance of confidence and outcome, 0 to 1.
        bins: what `ece` is made of, for a reliability diagram; empty bins are left out.
    """

    ece: float
    brier: float
    bins: tuple[ReliabilityBin, ...]


def calibration(confidence: Floats, right: NDArray[np.bool_]) -> Calibration:
    """How far confidence is from how often it is right, over at least one result.

    The expected calibration error (Naeini et al., 2015) is taken over 15 bins of about equally many results,
    which is less biased than bins of equal width (Roelofs et al., 2022); equal confidences share a bin. Brier is
    Brier's (1950).

    Args:
        confidence: 0 to 1, shape (results,).
        right: whether each was right, shape (results,).
    """
    which = ((stats.rankdata(confidence) - 0.5) / len(confidence) * BINS).astype(int)
    bins = []
    for bin_index in np.unique(which):
        here = which == bin_index
        inside = confidence[here]
        bins.append(
            ReliabilityBin(
                float(inside.min()),
                float(inside.max()),
                int(here.sum()),
                float(inside.mean()),
                float(right[here].mean()),
            )
        )
    error = sum(group.questions * abs(group.confidence - group.right) for group in bins) / len(confidence)
    return Calibration(float(error), float(np.mean((confidence - right) ** 2)), tuple(bins))


def _confidence(run: EvaluatedRun) -> Scores:
    return run.by_question(run.sureness) if run.run.info.gives_confidence else {}


def _squared_error(run: EvaluatedRun) -> Scores:
    return run.by_question((run.sureness - run.first_is_hit) ** 2) if run.run.info.gives_confidence else {}


def _ece(values: Scores, run: EvaluatedRun) -> Estimate:
    confidence = np.array(list(values.values()))
    error = calibration(confidence, run.first_is_hit).ece
    return Estimate(error, None, None, float(confidence.std()), len(confidence))


_SHOWN: Final = frozenset[Place]({"printed", "headline"})

MEASURES: Final = (
    Measure(
        "ece",
        "Calibration",
        "ECE",
        "expected calibration error: how far confidence is from the share that is right",
        _confidence,
        aggregate=_ece,
        better="lower",
        shown=_SHOWN,
    ),
    Measure(
        "brier",
        "Calibration",
        "Brier",
        "mean squared distance of confidence from right (1) or wrong (0)",
        _squared_error,
        aggregate=plain_mean,
        better="lower",
        shown=_SHOWN,
    ),
)
