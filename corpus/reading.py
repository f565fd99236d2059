"""Reading one file, whatever it holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.files import SourceFile
from corpus.kind import format_of, with_utf16_mark

_WHITE = b" \t\r\n\f\v"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading one file gave.

    Attributes:
        documents: in the file's order; each has text.
        errors: what could not be read, each with its reason.
        warnings: what a person should look at although the document was read, such as pages that look scanned.
    """

    documents: tuple[Document, ...]
    errors: tuple[ReadError, ...]
    warnings: tuple[ReadWarning, ...] = ()


def read_file(file: SourceFile, data: bytes) -> ReadResult:
    """Read one file.

    Args:
        file: the file; only its id is used.
        data: its content.

    Returns:
        Its documents, errors and warnings. Nothing is raised for bad content.
    """
    documents: list[Document] = []
    errors: list[ReadError] = []
    warnings: list[ReadWarning] = []
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        data = with_utf16_mark(data)
        if not _without_mark(data).strip(_WHITE):
            return ReadResult((), (ReadError(file.id, "It is empty.", empty=True),))
        for part in format_of(file.id, data).read(file.id, data, sha256):
            if isinstance(part, ReadWarning):
                warnings.append(part)
            elif isinstance(part, ReadError):
                errors.append(part)
            elif not part.blocks:
                errors.append(ReadError(file.id, "It is empty: it holds no text.", empty=True))
            else:
                documents.append(part)
    except UnreadableFile as error:
        errors.append(ReadError(file.id, str(error)))
    except Exception as error:  # noqa: BLE001 - a library may fail in any way on a broken file, and one file must never stop a build
        errors.append(ReadError(file.id, _unforeseen(error)))
    return ReadResult(tuple(documents), tuple(errors), tuple(warnings))


def _unforeseen(error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"It is damaged or of an unusual form ({type(error).__name__}: {detail}). Save it anew, or as .pdf or .txt."


def _without_mark(data: bytes) -> bytes:
    return next((data[len(mark) :] for mark in _MARKS if data.startswith(mark)), data)
