"""Whether the words shown as the answer are right, and how often wrong ones are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Scores
from eval.measures.quotes import normalise_answer
from eval.records import Question, Span

SURE: Final = 0.8
"""An answer shown with at least this confidence is one of the sure."""


def answer_is_right(question: Question, quote: Span | None) -> bool:
    """Whether quoted words answer a question.

    They do when they overlap a gold span by half of the shorter of the two, or hold a gold answer, as SQuAD compares
    answers, in a document that has a gold span.
    """
    if quote is None or not question.answerable:
        return False
    for gold in question.gold:
        shared = min(quote.end, gold.end) - max(quote.start, gold.start)
        least = min(quote.end - quote.start, gold.end - gold.start)
        if quote.document_id == gold.document_id and shared > 0 and 2 * shared >= least:
            return True
    if quote.document_id not in {gold.document_id for gold in question.gold}:
        return False
    given = f" {normalise_answer(quote.text)} "
    return any(f" {answer} " in given for answer in map(normalise_answer, question.answers) if answer)


def _right(run: EvaluatedRun) -> NDArray[np.bool_]:
    """Whether each result is a right answer that is shown, in the run's order."""
    shown = zip(run.run.results, run.answered, strict=True)
    return np.array(
        [answered and answer_is_right(run.by_id[one.question_id], one.quote) for one, answered in shown], dtype=bool
    )


def _sure(run: EvaluatedRun) -> NDArray[np.bool_]:
    shown = zip(run.run.results, run.answered, strict=True)
    return np.array([answered and result.confidence >= SURE for result, answered in shown], dtype=bool)


def _quoted(
    counted: Callable[[EvaluatedRun], NDArray[np.bool_]], among: Callable[[EvaluatedRun], NDArray[np.bool_]]
) -> Callable[[EvaluatedRun], Scores]:
    """Computes 1 or 0 for each of some questions; nothing of a system that never quotes."""

    def compute(run: EvaluatedRun) -> Scores:
        if not (run.run.info.gives_quotes or any(result.quote for result in run.run.results)):
            return {}
        values = run.by_question(counted(run))
        return {name: values[name] for name, taken in run.by_question(among(run)).items() if taken}

    return compute


MEASURES: Final = (
    Measure(
        "answer_right",
        "All in all",
        "answer right",
        "share of answerable questions to which right words are shown",
        _quoted(_right, lambda run: run.has_answer),
    ),
    Measure(
        "shown_wrong",
        "All in all",
        "shown wrong",
        "share of the answers shown, also to questions without one, whose words are not right",
        _quoted(lambda run: ~_right(run), lambda run: run.answered),
        better="lower",
        shown=frozenset({"printed", "headline"}),
    ),
    Measure(
        "right_of_the_sure",
        "All in all",
        "right of the sure",
        f"share of the answers shown with a confidence of {SURE:.0%} or more whose words are right",
        _quoted(_right, _sure),
        shown=frozenset({"printed", "headline"}),
    ),
    Measure(
        "outcome",
        "All in all",
        "outcome",
        "share of all questions with right words shown, or rightly refused",
        _quoted(lambda run: _right(run) | (~run.answered & ~run.has_answer), lambda run: np.ones_like(run.answered)),
    ),
)
