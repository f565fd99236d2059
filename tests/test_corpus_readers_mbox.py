"""Each mail of a mailbox is a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file


def read(data: bytes, name: str = "archive.mbox") -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


def mail(number: int, text: str, envelope: str = "From pat@example.org Tue Mar 14 09:30:00 2023") -> str:
    head = f"{envelope}\nFrom: Pat {number} <pat@example.org>\nSubject: Mail {number}\n"
    return f"{head}Date: Tue, {number} Mar 2023 09:30:00 +0000\n\n{text}\n\n"


def test_each_mail_has_its_own_subject_sender_and_day() -> None:
    reading = read((mail(1, "First.") + mail(2, "Second.")).encode())
    assert [(document.id, document.title, document.source, document.published) for document in reading.documents] == [
        ("archive.mbox/1", "Mail 1", "Pat 1", date(2023, 3, 1)),
        ("archive.mbox/2", "Mail 2", "Pat 2", date(2023, 3, 2)),
    ]
    assert reading.errors == () and reading.warnings == ()
    assert {document.media_type for document in reading.documents} == {"message/rfc822"}


@pytest.mark.parametrize("name", ["archive.mbox", "archive.mbx", "Inbox"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_mailbox_is_known_by_its_content(name: str, end: str) -> None:
    reading = read((mail(1, "First.") + mail(2, "Second.")).replace("\n", end).encode(), name)
    assert [document.text.strip() for document in reading.documents] == ["First.", "Second."]


@pytest.mark.parametrize(
    "text",
    [
        "From the council we heard at 10:30:\n\nFrom now on: all is well.",
        "He wrote:\n\n>From pat@example.org Tue Mar 14 09:30:00 2023\nFrom: nobody",
        "\nFrom 2019 to 2023\n\nit was shut.",
        "A line\nFrom pat@example.org Tue Mar 14 09:30:00 2023\nSubject: without a blank line before it",
    ],
)
def test_a_sentence_that_begins_with_from_starts_no_mail(text: str) -> None:
    reading = read((mail(1, text) + mail(2, "Second.")).encode())
    assert len(reading.documents) == 2
    assert reading.documents[0].text.strip() == text.replace("\n>From", "\nFrom").strip()


@pytest.mark.parametrize(
    "envelope",
    [
        "From - Tue Mar 14 09:30:00 2023",
        "From MAILER-DAEMON Tue Mar 14 09:30:00 2023",
        "From pat at example.org  Tue Mar 14 09:30:00 2023",
        "From pat@example.org 2023-03-14",
        "From 1234567890123456789@xxx Tue Mar 14 09:30:00 +0000 2023",
    ],
)
def test_lines_before_mails_are_known_as_programs_write_them(envelope: str) -> None:
    assert len(read((mail(1, "First.", envelope) + mail(2, "Second.", envelope)).encode()).documents) == 2


def test_a_mail_that_cannot_be_read_is_named_by_its_number() -> None:
    reading = read((mail(1, "First.") + mail(2, "") + mail(3, "Third.")).encode())
    assert [document.id for document in reading.documents] == ["archive.mbox/1", "archive.mbox/3"]
    assert [error.where for error in reading.errors] == ["archive.mbox/2"]


def test_attachments_of_mails_are_documents() -> None:
    part = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nLetter.\n--B\n"
    part += "Content-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\nNote.\n--B--\n"
    box = mail(1, "").rstrip("\n") + "\n" + part + "\n" + mail(2, "Second.")
    assert [document.id for document in read(box.encode()).documents] == [
        "archive.mbox/1",
        "archive.mbox/1/note.txt",
        "archive.mbox/2",
    ]


def test_a_file_called_a_mailbox_that_is_none_is_a_fault() -> None:
    (error,) = read(b"Plain words.").errors
    assert ".txt" in error.reason
