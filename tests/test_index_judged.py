"""A snapshot knows the scales that its judgements are on."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.judgements.scales import read_scales as of_file
from corpus.judgements.scales import shipped_scales
from index.build import build
from index.encoder import HashingEncoder
from index.errors import SnapshotError
from index.judged import read_scales, write_scales
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from tests.test_corpus_judgements_scales import HYGIENE, REPORT


def test_scales_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_scales(tmp_path / "scales.json", shipped_scales())
    assert read_scales(tmp_path / "scales.json").fingerprint == shipped_scales().fingerprint


def test_a_snapshot_holds_the_judgements_on_the_scales_it_was_built_with(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(HYGIENE, encoding="utf-8")
    papers, index = tmp_path / "papers", tmp_path / "index"
    papers.mkdir()
    (papers / "bakery.md").write_text(REPORT, encoding="utf-8")
    build([papers], index, HashingEncoder())
    assert open_snapshot(index).judgements == ()
    build([papers], index, HashingEncoder(), scales=of_file(tmp_path / "own.toml"))
    snapshot = open_snapshot(index)
    assert [(each.scale, each.grade) for _, each in snapshot.judgements] == [
        ("hygiene", "very_good"),
        ("hygiene", "poor"),
    ]
    assert snapshot.scales["hygiene"].name == "Food hygiene"
    (index_of, first), _ = snapshot.judgements
    assert snapshot.excerpt(index_of, first.start, first.end).startswith("Hygiene rating")


def test_scales_that_were_changed_are_noticed(tmp_path: Path) -> None:
    papers, index = tmp_path / "papers", tmp_path / "index"
    papers.mkdir()
    (papers / "a.txt").write_text("Children's services were judged good.", encoding="utf-8")
    build([papers], index, HashingEncoder())
    scales = Layout(index).snapshot(live_snapshot_id(index) or "").scales
    scales.write_text("[]", encoding="utf-8")
    with pytest.raises(SnapshotError, match=r"scales\.json is changed"):
        open_snapshot(index)
