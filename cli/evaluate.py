"""What `qa eval` prints: the tables of all systems, of slices, and of the comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rich.table import Table
from rich.text import Text

from eval.agreement import Agreement
from eval.compare import Comparison
from eval.evaluation import Evaluation
from eval.figures import Figures, SliceFigures
from eval.measures import measures_shown
from eval.measures.estimates import Estimate
from eval.results import Results

MOST_CHANGED_SHOWN: Final = 20
"""How many questions that are answered otherwise than before are printed; summary.json has all of them."""


def print_evaluation(evaluation: Evaluation, results: Results) -> None:
    """Print what an evaluation found.

    That is: the figures of all systems and what they have more than the first, the slices of the last, and the
    comparisons with an earlier run. summary.json has all measures and all slices.
    """
    first = next(iter(evaluation.runs.values())).info
    found = next(iter(evaluation.figures.values()))
    results.line(
        f"{evaluation.dataset.name}: {found.questions} questions, {found.questions - found.answerable} of them "
        f"without an answer, over {first.documents} documents in {first.passages} passages ({first.encoder})"
    )
    for reason in evaluation.not_indexed:
        results.note(f"Not indexed: {reason}")
    for note in evaluation.notes:
        results.note(f"Note: {note}")
    results.table(_measures_table(evaluation.figures))
    if evaluation.beside_first:
        results.table(_beside_first_table(evaluation.beside_first))
    *_, last = evaluation.figures
    if evaluation.figures[last].slices:
        results.table(_slices_table(last, evaluation.figures[last].slices))
    for comparison in evaluation.comparisons.values():
        _print_comparison(comparison, results)


def _measures_table(found: Mapping[str, Figures]) -> Table:
    table = Table(title="Means over questions, with 95 % intervals", title_justify="left")
    table.add_column("")
    for name in found:
        table.add_column(name, justify="right")
    group = None
    for measure in measures_shown("printed"):
        estimates = [figures.measures.get(measure.name) for figures in found.values()]
        if any(estimates):
            if group not in (None, measure.group):
                table.add_section()
            group = measure.group
            table.add_row(measure.title, *(_interval(estimate, measure.format) for estimate in estimates))
    return table


def _beside_first_table(found: Mapping[str, Comparison]) -> Table:
    first = next(iter(found.values())).old
    table = Table(title=f"Less {first} (p of a paired randomization test; * p < .05)", title_justify="left")
    table.add_column("")
    for name in found:
        table.add_column(name, justify="right")
    cells = [
        {difference.measure: str(difference) for difference in comparison.differences} for comparison in found.values()
    ]
    for measure in measures_shown("comparison"):
        if any(measure.name in column for column in cells):
            table.add_row(measure.title, *(column.get(measure.name, "–") for column in cells))
    return table


def _slices_table(name: str, slices: Mapping[str, Mapping[str, SliceFigures]]) -> Table:
    measures = measures_shown("slices")
    table = Table(title=f"{name}, by slice", title_justify="left")
    for heading in ("slice", "value"):
        table.add_column(heading)
    for heading in ("questions", *(measure.title for measure in measures), "answered"):
        table.add_column(heading, justify="right")
    for slice_name, values in slices.items():
        table.add_section()
        for value, figures in values.items():
            table.add_row(
                slice_name,
                Text(value),
                str(figures.questions),
                *(_interval(figures.measures.get(measure.name), measure.format) for measure in measures),
                _figure(figures.answered),
            )
    return table


def _print_comparison(comparison: Comparison, results: Results) -> None:
    table = Table(title=f"{comparison.new} less the earlier {comparison.old}", title_justify="left")
    table.add_column("")
    for heading in ("now", "before", "difference", "p", "detectable", "won", "lost"):
        table.add_column(heading, justify="right")
    measures = {measure.name: measure for measure in measures_shown("comparison")}
    for difference in comparison.differences:
        measure = measures[difference.measure]
        table.add_row(
            measure.title,
            _figure(difference.new, measure.format),
            _figure(difference.old, measure.format),
            _bounds(difference.mean, difference.low, difference.high, f"+{measure.format}"),
            f"{difference.p:.4f}",
            _figure(difference.detectable, measure.format),
            str(difference.won),
            str(difference.lost),
        )
    results.table(table)
    for note in comparison.notes:
        results.note(f"Note: {note}")
    for label, ids in (("Won", comparison.won), ("Lost", comparison.lost)):
        results.line(f"{label}: {', '.join(ids) or 'none'}")
    _print_agreement(comparison.agreement, results)


def _print_agreement(agreement: Agreement, results: Results) -> None:
    """Print how many answers are the same as in the earlier run, and the first that are not."""
    results.line(agreement.in_words)
    if not agreement.changed:
        return
    shown = agreement.changed[:MOST_CHANGED_SHOWN]
    more = len(agreement.changed) - len(shown)
    title = "Answered otherwise" + (f" (the first {len(shown)} of {len(agreement.changed)})" if more else "")
    table = Table(title=title, title_justify="left")
    for heading in ("question", "asked", "differs", "before", "now"):
        table.add_column(heading, overflow="fold")
    for answer in shown:
        table.add_section()
        for place, change in enumerate(answer.changes):
            asked = (answer.question_id, answer.question) if place == 0 else ("", "")
            table.add_row(*map(Text, (*asked, change.aspect, change.before, change.now)))
    results.table(table)


def _interval(value: Estimate | None, pattern: str) -> str:
    return _bounds(value.mean, value.low, value.high, pattern) if value else "–"


def _bounds(value: float, low: float | None, high: float | None, pattern: str) -> str:
    if low is None or high is None:
        return format(value, pattern)
    return f"{value:{pattern}} [{low:{pattern}}, {high:{pattern}}]"


def _figure(value: float | None, pattern: str = ".3f") -> str:
    return "–" if value is None else format(value, pattern)
