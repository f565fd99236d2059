"""Confidence, refusing and latency, as the report shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from eval.figures import Figures
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.refusing import RiskCoverage
from eval.records import Run
from eval.report import plots
from eval.report.plot import Plot

_THRESHOLDS: Final = tuple(step / 20 for step in range(20))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in questions."""

    part: int
    whole: int

    @property
    def percent(self) -> str:
        """In per cent."""
        return f"{self.part / self.whole:.0%}"


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """What a threshold costs.

    A share is None where there is no such question, and `here` marks what the run decided.
    """

    label: str
    shares: tuple[Share | None, ...]
    here: bool


def confidence_plots(run: Run, figures: Figures) -> Iterable[Plot]:
    """How far confidence means what it says, where there is one, and what refusing costs."""
    if figures.reliability:
        yield _reliability_plot(figures)
    if figures.answers_risk_coverage:
        yield _answers_risk_plot(figures.answers_risk_coverage)
    yield _risk_plot(run, figures)


def _reliability_plot(figures: Figures) -> Plot:
    points = [plots.ReliabilityPoint(group.confidence, group.right, group.questions) for group in figures.reliability]
    values = "; ".join(f"{point.confidence:.2f} {point.right:.2f}" for point in points)
    return Plot(
        "plot-reliability",
        plots.reliability("plot-reliability", points),
        "Reliability",
        "Each dot is a group of questions given about the same confidence; a larger dot is more of them. "
        "On the broken line, confidence means what it says; below it, the system is too sure. "
        "An unanswerable question is never right.",
        f"Confidence against the share that was right: {values}.",
    )


def _answers_risk_plot(curve: RiskCoverage) -> Plot:
    points = list(zip(curve.coverage, curve.risk, strict=True))
    return Plot(
        "plot-answers-risk",
        plots.risk_coverage("plot-answers-risk", points, points[-1]),
        "Wrong words among the answers shown",
        "When only the surest answers are shown, how many of them have wrong words; lower is better. "
        "The curve ends with the dot at what this run showed: words that it withheld are not known.",
        f"Risk against coverage of the answers shown, with a mean risk of {curve.area:.3f}; as shipped "
        f"{curve.coverage[-1]:.0%} of the questions are answered and {curve.risk[-1]:.0%} of those answers are wrong.",
    )


def _risk_plot(run: Run, figures: Figures) -> Plot:
    curve = figures.risk_coverage
    right = figures.measures.get("right_of_answered")
    shipped = (right.questions / figures.questions, 1 - right.mean) if right and run.info.gives_confidence else None
    caption = (
        "When only the questions the system is surest of are answered, how many have a wrong passage first; "
        "lower is better. "
    )
    description = f"Risk against coverage, with an area of {curve.area:.3f} under the curve"
    if shipped:
        caption += "The dot is what this run decided; "
        caption += "it may stand off the curve where something other than confidence decided."
        description += f"; as shipped {shipped[0]:.0%} are answered and {shipped[1]:.0%} of those are wrong."
    else:
        caption += "The order is that of the top score, for the system gives no confidence."
        description += "."
    points = list(zip(curve.coverage, curve.risk, strict=True))
    return Plot(
        "plot-risk", plots.risk_coverage("plot-risk", points, shipped), "Wrong first passages", caption, description
    )


def threshold_rows(run: EvaluatedRun) -> Iterable[ThresholdRow]:
    """What each threshold on the confidence would cost, and at last what the run decided."""
    answerable, right = run.has_answer, run.first_is_hit
    rows = [(f"{threshold:.2f}", run.sureness >= threshold, False) for threshold in _THRESHOLDS]
    for label, answered, here in [*rows, ("as the run decided", run.answered, True)]:
        counts = (
            (answered.sum(), answered.size),
            ((answered & ~right).sum(), answered.sum()),
            ((answerable & ~answered).sum(), answerable.sum()),
            ((~answerable & answered).sum(), (~answerable).sum()),
        )
        yield ThresholdRow(
            label, tuple(Share(int(part), int(whole)) if whole else None for part, whole in counts), here
        )


def latency_plot(run: Run, figures: Figures) -> Plot:
    """How long questions took."""
    times = [result.seconds * 1000 for result in run.results]
    p50, p95 = (figures.measures[f"latency_p{share}_ms"].mean for share in (50, 95))
    return Plot(
        "plot-latency",
        plots.latency("plot-latency", times, p50, p95),
        "Time for a question",
        f"Half took {p50:.1f} ms or less, 95 % took {p95:.1f} ms or less, the slowest {max(times):.1f} ms, "
        f"on {run.info.machine}.",
        f"The share of questions done within a time: half within {p50:.1f} ms, 95 % within {p95:.1f} ms.",
    )
