"""Right words shown, wrong words shown, and whether the sure are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from eval.figures import figures
from eval.measures.answers import answer_is_right, risk_coverage_of_answers
from eval.measures.evaluated_run import EvaluatedRun
from eval.records import Question, Result, Run, Span
from tests.report_cases import INFO

GOLD = Span("a", 10, 30, "It shut in March 2019")
ASKED = Question("1", "When did it shut?", True, gold=(GOLD,), answers=("March 2019", "the spring"))


def quote(start: int, end: int, text: str = "words", document: str = "a") -> Span:
    return Span(document, start, end, text)


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (quote(10, 30), True),
        (quote(25, 35), True),
        (quote(26, 36), False),
        (quote(0, 60), True),
        (quote(28, 29), True),
        (quote(30, 40), False),
        (quote(10, 30, document="b"), False),
        (quote(90, 99, "In March, 2019."), True),
        (quote(90, 99, "in March 2019 or so", "b"), False),
        (quote(90, 99, "in March 20195"), False),
        (quote(90, 99, "Spring came"), True),
        (None, False),
    ],
)
def test_words_are_right_where_they_overlap_a_gold_span_or_hold_a_gold_answer(shown: Span | None, right: bool) -> None:
    assert answer_is_right(ASKED, shown) is right


def test_no_words_are_right_for_a_question_without_an_answer() -> None:
    assert not answer_is_right(Question("1", "When?", False), quote(10, 30))


def evaluated(*shown: tuple[float, bool | None], quotes: bool = True, confident: bool = True) -> EvaluatedRun:
    """A run of questions with a confidence each, and whether the words shown are right; None for a refusal."""
    questions = [Question(str(place), "When did it shut?", True, gold=(GOLD,)) for place in range(len(shown))]
    results = tuple(
        Result(
            str(place),
            (),
            "abstained" if right is None else "answered",
            "not_answered_here" if right is None else None,
            sure,
            (quote(10, 30) if right else quote(90, 99)) if right is not None and quotes else None,
            0.1,
        )
        for place, (sure, right) in enumerate(shown)
    )
    return EvaluatedRun(questions, Run(replace(INFO, gives_quotes=quotes, gives_confidence=confident), results))


def test_the_risk_of_answers_is_of_the_words_and_ends_at_the_share_shown() -> None:
    curve = risk_coverage_of_answers(evaluated((0.9, True), (0.8, False), (0.7, True), (0.1, None), (0.95, None)))
    assert curve is not None
    assert curve.coverage == pytest.approx((0.2, 0.4, 0.6))
    assert curve.risk == pytest.approx((0, 1 / 2, 1 / 3))
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3) / 3)


@pytest.mark.parametrize(
    "run",
    [
        evaluated((0.9, None)),
        evaluated((0.9, True), quotes=False),
        evaluated((0.9, True), confident=False),
    ],
)
def test_there_is_no_risk_of_answers_without_answers_words_or_confidence(run: EvaluatedRun) -> None:
    assert risk_coverage_of_answers(run) is None
    assert not {"answers_aurc", "answers_ece"} & set(figures(run.questions, run.run).measures)


def test_the_calibration_of_answers_leaves_out_what_was_refused() -> None:
    measures = figures(*of(evaluated((0.9, True), (0.6, False), (0.4, None)))).measures
    assert measures["answers_ece"].mean == pytest.approx((0.1 + 0.6) / 2)
    assert measures["answers_aurc"].mean == pytest.approx((0 + 1 / 2) / 2)
    assert measures["answers_ece"].questions == 2


def of(run: EvaluatedRun) -> tuple[Sequence[Question], Run]:
    return run.questions, run.run
