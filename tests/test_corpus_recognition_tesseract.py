"""The Tesseract program is found, asked what it can, and given a picture for so long and no longer."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from benchmarks.scanned import picture_file
from corpus.recognition.pictures import pictures_in
from corpus.recognition.tesseract import find_tesseract
from tests.scans import instead_of_tesseract, needs_tesseract, scan, without_tesseract


def test_where_none_is_installed_none_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_tesseract(tmp_path, monkeypatch)
    assert find_tesseract() is None


def test_its_version_and_languages_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exit 1", languages=("osd", "cym", "eng"))
    found = find_tesseract()
    assert found and (found.version, found.languages) == ("5.0.1", ("cym", "eng", "osd"))


@pytest.mark.parametrize("said", ["echo 'no such option' >&2; exit 1", "echo 'frobnicate 2.0'"])
def test_another_program_of_its_name_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{said}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert find_tesseract() is None


@pytest.mark.parametrize(("languages", "mode"), [(("eng", "osd"), "--psm 1"), (("eng",), "--psm 3")])
def test_it_is_told_language_size_and_one_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languages: tuple[str, ...], mode: str
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, 'cat >/dev/null; echo "$* $OMP_THREAD_LIMIT"', languages)
    found = find_tesseract()
    assert found
    told = found.hocr(b"P5 1 1 255\n.", 300, "eng", 10).decode()
    assert told == f"stdin stdout -l eng {mode} --dpi 300 -c tessedit_create_hocr=1 1\n"


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exec sleep 30")
    found = find_tesseract()
    assert found
    with pytest.raises(subprocess.TimeoutExpired):
        found.hocr(b"", 300, "eng", 0.2)


@needs_tesseract
def test_words_come_with_their_places_and_certainty() -> None:
    found = find_tesseract()
    assert found
    (picture,) = (draw() for draw in pictures_in(picture_file(scan(), "PNG", dots_per_inch=200)))
    assert picture
    told = found.hocr(picture.pgm(), 300, "eng", 60).decode()
    assert "ocrx_word" in told and "x_wconf" in told and ">Thornbury,<" in told
