"""Confidence in facts: as often as such answers were right where that was counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.features.confidence import INTERCEPT
from qa.judged.confidence import FactModel, load_fact_model, told_of
from qa.judged.question import JudgementQuestion

NAMED = JudgementQuestion("grade", ("wendham",), frozenset(), frozenset(), frozenset(), last=1)
MODEL = FactModel({"all told": 97, "some told": 5}, {"all told": 98, "some told": 8}, {})


def test_the_confidence_is_the_share_that_was_right_with_one_right_and_one_wrong_more() -> None:
    assert MODEL.confidence(NAMED).probability == 0.98
    assert MODEL.confidence(replace(NAMED, subject=None)).probability == 0.6
    untold = replace(MODEL, right=dict.fromkeys(MODEL.right, 0), answers=dict.fromkeys(MODEL.answers, 0))
    assert untold.confidence(NAMED).probability == 0.5


def test_the_parts_of_the_confidence_make_it_up() -> None:
    confidence = MODEL.confidence(NAMED)
    odds = sum(confidence.log_odds.values()) + confidence.weights[INTERCEPT]
    assert odds == pytest.approx(3.8918, abs=1e-4)


def test_a_question_tells_all_with_a_name_and_a_time() -> None:
    assert told_of(NAMED) == "all told"
    assert told_of(replace(NAMED, last=None)) == "some told"
    assert told_of(replace(NAMED, last=None, order="latest")) == "all told"
    assert told_of(replace(NAMED, last=None, wants="days")) == "all told"
    assert told_of(replace(NAMED, subject=None)) == "some told"


def test_the_shipped_model_was_counted() -> None:
    model = load_fact_model()
    assert model.training["answers"]
    assert all(model.answers[told] >= 30 and model.likely(told) > 0.8 for told in ("all told", "some told"))
