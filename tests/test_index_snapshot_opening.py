"""A snapshot opens when it can be trusted, and says what to do when it cannot."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import BuildReport, build
from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.hashes import file_sha256
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from index.snapshot.manifest import read_manifest, write_manifest
from tests.builds import TEXT, rebuild, write_papers


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


def test_the_id_of_the_live_snapshot_is_what_the_pointer_names(tmp_path: Path) -> None:
    assert live_snapshot_id(tmp_path / "nowhere") is None
    for content, expected in (("", None), ("\n", None), ("0123\n", "0123"), ("  0123", "0123")):
        (tmp_path / "live").write_text(content, encoding="utf-8")
        assert live_snapshot_id(tmp_path) == expected


def test_a_pointer_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "live").write_bytes(b"\xff\xfe")
    with pytest.raises(SnapshotError, match=f"^The index in {re.escape(str(tmp_path))} cannot be read: .*\\.$"):
        live_snapshot_id(tmp_path)
    (tmp_path / "live").unlink()
    (tmp_path / "live").mkdir()
    with pytest.raises(SnapshotError, match=r"cannot be read: .*directory"):
        open_snapshot(tmp_path)


class Looking(HashingEncoder):
    """The hashing encoder, which does something whenever a snapshot is held against it, and counts that."""

    def __init__(self, *fingerprints: str, meanwhile: Callable[[], object] = bool) -> None:
        self.looks = 0
        self._fingerprints = fingerprints
        self._meanwhile = meanwhile

    @property
    def fingerprint(self) -> str:  # type: ignore[override]  # it changes here
        self.looks += 1
        self._meanwhile()
        return self._fingerprints[min(self.looks, len(self._fingerprints)) - 1]


def test_a_snapshot_that_is_refused_is_looked_at_once_more(folder: Path, tmp_path: Path) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    encoder = Looking("other", "hashing-256")
    assert open_snapshot(tmp_path / "index", encoder).manifest.snapshot_id == report.snapshot
    assert encoder.looks == 2


def test_a_snapshot_that_is_refused_twice_is_refused(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    encoder = Looking("other", "other", "hashing-256")
    with pytest.raises(SnapshotError, match="QA_ENCODER"):
        open_snapshot(tmp_path / "index", encoder)
    assert encoder.looks == 2


def test_a_snapshot_that_is_replaced_while_it_is_refused_gives_way_to_the_new_one(folder: Path, tmp_path: Path) -> None:
    class Other(HashingEncoder):
        name = "other"
        fingerprint = "other"

    build([folder], tmp_path / "index", Other())
    built: list[BuildReport] = []

    def replaced() -> None:
        if not built:
            built.append(rebuild(folder, tmp_path / "index")[0])

    encoder = Looking("hashing-256", meanwhile=replaced)
    assert open_snapshot(tmp_path / "index", encoder).manifest.snapshot_id == built[0].snapshot
    assert encoder.looks == 2


def test_each_snapshot_that_comes_meanwhile_is_looked_at_twice(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (folder / "adoption.txt").write_text(TEXT.format(name), encoding="utf-8")
        rebuild(folder, tmp_path / name)
        if name == "two":
            snapshots = Layout(tmp_path / "two").snapshots
            shutil.copytree(snapshots, Layout(tmp_path / "one").snapshots, dirs_exist_ok=True)
    first, second = (live_snapshot_id(tmp_path / name) for name in ("one", "two"))
    order = iter([second, first, second, second, second])

    def swapped() -> None:
        (tmp_path / "one" / "live").write_text(f"{next(order)}\n", encoding="utf-8")

    encoder = Looking("other", meanwhile=swapped)
    with pytest.raises(SnapshotError, match="QA_ENCODER"):
        open_snapshot(tmp_path / "one", encoder)
    assert encoder.looks == 4, "the first one, the second, the first again as the second comes back, the second again"


def test_where_the_pointer_vanishes_meanwhile_there_is_no_index(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    encoder = Looking("other", meanwhile=lambda: (tmp_path / "index" / "live").unlink(missing_ok=True))
    with pytest.raises(SnapshotError) as error:
        open_snapshot(tmp_path / "index", encoder)
    assert (
        str(error.value)
        == f"There is no index in {tmp_path / 'index'} yet. Run: qa build FOLDER --index {tmp_path / 'index'}"
    )


def test_an_index_of_another_encoder_says_which_two(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    with pytest.raises(SnapshotError) as error:
        open_snapshot(tmp_path / "index", Looking("other"))
    assert str(error.value) == (
        f"The index in {tmp_path / 'index'} was built with the encoder 'hashing', and questions would be encoded "
        "with 'hashing'. Set QA_ENCODER=hashing, or build the index again with qa build."
    )
    open_snapshot(tmp_path / "index").close()


@pytest.mark.parametrize("harmed", ["vectors.faiss", "store.sqlite"])
def test_a_file_that_no_library_can_open_is_a_sentence_though_its_hash_is_right(
    folder: Path, tmp_path: Path, harmed: str
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    layout = Layout(tmp_path / "index").snapshot(report.snapshot)
    (layout.root / harmed).write_bytes(b"neither vectors nor a database" * 100)
    manifest = read_manifest(layout)
    write_manifest(layout, replace(manifest, files=manifest.files | {harmed: file_sha256(layout.root / harmed)}))
    with pytest.raises(SnapshotError) as error:
        open_snapshot(tmp_path / "index", HashingEncoder())
    assert str(error.value).startswith(f"The index in {layout.root} cannot be opened: ")
    assert str(error.value).endswith(". Build it again with qa build.")
