"""Reading a file gives documents, errors and warnings, and never raises."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import read_file

MAILED = date(2023, 3, 14)


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


def letter(*attached: tuple[str, str], text: str = "Letter.") -> bytes:
    """A mail with some text and with files of these names and texts attached to it."""
    parts = [f"Content-Type: text/plain\n\n{text}\n"]
    parts += [f"Content-Disposition: attachment; filename={name}\n\n{content}\n" for name, content in attached]
    head = "From: Vale <a@b.org>\nSubject: S\nDate: Tue, 14 Mar 2023 09:30:00 +0000\n"
    head += "Content-Type: multipart/mixed; boundary=B\n\n"
    return (head + "".join(f"--B\n{part}" for part in parts) + "--B--\n").encode()


def test_whose_a_file_within_a_file_is_and_of_which_day_it_says_itself() -> None:
    policy = "Ofsted\n\nComplaints policy\n\nAnybody may complain within three months."
    own = "# Head\n\nPublisher: Hill\n\nPublished: 2 May 2021\n\nWords."
    sheet = "Ward,Bins\nEast,41\n"
    files = (("b.txt", "Words."), ("policy.txt", policy), ("bins.csv", sheet), ("2020-01-09.txt", "N."), ("c.md", own))
    mail, *attached = read_file(SourceFile(Path("x"), "a.eml"), letter(*files)).documents
    assert (mail.source, mail.day) == ("Vale", MAILED)
    assert [(one.source, one.day, one.dated_basis) for one in attached] == [
        (None, None, None),
        (None, None, None),
        (None, None, None),
        (None, date(2020, 1, 9), "file name"),
        ("Hill", date(2021, 5, 2), "published"),
    ]
    assert attached[0].id == "a.eml/b.txt" and attached[0].sha256 == hashlib.sha256(b"Words.").hexdigest()


def test_what_goes_with_a_file_and_cannot_be_read_is_a_warning_where_anything_was_read() -> None:
    files = (("b.xls", "x"), ("c.txt", "Words."))
    both = read_file(SourceFile(Path("x"), "a.eml"), letter(*files, text=""))
    assert [document.id for document in both.documents] == ["a.eml/c.txt"]
    assert both.errors == () and [warning.where for warning in both.warnings] == ["a.eml/b.xls"]
    alone = read_file(SourceFile(Path("x"), "a.eml"), letter(files[0], text=""))
    assert alone.warnings == () and [error.where for error in alone.errors] == ["a.eml/b.xls"]


def test_a_file_within_a_file_is_read_under_any_name_where_its_content_tells() -> None:
    reading = read_file(SourceFile(Path("x"), "a.eml"), letter(("scan.doc", "%PDF-1.7 broken")))
    assert [warning.where for warning in reading.warnings] == ["a.eml/scan.doc"]
    assert "(.doc)" not in reading.warnings[0].reason
