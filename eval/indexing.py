"""The index of a question set's own documents."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ChapterError
from corpus.labels import read_labels
from eval.records import Dataset
from index.build import Progress, build, unwatched
from index.seams import Encoder
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class DatasetIndex:
    """The index of a set's own documents, and the files of them that could not be read."""

    folder: Path
    failed: tuple[str, ...]


def index_of(dataset: Dataset, settings: Settings, encoder: Encoder, progress: Progress = unwatched) -> DatasetIndex:
    """Bring the index of a set's own documents up to date; it lies beside the default index, in eval/.

    Raises:
        ChapterError: the set brings no documents, or they cannot be indexed.
    """
    root = settings.index.parent / "eval" / _folder_name(dataset.name)
    corpus = dataset.corpus
    if dataset.articles:
        root.mkdir(parents=True, exist_ok=True)
        corpus = root / "corpus.jsonl"
        corpus.write_text(
            "".join(_json_line(title, text) for title, text in dataset.articles.items()), encoding="utf-8"
        )
    if corpus is None:
        raise ChapterError(
            f"The question set {dataset.name!r} brings no documents. Name the index to ask with --index DIR."
        )
    folder = root / _folder_name(encoder.name)
    report = build(
        [corpus],
        folder,
        encoder,
        size=settings.passage_size,
        labels=read_labels(settings.labels),
        limits=settings.read_limits,
        progress=progress,
    )
    return DatasetIndex(folder, tuple(f"{error.where}: {error.reason}" for error in report.failed))


def _folder_name(name: str) -> str:
    """A name as one folder may be called."""
    return re.sub(r"[^\w.-]+", "-", name).strip(".-") or "unnamed"


def _json_line(title: str, text: str) -> str:
    return json.dumps({"id": title, "title": title, "text": text}, ensure_ascii=False) + "\n"
