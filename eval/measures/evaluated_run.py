"""A run beside the questions it is judged by: what measures are computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from eval.measures.relevance import overlaps_enough
from eval.records import Question, Result, Retrieved, Run

DEFAULT_DEPTH: Final = 10
"""How many passages a question a run has that does not say."""

Floats = NDArray[np.float64]


class EvaluatedRun:
    """A run with its questions; what several measures need is worked out once.

    Attributes:
        questions: those of the run, in any order.
        run: with a result for each question.
    """

    def __init__(self, questions: Sequence[Question], run: Run) -> None:
        self.questions = questions
        self.run = run

    @property
    def seed(self) -> int:
        """Of all resampling."""
        return self.run.info.seed

    @property
    def depth(self) -> int:
        """How many passages the run has for each question, at most."""
        return run_depth(self.run)

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def results(self) -> Mapping[str, Result]:
        """The results by the id of their question."""
        return {result.question_id: result for result in self.run.results}

    @cached_property
    def answerable(self) -> tuple[Question, ...]:
        """The questions that have an answer."""
        return tuple(question for question in self.questions if question.answerable)

    def retrieved(self, question: Question) -> tuple[Retrieved, ...]:
        """The passages found for a question, best first."""
        return self.results[question.id].retrieved

    @cached_property
    def has_answer(self) -> NDArray[np.bool_]:
        """Whether the question of each result is answerable, in the run's order."""
        return np.array([self.by_id[result.question_id].answerable for result in self.run.results], dtype=bool)

    @cached_property
    def answered(self) -> NDArray[np.bool_]:
        """Whether each result is an answer, in the run's order."""
        return np.array([result.status == "answered" for result in self.run.results], dtype=bool)

    @cached_property
    def first_is_hit(self) -> NDArray[np.bool_]:
        """Whether the first passage of each result is a hit, in the run's order; never for an unanswerable question.

        Also where a question needs several spans: one passage can seldom hold them all, so one of them is enough here.
        """
        return np.array(
            [
                any(
                    overlaps_enough(passage, span)
                    for passage in result.retrieved[:1]
                    for span in self.by_id[result.question_id].gold
                )
                for result in self.run.results
            ],
            dtype=bool,
        )

    @cached_property
    def sureness(self) -> Floats:
        """How sure the system is of each result, higher for surer: its confidence, or else its top score, as float64.

        Without a result it is least sure: minus infinity. Only the order means anything.
        """
        if self.run.info.gives_confidence:
            return np.array([result.confidence for result in self.run.results])
        return np.array([result.retrieved[0].score if result.retrieved else -np.inf for result in self.run.results])

    def by_question(self, values: Sequence[float] | NDArray[np.generic]) -> dict[str, float]:
        """Values in the run's order, by the id of their question."""
        return {result.question_id: float(value) for result, value in zip(self.run.results, values, strict=True)}


def run_depth(run: Run) -> int:
    """How many passages a run has for each question, at most."""
    return int(run.info.settings.get("k", DEFAULT_DEPTH))
