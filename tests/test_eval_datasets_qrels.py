"""Graded documents."""

from __future__ import annotations

from pathlib import Path

from tests.dataset_cases import faults, spans_set


def test_qrels_that_contradict_spans_or_answers_are_faults(tmp_path: Path) -> None:
    queries = [{"id": "q1", "text": "When?"}, {"id": "q2", "text": "Why?", "answerable": False}]
    span = {"query_id": "q1", "doc_id": "d1", "start": 0, "end": 5, "text": "Rated"}
    assert faults(spans_set(tmp_path, queries, [span], "q1\td1\t1\nq1\td2\t1\nq2\td2\t1\n")) == (
        "qrels.tsv:2: it grades 'd2' as relevant to 'q1', but spans.jsonl has no span of it there.",
        "qrels.tsv:3: it grades 'd2' as relevant to 'q2', which queries.jsonl says has no answer.",
    )
