"""Reading a file gives documents, errors and warnings, and never raises."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import read_file


@pytest.mark.parametrize("data", [b"", b" \r\n\t\f", b"\xef\xbb\xbf\n", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.html", "a.docx", "a.jsonl"])
def test_an_empty_file_of_any_name_is_counted_as_empty(name: str, data: bytes) -> None:
    reading = read_file(SourceFile(Path(name), name), data)
    assert reading.documents == ()
    (error,) = reading.errors
    assert error.empty
    assert error.where == name


def test_a_document_of_a_file_that_is_read_names_file_media_type_and_hash() -> None:
    reading = read_file(SourceFile(Path("x"), "notes/a.txt"), b"Words.")
    (document,) = reading.documents
    assert (document.id, document.media_type, document.text) == ("notes/a.txt", "text/plain", "Words.")
    assert document.sha256 == hashlib.sha256(b"Words.").hexdigest()
    assert (reading.errors, reading.warnings) == ((), ())


def test_an_utf_16_text_without_its_mark_is_read() -> None:
    (document,) = read_file(SourceFile(Path("x"), "a.txt"), "Plain words of a letter.".encode("utf-16-le")).documents
    assert document.text == "Plain words of a letter."


def test_a_page_that_holds_no_text_is_counted_as_empty() -> None:
    (error,) = read_file(SourceFile(Path("x"), "a.html"), b"<html><body><p> </p></body></html>").errors
    assert error.empty
    assert error.reason == "It is empty: it holds no text."


def test_an_error_that_nobody_foresaw_is_told_and_not_raised() -> None:
    damaged = b"%PDF-1.4\n" + b"[" * 3000 + b"\n%%EOF"
    (error,) = read_file(SourceFile(Path("x"), "a.pdf"), damaged).errors
    assert error.where == "a.pdf"
    assert not error.empty


def test_errors_and_warnings_of_a_file_are_kept_apart_from_its_documents() -> None:
    lines = b'{"id": "a", "text": "Words.", "date": "soon"}\nno line\n{"id": "b", "text": "More."}\n'
    reading = read_file(SourceFile(Path("x"), "set.jsonl"), lines)
    assert [document.id for document in reading.documents] == ["a", "b"]
    assert [warning.where for warning in reading.warnings] == ["set.jsonl:1"]
    assert [error.where for error in reading.errors] == ["set.jsonl:2"]
