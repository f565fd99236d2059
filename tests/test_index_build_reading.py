"""What a build reads: each file once, and none again that has not changed."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.document import Document, Passage
from corpus.files import SourceFile, find_files
from corpus.limits import ReadLimits
from corpus.splitting import PassageSize
from index.build import build, unwatched
from index.build.reading import FileReader
from index.build.report import READING
from index.encoder import HashingEncoder
from index.hashes import file_sha256
from index.passage_header import encoder_text
from index.reading.parts import PartReader
from index.snapshot import live_snapshot_id, open_snapshot
from index.snapshot.layout import Layout
from index.store import SqliteStore, StoreWriter
from tests.bombs import pdf_bomb
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
    (folder / "film.mp4").write_bytes(b"no film")
    report, _ = rebuild(folder, tmp_path / "index")
    assert [fault.where for fault in report.failed] == ["broken.pdf"] and report.failed[0].reason
    assert [fault.where for fault in report.empty] == ["nothing.txt"]
    assert [fault.where for fault in report.skipped] == ["film.mp4"]
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


def read(folder: Path, store: Path, earlier: Path | None = None, limits: ReadLimits = ReadLimits()) -> FileReader:
    """Read a folder into a store, with what the live snapshot of another index has."""
    known = Layout(earlier).snapshot(live_snapshot_id(earlier) or "").store if earlier else None
    writer = StoreWriter(store, known)
    parts = PartReader(HashingEncoder().count_tokens, PassageSize(), store.parent, known)
    reader = FileReader(writer, parts, open_snapshot(earlier) if earlier else None, limits)
    reader.read(find_files([folder]).files, unwatched)
    writer.finish()
    writer.close()
    return reader


def held(store: Path) -> list[tuple[Document, list[Passage]]]:
    kept = SqliteStore(store)
    return [(document, kept.passages([row for row, _, _ in kept.spans(document.id)])) for document in kept.documents()]


def test_what_has_not_changed_is_taken_from_the_earlier_snapshot(folder: Path, tmp_path: Path) -> None:
    lines = [{"id": str(number), "text": TEXT.format(f"item {number}")} for number in range(3)]
    (folder / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    rebuild(folder, tmp_path / "index")
    mark_derived(tmp_path / "index")
    (folder / "adoption.txt").write_text(TEXT.format("kinship"), encoding="utf-8")
    anew = read(folder, tmp_path / "anew.sqlite")
    taken = read(folder, tmp_path / "taken.sqlite", tmp_path / "index")
    assert taken.documents == anew.documents and taken.passages == anew.passages == 6
    assert held(tmp_path / "taken.sqlite") == held(tmp_path / "anew.sqlite")
    assert [meta.id for meta in SqliteStore(tmp_path / "taken.sqlite").metadata() if meta.years == (1066,)] == [
        "early-help.txt",
        "fostering.txt",
        "0",
        "1",
        "2",
    ]


def mark_derived(index: Path) -> None:
    """Have a snapshot say that its documents are of 1066, to tell what is taken from it."""
    store = Layout(index).snapshot(live_snapshot_id(index) or "").store
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("""UPDATE documents SET derived = '{"day": 0, "years": [1066], "judgements": []}'""")
        connection.commit()
    manifest = store.parent / "manifest.json"
    written = json.loads(manifest.read_text(encoding="utf-8"))
    written["files"][store.name] = file_sha256(store)
    manifest.write_text(json.dumps(written), encoding="utf-8")


def test_a_file_that_cannot_be_opened_is_a_fault_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    gone = SourceFile(folder / "gone.txt", "gone.txt")
    writer = StoreWriter(tmp_path / "store.sqlite")
    reader = FileReader(writer, PartReader(HashingEncoder().count_tokens, PassageSize(), tmp_path), None)
    reader.read([gone], unwatched)
    (fault,) = reader.errors
    assert (fault.where, fault.empty, reader.passages) == ("gone.txt", False, 0)
    assert fault.reason == "It cannot be opened: No such file or directory. Check who may read it."


def test_a_file_that_is_too_large_is_named_and_not_opened(folder: Path, tmp_path: Path) -> None:
    with (folder / "a-large.txt").open("wb") as file:
        file.truncate(1_500_000)
    reader = read(folder, tmp_path / "store.sqlite", limits=ReadLimits(file_mb=1))
    assert [(fault.where, "QA_FILE_MAX_MB" in fault.reason) for fault in reader.errors] == [("a-large.txt", True)]
    assert len(reader.documents) == 3


def test_a_file_that_takes_too_much_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    (folder / "bomb.pdf").write_bytes(pdf_bomb(900))
    (folder / "more.html").write_text("<h1>Plan</h1><p>We met in May.</p>", encoding="utf-8")
    reader = read(folder, tmp_path / "store.sqlite", limits=ReadLimits(memory_mb=300))
    assert [(fault.where, "QA_READ_MEMORY_MB" in fault.reason) for fault in reader.errors] == [("bomb.pdf", True)]
    assert list(reader.documents) == ["adoption.txt", "early-help.txt", "fostering.txt", "more.html"]


def test_a_document_whose_reading_is_broken_off_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    (folder / "a-slow.txt").write_text("It was long. It was so. " * 500_000, encoding="utf-8")
    reader = read(folder, tmp_path / "store.sqlite", limits=ReadLimits(seconds=-119))
    assert [(fault.where, "QA_READ_SECONDS" in fault.reason) for fault in reader.errors] == [("a-slow.txt", True)]
    assert [document.id for document, _ in held(tmp_path / "store.sqlite")] == [
        "adoption.txt",
        "early-help.txt",
        "fostering.txt",
    ]
    assert SqliteStore(tmp_path / "store.sqlite").spans("adoption.txt")[0][0] == 0


def test_of_a_file_whose_reading_is_broken_off_the_first_documents_stay(folder: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": TEXT.format(number) * 20}) for number in range(8000)]
    (folder / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    size = (folder / "set.jsonl").stat().st_size
    reader = read(folder, tmp_path / "store.sqlite", limits=ReadLimits(seconds=2 - 10 * size // 1_000_000))
    assert [fault.where for fault in reader.errors] == ["set.jsonl"]
    assert 3 < len(reader.documents) < 8003
    assert [warning.reason for warning in reader.warnings] == [
        f"Only its first documents were read: {len(reader.documents) - 3}."
    ]


@pytest.mark.parametrize("name", ["set.jsonl", "long.txt"])
def test_progress_moves_within_a_large_file_and_counts_bytes(tmp_path: Path, name: str) -> None:
    (tmp_path / "papers").mkdir()
    path = tmp_path / "papers" / name
    lines = [json.dumps({"id": str(number), "text": TEXT.format(number) * 9}) for number in range(900)]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    build([tmp_path / "papers"], tmp_path / "index", HashingEncoder(), progress=lambda *each: told.append(each))
    size = path.stat().st_size
    reading = [done for stage, done, total in told if stage == READING and total == size]
    assert reading == sorted(reading) and (reading[0], reading[-1]) == (0, size)
    assert len({done // (size // 5) for done in reading}) >= 5


def test_files_read_elsewhere_and_here_come_in_their_order(folder: Path, tmp_path: Path) -> None:
    for number in range(30):
        (folder / f"{number:02}.html").write_text(f"<h1>Plan</h1><p>Item {number} stands.</p>", encoding="utf-8")
        (folder / f"{number:02}.txt").write_text(f"Item {number} stands.", encoding="utf-8")
    reader = read(folder, tmp_path / "store.sqlite")
    assert list(reader.documents) == [file.id for file in find_files([folder]).files]
    assert [document.id for document, _ in held(tmp_path / "store.sqlite")] == list(reader.documents)


@pytest.mark.parametrize("members", [1, 2, 5])
def test_a_compressed_file_may_take_what_it_may_take_unpacked(tmp_path: Path, members: int) -> None:
    (tmp_path / "papers").mkdir()
    line = json.dumps({"id": "a", "text": "The council met."}).encode()
    packed = [gzip.compress((b" " * 999_999 + b"\n") * (300 // members), 1) for _ in range(members)]
    (tmp_path / "papers" / "set.jsonl.gz").write_bytes(b"".join([gzip.compress(line + b"\n"), *packed]))
    reader = read(tmp_path / "papers", tmp_path / "store.sqlite")
    assert (list(reader.documents), reader.errors) == (["a"], [])


def test_small_compressed_files_are_read_within_the_usual_limits(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name, words in (
        ("note.txt", b"The clock strikes."),
        ("set.jsonl", b'{"id": "a", "text": "The council met."}\n'),
    ):
        (tmp_path / "papers" / f"{name}.gz").write_bytes(gzip.compress(words))
    reader = read(tmp_path / "papers", tmp_path / "store.sqlite")
    assert (list(reader.documents), reader.errors) == (["note.txt.gz", "a"], [])


def test_a_compressed_bomb_costs_only_itself(folder: Path, tmp_path: Path) -> None:
    piece = gzip.compress(b" " * 50_000_000, 9)
    (folder / "bomb.txt.gz").write_bytes(piece * 30)
    reader = read(folder, tmp_path / "store.sqlite", limits=ReadLimits(memory_mb=300, file_mb=50))
    assert [fault.where for fault in reader.errors] == ["bomb.txt.gz"]
    assert len(reader.documents) == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("odd.txt", "Café société. ".encode() * 20 + b"\xff is no letter."),
        ("odd.md", b"---\npublished: 2999-13-45\n---\nThe meeting was short.\n"),
        ("odd.csv", b'Name,Size\nPipe,"5 wide\n' + b"Tube,6\n" * 600),
    ],
)
def test_what_was_noticed_about_a_file_is_said_again_where_it_is_not_read_again(
    folder: Path, tmp_path: Path, name: str, data: bytes
) -> None:
    (folder / name).write_bytes(data)
    first, _ = rebuild(folder, tmp_path / "index")
    assert first.warnings
    again, _ = rebuild(folder, tmp_path / "index")
    assert not again.changed and again.warnings == first.warnings
    for words in ("kinship", "respite"):
        (folder / "adoption.txt").write_text(TEXT.format(words), encoding="utf-8")
        later, _ = rebuild(folder, tmp_path / "index")
        assert later.changed and later.warnings == first.warnings
    (folder / name).write_text("Mended words.", encoding="utf-8")
    assert rebuild(folder, tmp_path / "index")[0].warnings == ()
