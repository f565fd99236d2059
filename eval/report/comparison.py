"""A run beside another one, as the report shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from eval.compare import Comparison
from eval.differences import Difference
from eval.measures import measures_shown
from eval.measures.measure import Measure
from eval.report.numbers import Number, shown_interval


@dataclass(frozen=True, slots=True)
class Listed:
    """A question named in a list; `card` is the id of its failure, or "" when it did not fail."""

    id: str
    text: str
    card: str


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One measure of two runs; `verdict` is that of `eval.differences.Difference`."""

    label: str
    questions: int
    new: str
    old: str
    difference: Number
    p: str
    detectable: str
    won: int
    lost: int
    verdict: str


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """This run beside an earlier one."""

    old: str
    notes: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    lists: tuple[tuple[str, tuple[Listed, ...]], ...]
    agreement: str
    changed: tuple[Listed, ...]


def comparison_table(found: Comparison, texts: Mapping[str, str], cards: Mapping[str, str]) -> ComparisonTable:
    """A comparison as it is shown.

    Args:
        found: the comparison.
        texts: of the questions, by id.
        cards: the ids of the failures, by question id.
    """
    measures = {measure.name: measure for measure in measures_shown("comparison")}

    def listed(ids: Iterable[str]) -> tuple[Listed, ...]:
        return tuple(Listed(name, texts.get(name, ""), cards.get(name, "")) for name in ids)

    return ComparisonTable(
        found.old,
        found.notes,
        tuple(_comparison_row(difference, measures[difference.measure]) for difference in found.differences),
        (("Won", listed(found.won)), ("Lost", listed(found.lost))),
        found.agreement.in_words,
        listed(answer.question_id for answer in found.agreement.changed),
    )


def _comparison_row(found: Difference, measure: Measure) -> ComparisonRow:
    return ComparisonRow(
        measure.title,
        found.questions,
        format(found.new, measure.format),
        format(found.old, measure.format),
        shown_interval(found.mean, found.low, found.high, f"+{measure.format}"),
        "< 0.001" if found.p < 0.001 else f"{found.p:.3f}",
        "–" if found.detectable is None else format(found.detectable, measure.format),
        found.won,
        found.lost,
        found.verdict,
    )
