"""Tables of a fit: how well a ranker does on what it was not fitted on, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from rich.table import Table

from eval.measures.answers import SURE
from eval.measures.calibration import calibration
from eval.measures.refusing import auroc
from eval.training.calibration import Outcome

NONE = "–"


def ranking_table(title: str, outcomes: Sequence[Outcome], by: Callable[[Outcome], str]) -> Table:
    """How often the right passage comes first and among five, fast and in full, by set or kind."""
    table = figures_table(title, ("questions", "fast hit@1", "fast hit@5", "hit@1", "hit@5", "other document first"))
    for name in dict.fromkeys(map(by, outcomes)):
        own = [outcome for outcome in outcomes if by(outcome) == name and outcome.example.question.answerable]
        if own:
            ranks = [[outcome.fast_rank for outcome in own], [outcome.rank for outcome in own]]
            rates = [np.mean([rank <= depth for rank in own]) for own in ranks for depth in (1, 5)]
            elsewhere = np.mean([_is_elsewhere(outcome) for outcome in own])
            table.add_row(name, str(len(own)), *(f"{rate:.3f}" for rate in (*rates, elsewhere)))
    return table


def _is_elsewhere(outcome: Outcome) -> bool:
    """Whether the first passage stands in a document that is called otherwise than the question says."""
    return outcome.read["entity_mismatch"] > 0


def confidence_table(
    title: str, outcomes: Sequence[Outcome], confidences: Sequence[float], thresholds: Sequence[float]
) -> Table:
    """How well confidence is calibrated, and what is answered and refused rightly at some thresholds, by set."""
    at = [f"answered / refused rightly at {threshold}" for threshold in thresholds]
    table = figures_table(title, ("ECE", "AUROC", f"right at >= {SURE}", *at))
    for name in dict.fromkeys(outcome.example.dataset for outcome in outcomes):
        own = [
            (p, outcome) for p, outcome in zip(confidences, outcomes, strict=True) if outcome.example.dataset == name
        ]
        p = np.array([confidence for confidence, _ in own])
        right = np.array([outcome.right for _, outcome in own])
        answerable = np.array([outcome.example.question.answerable for _, outcome in own])
        area = f"{auroc(p[answerable], p[~answerable]):.3f}" if 0 < answerable.sum() < len(answerable) else NONE
        table.add_row(
            name,
            f"{calibration(p, right).ece:.3f}",
            area,
            f"{_share(right[p >= SURE])} of {int((p >= SURE).sum())}",
            *(f"{_share(p[answerable] >= least)} / {_share(p[~answerable] < least)}" for least in thresholds),
        )
    return table


def figures_table(title: str, headings: Sequence[str], first: str = "") -> Table:
    """A table without rows, of names and figures.

    Args:
        title: above it.
        headings: of the columns of figures.
        first: the heading of the column of names.
    """
    table = Table(first, title=title, title_justify="left")
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def _share(true: NDArray[np.bool_]) -> str:
    return f"{true.mean():.3f}" if len(true) else NONE
