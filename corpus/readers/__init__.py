"""One reader a format: the bytes of a file to documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.files import ReadError, SourceFile
from corpus.kind import Kind, kind_of, with_utf16_mark
from corpus.readers import docx, email, html, jsonl, markdown, pdf, text
from corpus.readers.warning import ReadWarning

_WHITE = b" \t\r\n\f\v"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Reader(Protocol):
    """Reads files of one kind."""

    def __call__(self, file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadError]:
        """Read a file.

        Args:
            file_id: the file's id.
            data: its content, of the reader's kind and not empty.
            sha256: of `data`, in hexadecimal.

        Returns:
            The documents in it, what of it could not be read, and notes (`Note`, itself a `Fault`).

        Raises:
            UnreadableFile: nothing in it can be read; the message is the reason.
        """
        ...


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading one file gave.

    Attributes:
        documents: in the file's order; each has text.
        faults: what could not be read, each with its reason.
        notes: what a person should look at although the document was read, such as pages that look scanned; no failures.
    """

    documents: tuple[Document, ...]
    faults: tuple[ReadError, ...]
    notes: tuple[ReadError, ...] = ()


_READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        "text": text.read,
        "markdown": markdown.read,
        "html": html.read,
        "pdf": pdf.read,
        "docx": docx.read,
        "jsonl": jsonl.read,
        "email": email.read,
    }
)


def read_file(file: SourceFile, data: bytes) -> ReadResult:
    """Read one file, whatever it holds.

    Args:
        file: the file; only its id is used.
        data: its content.

    Returns:
        Its documents, what could not be read as faults, and notes. Nothing is raised for bad content.
    """
    documents: list[Document] = []
    faults: list[ReadError] = []
    notes: list[ReadError] = []
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        data = with_utf16_mark(data)
        if not _without_mark(data).strip(_WHITE):
            return ReadResult((), (ReadError(file.id, "It is empty.", empty=True),))
        for found in _READERS[kind_of(file.id, data)](file.id, data, sha256):
            if isinstance(found, ReadWarning):
                notes.append(found)
            elif isinstance(found, ReadError):
                faults.append(found)
            elif not found.paragraphs:
                faults.append(ReadError(file.id, "It is empty: it holds no text.", empty=True))
            else:
                documents.append(found)
    except UnreadableFile as error:
        faults.append(ReadError(file.id, str(error)))
    except Exception as error:  # noqa: BLE001 - a library may fail in any way on a broken file, and one file must never stop a build
        detail = " ".join(str(error).split())[:200]
        faults.append(
            ReadError(
                file.id,
                f"It is damaged or of an unusual form ({type(error).__name__}: {detail}). Save it anew, or as .pdf or .txt.",
            )
        )
    return ReadResult(tuple(documents), tuple(faults), tuple(notes))


def _without_mark(data: bytes) -> bytes:
    return next((data[len(mark) :] for mark in _MARKS if data.startswith(mark)), data)
