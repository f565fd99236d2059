"""All measures of a run, with their figures over all questions and by slice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from eval.measures import all_measures, measures_shown
from eval.measures.answers import risk_coverage_of_answers
from eval.measures.calibration import ReliabilityBin, calibration
from eval.measures.estimates import Estimate
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Measure, Scores
from eval.measures.refusing import RiskCoverage, risk_coverage_of
from eval.records import Question, Run


@dataclass(frozen=True, slots=True)
class SliceFigures:
    """The main figures of a slice: how many questions, the measures of slices, and the share that was answered."""

    questions: int
    answerable: int
    measures: Mapping[str, Estimate]
    answered: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is known of a run.

    Attributes:
        questions, answerable: how many there are.
        measures: by name, in the order of `eval.measures.all_measures`; those that the run lacks are left out.
        slices: by slice and value, such as ["type"]["when"].
        risk_coverage: how wrong it is when it answers only what it is surest of, by the first passage.
        answers_risk_coverage: how many of the answers it shows are wrong when it shows only the surest; None where it
            shows none, or gives no quotes or no confidence.
        reliability: how often it is right at each confidence; empty for a system that gives none.
    """

    questions: int
    answerable: int
    measures: Mapping[str, Estimate]
    slices: Mapping[str, Mapping[str, SliceFigures]]
    risk_coverage: RiskCoverage
    answers_risk_coverage: RiskCoverage | None
    reliability: tuple[ReliabilityBin, ...]


def per_question(
    questions: Sequence[Question], run: Run, measures: Sequence[Measure] | None = None
) -> dict[str, Scores]:
    """The measures of a run, question by question.

    Args:
        questions: those of the run, in any order.
        run: with a result for each question.
        measures: which; None for all.

    Returns:
        By measure, then question id. Measures that the run lacks are left out: those deeper than it is, those of
        quotes where the system gives none, and those that need `Run.judged` where that is empty.
    """
    evaluated = EvaluatedRun(questions, run)
    chosen = all_measures() if measures is None else measures
    return {measure.name: scores for measure in chosen if (scores := measure.compute(evaluated))}


def figures(questions: Sequence[Question], run: Run) -> Figures:
    """All measures of a run of at least one question, with intervals drawn by the run's seed."""
    evaluated = EvaluatedRun(questions, run)
    scores = {measure.name: measure.compute(evaluated) for measure in all_measures()}
    confident = run.info.gives_confidence
    return Figures(
        questions=len(questions),
        answerable=len(evaluated.answerable),
        measures={
            measure.name: measure.aggregate(scores[measure.name], evaluated)
            for measure in all_measures()
            if scores[measure.name]
        },
        slices=_slices(evaluated, scores),
        risk_coverage=risk_coverage_of(evaluated),
        answers_risk_coverage=risk_coverage_of_answers(evaluated),
        reliability=calibration(evaluated.sureness, evaluated.first_is_hit).bins if confident else (),
    )


def _slices(run: EvaluatedRun, scores: Mapping[str, Scores]) -> dict[str, dict[str, SliceFigures]]:
    kinds = sorted((name, value, question.id) for question in run.questions for name, value in question.slices.items())
    slices: dict[str, dict[str, SliceFigures]] = {}
    for (name, value), members in groupby(kinds, key=lambda kind: kind[:2]):
        slices.setdefault(name, {})[value] = _slice(run, scores, [identifier for _, _, identifier in members])
    return slices


def _slice(run: EvaluatedRun, scores: Mapping[str, Scores], ids: Sequence[str]) -> SliceFigures:
    measured = {}
    for measure in measures_shown("slices"):
        values = {
            identifier: scores[measure.name][identifier] for identifier in ids if identifier in scores[measure.name]
        }
        if values:
            measured[measure.name] = measure.aggregate(values, run)
    return SliceFigures(
        questions=len(ids),
        answerable=sum(run.by_id[identifier].answerable for identifier in ids),
        measures=measured,
        answered=sum(run.results[identifier].status == "answered" for identifier in ids) / len(ids),
    )
