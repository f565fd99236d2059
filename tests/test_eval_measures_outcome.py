"""Whether questions were dealt with rightly, all in all."""

from __future__ import annotations

from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.outcome import right_outcomes
from tests.eval_cases import mixed


def test_an_outcome_is_right_with_a_hit_on_top_or_a_refusal_where_nothing_answers() -> None:
    assert right_outcomes(EvaluatedRun(*mixed())) == {"right": 1, "wrong": 0, "shy": 0, "refused": 1, "bold": 0}
