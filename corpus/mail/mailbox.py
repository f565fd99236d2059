"""Mailboxes (.mbox): many mails one after the other, each with a "From " line before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENVELOPE = re.compile(
    rb"^From (?=[^\r\n]*(?:\d\d:\d\d|\d{4}[ \t]*$|@))[^\r\n]*\r?\n(?=(?:>From |[!-9;-~]{1,80}:))", re.M
)
"""The line before a mail, with a header behind it; a sentence that begins with "From" has none."""
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.M)


def mails(data: bytes) -> Iterator[bytes]:
    """The mails of a mailbox, in order, without the lines before them."""
    starts: list[tuple[int, int]] = []
    for match in _ENVELOPE.finditer(data):
        before = data[max(0, match.start() - 4) : match.start()].replace(b"\r", b"")
        if not before or before.endswith(b"\n\n") or not starts:
            starts.append(match.span())
    ends = [start for start, _ in starts[1:]] + [len(data)]
    for (_, begin), end in zip(starts, ends, strict=False):
        yield _QUOTED_FROM.sub(b"", data[begin:end])


def starts_mailbox(text: str) -> bool:
    """Whether a text starts with the line before a mail."""
    return _ENVELOPE.match(text.lstrip("\r\n").encode("utf-8", "replace")) is not None


def count(data: bytes, most: int) -> int:
    """How many mails are in what may be a mailbox, counted up to so many."""
    return sum(1 for _, _ in zip(mails(data), range(most), strict=False))
