"""Vectors that a build takes over from a snapshot, and those that it must not trust."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document, Passage
from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.passage_header import encoder_text
from index.snapshot import Snapshot, open_snapshot
from index.snapshot.layout import Layout
from tests.builds import rebuild, stored_vectors, write_papers


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
