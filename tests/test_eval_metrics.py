"""Measures, each on a case worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
import pytest

from eval.metrics import (
    abstention,
    answer_f1,
    auroc,
    calibration,
    characters,
    document_rank,
    estimate,
    exact_match,
    figures,
    hit_rank,
    judge,
    latency,
    normalise_answer,
    overlaps_enough,
    per_question,
    precision_omega,
    right_outcomes,
    risk_coverage,
)
from eval.records import Judged, Question, Result, Retrieved, Run, RunInfo, Span


def span(start: int, end: int, document: str = "d") -> Span:
    return Span(document, start, end, "x" * (end - start))


def passage(start: int, end: int, document: str = "d", score: float = 1.0) -> Retrieved:
    return Retrieved(document, start, end, "x" * (end - start), score, {})


def asked(
    identifier: str,
    *gold: Span,
    needs: Literal["any", "all"] = "any",
    grades: Mapping[str, int] | None = None,
    **slices: str,
) -> Question:
    return Question(identifier, "?", bool(gold), gold, needs, slices=slices, grades=grades or {})


def result(
    identifier: str, *retrieved: Retrieved, confidence: float = 0.5, answered: bool = True, quote: Span | None = None
) -> Result:
    status: Literal["answered", "abstained"] = "answered" if answered else "abstained"
    return Result(identifier, retrieved, status, None if answered else "nothing_relevant", confidence, quote, 0.1)


def run_of(
    results: Sequence[Result], *, k: int = 10, judged: Mapping[str, Judged] | None = None, gives_confidence: bool = True
) -> Run:
    info = RunInfo(
        "full", "set", "0", "s", 1, 1, "hashing", {"k": k}, "1", 0, "", "", gives_confidence=gives_confidence
    )
    return Run(info, tuple(results), judged or {})


@pytest.mark.parametrize(
    ("found", "hits"),
    [
        (passage(50, 150), True),  # exactly half of the span
        (passage(51, 151), False),
        (passage(90, 110), True),  # half of the shorter, which is the passage
        (passage(91, 111), False),
        (passage(10, 20), True),
        (passage(100, 200), False),
        (passage(0, 100, "other"), False),
    ],
)
def test_a_hit_shares_half_of_the_shorter(found: Retrieved, hits: bool) -> None:
    assert overlaps_enough(found, span(0, 100)) is hits


def test_the_rank_of_a_hit_is_the_first_for_any_span_and_the_last_for_all() -> None:
    found = [passage(500, 600), passage(0, 100), passage(0, 100, "e"), passage(200, 300)]
    gold = (span(0, 100), span(200, 300))
    assert hit_rank(asked("q", *gold), found) == 2
    assert hit_rank(asked("q", *gold, needs="all"), found) == 4
    assert hit_rank(asked("q", *gold, needs="all"), found[:3]) is None
    assert hit_rank(asked("q"), found) is None


def test_documents_rank_as_their_first_passages() -> None:
    found = [passage(0, 9, "a"), passage(10, 19, "a"), passage(0, 9, "b"), passage(0, 9, "c")]
    assert document_rank(asked("q", span(900, 950, "b"), span(0, 5, "c")), found) == 2
    assert document_rank(asked("q", span(900, 950, "b"), span(0, 5, "c"), needs="all"), found) == 3


def test_ranking_measures_count_what_was_not_found() -> None:
    questions = [asked("half", span(0, 100), span(900, 1000)), asked("nothing", span(0, 100)), asked("unanswerable")]
    judged = {"half": Judged(("d:0-100", "d:900-1000"), 0.5), "nothing": Judged(("d:0-100",), 1.0)}
    found = [passage(300, 400), passage(0, 100), passage(100, 200, "e")]
    run = run_of([result("half", *found), result("nothing"), result("unanswerable", *found)], judged=judged)
    scores = per_question(questions, run)
    assert scores["passage_hit@1"] == {"half": 0, "nothing": 0}
    assert scores["passage_hit@3"] == {"half": 1, "nothing": 0}
    assert scores["passage_mrr@10"] == {"half": 0.5, "nothing": 0}
    assert scores["passage_recall@1"] == {"half": 0, "nothing": 0}
    assert scores["passage_recall@10"] == {"half": 0.5, "nothing": 0}
    second = 1 / math.log2(3)
    assert scores["passage_ndcg@10"] == pytest.approx({"half": second / (1 + second), "nothing": 0})
    assert scores["document_hit@1"] == {"half": 1, "nothing": 0}
    assert scores["document_ndcg@10"] == {"half": 1, "nothing": 0}
    assert scores["precision_omega"] == {"half": 0.5, "nothing": 1.0}
    assert scores["character_recall@5"] == {"half": 0.5, "nothing": 0}


def test_equal_scores_keep_the_order_they_were_given_in() -> None:
    found = [passage(start, start + 10, score=7.0) for start in (900, 0, 500, 300)]
    scores = per_question(
        [asked("q", span(900, 910))], run_of([result("q", *found)], judged={"q": Judged(("d:900-910",), 1.0)})
    )
    assert scores["passage_ndcg@10"] == {"q": 1.0}
    assert scores["passage_hit@1"] == {"q": 1.0}


def test_a_question_that_needs_all_spans_is_hit_at_the_last() -> None:
    question = asked("q", span(0, 100), span(0, 100, "e"), needs="all")
    run = run_of([result("q", passage(0, 100), passage(500, 600), passage(0, 100, "e"))])
    scores = per_question([question], run)
    assert scores["passage_hit@1"] == {"q": 0}
    assert scores["passage_hit@3"] == {"q": 1}
    assert scores["passage_mrr@10"] == pytest.approx({"q": 1 / 3})
    assert scores["document_mrr@10"] == {"q": 0.5}


def test_a_set_s_grades_weigh_in_the_ideal_ranking() -> None:
    question = asked("q", span(0, 9, "a"), span(0, 9, "b"), grades={"a": 1, "b": 3})
    scores = per_question([question], run_of([result("q", passage(0, 9, "a"), passage(0, 9, "b"))]))
    second = 1 / math.log2(3)
    assert scores["document_ndcg@10"] == pytest.approx({"q": (1 + 3 * second) / (3 + second)})


def test_measures_deeper_than_the_run_are_left_out() -> None:
    scores = per_question([asked("q", span(0, 9))], run_of([result("q", passage(0, 9))], k=3))
    assert {"passage_hit@1", "passage_hit@3", "document_recall@3"} <= scores.keys()
    assert (
        not {"passage_hit@5", "passage_mrr@10", "passage_ndcg@10", "character_recall@5", "passage_recall@1", "quote_f1"}
        & scores.keys()
    )


def test_one_span_of_each_part_is_enough_where_all_are_needed() -> None:
    said_twice = (Span("d", 0, 100, "x" * 100, "when"), Span("e", 0, 100, "x" * 100, "when"), span(200, 300))
    found = [passage(0, 100, "e"), passage(500, 600), passage(200, 300), passage(0, 100)]
    assert hit_rank(asked("q", *said_twice, needs="all"), found) == 3
    assert hit_rank(asked("q", *said_twice), found) == 1
    assert hit_rank(asked("q", *said_twice, needs="all"), found[:2]) is None
    assert document_rank(asked("q", *said_twice, needs="all"), [passage(500, 600)]) == 1


def test_character_measures() -> None:
    found = characters(
        asked("q", span(0, 100), span(200, 300)), [passage(50, 150), passage(180, 260), passage(0, 20, "e")]
    )
    assert found.recall == pytest.approx((50 + 60) / 200)
    assert found.precision == pytest.approx(110 / 200)
    assert found.iou == pytest.approx(110 / (200 + 200 - 110))


def test_characters_in_two_passages_are_paid_for_twice_and_in_two_spans_wanted_once() -> None:
    found = characters(asked("q", span(0, 100), span(50, 100)), [passage(0, 100), passage(50, 100)])
    assert found.recall == 1
    assert found.precision == pytest.approx(100 / 150)
    nothing = characters(asked("q", span(0, 100)), [])
    assert (nothing.recall, nothing.precision, nothing.iou) == (0, 0, 0)


def test_precision_omega_takes_all_passages_that_touch_gold() -> None:
    whole = [passage(0, 150), passage(150, 250), passage(250, 400)]
    assert precision_omega(asked("q", span(100, 200)), whole) == pytest.approx(100 / 250)
    assert precision_omega(asked("q", span(100, 200)), whole[:1]) == pytest.approx(50 / (150 + 50))
    assert precision_omega(asked("q", span(100, 200)), whole[2:]) == 0


def test_every_passage_of_the_snapshot_that_hits_is_relevant() -> None:
    judged = judge(asked("q", span(100, 200)), [passage(0, 150), passage(150, 250), passage(250, 400)])
    assert judged.passages == ("d:0-150", "d:150-250")
    assert judged.precision_omega == pytest.approx(0.4)


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


def test_auroc_counts_pairs_and_halves_ties() -> None:
    assert auroc(np.array([0.9, 0.4]), np.array([0.5, 0.1])) == pytest.approx(3 / 4)
    assert auroc(np.array([0.5, 0.5]), np.array([0.5])) == pytest.approx(1 / 2)
    many = auroc(np.array([[0.9, 0.4], [0.0, 0.1]]), np.array([[0.5, 0.1], [0.5, 0.2]]), axis=-1)
    assert many.tolist() == pytest.approx([0.75, 0])


def test_risk_and_coverage() -> None:
    curve = risk_coverage(np.array([0.6, 0.9, 0.8, 0.7]), np.array([False, True, False, True]))
    assert curve.coverage == (0.25, 0.5, 0.75, 1.0)
    assert curve.risk == pytest.approx((0, 1 / 2, 1 / 3, 2 / 4))
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)
    assert risk_coverage(np.zeros(4), np.array([True, True, False, False])).risk == pytest.approx((0.5, 0.5, 0.5, 0.5))


def test_confidence_is_compared_with_how_often_it_is_right() -> None:
    confidence = np.array([0.2] * 4 + [0.8] * 6)
    right = np.array([True] + [False] * 3 + [True] * 5 + [False])
    found = calibration(confidence, right)
    assert [group.questions for group in found.bins] == [4, 6]
    assert [group.confidence for group in found.bins] == pytest.approx([0.2, 0.8])
    assert [group.right for group in found.bins] == pytest.approx([1 / 4, 5 / 6])
    assert found.ece == pytest.approx(0.4 * 0.05 + 0.6 * (5 / 6 - 0.8))
    assert found.brier == pytest.approx((1 * 0.64 + 3 * 0.04 + 5 * 0.04 + 1 * 0.64) / 10)


def test_bins_hold_about_equally_many() -> None:
    bins = calibration(np.linspace(0, 1, 150) ** 3, np.zeros(150, dtype=bool)).bins
    assert [group.questions for group in bins] == [10] * 15


def test_an_estimate_has_an_interval_that_a_seed_repeats() -> None:
    values = [0.0, 1.0] * 50
    first = estimate(values, seed=3)
    assert (first.mean, first.sd, first.questions) == (0.5, 0.5, 100)
    assert first.low == pytest.approx(0.4, abs=0.015)  # 1.96 standard errors of 0.05
    assert first.high == pytest.approx(0.6, abs=0.015)
    assert estimate(values, seed=3) == first
    assert (estimate([1.0], seed=3).low, estimate([1.0], seed=3).high) == (None, None)


def test_no_interval_has_no_width() -> None:
    sure = estimate([1.0] * 10, seed=3)
    assert sure.low == pytest.approx(10 / (10 + 1.959964**2))  # Wilson's, worked out for ten of ten
    assert sure.high == 1
    alike = estimate([0.5] * 10, seed=3)
    assert (alike.mean, alike.low, alike.high) == (0.5, None, None)
    graded = estimate([0.5, 1.0] * 10, seed=3)
    assert graded.low is not None
    assert 0.5 < graded.low < 0.75
    apart = [asked("q", span(0, 9)), asked("r", span(0, 9)), asked("s"), asked("t")]
    found = abstention(
        apart, run_of([result(each.id, confidence=0.9 if each.answerable else 0.1) for each in apart]), seed=0
    )
    assert (found.auroc, found.auroc_low, found.auroc_high) == (1, None, None)


def test_a_system_that_quotes_and_refuses_everything_has_quotes_worth_nothing() -> None:
    run = run_of([result("q", passage(0, 9), answered=False)])
    assert "quote_f1" not in per_question([asked("q", span(0, 9))], run)
    quoting = replace(run, info=replace(run.info, gives_quotes=True))
    assert per_question([asked("q", span(0, 9))], quoting)["quote_f1"] == {"q": 0}


def test_latency_is_in_milliseconds() -> None:
    results = [Result("q", (), "answered", None, 0, None, seconds) for seconds in (0.3, 0.1, 0.2)]
    found = latency(results)
    assert found.p50_ms == pytest.approx(200)
    assert found.p95_ms == pytest.approx(290)


@pytest.fixture
def mixed() -> tuple[list[Question], Run]:
    """Right and sure; wrong and less sure; refused though answerable; refused rightly; answered though unanswerable."""
    questions = [asked(name, span(0, 100), kind="easy") for name in ("right", "wrong")]
    questions += [asked("shy", span(0, 100), kind="hard"), asked("refused"), asked("bold", kind="hard")]
    hit, miss = passage(0, 100, score=3), passage(500, 600, score=9)
    results = [
        result("right", hit, confidence=0.9),
        result("wrong", miss, hit, confidence=0.6),
        result("shy", hit, confidence=0.4, answered=False),
        result("refused", confidence=0.1, answered=False),
        result("bold", miss, confidence=0.7),
    ]
    return questions, run_of(results)


def test_abstention_at_the_threshold_and_at_all_others(mixed: tuple[list[Question], Run]) -> None:
    found = abstention(*mixed, seed=0)
    assert found.auroc == pytest.approx(4 / 6)  # of 3 x 2 pairs, 0.6 and 0.4 lose to 0.7
    assert found.answered_share == pytest.approx(3 / 5)
    assert found.answered_of_answerable is not None
    assert found.answered_of_answerable.mean == pytest.approx(2 / 3)
    assert found.refused_of_unanswerable is not None
    assert found.refused_of_unanswerable.mean == pytest.approx(1 / 2)
    assert found.right_of_answered is not None
    assert found.right_of_answered.mean == pytest.approx(1 / 3)
    assert found.risk_coverage.risk == pytest.approx((0, 1 / 2, 2 / 3, 2 / 4, 3 / 5))
    assert right_outcomes(*mixed) == {"right": 1, "wrong": 0, "shy": 0, "refused": 1, "bold": 0}


def test_a_system_without_confidence_is_judged_by_its_top_score(mixed: tuple[list[Question], Run]) -> None:
    questions, run = mixed
    bare = run_of(run.results, gives_confidence=False)
    found = figures(questions, bare)
    assert found.calibration is None
    assert found.abstention.auroc == pytest.approx((3 + 0.5) / 6)  # 3, 9, 3 against nothing at all and 9


def test_all_answerable_leaves_auroc_out() -> None:
    found = abstention([asked("q", span(0, 9))], run_of([result("q", passage(0, 9))]), seed=0)
    assert (found.auroc, found.refused_of_unanswerable) == (None, None)


def test_figures_hold_slices_and_means(mixed: tuple[list[Question], Run]) -> None:
    found = figures(*mixed)
    assert (found.questions, found.answerable) == (5, 3)
    assert found.measures["passage_hit@1"].mean == pytest.approx(2 / 3)
    assert found.measures["right_outcome"].mean == pytest.approx(2 / 5)
    hard = found.slices["kind"]["hard"]
    assert (hard.questions, hard.answerable, hard.answered) == (2, 1, 0.5)
    assert hard.measures["passage_hit@1"].mean == 1
    assert found.slices["kind"]["easy"].measures["passage_mrr@10"].mean == pytest.approx(0.75)
    assert found.calibration is not None
    assert found.calibration.brier == pytest.approx((0.1**2 + 0.6**2 + 0.6**2 + 0.1**2 + 0.7**2) / 5)


def test_a_set_without_answers_still_has_figures() -> None:
    found = figures([asked("q")], run_of([result("q", answered=False, confidence=0)]))
    assert found.measures.keys() == {"right_outcome"}
    assert found.abstention.refused_of_unanswerable is not None
