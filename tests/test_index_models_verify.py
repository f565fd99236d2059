"""Only a model that is byte for byte the pinned one is loaded."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from index.errors import ModelError, WrongHash
from index.models import model_folder, verify
from index.models.pull import pull
from tests.registries import SMALL, TABLE, WEIGHTS, Registry, pinned_file, served_registry, states

registry = pytest.fixture(served_registry)


def test_a_changed_file_is_found_before_it_loads_and_mended_by_a_pull(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    weights = tmp_path / "small" / "model.onnx"
    weights.write_bytes(b"y" * len(WEIGHTS))
    assert states(tmp_path) == ["present"]
    with pytest.raises(WrongHash, match=r"model\.onnx is not the pinned one.*qa models pull small"):
        model_folder("small", tmp_path, table=TABLE)
    pull(["small"], tmp_path, table=TABLE)
    assert weights.read_bytes() == WEIGHTS
    weights.unlink()
    with pytest.raises(WrongHash, match=r"lacks its file model\.onnx"):
        verify("small", tmp_path, table=TABLE)


def test_a_file_that_was_only_touched_is_hashed_once_more(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    os.utime(tmp_path / "small" / "model.onnx", ns=(1, 1))
    assert states(tmp_path) == ["present"]
    assert model_folder("small", tmp_path, table=TABLE) == tmp_path / "small"
    assert states(tmp_path) == ["verified"]


def test_verify_does_not_trust_the_stamp(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    weights = tmp_path / "small" / "model.onnx"
    before = weights.stat()
    weights.write_bytes(b"y" * len(WEIGHTS))
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert states(tmp_path) == ["verified"]
    with pytest.raises(WrongHash):
        verify("small", tmp_path, table=TABLE)


def test_a_newly_pinned_hash_makes_an_old_folder_unverified(registry: Registry, tmp_path: Path) -> None:
    pull(["small"], tmp_path, table=TABLE)
    wheel = SMALL.wheels[0]
    newer = dataclasses.replace(
        SMALL, wheels=(dataclasses.replace(wheel, files=(pinned_file("model.onnx", b"new"), wheel.files[1])),)
    )
    assert states(tmp_path, {"small": newer}) == ["present"]
    with pytest.raises(WrongHash):
        model_folder("small", tmp_path, table={"small": newer})


def test_an_unknown_name_is_told_the_known_ones(tmp_path: Path) -> None:
    for act in (
        lambda: pull(["smal"], tmp_path),
        lambda: verify("smal", tmp_path),
        lambda: model_folder("smal", tmp_path),
    ):
        with pytest.raises(ModelError, match=r"no pinned model 'smal'.*all-MiniLM-L6-v2"):
            act()
