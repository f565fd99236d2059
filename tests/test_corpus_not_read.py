"""What is known and not read is named with what to do about it."""

from __future__ import annotations

import pytest

from corpus.not_read import UNREAD_KINDS, reason_by_content, reason_by_suffix
from corpus.readers import FORMAT_OF_SUFFIX


def test_a_suffix_of_an_unread_kind_gives_its_reason_and_advice() -> None:
    assert reason_by_suffix(".gif") == (
        "A picture (.gif) is not read. If it shows text, run it "
        "through text recognition (OCR) and save that as .pdf or .txt."
    )
    assert reason_by_suffix(".unknown") is None
    assert reason_by_suffix("") is None


def test_every_unread_suffix_is_listed_once_and_read_by_no_format() -> None:
    suffixes = [suffix for kind in UNREAD_KINDS for suffix in kind.suffixes.split()]
    assert len(suffixes) == len(set(suffixes))
    assert not set(suffixes) & set(FORMAT_OF_SUFFIX)
    for suffix in suffixes:
        assert f"({suffix}) is not read. " in (reason_by_suffix(suffix) or "")
    for suffix, declared in FORMAT_OF_SUFFIX.items():
        assert reason_by_suffix(suffix) == ((declared.why_not() or None) if declared.why_not else None)


@pytest.mark.parametrize(
    ("data", "members", "said"),
    [
        (b"PK\x03\x04", None, "It is damaged"),
        (b"PK\x05\x06", (), "zip archive"),
        (b"PK\x03\x04", ("notes/xl/a",), "zip archive"),
        (b"PK\x03\x04", ("a", "xl/workbook.bin"), "binary spreadsheet"),
        (b"PK\x03\x04", ("Index/Document.iwa",), "Pages, Numbers or Keynote"),
        (b"PK\x03\x04", ("content.xml",), "OpenDocument"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), None, "old kind"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), None, "password"),
        (b"%!PS", None, "PostScript"),
    ],
)
def test_content_of_an_unread_kind_gives_its_reason(data: bytes, members: tuple[str, ...] | None, said: str) -> None:
    assert said in (reason_by_content(data, members) or "")


def test_other_content_is_of_no_kind_that_is_known() -> None:
    assert reason_by_content(b"plain words", None) is None
    assert reason_by_content("EncryptedPackage".encode("utf-16-le"), None) is None
