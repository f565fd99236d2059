"""Reading one file, whatever it holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.files import SourceFile
from corpus.kind import format_of, with_utf16_mark

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NOT_WHITE = re.compile(rb"[^ \t\r\n\f\v]")


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
    """Read one file as a whole.

    Args:
        file: the file; only its id is used.
        data: its content.

    Returns:
        Its documents, errors and warnings. Nothing is raised for bad content.
    """
    parts = list(read_parts(file.id, data))
    return ReadResult(
        tuple(part for part in parts if isinstance(part, Document)),
        tuple(part for part in parts if isinstance(part, ReadError)),
        tuple(part for part in parts if isinstance(part, ReadWarning)),
    )


def read_parts(file_id: str, data: bytes) -> Iterator[Document | ReadError | ReadWarning]:
    """Read one file part by part, so that a file of many documents is never held as a whole.

    Args:
        file_id: the file's id.
        data: its content.

    Returns:
        Its documents, errors and warnings as they are found. Nothing is raised for bad content but MemoryError, where
        there is not enough memory for it.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        data = with_utf16_mark(data)
        if not _NOT_WHITE.search(data, _after_mark(data)):
            yield ReadError(file_id, "It is empty.", empty=True)
            return
        parts = format_of(file_id, data).read(file_id, data, sha256)
        del data  # the reader lets go of it as soon as it can
        for part in parts:
            if isinstance(part, Document) and not part.blocks:
                yield ReadError(file_id, "It is empty: it holds no text.", empty=True)
            else:
                yield part
    except UnreadableFile as error:
        yield ReadError(file_id, str(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a library may fail in any way on a broken file, and one file must never stop a build
        yield ReadError(file_id, _unforeseen(error))


def _unforeseen(error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"It is damaged or of an unusual form ({type(error).__name__}: {detail}). Save it anew, or as .pdf or .txt."


def _after_mark(data: bytes) -> int:
    return next((len(mark) for mark in _MARKS if data.startswith(mark)), 0)
