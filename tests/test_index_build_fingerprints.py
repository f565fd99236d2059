"""Fingerprints change with the code that reads and indexes, and with nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import corpus
import index
from corpus.labels import read_labels, shipped_labels
from corpus.recognition.recogniser import Recogniser, using
from index.build import fingerprints
from index.build.fingerprints import indexing_fingerprint, reading_fingerprint
from tests.scans import instead_of_tesseract, without_tesseract


def test_fingerprints_repeat_and_differ() -> None:
    assert reading_fingerprint() == reading_fingerprint() != indexing_fingerprint() == indexing_fingerprint()


def test_another_table_of_labels_is_noticed(tmp_path: Path) -> None:
    assert reading_fingerprint(shipped_labels()) == reading_fingerprint()
    own = tmp_path / "labels.toml"
    own.write_text('[[rules]]\nlabel = "ward"\nwords = "Ward: <name>"\n', encoding="utf-8")
    assert reading_fingerprint(read_labels(own)) != reading_fingerprint()


def test_a_change_in_the_code_that_reads_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "corpus"
    shutil.copytree(Path(str(corpus.__file__)).parent, room, ignore=shutil.ignore_patterns("__pycache__", "samples"))
    monkeypatch.setattr(corpus, "__file__", str(room / "__init__.py"))
    before = reading_fingerprint()
    deep = room / "language" / "words.py"
    deep.write_text(deep.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert reading_fingerprint() != before


def test_another_version_of_a_library_that_reads_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reading_fingerprint()
    monkeypatch.setattr(fingerprints, "version", lambda name: "0" if name == "lxml" else "1")
    changed = reading_fingerprint()
    monkeypatch.setattr(fingerprints, "version", lambda name: "1")
    assert len({before, changed, reading_fingerprint()}) == 3


@pytest.mark.parametrize(
    ("name", "noticed"),
    [
        ("catalogue.py", True),
        ("lexical.py", True),
        ("metadata.py", True),
        ("passage_header.py", True),
        ("store.py", True),
        ("build/encoding.py", True),
        ("reading/parts.py", True),
        ("a_new_field.py", True),
        ("models/pull.py", False),
        ("snapshot/opening.py", False),
    ],
)
def test_a_change_in_the_code_that_indexes_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, noticed: bool
) -> None:
    room = tmp_path / "index"
    shutil.copytree(Path(str(index.__file__)).parent, room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(index, "__file__", str(room / "__init__.py"))
    before = indexing_fingerprint()
    (room / name).write_text("# changed\n", encoding="utf-8")
    assert (indexing_fingerprint() != before) is noticed


def test_another_way_of_recognising_words_in_pictures_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead_of_tesseract(tmp_path, monkeypatch, "exit 1", languages=("cym", "eng"))
    installed = reading_fingerprint()
    with using(Recogniser(languages="cym+eng")):
        in_welsh = reading_fingerprint()
    without_tesseract(tmp_path, monkeypatch)
    assert len({installed, in_welsh, reading_fingerprint()}) == 3
