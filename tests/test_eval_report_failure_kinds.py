"""What counts as a failure."""

from __future__ import annotations

import pytest

from eval.records import Question, Result
from eval.report.failure_kinds import KINDS, Kind, failures
from tests.report_cases import BOTH, FAR, GOLD, HIT, QUESTIONS, SECOND_GOLD, a_result, others, passage, span


@pytest.mark.parametrize(
    ("question", "result", "expected"),
    [
        (QUESTIONS[0], a_result("right", HIT, quote=GOLD), ()),
        (QUESTIONS[0], a_result("right", HIT), ()),
        (QUESTIONS[0], a_result("right"), ("missed",)),
        (QUESTIONS[0], a_result("right", reason="nothing_relevant"), ("missed", "refused")),
        (QUESTIONS[0], a_result("right", FAR, HIT), ("not_first",)),
        (QUESTIONS[0], a_result("right", *others(4), HIT), ("not_first",)),
        (QUESTIONS[0], a_result("right", *others(5), HIT), ("low",)),
        (QUESTIONS[0], a_result("right", HIT, quote=span("Nothing else")), ("shown_wrong", "beside")),
        (BOTH, a_result("both", passage(GOLD.start, GOLD.end), passage(SECOND_GOLD.start, SECOND_GOLD.end)), ()),
        (
            BOTH,
            a_result("both", passage(GOLD.start, GOLD.end), *others(4), passage(SECOND_GOLD.start, SECOND_GOLD.end)),
            ("incomplete",),
        ),
        (BOTH, a_result("both", passage(SECOND_GOLD.start, SECOND_GOLD.end)), ("incomplete",)),
        (BOTH, a_result("both", FAR), ("missed",)),
        (
            BOTH,
            a_result("both", passage(GOLD.start, GOLD.end), passage(SECOND_GOLD.start, SECOND_GOLD.end), quote=GOLD),
            ("half",),
        ),
        (QUESTIONS[4], a_result("absent", FAR), ("answered_nothing",)),
        (QUESTIONS[4], a_result("absent", FAR, reason="nothing_relevant"), ()),
    ],
)
def test_what_counts_as_a_failure(question: Question, result: Result, expected: tuple[Kind, ...]) -> None:
    assert failures(question, result) == expected
    assert set(expected) <= set(KINDS)
