"""The index of a set's own documents."""

from __future__ import annotations

import json
from pathlib import Path

from qa.settings import Settings
from tests.eval_cases import evaluated


def test_squad_brings_its_documents_inside(tmp_path: Path, hashing_settings: Settings) -> None:
    answer = {"text": "476", "answer_start": 13}
    paragraph = {
        "context": "Rome fell in 476.",
        "qas": [{"id": "when", "question": "When did Rome fall?", "answers": [answer]}],
    }
    path = tmp_path / "dev-v1.1.json"
    path.write_text(json.dumps({"data": [{"title": "Rome", "paragraphs": [paragraph]}]}))
    found = evaluated(hashing_settings, path, systems=["bm25"])
    assert found.figures["bm25"].measures["passage_hit@1"].mean == 1
