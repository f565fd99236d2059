"""What is in a compressed file is read as if it lay there itself."""

from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.readers import gz
from corpus.reading import ReadResult, read_file


def read(data: bytes, name: str) -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


@pytest.mark.parametrize(
    ("name", "content", "ids", "media_type"),
    [
        (
            "set.jsonl.gz",
            b'{"id": "a", "text": "One."}\n{"text": "Two."}\n',
            ["a", "set.jsonl.gz:2"],
            "application/jsonl",
        ),
        ("all.JSON.GZ", b'[{"id": "a", "text": "One."}]', ["a"], "application/json"),
        ("note.txt.gz", b"Plain words.", ["note.txt.gz"], "text/plain"),
        ("page.html.gz", b"<h1>Head</h1><p>Words.</p>", ["page.html.gz"], "text/html"),
        ("letter.eml.gz", b"From: a@b.org\nSubject: S\n\nWords.\n", ["letter.eml.gz"], "message/rfc822"),
        (
            "box.mbox.gz",
            b"From a@b.org 09:30 2023\nFrom: a@b.org\nSubject: S\n\nWords.\n",
            ["box.mbox.gz/1"],
            "message/rfc822",
        ),
    ],
)
def test_a_compressed_file_is_read_by_what_it_holds(name: str, content: bytes, ids: list[str], media_type: str) -> None:
    data = gzip.compress(content[:9]) + gzip.compress(content[9:])
    reading = read(data, name)
    assert [document.id for document in reading.documents] == ids
    for document in reading.documents:
        assert document.media_type == media_type
        assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt.gz", gzip.compress(b"words " * 50)[:20], "damaged"),
        ("a.txt.gz", b"\x1f\x8b\x08" + b"\xff" * 40, "damaged"),
        ("a.tar.gz", gzip.compress(b"x"), "archive"),
        ("a.doc.gz", gzip.compress(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "not read"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.gz", b"plain words", "plain text"),
    ],
)
def test_what_cannot_be_unpacked_or_read_is_named(name: str, data: bytes, said: str) -> None:
    (error,) = read(data, name).errors
    assert error.where == name and said in error.reason


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gz, "_MAX_BYTES", 1000)
    data = gzip.compress(bytes(1001))
    assert "more than" in read(data, "a.txt.gz").errors[0].reason
    nested = b"words"
    for _ in range(9):
        nested = gzip.compress(nested)
    assert "files deep" in read(nested, "a.txt" + ".gz" * 9).errors[0].reason


@pytest.mark.parametrize("most", [0, 10, 4_999, 5_000, 10**9])
def test_it_is_counted_what_a_file_holds_and_no_more_than_is_asked_for(most: int) -> None:
    packed = gzip.compress(b"x" * 3_000) + gzip.compress(b"y" * 2_000)
    assert gz.unpacked_bytes(io.BytesIO(packed), most) == min(most, 5_000)


@pytest.mark.parametrize("data", [b"", b"plain words", b"\x1f\x8b\x08" + b"\xff" * 40])
def test_of_what_cannot_be_unpacked_nothing_is_counted(data: bytes) -> None:
    assert gz.unpacked_bytes(io.BytesIO(data), 10**9) == 0


def test_a_false_size_at_the_end_of_a_file_is_not_believed() -> None:
    packed = gzip.compress(b"words " * 50)[:-4] + b"\xff\xff\xff\x7f"
    assert gz.unpacked_bytes(io.BytesIO(packed), 10**9) <= 300
