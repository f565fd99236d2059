"""What features of candidates are computed of: the question, its candidates, and what several features share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from qa.features.feature import Column, Feature
from qa.passages.asked import Asked
from qa.passages.candidates import Retrieved

Shared = TypeVar("Shared")


@dataclass(frozen=True, slots=True)
class FeatureContext:
    """A question and its candidates.

    Attributes:
        asked: the question.
        retrieved: the candidates, in the order of each feature's column.
    """

    asked: Asked
    retrieved: Retrieved
    _shared: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def shared(self, compute: Callable[[FeatureContext], Shared]) -> Shared:
        """What a function makes of this question and its candidates: made once, whatever needs it."""
        if compute not in self._shared:
            self._shared[compute] = compute(self)
        made: Shared = self._shared[compute]
        return made


CandidateFeature = Feature[FeatureContext, Column]
