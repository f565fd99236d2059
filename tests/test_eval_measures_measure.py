"""What a measure declares of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.measures import all_measures
from eval.measures.estimates import Estimate
from eval.measures.evaluated_run import EvaluatedRun
from eval.measures.measure import Place, mean, plain_mean
from tests.eval_cases import mixed

HIT, AUROC = (next(each for each in all_measures() if each.name == name) for name in ("passage_hit@1", "auroc"))


def test_a_measure_is_titled_by_its_group_and_says_when_less_is_better() -> None:
    assert HIT.title == "passages: hit@1"
    assert HIT.explanation == HIT.meaning
    assert replace(HIT, better="lower").explanation == f"{HIT.meaning}; lower is better"


@pytest.mark.parametrize("place", ["slices", "comparison"])
def test_only_means_are_shown_by_slice_and_compared(place: Place) -> None:
    with pytest.raises(ValueError, match="auroc is no mean over questions"):
        replace(AUROC, shown=frozenset({place}))
    assert replace(HIT, aggregate=plain_mean, shown=frozenset({place})).shown == {place}


def test_a_mean_has_an_interval_and_a_plain_one_has_none() -> None:
    run, values = EvaluatedRun(*mixed()), {"a": 0.0, "b": 1.0}
    assert plain_mean(values, run) == Estimate(0.5, None, None, 0.5, 2)
    with_interval = mean(values, run)
    assert (with_interval.mean, with_interval.sd) == (0.5, 0.5)
    assert with_interval.low is not None and 0 < with_interval.low < 0.5
