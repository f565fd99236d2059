"""What a build encodes: what has no vector yet, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.build import build
from index.encoder import HashingEncoder
from index.snapshot import open_snapshot
from tests.builds import CountingEncoder, rebuild, stored_vectors, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_a_renamed_file_is_not_encoded_again(folder: Path, tmp_path: Path) -> None:
    (folder / "notes.md").write_text(
        "---\ntitle: Notes on fostering\n---\nCarers met in May. They asked for more training.\n", encoding="utf-8"
    )
    rebuild(folder, tmp_path / "index")
    (folder / "notes.md").rename(folder / "minutes.md")
    report, encoded = rebuild(folder, tmp_path / "index")
    assert (encoded, report.removed) == ([], 1)
    assert open_snapshot(tmp_path / "index", HashingEncoder()).document("minutes.md") is not None


def test_an_interrupted_build_is_taken_up_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    class Interrupted(CountingEncoder):
        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            if self.texts:
                raise KeyboardInterrupt
            return super().encode_passages(texts)

    (folder / "long.txt").write_text(
        "\n\n".join(f"Paragraph {n} says a little about item {n}. " * 6 for n in range(1200)), encoding="utf-8"
    )
    first = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        build([folder], tmp_path / "index", first)
    second = CountingEncoder()
    report = build([folder], tmp_path / "index", second)
    assert not set(first.texts) & set(second.texts)
    assert report.passages == len(first.texts) + len(second.texts)
    whole = build([folder], tmp_path / "whole", HashingEncoder())
    assert whole.snapshot == report.snapshot
    one, two = (stored_vectors(tmp_path / name, range(report.passages)) for name in ("index", "whole"))
    assert (one == two).all()


def test_vectors_of_another_encoder_are_not_taken(folder: Path, tmp_path: Path) -> None:
    class Other(CountingEncoder):
        fingerprint = "other"

    first, _ = rebuild(folder, tmp_path / "index")
    other = Other()
    build([folder], tmp_path / "index", other)
    assert len(other.texts) == first.passages
