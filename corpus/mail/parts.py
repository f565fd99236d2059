"""A mail as records: its header, its texts in order, and the files attached to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Literal

DEEPEST = 20
"""No mail is looked into that is forwarded in more mails, or in parts nested deeper."""
MOST_ATTACHED = 500
"""At most so many files attached to one mail are read."""
SIGNATURE_BYTES = 50_000
"""A picture within a letter that is larger is more than a signature or a logo."""
WINMAIL = (
    "It is Outlook's own bundle (winmail.dat, TNEF), which is not read. "
    "Ask for the mail to be sent again as HTML or plain text, with its files attached."
)
ENCRYPTED = "It is encrypted. Save the letter from the mail program that can read it."
_TNEF_TYPES = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_NOTHING_TO_READ = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_ENCRYPTED_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_SUFFIXES = {
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/vnd.ms-excel": ".xls",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/rtf": ".rtf",
}
"""The suffix to give to a file that came without a name."""


@dataclass(frozen=True, slots=True)
class Body:
    """A text of a mail.

    Attributes:
        kind: how it is written.
        data: its bytes, without the encoding of their transfer.
        charset: the encoding that the mail states, or None.
    """

    kind: Literal["plain", "html", "rtf"]
    data: bytes
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The same said in several ways, of which a reader takes one; the plainest comes first."""

    options: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file attached to a mail.

    Attributes:
        name: as the mail gives it; "" for none.
        media_type: in small letters.
        data: its content.
        is_shown: whether it is shown within the letter, as a logo is.
    """

    name: str
    media_type: str
    data: bytes
    is_shown: bool = False

    @property
    def is_telling(self) -> bool:
        """Whether it may hold anything that a person should find."""
        if self.media_type in _NOTHING_TO_READ or not self.data:
            return False
        return not (self.is_shown and self.media_type.startswith("image/") and len(self.data) <= SIGNATURE_BYTES)

    @property
    def why_unread(self) -> str:
        """Why it is not read whatever it holds; "" where it may be."""
        if self.media_type in _TNEF_TYPES or self.name.lower() == "winmail.dat":
            return WINMAIL
        return ENCRYPTED if self.media_type in _ENCRYPTED_TYPES else ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, or one that is forwarded in it.

    Attributes:
        subject, sender: as they may be shown; None for none.
        sent: when it was sent, as it is written; None where it does not say so.
        day: of its sending, or None.
        parts: its texts and the mails forwarded in it, in order.
        attached: the files attached to it or to a mail forwarded in it.
        unread: sentences on what else is in it and cannot be read.
    """

    subject: str | None
    sender: str | None
    sent: str | None
    day: date | None
    parts: tuple[Part, ...]
    attached: tuple[Attachment, ...] = ()
    unread: tuple[str, ...] = ()


Part = Body | Choice | Mail


def attachment_names(attached: Sequence[Attachment]) -> list[str]:
    """What the attachments of a mail are called in it: as they are named, no two alike, and none without a name."""
    names: list[str] = []
    for number, attachment in enumerate(attached, start=1):
        name = PurePosixPath(attachment.name.replace("\\", "/")).name
        name = " ".join("".join(char if char.isprintable() else " " for char in name).split())
        if not name.strip(". "):
            suffix = _SUFFIXES.get(attachment.media_type) or _by_subtype(attachment.media_type)
            name = f"attachment {number}{suffix}"
        path, copy, own = PurePosixPath(name), 1, name
        while own in names:
            copy += 1
            own = f"{path.stem} ({copy}){path.suffix}"
        names.append(own)
    return names


def _by_subtype(media_type: str) -> str:
    subtype = media_type.partition("/")[2]
    return f".{subtype}" if subtype.isalpha() and media_type.startswith(("image/", "audio/", "video/")) else ""
