"""An e-mail is its letter; subject, sender and day come from its header."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file


def read(data: bytes) -> ReadResult:
    return read_file(SourceFile(Path("a.eml"), "a.eml"), data)


def mail(plain: str | None = None, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Ann Smith" <ann@example.org>'
    message["To"] = "all@example.org"
    message["Subject"] = "Café opening – news"
    message["Date"] = "Mon, 23 Jul 2018 23:50:00 +0100"
    if plain is not None:
        message.set_content(plain, charset="iso-8859-15" if "é" in plain else "utf-8")
    if html is not None:
        message.add_alternative(html, subtype="html") if plain else message.set_content(html, subtype="html")
    return message


def test_the_plain_letter_is_kept_as_written() -> None:
    message = mail("Dear all,\n\nthe café opens.\n\n- tea\n- cake\n", "<p>Other words</p>")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="menu.pdf")
    (found,) = read(message.as_bytes()).documents
    assert found.text == "Dear all,\n\nthe café opens.\n\n- tea\n- cake\n"
    assert (found.title, found.source, found.published) == ("Café opening – news", "Ann Smith", date(2018, 7, 23))
    assert [paragraph.kind for paragraph in found.blocks][-2:] == ["list_item", "list_item"]


def test_a_letter_in_html_gives_all_its_text() -> None:
    (found,) = read(mail(html="<p>Dear <b>all</b>,</p><ul><li>tea</li></ul><script>x()</script>").as_bytes()).documents
    assert found.text == "Dear all,\n\ntea"


def test_a_mail_without_text_is_a_fault() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="menu.pdf")
    assert "without text" in read(message.as_bytes()).errors[0].reason
    assert "without text" in read(b"From: a@b.org\nSubject: Hello\n\n").errors[0].reason


def test_broken_headers_and_encodings_are_survived() -> None:
    data = (
        b"From: <<>@@\nSubject: =?nonsense?q?x?=\nDate: yesterday\nContent-Type: "
        b"text/plain; charset=no-such\n\nThe words \x93remain\x94 here and are read.\n"
    )
    (found,) = read(data).documents
    assert found.text == "The words “remain” here and are read.\n"
    assert found.published is None
