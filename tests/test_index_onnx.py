"""Models in ONNX: what they give, and that they keep nothing and tell nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import load_encoder
from index.models import model_folder, verify
from index.reranker import load_reranker


@pytest.fixture(scope="module")
def models(repo_root: Path) -> Path:
    """The models folder, with the default models in it."""
    folder = repo_root / "var" / "models"
    if not (folder / "all-MiniLM-L6-v2-int8").is_dir():
        skip = pytest.fail if os.environ.get("CI") else pytest.skip
        skip("The models are not here yet: run `qa models pull`.")
    return folder


def test_a_question_and_its_passage_are_near_and_the_two_forms_of_the_model_agree(models: Path) -> None:
    quick = load_encoder("all-MiniLM-L6-v2-int8", models)
    pair = load_encoder("all-MiniLM-L6-v2", models)
    near, far = pair.encode_passages(["The service was judged inadequate in July.", "Bees make honey from nectar."])
    question = quick.encode_question("When was the service rated inadequate?")
    assert question.shape == (384,) and float(question @ question) == pytest.approx(1, abs=1e-4)
    assert float(question @ near) > 0.5 > float(question @ far)
    assert (pair.encode_question("When was the service rated inadequate?") == question).all()
    assert float(np.dot(pair.encode_passages(["When was the service rated inadequate?"])[0], question)) > 0.999


def test_a_copy_of_a_model_is_the_same_model(models: Path, tmp_path: Path) -> None:
    shutil.copytree(models / "all-MiniLM-L6-v2", tmp_path / "all-MiniLM-L6-v2", copy_function=shutil.copy)
    shutil.copytree(models / "all-MiniLM-L6-v2-int8", tmp_path / "all-MiniLM-L6-v2-int8", copy_function=shutil.copy)
    verify("all-MiniLM-L6-v2", tmp_path)
    assert load_encoder("all-MiniLM-L6-v2", tmp_path).fingerprint == load_encoder("all-MiniLM-L6-v2", models).fingerprint


def test_tokens_are_counted_without_special_ones(models: Path) -> None:
    assert load_encoder("all-MiniLM-L6-v2", models).count_tokens(["", "one two", "safeguarding"])[:2] == [0, 2]


def test_the_reranker_prefers_what_answers_and_repeats_itself(models: Path) -> None:
    reranker = load_reranker("ms-marco-MiniLM-L-12-v2-int8", models)
    texts = ["It was judged inadequate in July 2022.", "The weather was fine."]
    scores = reranker.score("When was the service judged inadequate?", texts)
    assert scores[0] > 0 > scores[1]
    assert (reranker.score("When was the service judged inadequate?", texts[::-1])[::-1] == scores).all()


def test_nothing_is_left_in_the_home_folder(models: Path, tmp_path: Path) -> None:
    folder = model_folder("all-MiniLM-L6-v2-int8", models).parent
    script = (
        "import sys; from pathlib import Path; from index.encoder import load_encoder\n"
        "load_encoder('all-MiniLM-L6-v2-int8', Path(sys.argv[1])).encode_question('hello')\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"} | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=Path(__file__).parent.parent, env=environment, check=True)
    assert list(tmp_path.rglob("*")) == []
