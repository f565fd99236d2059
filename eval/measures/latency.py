"""How long questions take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from eval.measures.estimates import Estimate
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Place, Scores


def _milliseconds(run: EvaluatedRun) -> Scores:
    return {result.question_id: result.seconds * 1000 for result in run.run.results}


def _percentile(share: int) -> Callable[[Scores, EvaluatedRun], Estimate]:
    """The milliseconds that so many per cent of the questions took at most, interpolated between neighbours."""

    def aggregate(values: Scores, run: EvaluatedRun) -> Estimate:
        times = np.array(list(values.values()))
        return Estimate(float(np.percentile(times, share)), None, None, float(times.std()), len(times))

    return aggregate


_SHOWN: Final = frozenset[Place]({"printed", "headline"})

MEASURES: Final = (
    Measure(
        "latency_p50_ms",
        "Latency",
        "p50, ms",
        "half of the questions took at most this",
        _milliseconds,
        aggregate=_percentile(50),
        better="lower",
        format=".1f",
        shown=_SHOWN,
    ),
    Measure(
        "latency_p95_ms",
        "Latency",
        "p95, ms",
        "95 % of the questions took at most this",
        _milliseconds,
        aggregate=_percentile(95),
        better="lower",
        format=".1f",
        shown=_SHOWN,
    ),
)
