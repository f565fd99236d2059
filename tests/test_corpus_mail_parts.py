"""Attachments are called by names that are safe and unlike each other, and logos are passed over."""

from __future__ import annotations

import pytest

from corpus.mail.parts import SIGNATURE_BYTES, Attachment, attachment_names


@pytest.mark.parametrize(
    ("name", "media_type", "called"),
    [
        ("note.txt", "text/plain", "note.txt"),
        ("", "application/pdf", "attachment 1.pdf"),
        ("", "image/webp", "attachment 1.webp"),
        ("", "application/x-odd", "attachment 1"),
        ("a/b\\c.txt", "text/plain", "c.txt"),
        ("x\x00\u2028y.txt", "text/plain", "x y.txt"),
    ],
)
def test_an_attachment_is_called_as_it_is_named(name: str, media_type: str, called: str) -> None:
    assert attachment_names([Attachment(name, media_type, b"x")]) == [called]


def test_names_are_told_apart() -> None:
    attached = [Attachment(name, "text/plain", b"x") for name in ("a.txt", "a.txt", "a (2).txt", "a.txt")]
    assert attachment_names(attached) == ["a.txt", "a (2).txt", "a (2) (2).txt", "a (3).txt"]


def test_small_pictures_within_a_letter_are_no_attachments_worth_reading() -> None:
    small, large = bytes(SIGNATURE_BYTES), bytes(SIGNATURE_BYTES + 1)
    assert not Attachment("logo.png", "image/png", small, is_shown=True).is_telling
    assert Attachment("scan.png", "image/png", large, is_shown=True).is_telling
    assert Attachment("photo.png", "image/png", small).is_telling
    assert not Attachment("smime.p7s", "application/pkcs7-signature", small).is_telling
    assert not Attachment("empty.txt", "text/plain", b"").is_telling
