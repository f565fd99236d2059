"""Both halves of a question must be answered, and half an answer counts as half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pytest

from eval.figures import figures
from eval.measures.halves import halves_given, halves_of
from eval.records import GivenPart, Question, Result, Run, Span
from tests.report_cases import INFO

FEE = Span("a", 10, 30, "The fee is £12 a week", "1")
DAY = Span("b", 40, 60, "It is due on 3 May", "2")
NAMED = Question("1", "What is the fee, and when is it due?", True, gold=(FEE, DAY), spans_needed="all")
BY_ANSWERS = Question(
    "2",
    "What is the fee, and when is it due?",
    True,
    gold=(replace(FEE, part=""), replace(DAY, part="")),
    answers=("£12", "£12 a week", "3 May"),
    slices={"style": "Two_part"},
)


def given(*words: Span | None, answered: bool = True) -> Result:
    parts = tuple(GivenPart("half", span) for span in words)
    quote = next(filter(None, words), None) if answered else None
    status: Literal["answered", "abstained"] = "answered" if answered else "abstained"
    return Result("1", (), status, None if answered else "not_answered", 0.9, quote, 0.1, parts=parts)


@pytest.mark.parametrize("question", [NAMED, BY_ANSWERS])
@pytest.mark.parametrize(
    ("result", "right"),
    [
        (given(FEE, DAY), (True, True)),
        (given(DAY, None), (False, True)),
        (given(FEE, FEE), (True, False)),
        (given(FEE, DAY, answered=False), (False, False)),
        (given(Span("a", 90, 99, "Nothing of it"), None), (False, False)),
    ],
)
def test_each_half_is_right_by_its_own_words(question: Question, result: Result, right: tuple[bool, ...]) -> None:
    assert halves_given(question, result) == right


def test_words_that_say_both_answer_both() -> None:
    both = Span("a", 0, 70, "The fee is £12 a week and is due on 3 May")
    assert halves_given(replace(BY_ANSWERS, gold=(replace(FEE, text=both.text),)), given(both)) == (True, True)


def test_an_answer_that_stands_in_no_gold_span_is_compared_by_its_words() -> None:
    asked = replace(BY_ANSWERS, answers=("£12", "in the spring"))
    assert halves_given(asked, given(FEE, Span("b", 90, 99, "It is due in the spring."))) == (True, True)
    assert halves_given(asked, given(FEE, DAY)) == (True, False)


@pytest.mark.parametrize(
    "question",
    [
        replace(NAMED, spans_needed="any"),
        replace(NAMED, gold=(FEE, replace(DAY, part="1"))),
        replace(BY_ANSWERS, slices={"style": "full"}),
        replace(BY_ANSWERS, answers=("£12", "£12 a week")),
    ],
)
def test_other_questions_have_no_halves(question: Question) -> None:
    assert halves_of(question) == () and halves_given(question, given(FEE)) == ()


def figures_of(results: Sequence[Result]) -> dict[str, float]:
    questions = [replace(NAMED, id=str(place)) for place, _ in enumerate(results)]
    run = Run(INFO, tuple(replace(one, question_id=str(place)) for place, one in enumerate(results)))
    found = figures(questions, run).measures
    return {name: found[name].mean for name in ("halves_right", "both_halves")}


def test_a_run_is_told_by_halves_and_by_questions() -> None:
    found = figures_of([given(FEE, DAY), given(FEE, None), given(FEE, answered=False)])
    assert found == {"halves_right": pytest.approx(0.5), "both_halves": pytest.approx(1 / 3)}
