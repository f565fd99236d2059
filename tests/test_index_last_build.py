"""What a build found is told to those who serve the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ReadError, ReadWarning
from index.build import build
from index.encoder import HashingEncoder
from index.last_build import LastBuild, read_last_build, write_last_build
from index.snapshot.layout import Layout
from tests.builds import write_papers


def test_a_build_tells_where_its_files_lie_and_what_it_could_not_read(tmp_path: Path) -> None:
    papers = write_papers(tmp_path / "papers")
    (papers / "broken.pdf").write_bytes(b"%PDF-1.4 cut short")
    (papers / "empty.txt").write_text("")
    report = build([papers], tmp_path / "index", HashingEncoder())
    told = read_last_build(Layout(tmp_path / "index").last_build)
    assert told is not None
    assert told.snapshot == report.snapshot
    assert Path(told.files["adoption.txt"]) == papers / "adoption.txt"
    assert [error.where for error in told.failed] == ["broken.pdf"]
    assert [error.where for error in told.empty] == ["empty.txt"]

    moved = papers.rename(tmp_path / "moved")
    again = build([moved], tmp_path / "index", HashingEncoder())
    assert not again.changed
    told = read_last_build(Layout(tmp_path / "index").last_build)
    assert told is not None and Path(told.files["adoption.txt"]) == moved / "adoption.txt"


def test_what_was_written_is_read_again_with_names_that_are_no_text(tmp_path: Path) -> None:
    told = LastBuild(
        "2026-11-27T10:00:00+00:00",
        "0123",
        {"a\udcff.txt": "/tmp/a\udcff.txt"},
        failed=(ReadError("b.pdf", "It is damaged."),),
        warnings=(ReadWarning("c.pdf", "Page 2 has no text."),),
        notes=("A note.",),
    )
    write_last_build(tmp_path / "last_build.json", told)
    assert read_last_build(tmp_path / "last_build.json") == told


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"ended": ""}', "null"])
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, written: str | None) -> None:
    if written is not None:
        (tmp_path / "last_build.json").write_text(written)
    assert read_last_build(tmp_path / "last_build.json") is None
