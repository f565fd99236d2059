"""The costs of the parts: each part that the ablation takes out is among them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.parts import WORK
from eval.training.ablation import INTERACTIONS_PART, RERANKER_PART
from qa.features import FEATURES


def test_each_part_of_the_ablation_has_its_work() -> None:
    assert {part for work in WORK for part in work.parts} == {*FEATURES.groups, INTERACTIONS_PART, RERANKER_PART}


@pytest.mark.skipif(sys.platform != "linux", reason="Resident size is read from /proc.")
def test_the_table_has_each_work_and_what_the_whole_costs(sample_index: Path, repo_root: Path, tmp_path: Path) -> None:
    questions = [{"text": f"When was the service rated inadequate in {year}?"} for year in range(2010, 2018)]
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "-m", "benchmarks.parts", str(tmp_path / "queries.jsonl"), "--index", str(sample_index), "--most", "3"],
        cwd=repo_root, env={**os.environ, "QA_ENCODER": "hashing", "QA_RERANKER": "overlap"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows = {cells[1].strip(): cells[3:7] for line in made.stdout.splitlines() if len(cells := line.split("│")) == 8}
    assert {work.name for work in WORK} < rows.keys()
    *milliseconds, opened, asked = map(float, rows["the whole"])
    assert min(milliseconds) > 0 and asked >= opened > 0
    assert all(float(took) > 0 for took in rows["words of the passages, read once"][:2])
