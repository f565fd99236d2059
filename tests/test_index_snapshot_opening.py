"""A snapshot opens when it can be trusted, and says what to do when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.snapshot import open_snapshot
from index.snapshot.layout import Layout
from tests.builds import rebuild, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_an_index_of_another_encoder_is_refused_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")

    class Other(HashingEncoder):
        name = "other"
        fingerprint = "other"

    with pytest.raises(SnapshotError, match="QA_ENCODER=hashing"):
        open_snapshot(tmp_path / "index", Other())


def test_no_index_yet_says_which_command_makes_one(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="qa build"):
        open_snapshot(tmp_path / "index")


def test_a_damaged_snapshot_is_refused_and_a_build_mends_it(folder: Path, tmp_path: Path) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    vectors = Layout(tmp_path / "index").snapshot(report.snapshot).vectors("vectors.faiss")
    content = bytearray(vectors.read_bytes())
    content[-1] ^= 1
    vectors.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"vectors\.faiss is changed.*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, _ = rebuild(folder, tmp_path / "index")
    assert again.notes and open_snapshot(tmp_path / "index", HashingEncoder()).manifest.passages == report.passages
