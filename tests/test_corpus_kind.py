"""A file's kind is what it holds; a suffix that says something else is told."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.files import SourceFile
from corpus.kind import format_of
from corpus.reading import read_file

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PAGE = b"<!DOCTYPE html>\n<html><body><p>Hello</p></body></html>"
MAIL = b"Received: from a\nFrom: Ann <ann@example.org>\nSubject: Hello\n\nDear all,\n"
NOISE = random.Random(1).randbytes(4000)


def archive(*members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for member in members:
            file.writestr(member, "x")
    return buffer.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"Plain words.", "text"),
        ("a.txt", b"A page starts with <html> and a PDF with %PDF-1.7.", "text"),
        ("a.txt", "Grüße".encode("utf-16"), "text"),
        ("a.md", b"# Heading", "markdown"),
        ("a.HTM", b"\xef\xbb\xbf<!-- saved -->\n<?xml version='1.0'?>" + PAGE, "html"),
        ("a.html", b"<p>A fragment</p>", "html"),
        ("a.pdf", b"junk before\n" + PDF, "pdf"),
        ("a.docx", WORD, "docx"),
        ("a.jsonl", b'{"id": "a", "text": "b"}', "jsonl"),
        ("a.eml", MAIL, "email"),
        ("README", b"Plain words.", "text"),
        ("download", PDF, "pdf"),
        ("page.php", PAGE, "html"),
        ("letter.bak", WORD, "docx"),
        ("lines", b'{"id": "a", "text": "b"}\n', "jsonl"),
        ("mail", MAIL, "email"),
        ("a.md", MAIL, "markdown"),
        ("a.txt", b'{"id": "a", "text": "b"}', "text"),
        ("a.jsonl", b"no JSON at all", "jsonl"),
        ("a.pdf", b"<html>junk before\n" + PDF, "pdf"),
        ("minutes", b"From: the clerk\nTo be read by all members.\n", "text"),
    ],
)
def test_content_decides_and_the_suffix_tells_kinds_of_text_apart(name: str, data: bytes, kind: str) -> None:
    assert format_of(name, data).kind == kind


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.pdf", PAGE, ["an HTML page", "not a PDF", "Rename it to end in .html"]),
        ("report.pdf", b"Plain words.", ["plain text", "not a PDF", ".txt"]),
        ("report.pdf", WORD, ["a Word document", ".docx"]),
        ("report.docx", PDF, ["a PDF", "not a Word document", ".pdf"]),
        ("report.txt", PDF, ["a PDF", "not plain text", ".pdf"]),
        ("report.txt", PAGE, ["an HTML page", ".html"]),
        ("report.html", b"Plain words.", ["plain text", ".txt"]),
        ("report.eml", b"Plain words.", ["plain text", ".txt"]),
        ("report.pdf", b'{"error": 404}', ["JSON lines", "not a PDF", ".jsonl"]),
        ("report.html", MAIL, ["an e-mail", ".eml"]),
    ],
)
def test_a_mislabelled_file_is_refused_with_what_it_holds_and_its_right_name(
    name: str, data: bytes, said: list[str]
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        format_of(name, data)
    for words in said:
        assert words in str(caught.value)


def test_a_text_has_at_most_one_control_character_in_fifty_at_its_start_and_at_its_end() -> None:
    assert format_of("a.txt", b"\x01" * 2 + b"x" * 98).kind == "text"
    for data in (b"\x01" * 3 + b"x" * 97, b"x" * 100_000 + b"\x01" * 2000):
        with pytest.raises(UnreadableFile, match="control characters"):
            format_of("a.txt", data)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\0" * 300, "300 NUL bytes"),
        (NOISE, "holds no text"),
        (b"GIF89a" + NOISE, "Graphics interchange"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old kind"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (archive("xl/workbook.bin"), "spreadsheet"),
        (archive("content.xml", "mimetype"), "OpenDocument"),
        (archive("a.txt"), "zip archive"),
        (WORD[:40], "damaged"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a"])
def test_what_is_no_document_is_refused_by_its_real_name(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        format_of(name, data)


@pytest.mark.shared
def test_the_error_pages_that_were_saved_as_pdf_are_refused(shared_data: Path) -> None:
    paths = sorted((shared_data / "ofsted" / "pdf_broken").glob("*.pdf"))
    assert paths
    for path in paths:
        reading = read_file(SourceFile(path, path.name), path.read_bytes())
        assert reading.documents == ()
        assert "an HTML page, not a PDF" in reading.errors[0].reason
