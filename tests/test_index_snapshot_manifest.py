"""A manifest says what a snapshot holds, and finds every file that is not as it was written."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

import pytest

from index.errors import SnapshotError
from index.snapshot.layout import SnapshotLayout
from index.snapshot.manifest import (
    FORMAT,
    VECTORS_SINCE,
    Manifest,
    check_files,
    file_hashes,
    read_manifest,
    write_manifest,
)

WRITTEN = Manifest(
    format=FORMAT,
    snapshot_id="0123",
    encoder="hashing",
    encoder_fingerprint="hashing-256",
    reading="r",
    passage_size="120/180",
    documents=2,
    passages=5,
    files={},
    vectors="exact",
)


@pytest.fixture
def layout(tmp_path: Path) -> SnapshotLayout:
    (tmp_path / "Zürich" / "deep").mkdir(parents=True)
    (tmp_path / "store.sqlite").write_bytes(b"store")
    (tmp_path / "Zürich" / "deep" / "file").write_bytes(b"deep")
    return SnapshotLayout(tmp_path)


def manifest(layout: SnapshotLayout) -> Manifest:
    return replace(WRITTEN, files=file_hashes(layout.root))


def test_what_was_written_is_read(layout: SnapshotLayout) -> None:
    written = manifest(layout)
    write_manifest(layout, written)
    assert read_manifest(layout) == written
    assert "\n" in layout.manifest.read_text(encoding="utf-8"), "people read it"


def test_every_file_has_its_hash_by_its_path(layout: SnapshotLayout) -> None:
    assert file_hashes(layout.root) == {
        "store.sqlite": sha256(b"store").hexdigest(),
        "Zürich/deep/file": sha256(b"deep").hexdigest(),
    }


def test_before_format_4_the_backend_of_vectors_is_not_named() -> None:
    values = {name: value for name, value in asdict(WRITTEN).items() if name != "vectors"}
    assert Manifest(**values | {"format": 3}).vectors == "flat"


def test_files_as_they_were_written_pass_and_more_files_do_not_matter(layout: SnapshotLayout) -> None:
    written = manifest(layout)
    check_files(written, layout)
    (layout.root / "more").write_bytes(b"")
    check_files(written, layout)


@pytest.mark.parametrize("name", ["store.sqlite", "Zürich/deep/file"])
def test_a_file_that_was_changed_or_lost_is_named_with_what_to_do(layout: SnapshotLayout, name: str) -> None:
    written = manifest(layout)
    (layout.root / name).write_bytes(b"other")
    with pytest.raises(SnapshotError) as changed:
        check_files(written, layout)
    (layout.root / name).unlink()
    with pytest.raises(SnapshotError) as missing:
        check_files(written, layout)
    for error, state in ((changed, "changed"), (missing, "missing")):
        sentence = f"The index in {layout.root} is damaged: {name} is {state}. Build it again with qa build."
        assert str(error.value) == sentence


def test_a_file_that_cannot_be_read_is_a_sentence(layout: SnapshotLayout, monkeypatch: pytest.MonkeyPatch) -> None:
    written = manifest(layout)

    def refused(self: Path, *given: object, **named: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(SnapshotError) as error:
        check_files(written, layout)
    assert str(error.value).startswith(f"The index in {layout.root} cannot be read: [Errno 13] Permission denied")
    assert str(error.value).endswith(". Build it again with qa build.")


@pytest.mark.parametrize("found", [3, FORMAT + 1, None, str(FORMAT)])
def test_another_format_is_refused_with_what_to_do(layout: SnapshotLayout, found: object) -> None:
    layout.manifest.write_text(json.dumps({"format": found, "unheard-of": 1}), encoding="utf-8")
    with pytest.raises(SnapshotError) as error:
        read_manifest(layout)
    assert str(error.value) == (
        f"The index in {layout.root} has format {found!r} and this version reads format {FORMAT}. "
        "Build it again with qa build."
    )


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff", json.dumps({"format": FORMAT}).encode(), None])
def test_a_manifest_that_is_lost_or_damaged_is_a_sentence(layout: SnapshotLayout, content: bytes | None) -> None:
    if content is not None:
        layout.manifest.write_bytes(content)
    with pytest.raises(SnapshotError) as error:
        read_manifest(layout)
    assert str(error.value) == (
        f"The index in {layout.root} is damaged: its manifest cannot be read. Build it again with qa build."
    )


def test_a_manifest_says_which_formats_vectors_may_be_taken_from() -> None:
    assert (VECTORS_SINCE, FORMAT) == (2, 10)
