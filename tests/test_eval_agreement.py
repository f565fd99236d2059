"""Whether two runs give the same answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.agreement import ASPECTS, Change, agreement
from eval.records import Result, Run, Span
from tests.eval_cases import passage, result, run_of

QUOTE = Span("d", 0, 4, "1901")
BEFORE = result("q", passage(0, 10), passage(20, 30), confidence=0.12344, quote=QUOTE)


def changes(now: Result, before: Result = BEFORE) -> tuple[Change, ...]:
    found = agreement(run_of([now]), run_of([before]))
    assert found.questions == 1
    assert found.unchanged == (0 if found.changed else 1)
    differing = {change.aspect for answer in found.changed for change in answer.changes}
    assert found.same == {aspect: int(aspect not in differing) for aspect in ASPECTS}
    return tuple(change for answer in found.changed for change in answer.changes)


def test_the_same_answer_has_no_changes_and_times_and_scores_make_none() -> None:
    assert changes(BEFORE) == ()
    assert changes(replace(BEFORE, seconds=9.0, retrieved=(passage(0, 10, score=7.0), passage(20, 30)))) == ()


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [
        ((passage(0, 10), passage(21, 30)), "rank 2: d:20-30", "rank 2: d:21-30"),
        ((passage(20, 30), passage(0, 10)), "rank 1: d:0-10", "rank 1: d:20-30"),
        ((passage(0, 10, "e"), passage(20, 30)), "rank 1: d:0-10", "rank 1: e:0-10"),
        ((passage(0, 10),), "rank 2: d:20-30", "rank 2: no passage"),
        ((passage(0, 10), passage(20, 30), passage(5, 9)), "rank 3: no passage", "rank 3: d:5-9"),
    ],
)
def test_a_ranking_differs_at_its_first_rank_with_another_passage(
    now: tuple[object, ...], before: str, after: str
) -> None:
    assert changes(replace(BEFORE, retrieved=now)) == (Change("ranking", before, after),)  # type: ignore[arg-type]  # passages


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (None, "none"),
        (replace(QUOTE, start=1, end=5), "'1901' at d:1-5"),
        (replace(QUOTE, end=5), "'1901' at d:0-5"),
        (replace(QUOTE, document_id="e"), "'1901' at e:0-4"),
        (replace(QUOTE, text="1902"), "'1902' at d:0-4"),
    ],
)
def test_a_quote_is_its_words_and_where_they_stand(quote: Span | None, shown: str) -> None:
    assert changes(replace(BEFORE, quote=quote)) == (Change("quote", "'1901' at d:0-4", shown),)


def test_confidence_counts_to_four_decimals() -> None:
    assert changes(replace(BEFORE, confidence=0.1234)) == ()
    assert changes(replace(BEFORE, confidence=0.1235)) == (Change("confidence", "0.1234", "0.1235"),)


def test_an_outcome_is_a_status_and_its_reason() -> None:
    refused = replace(BEFORE, status="abstained", reason="nothing_relevant")
    assert changes(refused) == (Change("outcome", "answered", "abstained: nothing_relevant"),)
    otherwise = replace(refused, reason="date_not_covered")
    assert changes(otherwise, refused) == (
        Change("outcome", "abstained: nothing_relevant", "abstained: date_not_covered"),
    )


def test_answers_are_matched_by_question_and_counted_by_aspect() -> None:
    other = result("r", passage(0, 10))
    new = run_of([replace(other, question="Why?", confidence=0.9), BEFORE])
    old: Run = run_of([replace(BEFORE, quote=None, confidence=0.5), other])
    found = agreement(new, old)
    assert [(answer.question_id, answer.question) for answer in found.changed] == [("r", "Why?"), ("q", "")]
    assert [change.aspect for answer in found.changed for change in answer.changes] == [
        "confidence",
        "quote",
        "confidence",
    ]
    assert found.same == {"ranking": 2, "quote": 1, "confidence": 0, "outcome": 2}
    assert found.in_words == ("The same answer to 0 of 2 questions (ranking 2, quote 1, confidence 0, outcome 2).")
