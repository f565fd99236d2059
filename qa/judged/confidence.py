"""The confidence of answers from facts: the share of them that was right, by how much the question tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from qa.features.confidence import INTERCEPT, Confidence
from qa.judged.question import JudgementQuestion

Told = Literal["all told", "some told"]


@dataclass(frozen=True, slots=True)
class FactModel:
    """How often answers from facts were right.

    Attributes:
        right, answers: how many were right of how many, by what the questions told.
        training: how, on what and with which result it was counted.
    """

    right: Mapping[Told, int]
    answers: Mapping[Told, int]
    training: Mapping[str, Any]

    def likely(self, told: Told) -> float:
        """How likely an answer to a question that tells so much is right: as if one more had been, and one not."""
        return (self.right[told] + 1) / (self.answers[told] + 2)

    def confidence(self, question: JudgementQuestion) -> Confidence:
        """That an answer from facts is right."""
        return self.of(told_of(question))

    def of(self, told: Told) -> Confidence:
        """That an answer from facts to a question that tells so much is right."""
        likely = self.likely(told)
        return Confidence(likely, {told: 1.0}, {told: log(likely / (1 - likely)), INTERCEPT: 0.0})


def told_of(question: JudgementQuestion) -> Told:
    """Whether a question tells whose judgement it asks for, and as of when."""
    return "all told" if question.is_all_told else "some told"


@lru_cache(maxsize=1)
def load_fact_model() -> FactModel:
    """The model that is shipped."""
    return TypeAdapter(FactModel).validate_json(Path(__file__).with_name("confidence.json").read_bytes())
