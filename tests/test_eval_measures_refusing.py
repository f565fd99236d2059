"""Measures of refusing, on cases worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from eval.figures import figures
from eval.measures.refusing import auroc, risk_coverage
from tests.eval_cases import asked, mixed, passage, result, run_of, span


def test_auroc_counts_pairs_and_halves_ties() -> None:
    assert auroc(np.array([0.9, 0.4]), np.array([0.5, 0.1])) == pytest.approx(3 / 4)
    assert auroc(np.array([0.5, 0.5]), np.array([0.5])) == pytest.approx(1 / 2)
    many = auroc(np.array([[0.9, 0.4], [0.0, 0.1]]), np.array([[0.5, 0.1], [0.5, 0.2]]), axis=-1)
    assert many.tolist() == pytest.approx([0.75, 0])


def test_risk_and_coverage() -> None:
    curve = risk_coverage(np.array([0.6, 0.9, 0.8, 0.7]), np.array([False, True, False, True]))
    assert curve.coverage == (0.25, 0.5, 0.75, 1.0)
    assert curve.risk == pytest.approx((0, 1 / 2, 1 / 3, 2 / 4))
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)
    assert risk_coverage(np.zeros(4), np.array([True, True, False, False])).risk == pytest.approx((0.5, 0.5, 0.5, 0.5))


def test_abstention_at_the_threshold_and_at_all_others() -> None:
    found = figures(*mixed())
    measures = {name: estimate.mean for name, estimate in found.measures.items()}
    assert measures["auroc"] == pytest.approx(4 / 6)  # of 3 x 2 pairs, 0.6 and 0.4 lose to 0.7
    assert measures["answered_of_answerable"] == pytest.approx(2 / 3)
    assert measures["refused_of_unanswerable"] == pytest.approx(1 / 2)
    assert measures["right_of_answered"] == pytest.approx(1 / 3)
    assert found.measures["right_of_answered"].questions == 3  # of five, so three fifths are answered
    assert found.risk_coverage.risk == pytest.approx((0, 1 / 2, 2 / 3, 2 / 4, 3 / 5))
    assert measures["aurc"] == pytest.approx((0 + 1 / 2 + 2 / 3 + 2 / 4 + 3 / 5) / 5)


def test_all_answerable_leaves_auroc_out() -> None:
    found = figures([asked("q", span(0, 9))], run_of([result("q", passage(0, 9))])).measures
    assert not {"auroc", "refused_of_unanswerable"} & found.keys()
    assert found["answered_of_answerable"].mean == 1


def test_two_kinds_of_question_that_never_mix_have_no_interval() -> None:
    apart = [asked("q", span(0, 9)), asked("r", span(0, 9)), asked("s"), asked("t")]
    results = [result(question.id, confidence=0.9 if question.answerable else 0.1) for question in apart]
    found = figures(apart, run_of(results)).measures["auroc"]
    assert (found.mean, found.low, found.high) == (1, None, None)
