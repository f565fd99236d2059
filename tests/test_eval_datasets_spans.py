"""Question sets in a folder with spans.jsonl."""

from __future__ import annotations

from pathlib import Path

from eval.datasets import read_dataset
from eval.records import Span
from tests.dataset_cases import faults, spans_set


def test_the_folder_format_is_read(tmp_path: Path) -> None:
    span = {"query_id": "q1", "doc_id": "d1", "start": 6, "end": 22, "text": "good in May 2021", "page": 1}
    queries = [
        {"id": "q1", "text": "When?", "answerable": True, "answers": ["2021"], "type": "when", "spans_needed": "all"},
        {"id": "q2", "text": "Why?", "answerable": False, "type": "none"},
    ]
    dataset = read_dataset(spans_set(tmp_path, queries, [span]))
    first, second = dataset.questions
    assert dataset.corpus == tmp_path / "corpus.jsonl"
    assert first.gold == (Span("d1", 6, 22, "good in May 2021"),)
    assert first.grades == {"d1": 2}
    assert first.slices == {"type": "when"}
    assert (second.answerable, second.gold, second.slices) == (False, (), {"type": "none"})


def test_faults_of_the_folder_format(tmp_path: Path) -> None:
    spans = [
        {"query_id": "q9", "doc_id": "d1", "start": 0, "end": 5, "text": "Rated"},
        {"query_id": "q1", "doc_id": "d1", "start": 0, "end": 5, "text": "Rates"},
    ]
    qrels = "q1\td1\t1\nq8\td1\t1\nq1\td7\t1\nq1 d1 1\n"
    assert faults(spans_set(tmp_path, [{"id": "q1", "text": "When?"}], spans, qrels)) == (
        "spans.jsonl:1: queries.jsonl has no question 'q9'.",
        "spans.jsonl:2: the span 0-5 of 'd1' is said to read 'Rates', but 'Rated' stands there.",
        "qrels.tsv:2: queries.jsonl has no question 'q8'.",
        "qrels.tsv:3: corpus.jsonl has no document 'd7'.",
        "qrels.tsv:4: it is not a question id, a document id and a whole number, with tabs between them.",
    )
