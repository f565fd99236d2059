"""`qa doctor`: what is here that answers and reads, and what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from corpus.errors import ChapterError
from corpus.recognition.tesseract import find_tesseract
from index.models import DEFAULT_MODELS, MODELS, verify
from index.snapshot import open_snapshot
from qa.settings import Settings

_FREE_BYTES_MIN = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: a word or two.
        told: what was found, and what to do where it is not well.
        well: whether nothing has to be done about it; without text recognition, scans are only named.
    """

    subject: str
    told: str
    well: bool = True


def findings(settings: Settings) -> Iterator[Finding]:
    """Look at models, index, the recognition of text and the disk."""
    chosen = (settings.encoder, settings.reranker)
    paired = DEFAULT_MODELS if settings.encoder in DEFAULT_MODELS else ()  # an encoder has a form that reads questions
    for name in dict.fromkeys((*paired, *chosen)):
        if name in MODELS:
            yield _model(name, settings.models)
    yield _index(settings.index)
    yield _recognition(settings)
    yield _disk(settings.index)


def print_findings(settings: Settings, console: Console) -> bool:
    """Print what was found; whether all is well."""
    all_well = True
    for finding in findings(settings):
        all_well &= finding.well
        console.print(
            Text(f"{finding.subject:<18}{'' if finding.well else 'not well: '}{finding.told}"), soft_wrap=True
        )
    return all_well


def _model(name: str, models: Path) -> Finding:
    try:
        return Finding("Model", f"{name}: every file is the pinned one, in {verify(name, models)}")
    except ChapterError as error:
        return Finding("Model", str(error), well=False)


def _index(index: Path) -> Finding:
    try:
        snapshot = open_snapshot(index)
    except ChapterError as error:
        return Finding("Index", str(error), well=False)
    manifest = snapshot.manifest
    snapshot.close()
    return Finding(
        "Index",
        f"{index}: {manifest.documents} documents, {manifest.passages} passages, encoded by {manifest.encoder}; "
        f"format {manifest.format}, and every file is as it was built",
    )


def _recognition(settings: Settings) -> Finding:
    found = find_tesseract()
    missing = settings.recogniser.missing
    if missing or found is None:
        return Finding("Text recognition", missing, well=found is None or not settings.ocr)
    return Finding(
        "Text recognition",
        f"Tesseract {found.version}, {found.path}; it has {', '.join(found.languages)}; "
        f"scanned pages are read in {settings.ocr_languages}",
    )


def _disk(index: Path) -> Finding:
    folder = next(path for path in (index.absolute(), *index.absolute().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    well = free >= _FREE_BYTES_MIN
    advice = "" if well else " A build needs room for a second snapshot beside the first: make some."
    return Finding("Disk", f"{free / 1e9:.1f} GB are free in {folder}.{advice}", well)
