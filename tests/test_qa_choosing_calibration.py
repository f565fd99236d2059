"""The calibration of answers: weights are scaled so that no order changes and confidence means what it says."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit, logit

from qa.choosing.answer_model import load_answer_model
from qa.choosing.calibration import Scaling, load_calibration
from qa.features.confidence import INTERCEPT, calibrated

WEIGHTS = {"share": 2.0, "behind": -1.0, INTERCEPT: 0.5}


def test_weights_give_the_scaled_log_odds() -> None:
    scaling = Scaling(0.5, -1.0)
    for features in ({"share": 1.0, "behind": 0.25}, {"share": 0.0, "behind": 3.0}):
        before = calibrated(WEIGHTS, features).probability
        after = calibrated(scaling.of(WEIGHTS), features).probability
        assert after == pytest.approx(expit(0.5 * logit(before) - 1.0))


def test_two_scalings_are_done_in_one() -> None:
    first, second = Scaling(0.5, -1.0), Scaling(2.0, 0.25)
    assert second.after(first).of(WEIGHTS) == pytest.approx(second.of(first.of(WEIGHTS)))


def test_the_shipped_one_keeps_the_order_and_makes_no_answer_surer_that_is_likelier_right_than_not() -> None:
    shipped = load_calibration()
    odds = np.linspace(0, 6, 50)
    for scaling in (shipped.fast, shipped.read):
        assert scaling.slope > 0
        assert (scaling.slope * odds + scaling.intercept <= odds).all()
    assert shipped.training["words"], "the sets that it was fitted to are told"
    assert load_calibration() is shipped


def test_the_answer_model_is_shipped_calibrated() -> None:
    model, shipped = load_answer_model(), load_calibration()
    for weights, scaling in ((model.fast, shipped.fast), (model.read, shipped.read)):
        raw = (weights[INTERCEPT] - scaling.intercept) / scaling.slope
        assert round(raw, 6) == round(raw, 4), "weights are written with four decimals"
