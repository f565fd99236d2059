"""Where everything in an index folder is: people and scripts rely on the names."""

from __future__ import annotations

from pathlib import Path

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot.layout import Layout
from tests.builds import write_papers


def test_an_index_folder_is_laid_out_as_it_is_documented(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    places = {
        "live": layout.pointer,
        "live.next": layout.next_pointer,
        "build.lock": layout.lock,
        "encoded": layout.journal,
        "last_build.json": layout.last_build,
        "snapshots": layout.snapshots,
        "snapshots/unfinished": layout.building.root,
        "snapshots/replaced": layout.replaced,
        "snapshots/0123": layout.snapshot("0123").root,
        "snapshots/0123/manifest.json": layout.snapshot("0123").manifest,
        "snapshots/0123/store.sqlite": layout.snapshot("0123").store,
        "snapshots/0123/copies.npy": layout.snapshot("0123").copies,
        "snapshots/0123/proper_nouns.json": layout.snapshot("0123").proper_nouns,
        "snapshots/0123/times.npy": layout.snapshot("0123").times,
        "snapshots/0123/vectors.faiss": layout.snapshot("0123").vectors("vectors.faiss"),
        "snapshots/0123/postings/text": layout.snapshot("0123").postings("text"),
    }
    assert {name: tmp_path / name for name in places} == places


def test_a_build_leaves_the_documented_files_and_no_others(tmp_path: Path) -> None:
    report = build([write_papers(tmp_path / "papers")], tmp_path / "index", HashingEncoder())
    found = {path.relative_to(tmp_path / "index").as_posix() for path in (tmp_path / "index").rglob("*")}
    own = f"snapshots/{report.snapshot}"
    postings = {name for name in found if name.startswith(f"{own}/postings/")}
    assert {f"{own}/postings/{field}/words.npy" for field in ("text", "identity")} <= postings
    assert found - postings - {"build.lock"} == {
        "live",
        "last_build.json",
        "snapshots",
        own,
        *(
            f"{own}/{name}"
            for name in (
                "manifest.json",
                "store.sqlite",
                "copies.npy",
                "proper_nouns.json",
                "scales.json",
                "times.npy",
                "vectors.faiss",
                "postings",
            )
        ),
    }
