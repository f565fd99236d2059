"""A web page in a single file is read like the page itself."""

from __future__ import annotations

import quopri
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

BLINK = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bins\r\nSubject: Bins\r\n"
    "Date: Tue, 4 Jul 2023 10:00:00 -0000\r\n"
)
TEXT = "Bins are emptied every second Tuesday – never on a public holiday, as the council has said."
PAGE = (
    "<html><head><title>Bin days | Anytown</title></head><body><nav>Home</nav><main><h1>Bin days</h1>"
    f"<p>{TEXT}</p><iframe src='cid:frame-1@x'></iframe></main></body></html>"
)
FRAME = "<html><body><p>The form of the frame</p></body></html>"


def part(markup: str, location: str, kind: str = "text/html", encoding: str = "utf-8") -> bytes:
    content = quopri.encodestring(markup.encode(encoding))
    head = (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {location}\r\n\r\n"
    )
    return head.encode() + content


def archive(*parts: bytes, head: str = BLINK, extra: str = "") -> bytes:
    kind = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"{extra}\r\n\r\n'
    return (head + kind).encode() + b"".join(b"--B\r\n" + one + b"\r\n" for one in parts) + b"--B--\r\n"


def read(data: bytes, name: str = "a.mhtml") -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


WHOLE = archive(
    part(PAGE, "https://example.org/bins"), part(FRAME, "cid:frame-1@x"), part("body {}", "cid:css", "text/css")
)


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
def test_page_and_frames_are_read_with_their_address(name: str) -> None:
    (found,) = read(WHOLE, name).documents
    assert (found.title, found.url, found.published) == ("Bin days", "https://example.org/bins", None)
    assert found.text.split("\n\n") == ["Bin days", TEXT, "The form of the frame"]
    assert found.media_type == "multipart/related"


def test_the_page_is_the_one_that_is_named() -> None:
    other, page = part(FRAME, "cid:1"), part(PAGE, "https://example.org/bins")
    assert read(archive(other, page)).documents[0].title == "Bin days"
    named = b"Content-ID: <root>\r\n" + page
    assert read(archive(other, named, head="", extra='; start="<root>"')).documents[0].title == "Bin days"
    assert read(archive(page, other, head="")).documents[0].title == "Bin days"


def test_what_a_word_processor_saves_is_read() -> None:
    markup = "<html><body><p>Café – open</body></html>"
    data = archive(part(markup, "file:///C:/a.htm", 'text/html; charset="windows-1252"', "cp1252"), head="")
    (found,) = read(data, "a.mht").documents
    assert (found.text, found.url) == ("Café – open", None)


def test_pictures_kept_as_they_are_do_not_matter() -> None:
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n" + bytes(range(256)) * 40
    assert read(archive(picture, part(PAGE, "https://example.org/bins"))).documents[0].title == "Bin days"


def test_an_archive_without_a_page_is_a_fault_and_another_file_is_named() -> None:
    assert "no page" in read(archive(part("body {}", "cid:css", "text/css"))).errors[0].reason
    assert "no page" in read(b"MIME-Version: 1.0\r\nbroken").errors[0].reason
    assert "single file" in read(WHOLE, "a.html").errors[0].reason
    assert "plain text" in read(b"Just text.").errors[0].reason


def test_a_mail_of_the_same_form_is_a_mail() -> None:
    data = archive(part(PAGE, "cid:1"), head="From: Ann <a@example.org>\r\nSubject: Hi\r\n")
    assert read(data, "a.eml").documents[0].media_type == "message/rfc822"
