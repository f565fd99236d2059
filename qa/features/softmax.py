"""Softmax: scores made into shares of a whole, for one set of rivals, and for many at once as training needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]


def sigmoid(logits: Floats) -> Floats:
    """The probability, 0 to 1, that each logit stands for."""
    probabilities: Floats = np.exp(-np.logaddexp(0, -logits))  # 1 / (1 + exp(-logit)), which overflows
    return probabilities


def share_of(score: float, scores: Floats) -> float:
    """The softmax, 0 to 1, of one of some scores."""
    greatest = scores.max()
    return float(np.exp(score - greatest) / np.exp(scores - greatest).sum())


def log_softmax(scores: Floats) -> Floats:
    """The logarithms of the softmax within each column."""
    logarithms: Floats = scores - np.logaddexp.reduce(scores, axis=0)
    return logarithms


@dataclass(frozen=True, slots=True)
class Rivals:
    """Rows that stand one after the other in groups, as the candidates of many questions do.

    In each group they are rivals.

    Attributes:
        starts: the first row of each group.
        owner: the group of each row.
    """

    starts: NDArray[np.intp]
    owner: NDArray[np.intp]

    @classmethod
    def of_sizes(cls, sizes: Sequence[int]) -> Rivals:
        """Groups of so many rows each, at least one."""
        return cls(np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes))

    def powers(self, scores: Floats) -> Floats:
        """The exponential of each score, as a share of the greatest in its group: no score is too great for that."""
        powers: Floats = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.owner])
        return powers

    def totals(self, values: Floats) -> Floats:
        """The sum of the values in each group."""
        totals: Floats = np.add.reduceat(values, self.starts)
        return totals

    def softmax(self, scores: Floats) -> Floats:
        """Each row's share in its group."""
        powers = self.powers(scores)
        return powers / self.totals(powers)[self.owner]

    def log_share_of_right(self, scores: Floats, right: NDArray[np.bool_]) -> tuple[Floats, Floats]:
        """The logarithm of the share that the right rows have in each group, and how it falls: a conditional logit.

        Args:
            scores: of each row.
            right: which rows are right, at least one in each group.

        Returns:
            The logarithm for each group; and for each row how fast its group's falls as the row's score rises.
        """
        powers = self.powers(scores)
        whole, of_right = self.totals(powers), self.totals(powers * right)
        fall = powers / whole[self.owner] - powers * right / of_right[self.owner]
        return np.log(of_right / whole), fall
