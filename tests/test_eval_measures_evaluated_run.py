"""A run beside its questions."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from eval.figures import figures
from eval.measures.evaluated_run import EvaluatedRun
from tests.eval_cases import mixed, run_of


def test_a_system_without_confidence_is_judged_by_its_top_score() -> None:
    questions, run = mixed()
    bare = run_of(run.results, gives_confidence=False)
    found = figures(questions, bare)
    assert not {"ece", "brier"} & found.measures.keys()
    assert found.reliability == ()
    assert found.measures["auroc"].mean == pytest.approx((3 + 0.5) / 6)  # 3, 9, 3 against nothing at all and 9


def test_a_run_is_as_deep_as_it_says_and_ten_passages_where_it_does_not() -> None:
    questions, run = mixed()
    assert EvaluatedRun(questions, run_of(run.results, k=3)).depth == 3
    silent = replace(run, info=replace(run.info, settings={}))
    assert EvaluatedRun(questions, silent).depth == 10


def test_without_a_passage_a_system_without_confidence_is_least_sure() -> None:
    questions, run = mixed()
    bare = EvaluatedRun(questions, run_of(run.results, gives_confidence=False))
    assert bare.sureness.tolist() == [3, 9, 3, -math.inf, 9]
    assert EvaluatedRun(questions, run).sureness.tolist() == [0.9, 0.6, 0.4, 0.1, 0.7]


def test_the_first_passage_is_a_hit_for_any_gold_span_and_never_without_one() -> None:
    questions, run = mixed()
    assert EvaluatedRun(questions, run).first_is_hit.tolist() == [True, False, True, False, False]
