"""The paired difference of a measure between two runs: how much, how sure, and what could have been seen at all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from eval.measures.estimates import BATCH_VALUES, RESAMPLES, resampled_interval

SIGNIFICANT: Final = 0.05
"""Differences with a smaller p are marked."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How one measure differs between two runs over the same questions.

    Attributes:
        measure: its name.
        questions: over how many.
        new, old: the means of the two runs.
        mean: new less old.
        low, high: the bootstrap 95 % interval of `mean`; None when there are too few questions, or all differ by the
            same.
        p: of the two-sided paired randomization test, above 0 and up to 1; not corrected for how many measures are
            tested.
        detectable: the least true difference that so many questions would show in four runs of five (80 % power, 5 %
            two-sided); None when no question differs, as nothing is then known of how they vary.
        won, lost: on how many questions the new run is better, and worse.
        better: which of two values is the better one.
    """

    measure: str
    questions: int
    new: float
    old: float
    mean: float
    low: float | None
    high: float | None
    p: float
    detectable: float | None
    won: int
    lost: int
    better: Literal["higher", "lower"] = "higher"

    @property
    def verdict(self) -> Literal["better", "worse", ""]:
        """What the new run is; "" where the interval holds 0 or the test does not bear it out."""
        if self.low is None or self.high is None or self.p >= SIGNIFICANT or self.low <= 0 <= self.high:
            return ""
        return "better" if (self.low > 0) == (self.better == "higher") else "worse"

    def __str__(self) -> str:
        return f"{self.mean:+.3f}{' *' if self.p < SIGNIFICANT else ''} (p {self.p:.2g})"


def difference(
    measure: str,
    new: Sequence[float],
    old: Sequence[float],
    seed: int,
    better: Literal["higher", "lower"] = "higher",
) -> Difference:
    """The paired difference of a measure over at least one question.

    The interval is a percentile bootstrap (Efron, 1979) over questions; the test flips the sign of each question's
    difference at random (Fisher's randomization test; Smucker, Allan and Carterette, 2007), 10,000 times each, or
    through all flips where there are fewer.

    Args:
        measure: its name.
        new, old: the values of the two runs, in the same order of questions.
        seed: of the resampling.
        better: which of two values is the better one.
    """
    differences: NDArray[np.float64] = np.asarray(new, dtype=np.float64) - np.asarray(old, dtype=np.float64)
    above, below = int((differences > 0).sum()), int((differences < 0).sum())
    won, lost = (above, below) if better == "higher" else (below, above)
    count = len(differences)
    low, high = resampled_interval((differences,), np.mean, seed) if count > 1 else (None, None)
    return Difference(
        measure=measure,
        questions=count,
        new=float(np.mean(new)),
        old=float(np.mean(old)),
        mean=float(differences.mean()),
        low=low,
        high=high,
        p=_flip_test(differences, seed) if count > 1 else 1.0,
        detectable=detectable_difference(differences),
        won=won,
        lost=lost,
        better=better,
    )


def detectable_difference(differences: NDArray[np.float64]) -> float | None:
    """The least true mean difference seen with 80 % power at 5 % two-sided, by the normal approximation.

    That is (z of .975 + z of .8) standard errors of the observed differences (Sakai, "Statistical reform in information
    retrieval?", 2014, gives the reasoning). None when all differences are equal or there is only one.
    """
    if len(differences) < 2 or np.ptp(differences) == 0:
        return None
    error = float(differences.std(ddof=1)) / math.sqrt(len(differences))
    return float(stats.norm.ppf(0.975) + stats.norm.ppf(0.8)) * error


def _flip_test(differences: NDArray[np.float64], seed: int) -> float:
    """The two-sided p-value of at least two differences."""
    test = stats.permutation_test(
        (differences,),
        _mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES,
        batch=max(1, BATCH_VALUES // len(differences)),
        rng=np.random.default_rng(seed),
    )
    return float(test.pvalue)


def _mean(differences: NDArray[np.float64], axis: int) -> Any:
    return np.mean(differences, axis=axis)
