"""An e-mail is its letter with what is forwarded in it; each file attached to it is a document of its own."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import date
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

MAIL_HEADER = "From: Pat Example <pat@example.org>\nSubject: Bins\nDate: Tue, 14 Mar 2023 09:30:00 +0000\n"


def read(data: bytes, name: str = "a.eml") -> ReadResult:
    return read_file(SourceFile(Path(name), name), data)


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


def mixed(*parts: MIMEBase, subtype: str = "mixed") -> bytes:
    whole = MIMEMultipart(subtype)
    whole["From"], whole["Subject"] = "Pat Example <pat@example.org>", "Bins"
    whole["Date"] = "Tue, 14 Mar 2023 09:30:00 +0000"
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


def attached(data: bytes, media_type: str = "application/octet-stream", name: str | None = None) -> MIMEBase:
    part = MIMEBase(*media_type.split("/"))
    part.set_payload(base64.b64encode(data))
    part["Content-Transfer-Encoding"] = "base64"
    part.add_header("Content-Disposition", "attachment", **({"filename": name} if name else {}))
    return part


def texts(reading: ReadResult) -> dict[str, str]:
    return {document.id: document.text.strip() for document in reading.documents}


def test_the_plain_letter_is_kept_as_written() -> None:
    message = mail("Dear all,\n\nthe café opens.\n\n- tea\n- cake\n", "<p>Other words</p>")
    (found,) = read(message.as_bytes()).documents
    assert found.text == "Dear all,\n\nthe café opens.\n\n- tea\n- cake\n"
    assert (found.title, found.source, found.published) == ("Café opening – news", "Ann Smith", date(2018, 7, 23))
    assert [paragraph.kind for paragraph in found.blocks][-2:] == ["list_item", "list_item"]


def test_a_letter_in_html_gives_all_its_text() -> None:
    (found,) = read(mail(html="<p>Dear <b>all</b>,</p><ul><li>tea</li></ul><script>x()</script>").as_bytes()).documents
    assert found.text == "Dear all,\n\ntea"


@pytest.mark.parametrize(
    "plain",
    [
        " \n",
        "Your mail program cannot show HTML. Please view this message in a browser.",
        "To view this email as a web page, go to https://news.example.org/view?id=12345&user=678",
        "This is an HTML email. Your client doesn’t support HTML.",
        "https://news.example.org/a/very/long/address/that/says/nothing",
        "See below.",
    ],
)
def test_html_is_read_where_the_plain_part_is_empty_or_stands_in_for_it(plain: str) -> None:
    html = "<p>The rate rises to 5 per cent from April.</p><p>Forms are due by 9 May at the town hall.</p>"
    (found,) = read(mixed(MIMEText(plain, "plain", "utf-8"), MIMEText(html, "html"), subtype="alternative")).documents
    assert found.text == "The rate rises to 5 per cent from April.\n\nForms are due by 9 May at the town hall."


def test_a_plain_part_that_says_the_same_is_read_whatever_words_it_has() -> None:
    plain = "Please send the form in HTML format by 9 May."
    data = mixed(MIMEText(plain), MIMEText(f"<p>{plain}</p>", "html"), subtype="alternative")
    assert texts(read(data)) == {"a.eml": plain}


def test_every_text_part_is_read_in_order() -> None:
    picture = attached(b"\x89PNG small", "image/png", "logo.png")
    picture.replace_header("Content-Disposition", 'inline; filename="logo.png"')
    data = mixed(
        MIMEText("First part."), picture, MIMEText("Second part, on Thursday."), MIMEText("<p>Third part.</p>", "html")
    )
    assert texts(read(data)) == {"a.eml": "First part.\n\nSecond part, on Thursday.\n\nThird part."}
    assert read(data).warnings == ()


def test_what_exchange_makes_of_a_second_text_is_part_of_the_letter() -> None:
    second = MIMEText("The rest of it.")
    second.add_header("Content-Disposition", "attachment", filename="ATT00001.txt")
    assert texts(read(mixed(MIMEText("The letter."), second))) == {"a.eml": "The letter.\n\nThe rest of it."}


def test_a_choice_within_parts_and_parts_within_a_choice() -> None:
    rich = MIMEMultipart("related")
    rich.attach(MIMEText("<p>Rich letter of some words more than that.</p>", "html"))
    choice = MIMEMultipart("alternative")
    choice.attach(MIMEText("Hi."))
    choice.attach(rich)
    data = mixed(choice, MIMEText("A footer."))
    assert texts(read(data)) == {"a.eml": "Rich letter of some words more than that.\n\nA footer."}


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_forwarded_mails_are_part_of_the_text_with_who_when_and_what(depth: int) -> None:
    inner: EmailMessage | MIMEMultipart = EmailMessage()
    inner["From"], inner["Subject"] = "Lee <lee@example.org>", "Decision"
    inner["Date"] = "Mon, 13 Mar 2023 09:30:00 +0000"
    assert isinstance(inner, EmailMessage)
    inner.set_content("The licence was refused.")
    inner.add_attachment(b"The plan is kept.", maintype="text", subtype="plain", filename="plan.txt")
    for number in range(depth - 1):
        outer = MIMEMultipart()
        outer["From"], outer["Subject"] = f"Kim {number} <kim@example.org>", "Fwd"
        outer.attach(MIMEText(f"See below {number}."))
        outer.attach(MIMEMessage(inner))
        inner = outer
    reading = read(mixed(MIMEText("Forwarding the decision."), MIMEMessage(inner)))
    found = reading.documents[0]
    assert found.text.startswith("Forwarding the decision.") and "The licence was refused." in found.text
    assert "From: Lee\nDate: Mon, 13 Mar 2023 09:30:00 +0000\nSubject: Decision" in found.text
    assert found.published == date(2023, 3, 14)
    assert texts(reading)["a.eml/plan.txt"] == "The plan is kept."


def test_attachments_are_documents_of_their_own_and_not_the_sender_s() -> None:
    data = mixed(
        MIMEText("Please see the notes."),
        attached(b"The depot closes at noon on Friday.", "text/plain", "note.txt"),
        attached(b"<title>Ward plan</title><p>Paving begins in May.</p>", "text/html", "plan.html"),
        attached(b'{"id": "line", "text": "A line of its own."}\n', name="set.jsonl"),
        attached(b"# Report\n\nPublished: 2 May 2021\n\nThe bins are full.", name="report.md"),
        attached(b"Ward,Bins\nEast,41\n", "text/csv"),
    )
    reading = read(data)
    found = {document.id: document for document in reading.documents}
    assert found["a.eml/note.txt"].text == "The depot closes at noon on Friday."
    assert (found["a.eml"].source, found["a.eml"].published) == ("Pat Example", date(2023, 3, 14))
    for name in ("note.txt", "plan.html", "report.md", "attachment 5.csv"):
        assert found[f"a.eml/{name}"].source is None
    for name in ("note.txt", "plan.html", "attachment 5.csv"):
        assert found[f"a.eml/{name}"].day is None
    assert found["a.eml/plan.html"].title == "Ward plan" and found["a.eml/plan.html"].media_type == "text/html"
    assert found["line"].text == "A line of its own."
    assert found["a.eml/report.md"].published == date(2021, 5, 2)
    assert "41" in found["a.eml/attachment 5.csv"].text
    assert reading.errors == () and reading.warnings == ()


def test_names_of_attachments_are_made_fit_and_told_apart() -> None:
    words = b"Some words of it."
    names = ("n\u00f6te.txt", "../../etc/passwd.txt", "C:\\Users\\pat\\note.txt", "note.txt", "a\tb.txt", ".txt", "..")
    data = mixed(MIMEText("Notes."), *(attached(words, "text/plain", name) for name in names))
    assert [document.id for document in read(data).documents][1:] == [
        "a.eml/n\u00f6te.txt",
        "a.eml/passwd.txt",
        "a.eml/note.txt",
        "a.eml/note (2).txt",
        "a.eml/a b.txt",
        "a.eml/.txt",
        "a.eml/attachment 7.txt",
    ]


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        (attached(b"\x78\x9f\x3e\x22\0", "application/ms-tnef", "winmail.dat"), "winmail.dat", "winmail.dat"),
        (attached(b"\x78\x9f\x3e\x22\0", name="WINMAIL.DAT"), "WINMAIL.DAT", "TNEF"),
        (attached(b"PK\x03\x04" + b"\0" * 50, "application/zip", "all.zip"), "all.zip", "archive"),
        (attached(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", name="budget.xls"), "budget.xls", "not read"),
        (attached(b"0\x82\x01", "application/pkcs7-mime", "smime.p7m"), "smime.p7m", "encrypted"),
        (attached(b"AC1027" + bytes(300), name="plan.dwg"), "plan.dwg", "no text"),
        (attached(b"%PDF-1.7 broken", "application/pdf", "scan.pdf"), "scan.pdf", ""),
    ],
)
def test_what_is_attached_and_not_read_is_named(part: MIMEBase, name: str, said: str) -> None:
    reading = read(mixed(MIMEText("See attached."), part))
    assert texts(reading) == {"a.eml": "See attached."}
    assert reading.errors == ()
    (warning,) = reading.warnings
    assert warning.where == f"a.eml/{name}" and said in warning.reason
    alone = read(mixed(MIMEText("\n"), part))
    assert alone.documents == () and [error.where for error in alone.errors] == [f"a.eml/{name}"]


def test_signatures_and_reports_of_machines_are_not_named() -> None:
    report = MIMEBase("message", "delivery-status")
    report.attach(EmailMessage())
    signed = attached(b"-----BEGIN", "application/pgp-signature", "signature.asc")
    reading = read(mixed(MIMEText("It was not delivered."), report, signed))
    assert texts(reading) == {"a.eml": "It was not delivered."} and reading.warnings == ()


def test_a_mail_attached_as_a_file_is_read_with_what_is_attached_to_it() -> None:
    inner = mixed(MIMEText("Inner letter."), attached(b"Inner note.", "text/plain", "note.txt"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")
    reading = read(
        mixed(MIMEText("Outer."), attached(inner, name="old.eml"), attached(packed.getvalue(), name="b.zip"))
    )
    assert texts(reading) == {
        "a.eml": "Outer.",
        "a.eml/old.eml": "Inner letter.",
        "a.eml/old.eml/note.txt": "Inner note.",
    }
    assert [warning.where for warning in reading.warnings] == ["a.eml/b.zip"]


def test_files_within_files_are_read_to_a_depth() -> None:
    data = mixed(MIMEText("Letter 0."))
    for number in range(1, 12):
        data = mixed(MIMEText(f"Letter {number}."), attached(data, name="inner.eml"))
    reading = read(data)
    assert len(reading.documents) == 7
    (warning,) = reading.warnings
    assert "6 files deep" in warning.reason


def test_parts_nested_without_end_are_survived() -> None:
    data = MAIL_HEADER.encode()
    for number in range(60):
        data += f"Content-Type: multipart/mixed; boundary=B{number}\n\n--B{number}\n".encode()
    reading = read(data + b"Content-Type: text/plain\n\nDeep words.\n")
    assert reading.documents or "deep" in reading.errors[0].reason


def test_a_mail_without_text_is_a_fault() -> None:
    assert "without text" in read(b"From: a@b.org\nSubject: Hello\n\n").errors[0].reason
    message = mail()
    message.add_attachment(b"Menu of the week.", maintype="text", subtype="plain", filename="menu.txt")
    assert texts(read(message.as_bytes())) == {"a.eml/menu.txt": "Menu of the week."}


@pytest.mark.parametrize(
    ("charset", "data", "shown"),
    [
        ("iso-8859-1", b"the council\x92s \x93plan\x94", "the council’s “plan”"),
        ("us-ascii", "the café".encode(), "the café"),
        ("utf-8", b"the caf\xe9 \x96 shut", "the café – shut"),
        ("windows-1252", b"\x80 5", "€ 5"),
        ("unknown-8bit", "Zoë".encode(), "Zoë"),
        ("gb2312", "镕基".encode("gb18030"), "镕基"),
        ("no-such", b"\x93remain\x94", "“remain”"),
    ],
)
def test_texts_are_read_in_the_encoding_that_was_meant(charset: str, data: bytes, shown: str) -> None:
    head = f"{MAIL_HEADER}Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    assert texts(read(head.encode() + base64.b64encode(data))) == {"a.eml": shown}


def test_quoted_printable_lines_are_joined() -> None:
    head = f"{MAIL_HEADER}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert texts(read(head.encode() + b"The caf=C3=A9 is =\nopen =E2=80=93 now.")) == {
        "a.eml": "The café is open – now."
    }


def test_a_mail_that_is_a_mailbox_is_told_and_read() -> None:
    box = f"From pat@example.org Tue Mar 14 09:30:00 2023\n{MAIL_HEADER}\nFirst.\n\n"
    reading = read((box + box.replace("First", "Second")).encode())
    assert texts(reading) == {"a.eml/1": "First.", "a.eml/2": "Second."}
    (warning,) = reading.warnings
    assert "mailbox" in warning.reason and ".mbox" in warning.reason
    assert texts(read(box.encode())) == {"a.eml": "First."}


def test_broken_headers_and_encodings_are_survived() -> None:
    data = (
        b"From: <<>@@\nSubject: =?nonsense?q?x?=\nDate: yesterday\nContent-Type: "
        b"text/plain; charset=no-such\n\nThe words \x93remain\x94 here and are read.\n"
    )
    (found,) = read(data).documents
    assert found.text == "The words “remain” here and are read.\n"
    assert found.published is None


MIME_ONLY = {
    "plain": b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\nThe caf=C3=A9 opens.\n",
    "base64": b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    + base64.b64encode("The café opens.".encode()),
    "HTML": b"Content-Type: text/html;\n charset=utf-8\n\n<p>The caf&eacute; opens.</p>\n",
    "either": b'X-Mailer: Post\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe caf\xc3\xa9 opens.\r\n"
    b"--b\r\nContent-Type: text/html\r\n\r\n<p>The caf&eacute; opens.</p>\r\n--b--\r\n",
}


@pytest.mark.parametrize("data", MIME_ONLY.values(), ids=MIME_ONLY)
def test_a_file_named_as_a_mail_without_sender_and_date_is_a_mail(data: bytes) -> None:
    assert texts(read(data)) == {"a.eml": "The café opens."}


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: what a page says it is\n\nThe page says so in its head.\n",
        b"Content-Type: text/plain is what the page says\nand then its text follows.\n",
        b"Note: the park opens.\n\nIt is near the river.\n",
    ],
)
def test_a_text_that_only_speaks_of_types_is_not_taken_for_a_mail(data: bytes) -> None:
    reading = read(data)
    assert reading.documents == ()
    assert "plain text" in reading.errors[0].reason


def test_a_text_with_the_headers_of_a_part_stays_text_under_its_own_name() -> None:
    found = read(MIME_ONLY["plain"], "a.txt").documents[0]
    assert found.text.startswith("MIME-Version: 1.0")
