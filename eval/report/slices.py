"""The figures of slices, as the report shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eval.figures import SliceFigures
from eval.measures import measures_shown
from eval.measures.measure import Measure
from eval.report import plots
from eval.report.numbers import Number, shown_estimate
from eval.report.plot import Plot


@dataclass(frozen=True, slots=True)
class SliceRow:
    """The figures of one slice."""

    label: str
    questions: int
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True, slots=True)
class SliceTable:
    """All slices of one field."""

    field: str
    columns: tuple[str, ...]
    rows: tuple[SliceRow, ...]
    plot: Plot | None


def slice_table(place: int, name: str, slices: Mapping[str, SliceFigures]) -> SliceTable:
    """All slices of one field, the first of their measures drawn.

    Args:
        place: of the table among the others, which gives its plot an id.
        name: of the field.
        slices: by its values.
    """
    measures = [
        measure
        for measure in measures_shown("slices")
        if any(measure.name in figures.measures for figures in slices.values())
    ]
    rows = tuple(
        SliceRow(
            value,
            figures.questions,
            (
                *(shown_estimate(figures.measures.get(measure.name), measure.format) for measure in measures),
                Number(f"{figures.answered:.0%}"),
            ),
        )
        for value, figures in slices.items()
    )
    plot = _plot(f"plot-slice-{place}", name, measures[0], slices) if measures else None
    return SliceTable(name, (*(measure.title for measure in measures), "answered"), rows, plot)


def _plot(identifier: str, name: str, measure: Measure, slices: Mapping[str, SliceFigures]) -> Plot:
    bars = [
        plots.Bar(
            value,
            found.mean,
            found.mean if found.low is None else found.low,
            found.mean if found.high is None else found.high,
        )
        for value, figures in slices.items()
        if (found := figures.measures.get(measure.name))
    ]
    title = f"{measure.title} by {name}"
    values = "; ".join(f"{bar.label} {bar.value:.2f}" for bar in bars)
    return Plot(
        identifier,
        plots.bars(identifier, bars, measure.title),
        title,
        "Thin lines are 95 % intervals; slices without an answerable question have no bar.",
        f"Bars of {title}: {values}.",
    )
