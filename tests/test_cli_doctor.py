"""`qa doctor` says what is here, what is missing, and what to do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from cli.doctor import Finding, findings, print_findings
from index.build import build
from index.encoder import HashingEncoder
from qa.settings import Settings, read_settings
from tests.builds import write_papers
from tests.scans import instead_of_tesseract, without_tesseract


def found(settings: Settings) -> dict[str, Finding]:
    return {finding.subject: finding for finding in findings(settings)}


def test_all_that_is_missing_is_named_with_the_command_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_tesseract(tmp_path, monkeypatch)
    settings = read_settings(index=tmp_path / "index", models=tmp_path / "models")
    told = [*findings(settings)]
    assert [finding.subject for finding in told].count("Model") == 3
    assert all("qa models pull" in finding.told for finding in told if finding.subject == "Model")
    assert "Run: qa build FOLDER" in found(settings)["Index"].told
    assert "apt install tesseract-ocr" in found(settings)["Text recognition"].told
    assert {finding.subject for finding in told if not finding.well} == {"Model", "Index"}


def test_a_healthy_installation_is_described(
    hashing_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exit 1", languages=("cym", "eng"))
    build([write_papers(tmp_path / "papers")], hashing_settings.index, HashingEncoder())
    told = found(hashing_settings)
    assert "Model" not in told, "what needs no model asks for none"
    assert "3 documents, 3 passages, encoded by hashing" in told["Index"].told
    assert "Tesseract 5.0.1" in told["Text recognition"].told and "has cym, eng" in told["Text recognition"].told
    assert "GB are free" in told["Disk"].told
    console = Console(file=io.StringIO(), width=200)
    assert print_findings(hashing_settings, console)
    assert isinstance(console.file, io.StringIO)
    assert "Index             " in console.file.getvalue() and "not well" not in console.file.getvalue()


def test_a_damaged_index_and_a_language_that_is_missing_are_not_well(
    hashing_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exit 1")
    report = build([write_papers(tmp_path / "papers")], hashing_settings.index, HashingEncoder())
    (hashing_settings.index / "snapshots" / report.snapshot / "store.sqlite").write_bytes(b"no longer")
    settings = hashing_settings.model_copy(update={"ocr_languages": "cym"})
    told = found(settings)
    assert not told["Index"].well and not told["Text recognition"].well
    console = Console(file=io.StringIO(), width=200)
    assert not print_findings(settings, console)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue().count("not well: ") == 2


def test_text_recognition_that_is_switched_off_is_well(hashing_settings: Settings) -> None:
    told = found(hashing_settings.model_copy(update={"ocr": False}))["Text recognition"]
    assert told.well and "QA_OCR" in told.told
