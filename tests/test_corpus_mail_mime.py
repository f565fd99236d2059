"""A message is taken apart into its texts in order, what is forwarded, and what is attached."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mail.mime import read_message
from corpus.mail.parts import Body, Choice, Mail


def test_the_parts_of_a_message_are_kept_in_order() -> None:
    mail = read_message(
        b"From: Pat Example <pat@example.org>\nSubject: =?utf-8?q?Caf=C3=A9?=\n"
        b"Date: Tue, 14 Mar 2023 09:30:00 +0000 (GMT)\nContent-Type: multipart/mixed; boundary=A\n\n"
        b"--A\nContent-Type: multipart/alternative; boundary=B\n\n--B\n\nPlain.\n--B\nContent-Type: text/html\n\n"
        b"<p>Rich.\n--B--\n--A\nContent-Type: message/rfc822\n\nSubject: Inner\n\nForwarded.\n--A\n"
        b"Content-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''n%C3%B6te.txt\n\nNote.\n--A--\n"
    )
    assert (mail.subject, mail.sender, mail.day) == ("Café", "Pat Example", date(2023, 3, 14))
    choice, forwarded = mail.parts
    assert isinstance(choice, Choice) and isinstance(forwarded, Mail)
    kinds = [part.kind for option in choice.options for part in option if isinstance(part, Body)]
    assert kinds == ["plain", "html"] and forwarded.subject == "Inner"
    assert [(one.name, one.data, one.is_shown) for one in mail.attached] == [("nöte.txt", b"Note.", False)]


@pytest.mark.parametrize(
    "stated", ["multipart/mixed; boundary=B_", "multipart/mixed", 'multipart/mixed; boundary="=B"']
)
def test_parts_are_found_by_the_line_that_divides_them_where_another_is_stated(stated: str) -> None:
    mail = read_message(
        f"From: a@b.org\nSubject: S\nContent-Type: {stated}\n\n"
        "--=_B/1.2\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+UmljaC48L3A+\n"
        "--=_B/1.2\nContent-Type: text/plain\n\nPlain.\n--=_B/1.2--\n".encode()
    )
    found = [(part.kind, part.data.strip()) for part in mail.parts if isinstance(part, Body)]
    assert found == [("html", b"<p>Rich.</p>"), ("plain", b"Plain.")]


def test_what_is_kept_elsewhere_is_told() -> None:
    head = b"From: a@b.org\nSubject: S\nContent-Type: "
    (told,) = read_message(head + b"message/external-body; access-type=URL\n\nContent-Type: text/plain\n\n").unread
    assert "elsewhere" in told
    (told,) = read_message(head + b"message/partial; number=1; id=x\n\nWords.\n").unread
    assert "whole mail" in told


@given(
    st.binary(max_size=300),
    st.sampled_from([b"multipart/mixed", b"multipart/alternative; boundary=B", b"x", b"message/rfc822"]),
)
def test_any_bytes_give_some_mail(data: bytes, media_type: bytes) -> None:
    assert isinstance(read_message(b"Content-Type: " + media_type + b"\n\n" + data), Mail)
    assert isinstance(read_message(data), Mail)
