"""Whether a question was dealt with rightly, all in all."""

from __future__ import annotations

from typing import Final

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Scores


def right_outcomes(run: EvaluatedRun) -> Scores:
    """For each question, 1 when it was answered with a hit on top, or refused and unanswerable; otherwise 0."""
    return run.by_question((run.answered & run.first_is_hit) | (~run.answered & ~run.has_answer))


MEASURES: Final = (
    Measure(
        "right_outcome",
        "All in all",
        "right outcome",
        "share of all questions answered with a passage that answers on top, or rightly refused",
        right_outcomes,
    ),
)
