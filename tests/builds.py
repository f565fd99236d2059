"""Small papers to build an index of, and ways of building it that tell what was done."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from index.build import BuildReport, build
from index.encoder import HashingEncoder
from index.seams import DocumentMeta, Encoder, Vectors
from index.snapshot import Snapshot, live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from index.vectors import vector_backend

TEXT = (
    "Published: 4 May 2021\n\nThe {0} service was inspected in spring. Inspectors found that {0} was good. "
    "Leaders know the {0} team well.\n"
)


class CountingEncoder(HashingEncoder):
    """The hashing encoder, keeping count of what it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.texts.extend(texts)
        return super().encode_passages(texts)


def write_papers(folder: Path) -> Path:
    folder.mkdir()
    for name in ("fostering", "adoption", "early-help"):
        (folder / f"{name}.txt").write_text(TEXT.format(name), encoding="utf-8")
    return folder


def open_papers(papers: Mapping[str, str], folder: Path, encoder: Encoder) -> Snapshot:
    """A snapshot of papers, each by the name of its file, that are written and indexed in a folder."""
    (folder / "papers").mkdir()
    for file, text in papers.items():
        (folder / "papers" / file).write_text(text, encoding="utf-8")
    assert not build([folder / "papers"], folder / "index", encoder).failed
    return open_snapshot(folder / "index", encoder)


def python(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own that can import the rooms."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False, timeout=600
    )


def stored_vectors(index: Path, rows: Sequence[int]) -> Vectors:
    """The vectors that the live snapshot of an index keeps for some rows."""
    backend = vector_backend(open_snapshot(index).manifest.vectors)
    snapshot_id = live_snapshot_id(index)
    assert snapshot_id
    return backend.read(Layout(index).snapshot(snapshot_id).vectors(backend.filename), np.array(rows, dtype=np.int64))


def rebuild(folder: Path, index: Path) -> tuple[BuildReport, list[str]]:
    encoder = CountingEncoder()
    return build([folder], index, encoder), encoder.texts


def document_meta(
    document_index: int,
    title: str = "",
    source: str | None = None,
    years: tuple[int, ...] = (),
    day: int = 0,
    first_row: int = 0,
    end_row: int = 1,
    document_id: str = "",
    labels: tuple[tuple[str, str], ...] = (),
) -> DocumentMeta:
    """What is known of a document, most of it nothing."""
    return DocumentMeta(
        document_index=document_index,
        id=document_id or f"{document_index}.txt",
        title=title,
        source=source,
        url=None,
        published=None,
        media_type="text/plain",
        sha256="0" * 64,
        dated=None,
        dated_basis=None,
        labels=labels,
        recognised=(),
        day=day,
        years=years,
        judgements=(),
        visits=(),
        first_row=first_row,
        end_row=end_row,
        fingerprint="",
    )
