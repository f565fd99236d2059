"""BEIR folders."""

from __future__ import annotations

from pathlib import Path

from eval.datasets import read_dataset
from eval.records import Span
from tests.dataset_cases import faults, write_lines


def test_beir_has_whole_documents_as_gold_and_only_judged_questions(tmp_path: Path) -> None:
    write_lines(
        tmp_path / "corpus.jsonl",
        [{"_id": "d1", "title": "A", "text": "One."}, {"_id": "d2", "title": "B", "text": "Two."}],
    )
    write_lines(
        tmp_path / "queries.jsonl", [{"_id": "1", "text": "a"}, {"_id": "2", "text": "b"}, {"_id": "3", "text": "c"}]
    )
    (tmp_path / "qrels").mkdir()
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\n1\td1\t2\n1\td2\t1\n3\td1\t0\n")
    (only,) = read_dataset(tmp_path).questions
    assert only.id == "1"
    assert only.gold == (Span("d1", 0, 4, "One."), Span("d2", 0, 4, "Two."))
    assert only.grades == {"d1": 2, "d2": 1}


def test_beir_faults_say_which_file_and_which_grades_are_there(tmp_path: Path) -> None:
    write_lines(tmp_path / "corpus.jsonl", [{"_id": "d1", "text": "One."}])
    write_lines(tmp_path / "queries.jsonl", [{"_id": "1", "text": "a"}])
    (tmp_path / "qrels").mkdir()
    for name in ("train", "dev"):
        (tmp_path / "qrels" / f"{name}.tsv").write_text("1\td1\t1\n")
    assert faults(tmp_path) == (
        (
            "qrels/test.tsv: it is not there, but qrels/dev.tsv, qrels/train.tsv. Copy the one to ask to qrels/test.tsv"
            " in a folder of its own."
        ),
    )
    (tmp_path / "qrels" / "test.tsv").write_text("1\td7\t1\n")
    assert faults(tmp_path) == ("qrels/test.tsv:1: corpus.jsonl has no document 'd7'.",)
