"""E-mails (.eml): the text of the letter, without what is attached."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

from corpus.assembly import Assembled, described
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given, clean_text, parse_date
from corpus.readers.html import read_letter
from corpus.readers.text import decode, first_line, plain

_HEADER_LINES_MAX = 200
_HEADER = re.compile(
    r"(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type):", re.I
)
_OTHER_HEADER = re.compile(r"[!-9;-~]{1,80}:")
_TELLING_HEADERS = frozenset({"from", "subject", "message-id", "received"})
_HEADERS_MIN = 2


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document]:
    """Read an e-mail; see `corpus.formats.Reader`.

    The subject is its title, the sender its source, the day on which it was sent its date.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise UnreadableFile("It is an e-mail without text of its own. Save what is attached to it as files.")
    assembled = _assembled(body)
    if not assembled.blocks:
        raise UnreadableFile("It is an e-mail without text of its own. Save what is attached to it as files.")
    given = Given(
        titles=(_header(message, "subject"), first_line(assembled.text)),
        source=_sender(message),
        published=parse_date((_header(message, "date") or "").split("(")[0]),
    )
    yield described(file_id, sha256, FORMAT.media_type, assembled, given)


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts with a mail's header lines, a sender's or subject's among them."""
    names: set[str] = set()
    for line in (sample.text or "").splitlines()[:_HEADER_LINES_MAX]:
        if not line.strip():
            break
        if (header := _HEADER.match(line)) is not None:
            names.add(header[1].lower())
        elif not (line[0].isspace() or _OTHER_HEADER.match(line) or line.startswith("From ")):
            return Confidence.NO
    return Confidence.LIKELY if len(names) >= _HEADERS_MIN and names & _TELLING_HEADERS else Confidence.NO


FORMAT = Format(
    kind="email",
    name="an e-mail",
    suffixes=(".eml",),
    media_type="message/rfc822",
    libraries=(),
    sniff=sniff,
    read=read,
)


def _assembled(body: EmailMessage) -> Assembled:
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset()
    if body.get_content_subtype() == "html":
        return read_letter(content, charset)
    try:
        text = decode(content.decode(charset).encode()) if charset else decode(content)
    except (LookupError, UnicodeError):
        text = decode(content)
    return plain(text)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's text; one that is malformed counts as missing."""
    try:
        return clean_text(str(message[name])) if message[name] is not None else None
    except (ValueError, IndexError, AttributeError, TypeError):
        return None


def _sender(message: EmailMessage) -> str | None:
    try:
        addresses = message["from"].addresses
        return clean_text(addresses[0].display_name or addresses[0].addr_spec)
    except (ValueError, IndexError, AttributeError, TypeError):
        return _header(message, "from")
