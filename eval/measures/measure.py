"""What a measure declares of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from eval.measures.estimates import Estimate, estimate
from eval.measures.evaluated_run import EvaluatedRun

Group = Literal["Passages", "Documents", "Characters", "Quotes", "All in all", "Refusing", "Calibration", "Latency"]
GROUPS: Final[tuple[Group, ...]] = get_args(Group)
"""What measures are of, in the order they are shown."""

Place = Literal["printed", "headline", "slices", "comparison"]
"""Where a measure is shown beside the figures, summary.json and the report's table of all: in the table that `qa
eval` prints, among the report's headlines, in the tables of slices, and where two runs are compared."""

Scores = Mapping[str, float]
"""The value of a measure for each question it is taken over, by the question's id."""


def mean(values: Scores, run: EvaluatedRun) -> Estimate:
    """The mean over questions with its 95 % interval."""
    return estimate(list(values.values()), run.seed)


def plain_mean(values: Scores, run: EvaluatedRun) -> Estimate:
    """The mean over questions, without an interval."""
    found = estimate(list(values.values()), run.seed)
    return Estimate(found.mean, None, None, found.sd, found.questions)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is measured of a run, declared once.

    Attributes:
        name: its key in figures and summary.json, such as "passage_hit@5".
        group: what it is of.
        label: what it is called within its group, such as "hit@5".
        meaning: what it says, in a phrase.
        compute: its value for each question that it is taken over; nothing where the run does not have what it needs.
        aggregate: the figure of the run from those values, of which there is at least one.
        better: which of two values is the better one.
        format: how its figures are written.
        shown: where, see `Place`.
        comparable: what two runs must share before their values may be compared: nothing but the questions, the
            documents, or the passages too.
    """

    name: str
    group: Group
    label: str
    meaning: str
    compute: Callable[[EvaluatedRun], Scores]
    aggregate: Callable[[Scores, EvaluatedRun], Estimate] = mean
    better: Literal["higher", "lower"] = "higher"
    format: str = ".3f"
    shown: frozenset[Place] = frozenset({"printed", "headline", "comparison"})
    comparable: Literal["questions", "documents", "passages"] = "documents"

    def __post_init__(self) -> None:
        if self.shown & {"slices", "comparison"} and self.aggregate not in (mean, plain_mean):
            raise ValueError(f"{self.name} is no mean over questions, so it cannot be shown by slice or compared.")

    @property
    def title(self) -> str:
        """What it is called outside its group: "passages: hit@5"."""
        return f"{self.group.lower()}: {self.label}"

    @property
    def explanation(self) -> str:
        """Its meaning, and which way is better where that is not upwards."""
        return self.meaning if self.better == "higher" else f"{self.meaning}; lower is better"
