"""Outlook's own files (.msg) to a `Mail`."""

from __future__ import annotations

import email.parser
import email.policy
from collections.abc import Iterator
from datetime import date

from oxmsg import Message
from oxmsg.domain import constants
from oxmsg.domain.encodings import encoding_from_codepage
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from corpus.errors import UnreadableFile
from corpus.mail.compressed_rtf import decompress
from corpus.mail.mime import header, sender
from corpus.mail.parts import DEEPEST, Attachment, Body, Choice, Mail, Part
from corpus.metadata import clean_text, parse_date

_MESSAGE_HEADER, _INNER_HEADER, _ATTACHMENT_HEADER = 32, 24, 8
"""Where the properties of a message, of one within it, and of an attachment begin."""
_INNER = "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"


def read_outlook(data: bytes) -> Mail:
    """Take an Outlook message apart.

    Raises:
        UnreadableFile: it is damaged.
    """
    try:
        storage = Message.load(data)._storage  # the library has no other way to a message within a message
        if not isinstance(storage, Storage):
            raise TypeError(storage)
        return _mail(_Object(storage, _MESSAGE_HEADER), 0)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AssertionError) as error:
        raise UnreadableFile(
            f"It is a damaged Outlook message ({' '.join(str(error).split())[:100]}). Save the mail from Outlook anew."
        ) from error


class _Object:
    """A message or an attachment: what is kept of it under numbers.

    Args:
        storage: where it is kept.
        header: how many bytes stand before its properties of fixed size.
    """

    def __init__(self, storage: Storage, header: int) -> None:
        self.storage = storage
        self._streams = {stream.name: stream.bytes_ for stream in storage.streams}
        self._fixed = Properties(storage, header)

    def binary(self, number: int, kind: int = constants.PTYP_BINARY) -> bytes:
        """A property of bytes; b"" for none."""
        return self._streams.get(f"__substg1.0_{number:04X}{kind:04X}", b"")

    def text(self, number: int) -> str:
        """A property of text; "" for none."""
        if wide := self.binary(number, constants.PTYP_STRING):
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self.binary(number, constants.PTYP_STRING8)
        return narrow.decode(self.charset() or "cp1252", "replace").rstrip("\0")

    def line(self, *numbers: int) -> str | None:
        """The first of some properties that is a text, on one line."""
        return next((text for number in numbers if (text := clean_text(self.text(number)))), None)

    def charset(self) -> str | None:
        """The encoding of its bytes, where it says so and it is known."""
        for number in (constants.PID_INTERNET_CODEPAGE, constants.PID_MESSAGE_CODEPAGE):
            if page := self._fixed.int_prop_value(number):
                try:
                    return encoding_from_codepage(page)
                except (UnrecognizedCodePageError, UnsupportedEncodingError):
                    continue
        return None

    def day(self, *numbers: int) -> date | None:
        """The first of some properties that is a time, as its day."""
        for number in numbers:
            try:
                if (time := self._fixed.date_prop_value(number)) is not None:
                    return time.date()
            except (OverflowError, AttributeError):
                continue
        return None

    def within(self) -> list[Storage]:
        """The attachments."""
        return list(self.storage.iter_attachment_storages())


def _mail(message: _Object, depth: int) -> Mail:
    headers = email.parser.HeaderParser(policy=email.policy.default).parsestr(
        message.text(constants.PID_TRANSPORT_MESSAGE_HEADERS)
    )
    sent = header(headers, "date")
    day = parse_date((sent or "").split("(")[0]) or message.day(
        constants.PID_CLIENT_SUBMIT_TIME, constants.PID_MESSAGE_DELIVERY_TIME
    )
    parts: list[Part] = [Choice(tuple((body,) for body in _bodies(message)))]
    attached: list[Attachment] = []
    unread: list[str] = []
    for storage in message.within():
        found = _attached(_Object(storage, _ATTACHMENT_HEADER), depth)
        if isinstance(found, Mail):
            parts.append(found)
            attached += found.attached
            unread += found.unread
        elif isinstance(found, Attachment):
            attached.append(found)
        else:
            unread.append(found)
    return Mail(
        subject=message.line(constants.PID_SUBJECT) or header(headers, "subject"),
        sender=message.line(constants.PID_SENDER_NAME, constants.PID_SENT_REPRESENTING_NAME)
        or sender(headers)
        or message.line(constants.PID_SENDER_SMTP_ADDRESS, constants.PID_SENDER_EMAIL_ADDRESS),
        sent=sent or (day.isoformat() if day else None),
        day=day,
        parts=tuple(parts),
        attached=tuple(attached),
        unread=tuple(unread),
    )


def _bodies(message: _Object) -> Iterator[Body]:
    """The same letter in the ways in which it is kept."""
    if plain := message.text(constants.PID_BODY):
        yield Body("plain", plain.encode("utf-8", "replace"), "utf-8")
    if markup := message.binary(constants.PID_HTML):
        yield Body("html", markup, message.charset())
    elif wide := message.text(constants.PID_BODY_HTML):
        yield Body("html", wide.encode("utf-8", "replace"), "utf-8")
    if rich := decompress(message.binary(constants.PID_RTF_COMPRESSED)):
        yield Body("rtf", rich)


def _attached(attachment: _Object, depth: int) -> Attachment | Mail | str:
    """A file or a mail that is attached; where it cannot be read, a sentence that says so."""
    name = attachment.line(
        constants.PID_ATTACH_LONG_FILENAME, constants.PID_ATTACH_FILENAME, constants.PID_DISPLAY_NAME
    )
    inner = next((storage for storage in attachment.storage.storages if storage.name == _INNER), None)
    if inner is not None and any(stream.name == _PROPERTIES for stream in inner.streams):
        if depth >= DEEPEST:
            return f"Mails are attached to mails more than {DEEPEST} deep, and the innermost were passed over."
        return _mail(_Object(inner, _INNER_HEADER), depth + 1)
    data = attachment.binary(constants.PID_ATTACH_DATA_BINARY)
    if not data:
        kind = "an object of another program within it" if inner is not None else "kept elsewhere or empty"
        return f"What is attached to it as {name or 'a file without a name'!r} is {kind}. Save it as a file of its own."
    media_type = (attachment.line(constants.PID_ATTACH_MIME_TAG) or "").lower()
    is_shown = attachment.line(constants.PID_ATTACH_CONTENT_ID) is not None
    return Attachment(name or "", media_type, data, is_shown or _is_picture_of_letter(name))


def _is_picture_of_letter(name: str | None) -> bool:
    """Whether it is called as Outlook calls pictures that are shown in a letter."""
    return (name or "").lower().startswith("image0")
