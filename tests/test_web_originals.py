"""A file is served by the id of its document, and only while it is the one that was read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document
from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import Snapshot, open_snapshot
from index.snapshot.layout import Layout
from web.originals import Originals, pieces


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "pool.txt").write_text("The pool is open.", encoding="utf-8")
    (folder / "more.jsonl").write_text(json.dumps({"id": "parks", "text": "The parks are open."}), encoding="utf-8")
    return folder


@pytest.fixture
def snapshot(folder: Path) -> Iterator[Snapshot]:
    build([folder], folder.parent / "index", HashingEncoder())
    opened = open_snapshot(folder.parent / "index")
    yield opened
    opened.close()


def read(snapshot: Snapshot, document_id: str) -> Document:
    document = snapshot.document(document_id)
    assert document is not None
    return document


def test_a_file_is_served_as_it_was_read(folder: Path, snapshot: Snapshot) -> None:
    originals = Originals(folder.parent / "index")
    pool = read(snapshot, "pool.txt")
    for _ in range(2):
        file = originals.open(pool)
        assert file is not None and b"".join(pieces(file)) == b"The pool is open." and file.closed
    assert originals.has(pool)
    assert not originals.has(read(snapshot, "parks")), "a line of a file is not the file"


def test_a_file_that_was_changed_is_not_served_though_size_and_time_are_the_same(
    folder: Path, snapshot: Snapshot
) -> None:
    originals, pool = Originals(folder.parent / "index"), read(snapshot, "pool.txt")
    assert originals.has(pool)
    before = (folder / "pool.txt").stat()
    (folder / "pool.txt").write_text("The pool is shut.", encoding="utf-8")
    os.utime(folder / "pool.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert originals.open(pool) is None
    (folder / "pool.txt").unlink()
    assert not originals.has(pool)
    os.mkfifo(folder / "pool.txt")
    assert not originals.has(pool), "and nothing waits for a pipe"


def test_a_build_elsewhere_is_noticed(folder: Path, snapshot: Snapshot) -> None:
    originals, pool = Originals(folder.parent / "index"), read(snapshot, "pool.txt")
    moved = folder.rename(folder.parent / "moved")
    assert not originals.has(pool)
    build([moved], folder.parent / "index", HashingEncoder())
    assert originals.has(pool)


def test_where_nothing_is_known_of_files_none_is_served(folder: Path, snapshot: Snapshot) -> None:
    Layout(folder.parent / "index").last_build.unlink()
    originals = Originals(folder.parent / "index")
    assert originals.last_build() is None
    assert not originals.has(read(snapshot, "pool.txt"))
