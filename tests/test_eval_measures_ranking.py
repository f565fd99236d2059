"""Measures of rankings, each on a case worked out by hand."""

from __future__ import annotations

import math

import pytest

from eval.figures import per_question
from eval.records import Judged
from tests.eval_cases import asked, passage, result, run_of, span


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
