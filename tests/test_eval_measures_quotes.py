"""Measures of quotes, on cases worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.figures import per_question
from eval.measures.quotes import answer_f1, exact_match, normalise_answer
from eval.records import Question, Span
from tests.eval_cases import asked, passage, result, run_of, span


def test_answers_are_compared_as_squad_does() -> None:
    assert normalise_answer(" The  Cat's, A hat!") == "cats hat"
    assert exact_match("the May, 2021", ["June", "May 2021"]) == 1
    assert exact_match("in May 2021", ["June", "May 2021"]) == 0
    assert answer_f1("In the month of May 2021.", ["June", "May 2021"]) == pytest.approx(2 * (2 / 5) * 1 / (2 / 5 + 1))
    assert answer_f1("no no", ["no"]) == pytest.approx(2 / 3)
    assert answer_f1("the", ["a"]) == 1
    assert answer_f1("the", ["cat"]) == 0


def test_quotes_are_compared_with_answers_and_gold_spans_and_a_missing_one_counts() -> None:
    question = Question("q", "?", True, (Span("d", 0, 8, "May 2021"),), answers=("last May",))
    silent = Question("r", "?", True, (Span("d", 0, 8, "May 2021"),))
    run = run_of([result("q", quote=Span("d", 0, 8, "May 2021")), result("r", answered=False)])
    scores = per_question([question, silent], run)
    assert scores["quote_exact"] == {"q": 1, "r": 0}
    assert scores["quote_f1"] == {"q": 1, "r": 0}


def test_a_system_that_quotes_and_refuses_everything_has_quotes_worth_nothing() -> None:
    run = run_of([result("q", passage(0, 9), answered=False)])
    assert "quote_f1" not in per_question([asked("q", span(0, 9))], run)
    quoting = replace(run, info=replace(run.info, gives_quotes=True))
    assert per_question([asked("q", span(0, 9))], quoting)["quote_f1"] == {"q": 0}
