"""What would be shown of questions: their figures by the least confidence of an answer, and which that should be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rich.table import Table

from eval.measures.answers import SURE
from eval.measures.calibration import calibration
from eval.training.report import figures_table

THRESHOLD = 0.5
ANSWER_THRESHOLDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8)
LEAST = tuple(percent / 100 for percent in range(25, 76))


@dataclass(frozen=True, slots=True)
class Shown:
    """What would be shown to a question: how sure, whether right, and whether a passage hits at 1 and 5."""

    dataset: str
    answerable: bool
    confidence: float
    right: bool
    hit: bool
    hit_at_5: bool


def by_set(every: Sequence[Shown]) -> dict[str, list[Shown]]:
    """What would be shown of each set, in the order in which the sets come first."""
    return {name: [one for one in every if one.dataset == name] for name in dict.fromkeys(one.dataset for one in every)}


def answers_table(title: str, every: Sequence[Shown], threshold: float = THRESHOLD) -> Table:
    """Right and wrong words shown, by set."""
    headings = ("questions", "hit@1", "hit@5", "answer right", "shown wrong", "right of the sure", "outcome", "ECE")
    table = figures_table(title, headings)
    for name, own in by_set(every).items():
        sure = [one for one in own if one.confidence >= SURE]
        answerable = [one for one in own if one.answerable]
        right, wrong, outcome = answer_shares(own, threshold)
        p, truth = np.array([one.confidence for one in own]), np.array([one.right for one in own])
        table.add_row(
            name,
            str(len(own)),
            _share([one.hit for one in answerable]),
            _share([one.hit_at_5 for one in answerable]),
            right,
            wrong,
            f"{_share([one.right for one in sure])} of {len(sure)}",
            outcome,
            f"{calibration(p, truth).ece:.3f}",
        )
    return table


def thresholds_table(title: str, every: Sequence[Shown]) -> Table:
    """What each least confidence would show, by set: answer right, shown wrong and outcome."""
    table = figures_table(title, [f"right / wrong / outcome at {threshold}" for threshold in ANSWER_THRESHOLDS])
    for name, own in by_set(every).items():
        if any(one.answerable for one in own):
            table.add_row(name, *(" / ".join(answer_shares(own, threshold)) for threshold in ANSWER_THRESHOLDS))
    return table


def answer_shares(own: Sequence[Shown], threshold: float) -> tuple[str, str, str]:
    """Answer right, shown wrong and outcome where answers are given from a confidence on."""
    return (
        _share([one.right and one.confidence >= threshold for one in own if one.answerable]),
        _share([not one.right for one in own if one.confidence >= threshold]),
        _share([(one.right if one.confidence >= threshold else not one.answerable) for one in own]),
    )


def _share(true: Sequence[bool]) -> str:
    return f"{np.mean(true):.3f}" if true else "–"


def worth(every: Sequence[Shown], least: float) -> float:
    """How many more right answers are shown than wrong ones, of all questions; each set counts alike.

    Args:
        every: what could be shown, of at least one set.
        least: answers are given from this confidence on.

    Returns:
        -1 to 1.
    """
    return float(np.mean([np.mean([_gain(one, least) for one in own]) for own in by_set(every).values()]))


def _gain(one: Shown, least: float) -> int:
    if one.confidence < least:
        return 0
    return 1 if one.right else -1


def even_odds(every: Sequence[Shown]) -> float:
    """The least confidence that is worth most where a wrong answer costs what a right one is worth.

    Of calibrated confidences it is .5 (Chow, "On Optimum Recognition Error and Reject Tradeoff", 1970); these are
    calibrated over sets of many kinds, and people's own questions are one of them.

    Args:
        every: what could be shown, of at least one set.

    Returns:
        One of `LEAST`; of equals the greatest, for a refusal is better than a wrong answer.
    """
    return max(reversed(LEAST), key=lambda least: worth(every, least))


def even_odds_table(title: str, every: Sequence[Shown]) -> Table:
    """The least confidence by all other sets, for each, and what it shows of it; and that by all."""
    headings = ("least confidence by the others", "answer right", "shown wrong", "outcome")
    table = figures_table(title, headings, "left out")
    for name, own in by_set(every).items():
        least = even_odds([one for one in every if one.dataset != name])
        table.add_row(name, f"{least:.2f}", *answer_shares(own, least))
    least = even_odds(every)
    table.add_row("none", f"{least:.2f}", *answer_shares(every, least))
    return table
