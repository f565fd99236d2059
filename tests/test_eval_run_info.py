"""What a run is made with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from eval.records import Run
from eval.run_info import code_version, machine, made_with, source_sha256
from tests.eval_cases import run_of

DECIDING = (
    "corpus/language/times/dates.py",
    "corpus/language/en/dates.toml",
    "index/lexical.py",
    "index/models/pins.toml",
    "qa/ranking/rank.py",
    "qa/ranking/ranker.json",
    "qa/extraction/answer_extractor.json",
    "eval/systems.py",
)
NOT_DECIDING = ("corpus/samples/guides/glossary.md", "web/app.py", "eval/compare.py", "README.md")


def test_the_code_is_told_by_its_version_commit_and_a_hash_of_what_decides_answers() -> None:
    assert re.fullmatch(r"[^,]+(, commit [0-9a-f]{12}\+?)?, source [0-9a-f]{12}", code_version())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a file of each kind."""
    for name in (*DECIDING, *NOT_DECIDING):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", DECIDING)
def test_code_vocabulary_and_fitted_models_decide_answers(repository: Path, name: str) -> None:
    before = source_sha256(repository)
    (repository / name).write_text("changed", encoding="utf-8")
    assert source_sha256(repository) != before


@pytest.mark.parametrize("name", NOT_DECIDING)
def test_documents_pages_and_measures_decide_no_answer(repository: Path, name: str) -> None:
    before = source_sha256(repository)
    (repository / name).write_text("changed", encoding="utf-8")
    assert source_sha256(repository) == before


@pytest.mark.parametrize("name", DECIDING)
def test_the_files_that_decide_answers_are_where_they_are_looked_for(repo_root: Path, name: str) -> None:
    assert (repo_root / name).is_file()


def test_the_code_is_told_by_the_hash_of_this_repository(repo_root: Path) -> None:
    assert code_version().endswith(f", source {source_sha256(repo_root)[:12]}")


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
