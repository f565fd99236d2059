"""The measures of each system, as the report shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.figures import Figures
from eval.measures import all_measures
from eval.measures.measure import Measure
from eval.report.numbers import Number, shown_estimate


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One measure with its figure for each system; None where a system has none."""

    label: str
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """Measures of one thing."""

    name: str
    rows: tuple[SummaryRow, ...]


def summary_groups(measured: Sequence[Figures], measures: Sequence[Measure]) -> tuple[SummaryGroup, ...]:
    """The figures of each system by group; measures that no system has are left out."""
    groups: dict[str, list[SummaryRow]] = {}
    for measure in measures:
        numbers = tuple(shown_estimate(figures.measures.get(measure.name), measure.format) for figures in measured)
        if any(numbers):
            groups.setdefault(measure.group, []).append(SummaryRow(measure.label, numbers))
    return tuple(SummaryGroup(name, tuple(rows)) for name, rows in groups.items())


def meanings() -> tuple[tuple[str, str], ...]:
    """What measures are called, without their cutoffs, and what they mean."""
    named = {f"{measure.group}: {measure.label.partition('@')[0]}": measure.explanation for measure in all_measures()}
    return tuple(named.items())
