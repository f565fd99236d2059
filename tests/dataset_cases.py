"""Small question sets that several tests are made of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.datasets import read_dataset
from eval.datasets.checking import DatasetError

TEXT = "Rated good in May 2021.\nLed by Ann Smith."


GOOD = {"document": "a.txt", "start": 6, "end": 22, "text": "good in May 2021"}


def write_lines(path: Path, lines: Sequence[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def own(folder: Path, *questions: dict[str, Any]) -> Path:
    """A set of our own format over one document, with the newlines of Windows."""
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    write_lines(folder / "questions.jsonl", questions)
    return folder


def question(**fields: Any) -> dict[str, Any]:
    return {"id": "q1", "question": "When was it good?", "answerable": True, "evidence": [GOOD]} | fields


def spans_set(
    folder: Path, queries: Sequence[Any], spans: Sequence[Any], qrels: str = "query-id\tdoc-id\trelevance\nq1\td1\t2\n"
) -> Path:
    write_lines(
        folder / "corpus.jsonl",
        [{"id": "d1", "title": "A", "text": TEXT}, {"id": "d2", "title": "B", "text": "Other."}],
    )
    write_lines(folder / "queries.jsonl", queries)
    write_lines(folder / "spans.jsonl", spans)
    (folder / "qrels.tsv").write_text(qrels, encoding="utf-8")
    return folder


def faults(path: Path) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as caught:
        read_dataset(path)
    return caught.value.faults
