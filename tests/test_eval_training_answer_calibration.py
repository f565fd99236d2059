"""Fitting the calibration of answers: from words that were shown, whether right or not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from rich.console import Console
from scipy.special import expit, logit

from corpus.errors import ChapterError
from eval.compare import ComparisonError
from eval.records import Dataset, Run
from eval.training.answer_calibration import LEAST, Weighed, fit_scaling, left_out_table, scaled, weighed
from qa.choosing.answer_model import AS_LIKELY, SURE_OF_ROWS
from qa.choosing.calibration import Scaling
from tests.eval_cases import asked, passage, result, run_of, span

GOLD = span(0, 100)
NAMES = ("right", "wrong", "near miss", "one of two", "row", "unlikely", "refused")
DATASET = Dataset("set", tuple(asked(name, *() if name == "near miss" else (GOLD,)) for name in NAMES), None, "")


def run() -> Run:
    """Words that are right, that are not, and for a near miss; some that a rule is so sure of; some hardly likely."""
    found = passage(0, 100)
    shown = (0.9, GOLD), (0.7, span(500, 510)), (0.6, GOLD), (AS_LIKELY, GOLD), (SURE_OF_ROWS, GOLD), (LEAST / 2, GOLD)
    results = [
        result(name, found, confidence=sure, quote=quote) for name, (sure, quote) in zip(NAMES[:-1], shown, strict=True)
    ]
    return run_of([*results, result("refused", found, confidence=0.0, answered=False)])


def made(name: str, slope: float, intercept: float, seed: int) -> list[Weighed]:
    """Words that are right as often as the scaled confidence says."""
    chance = np.random.default_rng(seed)
    confidence = chance.uniform(0.1, 0.98, 4000)
    right = chance.uniform(size=4000) < expit(slope * logit(confidence) + intercept)
    return [Weighed(name, float(one), bool(true)) for one, true in zip(confidence, right, strict=True)]


def test_only_words_that_the_answer_model_weighed_count() -> None:
    assert weighed(DATASET, run()) == [
        Weighed("set", 0.9, right=True),
        Weighed("set", 0.7, right=False),
        Weighed("set", 0.6, right=False),
    ]


def test_a_run_that_withheld_words_is_refused_with_what_to_do() -> None:
    withheld = run()
    withheld = replace(withheld, info=replace(withheld.info, settings={"answer_confidence": 0.5}))
    with pytest.raises(ChapterError, match=r"withheld words of a confidence below 0\.5.*QA_ANSWER_CONFIDENCE=0"):
        weighed(DATASET, withheld)


def test_a_run_over_other_questions_is_refused() -> None:
    with pytest.raises(ComparisonError):
        weighed(replace(DATASET, questions=DATASET.questions[1:]), run())


def test_the_scaling_is_found_by_which_words_were_right() -> None:
    fitted = fit_scaling(made("set", 0.6, -0.8, 1))
    assert fitted.slope == pytest.approx(0.6, abs=0.1) and fitted.intercept == pytest.approx(-0.8, abs=0.1)


def test_each_set_counts_alike_however_many_questions_it_has() -> None:
    small = [Weighed("small", 0.5, right=False)] * 3 + [Weighed("small", 0.5, right=True)]
    large = [Weighed("large", 0.5, right=True)] * 300 + [Weighed("large", 0.5, right=False)] * 100
    assert fit_scaling([*small, *large]).intercept == pytest.approx(0.0, abs=0.01)


def test_what_is_scaled_keeps_its_order() -> None:
    sure = [scaled(Weighed("set", one, right=True), Scaling(0.5, -1.0)).confidence for one in (0.2, 0.5, 0.9)]
    assert sure == sorted(sure) and sure[1] == pytest.approx(expit(-1.0))


def test_each_set_is_shown_by_the_scaling_of_the_others() -> None:
    every = [*made("parks", 1.0, 0.0, 1), *made("pools", 1.0, -2.0, 2)]
    table = left_out_table("By set", every, 0.5)
    console = Console(width=240, record=True)
    console.print(table)
    rows = [line.split("│") for line in console.export_text().splitlines() if line.startswith("│")]
    parks, pools, whole = ([cell.strip() for cell in row] for row in rows)
    assert [parks[1], pools[1], whole[1]] == ["parks", "pools", "all"]
    words, right, before, ece, _, _, intercept, then, *_ = pools[2:]
    assert int(words) == sum(one.dataset == "pools" and one.confidence >= 0.5 for one in every)
    assert abs(float(intercept)) < 0.2, "what the other set says, not its own"
    assert float(before) == pytest.approx(float(then), abs=0.05) and float(ece) > 0.2 and float(right) < 0.5
