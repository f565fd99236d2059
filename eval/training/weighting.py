"""Weighting: how much each example counts in a fit, so that great sets do not outweigh small ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

UNANSWERABLE = 0.25
"""So many of a set's questions count as unanswerable at the most: in SQuAD 2.0 it is half, all written to deceive,
which people's questions are not."""
STYLED = 2.0
"""A question of a set that says in which style each is put, as those written by reading do, counts so many times; set
by hand, for these are put as people put them, and their sets are small."""

Floats = NDArray[np.float64]


def shares(
    datasets: Sequence[str], answerable: Sequence[bool] | None = None, styled: Sequence[bool] | None = None
) -> Floats:
    """How much each example counts.

    Each set counts as the root of its size, and unanswerable questions make up `UNANSWERABLE` of it at the most.

    Sets of nothing but unanswerable questions, which were made for calibration, count whole.

    Args:
        datasets: the set of each example, at least one.
        answerable: whether its question is answerable; None where all are.
        styled: whether its question is said to be put in some style; None where none is.

    Returns:
        float64 of shape (examples,), adding up to 1.
    """
    counts = Counter(datasets)
    share = np.array([counts[dataset] ** -0.5 for dataset in datasets])
    if answerable is not None:
        right = Counter(dataset for dataset, yes in zip(datasets, answerable, strict=True) if yes)
        odds = UNANSWERABLE / (1 - UNANSWERABLE)
        for position, (dataset, yes) in enumerate(zip(datasets, answerable, strict=True)):
            most, wrong = odds * right[dataset], counts[dataset] - right[dataset]
            if not yes and 0 < most < wrong:
                share[position] *= most / wrong
    if styled is not None:
        share = np.where(styled, STYLED * share, share)
    whole: Floats = share / share.sum()
    return whole
