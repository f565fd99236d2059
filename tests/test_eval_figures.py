"""All figures of a run."""

from __future__ import annotations

import pytest

from eval.figures import figures
from tests.eval_cases import asked, mixed, result, run_of


def test_figures_hold_slices_and_means() -> None:
    found = figures(*mixed())
    assert (found.questions, found.answerable) == (5, 3)
    assert found.measures["passage_hit@1"].mean == pytest.approx(2 / 3)
    assert found.measures["right_outcome"].mean == pytest.approx(2 / 5)
    hard = found.slices["kind"]["hard"]
    assert (hard.questions, hard.answerable, hard.answered) == (2, 1, 0.5)
    assert hard.measures["passage_hit@1"].mean == 1
    assert found.slices["kind"]["easy"].measures["passage_mrr@10"].mean == pytest.approx(0.75)
    assert found.measures["brier"].mean == pytest.approx((0.1**2 + 0.6**2 + 0.6**2 + 0.1**2 + 0.7**2) / 5)


def test_a_set_without_answers_still_has_figures() -> None:
    found = figures([asked("q")], run_of([result("q", answered=False, confidence=0)]))
    assert not any(name.startswith(("passage", "document", "character", "quote")) for name in found.measures)
    assert found.measures["refused_of_unanswerable"].mean == 1
    assert found.measures["right_outcome"].mean == 1
