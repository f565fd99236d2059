"""Whether the words shown as the answer are right, how often wrong ones are shown, and whether confidence tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from eval.measures.calibration import calibration
from eval.measures.estimates import Estimate
from eval.measures.evaluated_run import EvaluatedRun, Floats
from eval.measures.measure import Measure, Place, Scores
from eval.measures.quotes import normalise_answer
from eval.measures.refusing import RiskCoverage, risk_coverage, share
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


def risk_coverage_of_answers(run: EvaluatedRun) -> RiskCoverage | None:
    """How many of the answers shown are wrong, where only the surest of them are shown.

    Its coverage is the share of all questions, so it ends at the share that was answered: of words that were withheld
    nothing is known. None where no answer is shown, or the system gives no quotes or no confidence.
    """
    sure, right = _shown(run)
    if not sure.size:
        return None
    curve = risk_coverage(sure, right)
    answered = sure.size / len(run.run.results)
    return RiskCoverage(tuple(share * answered for share in curve.coverage), curve.risk, curve.area)


def _shown(run: EvaluatedRun) -> tuple[Floats, NDArray[np.bool_]]:
    """The confidence of each answer shown, and whether its words are right; of a system that gives both, else empty."""
    shown = run.answered & bool(run.run.info.gives_confidence and _gives_quotes(run))
    return run.sureness[shown], _right(run)[shown]


def _gives_quotes(run: EvaluatedRun) -> bool:
    return run.run.info.gives_quotes or any(result.quote for result in run.run.results)


def _confidence_of_answers(run: EvaluatedRun) -> Scores:
    shown = [result for result, answered in zip(run.run.results, run.answered, strict=True) if answered]
    return {result.question_id: result.confidence for result in shown} if _shown(run)[0].size else {}


def _over_answers(figure: Callable[[Floats, NDArray[np.bool_]], float]) -> Callable[[Scores, EvaluatedRun], Estimate]:
    """The figure of a run from the answers that it shows, without an interval."""

    def aggregate(values: Scores, run: EvaluatedRun) -> Estimate:
        sure, right = _shown(run)
        return Estimate(figure(sure, right), None, None, float(sure.std()), len(values))

    return aggregate


def _sure(run: EvaluatedRun) -> NDArray[np.bool_]:
    shown = zip(run.run.results, run.answered, strict=True)
    return np.array([answered and result.confidence >= SURE for result, answered in shown], dtype=bool)


def _quoted(
    counted: Callable[[EvaluatedRun], NDArray[np.bool_]], among: Callable[[EvaluatedRun], NDArray[np.bool_]]
) -> Callable[[EvaluatedRun], Scores]:
    """Computes 1 or 0 for each of some questions; nothing of a system that never quotes."""
    quoted = share(counted, among)
    return lambda run: quoted(run) if _gives_quotes(run) else {}


_SHOWN: Final = frozenset[Place]({"printed", "headline"})

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
        shown=_SHOWN,
    ),
    Measure(
        "right_of_the_sure",
        "All in all",
        "right of the sure",
        f"share of the answers shown with a confidence of {SURE:.0%} or more whose words are right",
        _quoted(_right, _sure),
        shown=_SHOWN,
    ),
    Measure(
        "outcome",
        "All in all",
        "outcome",
        "share of all questions with right words shown, or rightly refused",
        _quoted(lambda run: _right(run) | (~run.answered & ~run.has_answer), lambda run: np.ones_like(run.answered)),
        shown=_SHOWN | {"comparison", "slices"},
    ),
    Measure(
        "answers_aurc",
        "Refusing",
        "AURC of answers",
        "share of the answers shown with wrong words when only the surest are shown, meant over all shares of them",
        _confidence_of_answers,
        aggregate=_over_answers(lambda sure, right: risk_coverage(sure, right).area),
        better="lower",
        shown=_SHOWN,
    ),
    Measure(
        "answers_ece",
        "Calibration",
        "ECE of answers",
        "expected calibration error over the answers shown: how far confidence is from the share with right words",
        _confidence_of_answers,
        aggregate=_over_answers(lambda sure, right: calibration(sure, right).ece),
        better="lower",
        shown=_SHOWN,
    ),
)
