"""Internet mail (RFC 5322 and MIME) to a `Mail`."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import Message

from corpus.mail.parts import DEEPEST, Attachment, Body, Choice, Mail, Part
from corpus.metadata import clean_text, parse_date

_SPLIT_BODY = re.compile(r"ATT\d{5}\.(?:txt|html?)", re.I)
"""What Exchange calls the texts after a picture when it makes attachments of them."""
_BOUNDARY_LINE = re.compile(r"^--([^\s\"\\]{1,70})[ \t]*\r?\nContent-", re.I | re.M)
_BODIES = {"text/plain": "plain", "text/html": "html"}
_OF_THE_WAY = frozenset({"message/delivery-status", "message/disposition-notification", "message/feedback-report"})
"""What machines tell each other about a mail; its text says it too."""


def read_message(data: bytes) -> Mail:
    """Take a message apart; bytes of any kind give some mail."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    walk = _Walk()
    parts = walk.parts(message, 0)
    return _mail(message, parts, walk)


class _Walk:
    """Goes through the parts of a message and keeps what stands beside its texts."""

    def __init__(self) -> None:
        self.attached: list[Attachment] = []
        self.unread: list[str] = []

    def parts(self, part: Message, depth: int, *, is_choice: bool = False) -> tuple[Part, ...]:
        """The texts in a part, in order; `is_choice` says whether it is one of several that say the same."""
        part = _in_parts(part)
        media_type = part.get_content_type()
        if depth > DEEPEST:
            self.unread.append(f"Its parts are nested more than {DEEPEST} deep, and the innermost were passed over.")
            return ()
        if media_type.startswith("message/"):
            return self._message(part, media_type, depth)
        if part.is_multipart():
            inner = [child for child in part.get_payload() if isinstance(child, Message)]
            if media_type == "multipart/alternative":
                return (Choice(tuple(self.parts(child, depth + 1, is_choice=True) for child in inner)),)
            return tuple(found for child in inner for found in self.parts(child, depth + 1, is_choice=is_choice))
        kind = _BODIES.get("text/plain" if media_type.startswith("multipart/") else media_type)
        name = _filename(part)
        is_named = bool(name) and not _SPLIT_BODY.fullmatch(name) and not is_choice
        if kind and not is_named and (_disposition(part) != "attachment" or _SPLIT_BODY.fullmatch(name)):
            return (Body("html" if kind == "html" else "plain", _content(part), part.get_content_charset()),)
        is_shown = _disposition(part) == "inline" or part.get("content-id") is not None
        self.attached.append(Attachment(name, media_type, _content(part), is_shown))
        return ()

    def _message(self, part: Message, media_type: str, depth: int) -> tuple[Part, ...]:
        inner = part.get_payload()
        if media_type == "message/rfc822" and isinstance(inner, list) and inner and isinstance(inner[0], Message):
            return (_mail(inner[0], self.parts(inner[0], depth + 1)),)
        if media_type == "message/external-body":
            self.unread.append("What is attached to it is kept elsewhere. Fetch it and add it as a file.")
        elif media_type == "message/partial":
            self.unread.append("It is one of several parts of a mail. Save the whole mail.")
        elif media_type not in _OF_THE_WAY:
            self.attached.append(Attachment(_filename(part), media_type, _content(part)))
        return ()


def _mail(message: Message, parts: tuple[Part, ...], walk: _Walk | None = None) -> Mail:
    sent = header(message, "date")
    return Mail(
        subject=header(message, "subject"),
        sender=sender(message),
        sent=sent,
        day=parse_date((sent or "").split("(")[0]),
        parts=parts,
        attached=tuple(walk.attached) if walk else (),
        unread=tuple(walk.unread) if walk else (),
    )


def _in_parts(part: Message) -> Message:
    """A part whose own parts are divided by another line than it states, taken apart at that line."""
    text = part.get_payload()
    if part.get_content_maintype() != "multipart" or not isinstance(text, str):
        return part
    line = _BOUNDARY_LINE.search(text)
    if line is None:
        return part
    stated = f'Content-Type: {part.get_content_type()}; boundary="{line[1]}"\n\n'
    divided = email.message_from_string(stated + text, policy=email.policy.default)
    return divided if divided.is_multipart() else part


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""


def _filename(part: Message) -> str:
    try:
        return clean_text(part.get_filename()) or ""
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _disposition(part: Message) -> str:
    try:
        return part.get_content_disposition() or ""
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def header(message: Message, name: str) -> str | None:
    """A header's text; one that is malformed counts as missing."""
    try:
        return clean_text(str(message[name])) if message[name] is not None else None
    except (ValueError, IndexError, AttributeError, TypeError):
        return None


def sender(message: Message) -> str | None:
    """Whom a message is from: the name, or else the address."""
    try:
        addresses: Sequence[Address] = getattr(message["from"], "addresses", ())
        return clean_text(addresses[0].display_name or addresses[0].addr_spec)
    except (ValueError, IndexError, AttributeError, TypeError):
        return header(message, "from")
