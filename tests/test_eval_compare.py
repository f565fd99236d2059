"""Comparisons of two runs, on cases worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from eval.compare import Comparison, ComparisonError, compare
from eval.differences import Difference
from eval.records import Judged, Question, Result, Retrieved, Run, RunInfo, Span

QUESTIONS = [Question(f"q{number}", "?", True, (Span("d", 0, 10, "x" * 10),)) for number in range(4)]


def run_with(
    ranks: Mapping[str, int | None],
    *,
    corpus: str = "c",
    snapshot: str = "s",
    system: str = "full",
    dataset: str = "set",
) -> Run:
    """A run whose passage at each question's rank is a hit; all its documents are right."""

    def retrieved(rank: int | None) -> tuple[Retrieved, ...]:
        return tuple(
            Retrieved(
                "d",
                0 if number == rank else 100 * number,
                10 if number == rank else 100 * number + 10,
                "x" * 10,
                1.0,
                {},
            )
            for number in range(1, 11)
        )

    info = RunInfo(
        system, dataset, "0", snapshot, 1, 1, "hashing", {"k": 10}, "1", 0, "", "one machine", corpus_sha256=corpus
    )
    results = tuple(Result(name, retrieved(rank), "answered", None, 0.5, None, 0.1) for name, rank in ranks.items())
    return Run(info, results, {name: Judged(("d:0-10",), 1.0) for name in ranks})


NEW = {"q0": 1, "q1": 2, "q2": 1, "q3": None}


OLD = {"q0": 1, "q1": 1, "q2": 5, "q3": 10}


def by_measure(found: Comparison) -> dict[str, Difference]:
    return {each.measure: each for each in found.differences}


def test_differences_are_paired_and_questions_won_and_lost_are_named() -> None:
    found = compare(QUESTIONS, run_with(NEW), run_with(OLD, system="bm25"), seed=0)
    assert (found.new, found.old, found.notes) == ("full", "bm25", ())
    measured = by_measure(found)
    counts = {name: (each.won, each.lost) for name, each in measured.items()}
    assert (counts["passage_hit@1"], counts["passage_hit@5"]) == ((1, 1), (0, 0))
    assert (counts["passage_mrr@10"], counts["document_hit@1"]) == ((1, 2), (0, 0))
    assert measured["passage_hit@1"].mean == 0
    assert measured["passage_mrr@10"].mean == pytest.approx((0 - 0.5 + 0.8 - 0.1) / 4)
    assert found.won == ("q2",)
    assert found.lost == ("q1", "q3")


def test_runs_over_different_questions_are_refused() -> None:
    with pytest.raises(
        ComparisonError, match=r"3 in both, 1 only in the new run, such as 'q3'\. .*same --limit and --seed"
    ):
        compare(QUESTIONS, run_with(NEW), run_with({name: rank for name, rank in OLD.items() if name != "q3"}), seed=0)


def test_runs_over_different_documents_are_compared_by_document_only() -> None:
    found = compare(QUESTIONS, run_with(NEW), run_with(OLD, corpus="other", snapshot="t"), seed=0)
    assert by_measure(found).keys() == {"document_hit@1", "document_mrr@10"}
    assert (found.won, found.lost) == ((), ())
    assert "different documents" in found.notes[0]


def test_runs_over_other_passages_of_the_same_documents_leave_ndcg_out() -> None:
    old = run_with(OLD, snapshot="t")
    found = compare(
        QUESTIONS, run_with(NEW), replace(old, judged={name: Judged(("d:0-5", "d:5-10"), 1.0) for name in OLD}), seed=0
    )
    assert "passage_mrr@10" in by_measure(found)
    assert "passage_ndcg@10" not in by_measure(found)
    assert "so nDCG is not compared" in found.notes[0]


def test_another_snapshot_of_the_same_passages_is_compared_by_all_and_what_differs_is_named() -> None:
    old = run_with(OLD, snapshot="t")
    old = replace(
        old, info=replace(old.info, encoder="minilm", code="0.9", seed=4, settings={"k": 10, "reranker": "none"})
    )
    found = compare(QUESTIONS, run_with(NEW), old, seed=0)
    assert "passage_ndcg@10" in by_measure(found)
    (note,) = found.notes
    for said in (
        "encoder was 'minilm' and is 'hashing'",
        "code was '0.9' and is '1'",
        "seed was 4 and is 0",
        "reranker was 'none' and is None",
    ):
        assert said in note


def test_both_rankings_are_cut_to_the_shorter() -> None:
    old = run_with(OLD)
    shallow = replace(
        old,
        info=replace(old.info, settings={"k": 5}),
        results=tuple(replace(each, retrieved=each.retrieved[:5]) for each in old.results),
    )
    found = compare(QUESTIONS, run_with({**NEW, "q3": 8}), shallow, seed=0)
    assert "passage_hit@5" in by_measure(found)
    assert "passage_mrr@10" not in by_measure(found)
    assert found.lost == ("q1",)
    assert found.notes == (
        "What else differs: k was 5 and is 10.",
        "Only the first 5 passages of each question are compared, as one run has no more.",
    )


def test_other_questions_under_the_same_ids_are_refused() -> None:
    old = run_with(OLD)
    asked = replace(old, results=tuple(replace(each, question="?") for each in old.results))
    assert compare(QUESTIONS, run_with(NEW), asked, seed=0).notes == ()
    other = replace(old, results=tuple(replace(each, question="Who?") for each in old.results))
    with pytest.raises(
        ComparisonError,
        match=r"4 of 4 have the same id but other words, such as 'q0', "
        r"which was 'Who\?' in the earlier run and is '\?' now",
    ):
        compare(QUESTIONS, run_with(NEW), other, seed=0)


def test_a_changed_set_or_machine_is_noted() -> None:
    old = run_with(OLD)
    changed = replace(old, info=replace(old.info, dataset_sha256="1", machine="another"))
    first, second = compare(QUESTIONS, run_with(NEW), changed, seed=0).notes
    assert "judged by the gold spans as they are now" in first
    assert "do not compare times" in second
