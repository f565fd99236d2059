"""What a run is made with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from eval.records import Run
from eval.run_info import code_version, machine, made_with
from tests.eval_cases import run_of


def test_the_code_is_told_by_its_version_commit_and_a_hash_of_what_decides_answers() -> None:
    assert re.fullmatch(r"[^,]+(, commit [0-9a-f]{12}\+?)?, source [0-9a-f]{12}", code_version())


def test_of_the_code_only_what_decides_answers_counts() -> None:
    info = run_of([]).info
    one = replace(info, code="0.1.0, commit 0123456789ab, source aaaaaaaaaaaa")
    two = replace(info, code="0.2.0, source aaaaaaaaaaaa")
    three = replace(info, code="0.1.0, commit 0123456789ab, source bbbbbbbbbbbb")
    assert made_with(one) == made_with(two) != made_with(three)


def test_settings_stand_beside_what_else_a_run_was_made_with() -> None:
    made = made_with(replace(run_of([]).info, settings={"k": 3, "reranker": "none"}))
    assert (made["k"], made["reranker"], made["system"], made["seed"]) == (3, "none", "full", 0)
    assert "settings" not in made


def test_a_run_records_its_snapshot_and_settings_but_not_where_things_are(
    tmp_path: Path, put: Callable[..., Run]
) -> None:
    info = put(tmp_path / "run", k=4, seed=3).info
    assert (info.system, info.dataset, info.seed, info.settings["k"]) == ("bm25", "questions", 3, 4)
    assert info.documents > 1 and info.passages > info.documents
    assert len(info.corpus_sha256) == 64
    assert not {"index", "models", "host", "port", "workers", "allowed_hosts"} & info.settings.keys()
    assert (info.gives_confidence, info.gives_quotes) == (False, False)


def test_the_machine_is_told_by_its_processors_and_python() -> None:
    assert machine().startswith(f"{os.cpu_count()} processors, ")
    assert ", Python 3." in machine()
