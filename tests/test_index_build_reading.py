"""What a build reads: each file once, and none again that has not changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.files import SourceFile, find_files
from corpus.labels import read_labels
from corpus.splitting import PassageSize
from index.build import build, unwatched
from index.build.reading import FileReader
from index.encoder import HashingEncoder
from index.passage_header import encoder_text
from index.snapshot import open_snapshot
from tests.builds import TEXT, rebuild, stored_vectors, write_papers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


def test_only_what_changed_is_encoded_and_what_is_deleted_leaves(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    (folder / "adoption.txt").write_text(TEXT.format("kinship"), encoding="utf-8")
    (folder / "early-help.txt").unlink()
    report, encoded = rebuild(folder, tmp_path / "index")
    assert encoded and all("kinship" in text for text in encoded)
    assert (report.documents, report.removed) == (2, 1)
    snapshot = open_snapshot(tmp_path / "index", HashingEncoder())
    assert snapshot.document("early-help.txt") is None
    rows = range(report.passages)
    for row, passage in zip(rows, snapshot.passages(list(rows)), strict=True):
        document = snapshot.document(passage.document_id)
        assert document is not None
        expected = HashingEncoder().encode_question(encoder_text(document, passage))
        assert stored_vectors(tmp_path / "index", [row])[0] == pytest.approx(expected)


def test_the_index_itself_is_never_read_as_documents(folder: Path) -> None:
    first, _ = rebuild(folder, folder / "var" / "index")
    second, _ = rebuild(folder, folder / "var" / "index")
    assert (first.files, second.files, second.changed, second.failed) == (3, 3, False, ())


def test_a_jsonl_with_its_own_name_as_an_id_keeps_all_its_documents(tmp_path: Path) -> None:
    lines = [{"id": "set.jsonl", "text": "One text."}, {"id": "two", "text": "Another text."}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    for _ in range(2):
        assert build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder()).documents == 2


def test_half_a_character_in_a_title_spoils_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "odd.md").write_text('---\ntitle: "Half \\ud800 a pair"\n---\nThe meeting was short.\n', encoding="utf-8")
    (folder / "odd.eml").write_bytes(
        b"From: J\xf6rg <j@example.org>\nSubject: Rota\nDate: Mon, 3 May 2021 10:00:00 +0000\n\nThe rota is ready.\n"
    )
    report, _ = rebuild(folder, tmp_path / "index")
    assert (report.documents, report.failed) == (5, ())


def test_a_broken_file_is_named_and_the_rest_is_built(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    (folder / "nothing.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    report, _ = rebuild(folder, tmp_path / "index")
    assert [fault.where for fault in report.failed] == ["broken.pdf"] and report.failed[0].reason
    assert [fault.where for fault in report.empty] == ["nothing.txt"]
    assert [fault.where for fault in report.skipped] == ["picture.png"]
    assert report.documents == 3


def test_what_was_noticed_about_a_file_that_was_read_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text(
        '{"id": "a", "text": "One text.", "published": "2999-13-45"}\n', encoding="utf-8"
    )
    report = build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder())
    assert (report.documents, report.failed) == (1, ())
    assert [warning.where for warning in report.warnings] == ["set.jsonl:1"] and "2999-13-45" in report.warnings[
        0
    ].reason


def test_a_repeated_id_is_refused_for_the_later_document(tmp_path: Path) -> None:
    lines = [{"id": "a", "title": "A", "text": "One text."}, {"id": "a", "title": "B", "text": "Another text."}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = build([tmp_path / "set.jsonl"], tmp_path / "index", HashingEncoder())
    assert report.documents == 1 and len(report.failed) == 1 and "a" in report.failed[0].reason


def test_a_file_that_has_not_changed_is_taken_from_the_earlier_snapshot(folder: Path, tmp_path: Path) -> None:
    rebuild(folder, tmp_path / "index")
    earlier = open_snapshot(tmp_path / "index")
    (folder / "adoption.txt").write_text(TEXT.format("kinship"), encoding="utf-8")

    class Uncounted(HashingEncoder):
        def count_tokens(self, texts: Sequence[str]) -> list[int]:
            assert all("kinship" in text or "Leaders" not in text for text in texts), "it is split again"
            return super().count_tokens(texts)

    files = find_files([folder]).files
    anew = {read.document.id: read for read in FileReader(None, HashingEncoder(), PassageSize()).read(files, unwatched)}
    taken = {read.document.id: read for read in FileReader(earlier, Uncounted(), PassageSize()).read(files, unwatched)}
    assert taken == anew and len(taken) == 3


def test_a_file_that_cannot_be_opened_is_a_fault_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    gone = SourceFile(folder / "gone.txt", "gone.txt")
    reader = FileReader(None, HashingEncoder(), PassageSize())
    assert list(reader.read([gone], unwatched)) == []
    (fault,) = reader.errors
    assert (fault.where, fault.empty) == ("gone.txt", False)
    assert fault.reason == "It cannot be opened: No such file or directory. Check who may read it."


def test_another_table_of_labels_labels_unchanged_files_anew(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "visit.txt").write_text(
        "Visit to Thornby\n\nInspection dates: 1 to 3 May 2021\n\nAll was well.\n", "utf-8"
    )
    own = tmp_path / "labels.toml"
    own.write_text('[[rules]]\nlabel = "place"\nwords = "Visit to <name>"\n', encoding="utf-8")
    found = []
    for table in (None, own, own, None):
        build([folder], tmp_path / "index", HashingEncoder(), labels=read_labels(table))
        (meta,) = open_snapshot(tmp_path / "index").metadata
        found.append(meta.labels)
    assert found == [
        (("year", "2021"),),
        (("place", "Thornby"), ("year", "2021")),
        (("place", "Thornby"), ("year", "2021")),
        (("year", "2021"),),
    ]
