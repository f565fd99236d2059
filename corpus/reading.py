"""Reading one file, whatever it holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.files import SourceFile
from corpus.formats import Enclosed, Reader
from corpus.kind import format_of, with_utf16_mark
from corpus.not_read import reason_by_suffix
from corpus.readers import FORMATS

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_DEEPEST = 6  # files within files
_OPENING_BYTES = 1024
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
    parts = _parts(file_id, file_id, data)
    del data  # the reader lets go of it as soon as it can
    missed: list[ReadError] = []
    has_documents = False
    for part in parts:
        if isinstance(part, _Missed):
            missed.append(part.error)
            continue
        has_documents = has_documents or isinstance(part, Document)
        yield part
    for error in missed:
        yield ReadWarning(error.where, error.reason) if has_documents else error


@dataclass(frozen=True, slots=True)
class _Missed:
    """Why a file that goes with another was not read."""

    error: ReadError


_Part = Document | ReadError | ReadWarning | _Missed


def _parts(
    file_id: str, name: str, data: bytes, sha256: str = "", read: Reader | None = None, depth: int = 0
) -> Iterator[_Part]:
    """What is in a file and in the files within it."""
    try:
        if depth > _DEEPEST:
            raise UnreadableFile(f"It lies more than {_DEEPEST} files deep in others. Save it as a file of its own.")
        sha256 = sha256 or hashlib.sha256(data).hexdigest()
        data = with_utf16_mark(data)
        if not _NOT_WHITE.search(data, _after_mark(data)):
            yield ReadError(file_id, "It is empty.", empty=True)
            return
        parts = (read or format_of(name, data).read)(file_id, data, sha256)
        del data
        for part in parts:
            if isinstance(part, Enclosed):
                yield from _enclosed(part, depth + 1)
            elif isinstance(part, Document) and not part.blocks:
                yield ReadError(file_id, "It is empty: it holds no text.", empty=True)
            else:
                yield part
    except UnreadableFile as error:
        yield ReadError(file_id, str(error))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a library may fail in any way on a broken file, and one file must never stop a build
        yield ReadError(file_id, _unforeseen(error))


def _enclosed(file: Enclosed, depth: int) -> Iterator[_Part]:
    """What is in a file within a file."""
    if file.read is None and (reason := _why_unread(file)):
        parts: Iterator[_Part] = iter([ReadError(file.id, reason)])
    else:
        parts = _parts(file.id, file.name, file.data, file.sha256, file.read, depth)
    for part in parts:
        yield _Missed(part) if isinstance(part, ReadError) and file.is_beside else part


def _why_unread(file: Enclosed) -> str | None:
    """Why a file is not read, by its name; None where its content must tell."""
    opening = file.data[:_OPENING_BYTES].lstrip()
    has_signature = any(declared.signature and opening.startswith(declared.signature) for declared in FORMATS)
    return None if has_signature else reason_by_suffix(PurePosixPath(file.name).suffix.lower())


def _unforeseen(error: Exception) -> str:
    detail = " ".join(str(error).split())[:200]
    return f"It is damaged or of an unusual form ({type(error).__name__}: {detail}). Save it anew, or as .pdf or .txt."


def _after_mark(data: bytes) -> int:
    return next((len(mark) for mark in _MARKS if data.startswith(mark)), 0)
