"""Mails as Outlook saves them (.msg): the letter, and each file attached to it as a document of its own."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document import Document
from corpus.errors import ReadWarning
from corpus.formats import Confidence, Enclosed, Format, Sample
from corpus.mail.outlook import read_outlook
from corpus.readers.email import read_mail

_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning | Enclosed]:
    """Read an Outlook message; see `corpus.formats.Reader`. Mails attached to it are read as forwarded in it."""
    yield from read_mail(file_id, sha256, FORMAT.media_type, read_outlook(data))


def sniff(sample: Sample) -> Confidence:
    """Whether a file is a compound file with what only Outlook's have in it."""
    is_one = sample.data.startswith(_COMPOUND_FILE) and _PROPERTIES in sample.data
    return Confidence.CERTAIN if is_one else Confidence.NO


FORMAT = Format(
    kind="msg",
    name="an Outlook message",
    suffixes=(".msg",),
    media_type="application/vnd.ms-outlook",
    libraries=("python-oxmsg",),
    sniff=sniff,
    read=read,
    holds_many=True,
)
