"""What a file format declares of itself: its names, how its files are known, and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file within a file: what is attached to a mail, a mail of a mailbox, what a compressed file holds.

    Attributes:
        id: of the document that it becomes.
        name: the file's own name; its suffix counts.
        data: its content.
        read: its reader where its format is known; None to tell it by content and name.
        sha256: of the file that people have of it; "" for that of `data`.
        is_beside: whether it only goes with something that is read, so that a warning is enough where it is not.
    """

    id: str
    name: str
    data: bytes
    read: Reader | None = None
    sha256: str = ""
    is_beside: bool = False


class Reader(Protocol):
    """Reads files of one format."""

    def __call__(
        self, file_id: str, data: bytes, sha256: str
    ) -> Iterator[Document | ReadError | ReadWarning | Enclosed]:
        """Read a file.

        Args:
            file_id: the file's id.
            data: its content, of the reader's format and not empty.
            sha256: of `data`, in hexadecimal.

        Returns:
            The documents and files in it, the parts of it that could not be read, and what a person should look at.

        Raises:
            UnreadableFile: nothing in it can be read; the message is the reason.
        """
        ...


class Confidence(IntEnum):
    """How sure a format is, from a file's content, that the file is one of its own."""

    NO = 0
    """It is not."""
    POSSIBLE = 1
    """It is where the suffix says so."""
    DEFAULT = 2
    """It is where the suffix says nothing and no other format is surer."""
    LIKELY = 3
    """It is where the suffix says nothing."""
    CERTAIN = 4
    """It is, whatever the suffix says."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a format sees of a file to say whether it is one of its own.

    Attributes:
        suffix: of the file's name, in lower case and with its full stop; "" when it has none.
        data: the whole content.
        members: the names in a zip archive; none for anything else, or a damaged archive.
        text: the first 64 KB as text, good enough to see markup in; None for content that is no text.
    """

    suffix: str
    data: bytes
    members: tuple[str, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is read.

    Attributes:
        kind: a short name for it, unlike that of any other format.
        name: it in words that can follow "It holds", such as "a Word document".
        suffixes: of its files, in lower case; the first is the one that a wrongly named file is told to take.
        media_type: such as "application/pdf".
        libraries: the distributions that its files are read with; a new version of one may read them differently.
        sniff: how sure it is that a file is one of its own.
        read: its reader.
        signature: the bytes that only its files start with, so that they are read under any name; b"" for none.
        holds_many: whether a file may hold several documents, named by ids of their own.
        small_bytes: a file of up to so many bytes can take neither long nor much memory, whatever is in it, so that it
            need not be read in a process of its own; 0 where nothing is so sure.
        why_not: says, in sentences, why its files are not read on this machine; "" where they are. Without it, they
            are read everywhere.
    """

    kind: str
    name: str
    suffixes: tuple[str, ...]
    media_type: str
    libraries: tuple[str, ...]
    sniff: Callable[[Sample], Confidence]
    read: Reader
    signature: bytes = b""
    holds_many: bool = False
    small_bytes: int = 0
    why_not: Callable[[], str] | None = None
