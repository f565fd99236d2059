"""Means over questions, and how far off they may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

RESAMPLES: Final = 10_000
BATCH_VALUES: Final = 2_000_000
"""How many values are resampled at once, at most."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over questions with its 95 % interval (see `estimate`).

    Attributes:
        mean: of all questions.
        low, high: the interval; None when there are too few questions to tell, or all have one value that is neither
            0 nor 1.
        sd: standard deviation between questions.
        questions: how many there are.
    """

    mean: float
    low: float | None
    high: float | None
    sd: float
    questions: int


def estimate(values: Sequence[float], seed: int) -> Estimate:
    """The mean of at least one value, with a 95 % interval where there are two or more.

    Where every value is 0 or 1, the interval is Wilson's (1927), which is wider than nothing also when all are alike;
    otherwise it is the percentile bootstrap's (Efron, 1979) of 10,000 resamples.

    Args:
        values: one a question.
        seed: of the resampling.
    """
    data = np.asarray(values, dtype=np.float64)
    low: float | None = None
    high: float | None = None
    if len(data) > 1 and np.isin(data, (0, 1)).all():
        wilson = stats.binomtest(int(data.sum()), len(data)).proportion_ci(method="wilson")
        low, high = float(wilson.low), float(wilson.high)
    elif len(data) > 1:
        low, high = resampled_interval((data,), np.mean, seed)
    return Estimate(float(data.mean()), low, high, float(data.std()), len(data))


def resampled_interval(
    samples: tuple[Floats, ...], statistic: Callable[..., Any], seed: int
) -> tuple[float, float] | tuple[None, None]:
    """The percentile bootstrap 95 % interval of a statistic with an `axis`, each sample of two or more resampled alone.

    None where all resamples agree: that they do says nothing of how far off the statistic may be.
    """
    drawn = stats.bootstrap(
        samples,
        statistic,
        n_resamples=RESAMPLES,
        batch=max(1, BATCH_VALUES // sum(map(len, samples))),
        method="percentile",
        vectorized=True,
        rng=np.random.default_rng(seed),
    ).confidence_interval
    return (float(drawn.low), float(drawn.high)) if drawn.low < drawn.high else (None, None)
