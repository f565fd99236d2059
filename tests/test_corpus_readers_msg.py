"""An Outlook message gives what an e-mail does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file
from tests.made_msg import Tree, attached_message, attachment, compound_file, message, object_of_a_program, packed_rtf

SENT = datetime(2023, 3, 14, 23, 30, tzinfo=UTC)


def read(tree: Tree, name: str = "a.msg") -> ReadResult:
    return read_file(SourceFile(Path(name), name), compound_file(tree))


def texts(reading: ReadResult) -> dict[str, str]:
    return {document.id: document.text.strip() for document in reading.documents}


def test_subject_sender_and_day_are_those_of_the_message() -> None:
    (found,) = read(message("Bins", "Pat Example", plain="The rate rises.\r\n", sent=SENT)).documents
    assert (found.title, found.source, found.published) == ("Bins", "Pat Example", date(2023, 3, 14))
    assert (found.text, found.media_type) == ("The rate rises.\n", "application/vnd.ms-outlook")


def test_the_day_is_that_of_the_place_it_was_sent_from_where_the_header_is_kept() -> None:
    headers = "From: Lee <lee@example.org>\r\nDate: Wed, 15 Mar 2023 00:30:00 +0100\r\nSubject: Kept\r\n\r\n"
    (found,) = read(message(plain="Words.", sent=SENT, headers=headers)).documents
    assert (found.title, found.source, found.published) == ("Kept", "Lee", date(2023, 3, 15))


@pytest.mark.parametrize(
    "tree",
    [
        message("S", html="<p>Café – £5.</p>".encode("cp1252"), codepage=1252),
        message("S", html="<p>Café – £5.</p>".encode(), codepage=65001),
        message("S", plain=" \r\n", html="<p>Café – £5.</p>".encode()),
        message("S", rtf=packed_rtf(rb"{\rtf1\ansi\ansicpg1252 Caf\'e9 \'96 \'a35.\par}")),
        message("S", rtf=packed_rtf(rb"{\rtf1\ansi\ansicpg1252 Caf\'e9 \'96 \'a35.\par}", squeeze=False)),
        message("S", plain="Café – £5.", rtf=packed_rtf(rb"{\rtf1 Other words.}")),
        message("S", plain_bytes="Café – £5.".encode("cp1252"), codepage=1252),
    ],
)
def test_the_letter_is_read_however_it_is_kept(tree: Tree) -> None:
    assert texts(read(tree)) == {"a.msg": "Café – £5."}


def test_what_is_attached_is_read_and_mails_are_forwarded() -> None:
    inner = message(
        "Decision", "Lee", plain="The licence was refused.", depth=1, attached=[attachment("in.txt", b"In.")]
    )
    reading = read(
        message(
            "Bins",
            "Pat Example",
            plain="See attached.",
            sent=SENT,
            attached=[
                attachment("note.txt", b"The depot closes at noon. " * 300),
                attached_message(inner),
                attachment("image001.png", b"\x89PNG" + bytes(3000), "image/png", "image001.png@01D9"),
                attachment("plan.dwg", b"AC1027" + bytes(300)),
                object_of_a_program("Chart"),
            ],
        )
    )
    found = {document.id: document for document in reading.documents}
    assert found["a.msg"].text == "See attached.\n\nFrom: Lee\nSubject: Decision\n\nThe licence was refused."
    assert found["a.msg/note.txt"].text.startswith("The depot closes at noon.")
    assert (found["a.msg"].source, found["a.msg"].published) == ("Pat Example", date(2023, 3, 14))
    assert (found["a.msg/note.txt"].source, found["a.msg/note.txt"].day) == (None, None)
    assert found["a.msg/in.txt"].text == "In."
    assert [warning.where for warning in reading.warnings] == ["a.msg", "a.msg/plan.dwg"]
    assert "'Chart'" in reading.warnings[0].reason
    assert reading.errors == ()


@pytest.mark.parametrize("name", ["a.msg", "a"])
def test_a_message_is_known_by_its_content(name: str) -> None:
    assert len(read(message("S", plain="Words."), name).documents) == 1


def test_a_damaged_message_is_a_fault() -> None:
    data = compound_file(message("S", plain="Words. " * 2000))
    for cut in (data[:600], data[:2048], data[:-512], data[:1024] + bytes(len(data) - 1024)):
        reading = read_file(SourceFile(Path("a.msg"), "a.msg"), cut)
        assert reading.documents or reading.errors
    (error,) = read(message("S")).errors
    assert "without text" in error.reason
    (error,) = read_file(SourceFile(Path("a.msg"), "a.msg"), b"From: a@b.org\nSubject: S\n\nWords.\n").errors
    assert ".eml" in error.reason
