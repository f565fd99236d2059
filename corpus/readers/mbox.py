"""Mailboxes (.mbox): each of their mails is a document, called by the mailbox and its number."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Enclosed, Format, Sample
from corpus.mail.mailbox import starts_mailbox
from corpus.readers.email import read_mailbox


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Enclosed]:
    """Read a mailbox; see `corpus.formats.Reader`."""
    has_mails = False
    for mail in read_mailbox(file_id, data, sha256):
        has_mails = True
        yield mail
    if not has_mails:
        raise UnreadableFile('It is no mailbox: it has no line such as "From a@b.org Tue Mar 14 09:30:00 2023".')


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts with the line before a mail and a mail's header."""
    return Confidence.LIKELY if sample.text is not None and starts_mailbox(sample.text) else Confidence.NO


FORMAT = Format(
    kind="mbox",
    name="a mailbox",
    suffixes=(".mbox", ".mbx"),
    media_type="application/mbox",
    libraries=(),
    sniff=sniff,
    read=read,
    holds_many=True,
)
