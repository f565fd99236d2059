"""Calibration of the answer model: its log odds, brought to how often the words were right for people's own questions.

`python -m eval.training.answer_calibration` fits it and writes calibration.json.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from qa.features.confidence import INTERCEPT


@dataclass(frozen=True, slots=True)
class Scaling:
    """What log odds are multiplied by, and what is added then (Platt, "Probabilistic Outputs for SVMs", 1999).

    Attributes:
        slope: more than 0, so that no order changes.
        intercept: in log odds.
    """

    slope: float
    intercept: float

    def of(self, weights: Mapping[str, float]) -> dict[str, float]:
        """The weights of a logistic regression whose log odds are scaled so."""
        scaled = {name: self.slope * weight for name, weight in weights.items()}
        return scaled | {INTERCEPT: scaled[INTERCEPT] + self.intercept}

    def after(self, earlier: Scaling) -> Scaling:
        """The scaling that does in one what an earlier one and then this one do."""
        return Scaling(self.slope * earlier.slope, self.slope * earlier.intercept + self.intercept)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted scalings.

    Attributes:
        fast: of the weights without a reranker.
        read: of those where one has read.
        training: how, on what and with which result they were fitted.
    """

    fast: Scaling
    read: Scaling
    training: Mapping[str, Any]


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The calibration that is shipped."""
    return TypeAdapter(Calibration).validate_json(Path(__file__).with_name("calibration.json").read_bytes())
