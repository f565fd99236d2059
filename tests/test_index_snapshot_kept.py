"""Vectors that a build takes over from a snapshot, and those that it must not trust."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document, Passage
from index.build import build
from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.hashes import file_sha256
from index.passage_header import encoder_text
from index.snapshot import Snapshot, open_snapshot
from index.snapshot.kept import kept_vectors
from index.snapshot.layout import Layout
from index.snapshot.manifest import FORMAT, VECTORS_SINCE
from index.vectors import BACKENDS
from tests.builds import CountingEncoder, rebuild, stored_vectors, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_words_that_were_changed_are_refused_and_a_build_mends_them_without_encoding(
    folder: Path, tmp_path: Path
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    kept = Layout(tmp_path / "index").snapshot(report.snapshot).postings("text") / "words.npy"
    content = bytearray(kept.read_bytes())
    content[-1] ^= 1
    kept.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"words\.npy is changed.*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, encoded = rebuild(folder, tmp_path / "index")
    assert again.notes and encoded == []
    assert open_snapshot(tmp_path / "index", HashingEncoder()).manifest == open_snapshot(tmp_path / "index").manifest


@pytest.mark.parametrize(("earlier_format", "vectors_kept"), [(1, False), (2, True), (3, True)])
def test_a_snapshot_of_an_earlier_format_is_refused_and_a_build_takes_its_vectors(
    folder: Path, tmp_path: Path, earlier_format: int, vectors_kept: bool
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    manifest = Layout(tmp_path / "index").snapshot(report.snapshot).manifest
    written = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(written | {"format": earlier_format}), encoding="utf-8")
    with pytest.raises(SnapshotError, match=f"has format {earlier_format} .*qa build"):
        open_snapshot(tmp_path / "index", HashingEncoder())
    again, encoded = rebuild(folder, tmp_path / "index")
    assert (again.notes != (), encoded == []) == (True, vectors_kept)
    opened = open_snapshot(tmp_path / "index", HashingEncoder())
    expected = HashingEncoder().encode_passages([encoder_text(*each) for each in _passages(opened)])
    assert np.allclose(stored_vectors(tmp_path / "index", range(opened.manifest.passages)), expected, atol=1e-6)


def _passages(snapshot: Snapshot) -> list[tuple[Document, Passage]]:
    return [
        (document, passage)
        for document, meta in zip(snapshot.document_store.documents(), snapshot.metadata, strict=True)
        for passage in snapshot.passages(meta.rows)
    ]


def damaged(path: Path) -> None:
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_the_vectors_of_a_good_snapshot_are_those_that_were_encoded(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    kept = kept_vectors(tmp_path / "index", HashingEncoder())
    assert kept is not None and len(kept.rows) >= 3
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    for document, passage in _passages(snapshot):
        fed = encoder_text(document, passage)
        (vector,) = kept.of([sha256(fed.encode()).digest()])
        assert vector == pytest.approx(HashingEncoder().encode_question(fed))
    with pytest.raises(KeyError):
        kept.of([b"of no passage"])


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize("harmed", ["vectors", "store"])
def test_vectors_are_not_taken_where_they_or_their_keys_are_damaged(
    folder: Path, tmp_path: Path, harmed: str, backend: str
) -> None:
    report = build([folder], tmp_path / "index", HashingEncoder(), vectors=backend)
    layout = Layout(tmp_path / "index").snapshot(report.snapshot)
    damaged({"store": layout.store, "vectors": layout.vectors(BACKENDS[backend].filename)}[harmed])
    assert kept_vectors(tmp_path / "index", HashingEncoder()) is None
    encoder = CountingEncoder()
    again = build([folder], tmp_path / "index", encoder, vectors=backend)
    assert again.encoded == len(encoder.texts) == report.passages
    whole = build([folder], tmp_path / "whole", HashingEncoder(), vectors=backend)
    rows = range(whole.passages)
    assert (stored_vectors(tmp_path / "index", rows) == stored_vectors(tmp_path / "whole", rows)).all()


@pytest.mark.parametrize("lost", ["manifest", "store", "pointer", "snapshot"])
def test_where_something_is_lost_no_vectors_are_taken(folder: Path, tmp_path: Path, lost: str) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    layout = Layout(tmp_path / "index")
    own = layout.snapshot(report.snapshot)
    if lost == "snapshot":
        shutil.rmtree(own.root)
    else:
        {"manifest": own.manifest, "store": own.store, "pointer": layout.pointer}[lost].unlink()
    assert kept_vectors(tmp_path / "index", HashingEncoder()) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"format": VECTORS_SINCE - 1},
        {"format": FORMAT + 1},
        {"format": "4"},
        {"encoder_fingerprint": "other"},
        {"vectors": "unheard-of"},
        {"files": {}},
        {"more": 1},
    ],
)
def test_where_the_manifest_tells_of_something_else_no_vectors_are_taken(
    folder: Path, tmp_path: Path, changed: dict[str, object]
) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    manifest = Layout(tmp_path / "index").snapshot(report.snapshot).manifest
    written = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(written | changed), encoding="utf-8")
    assert kept_vectors(tmp_path / "index", HashingEncoder()) is None
    manifest.write_text(json.dumps(written | {"format": VECTORS_SINCE}), encoding="utf-8")
    assert kept_vectors(tmp_path / "index", HashingEncoder()) is not None


def test_a_store_that_is_none_gives_no_vectors_though_its_hash_is_right(folder: Path, tmp_path: Path) -> None:
    report, _ = rebuild(folder, tmp_path / "index")
    layout = Layout(tmp_path / "index").snapshot(report.snapshot)
    layout.store.write_bytes(b"no database at all, though long enough to be taken for one" * 100)
    written = json.loads(layout.manifest.read_text(encoding="utf-8"))
    files = written["files"] | {"store.sqlite": file_sha256(layout.store)}
    layout.manifest.write_text(json.dumps(written | {"files": files}), encoding="utf-8")
    assert kept_vectors(tmp_path / "index", HashingEncoder()) is None
