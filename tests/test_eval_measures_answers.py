"""Right words shown, wrong words shown, and whether the sure are right."""

from __future__ import annotations

import pytest

from eval.measures.answers import answer_is_right
from eval.records import Question, Span

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
