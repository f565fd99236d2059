"""JSON lines: one document a line."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.assembly import described
from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.readers.html import read_letter
from corpus.readers.text import decode_with_note, first_line, plain, unify_newlines
from corpus.records import Json, NoText, Record, quoted, read_record, records_in, refuse_lone_surrogates

_OPENING_BYTES = 1000
_MARK = b"\xef\xbb\xbf"
_EXAMPLE = '{"id": "a", "title": "A", "text": "..."}'


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadError | ReadWarning]:
    """Read lines such as {"id": ..., "title": ..., "text": ...}; see `corpus.formats.Reader`.

    A line's fields may have any of the names in `corpus/language/en/records.toml`. A "source" that is a web address is
    the document's address, not its publisher. A line without an id has that of its place, "file.jsonl:LINE"; each line
    that is no document is an error of its own there. A date that cannot be read is a warning there.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("It is UTF-16; JSON lines must be UTF-8. Save it as UTF-8.")
    if (whole := _whole(data)) is not None:
        yield from read_records(file_id, whole, sha256, FORMAT.media_type)
        return
    yield from read_lines(file_id, data, sha256, FORMAT.media_type)


def read_lines(file_id: str, data: bytes, sha256: str, media_type: str) -> Iterator[Document | ReadError | ReadWarning]:
    """Read JSON lines, one after the other.

    Raises:
        UnreadableFile: none of them is a JSON object.
    """
    documents = _Documents(file_id, sha256, media_type, "line")
    is_json = False
    lines = io.BytesIO(data)
    del data  # the lines are read from it, and nothing of it is kept
    for number, line in enumerate(lines, start=1):
        line = line.removeprefix(_MARK) if number == 1 else line
        if not line.strip():
            continue
        try:
            fields, note = _fields(line)
            is_json = True
            if note:
                yield ReadWarning(f"{file_id}:{number}", note)
            yield from documents.read(number, fields)
        except UnreadableFile as error:
            is_json = is_json or line.lstrip().startswith(b"{")
            documents.missed(number, error)
    if not is_json:
        raise UnreadableFile(f"None of its lines is a JSON object. Each line must be one, such as {_EXAMPLE}.")
    yield from documents.errors


def read_records(
    file_id: str, records: Iterable[Json], sha256: str, media_type: str
) -> Iterator[Document | ReadError | ReadWarning]:
    """Read the records of a JSON file, which may also be texts by themselves."""
    documents = _Documents(file_id, sha256, media_type, "item")
    for number, record in enumerate(records, start=1):
        try:
            if isinstance(record, str):
                record = {"text": record}
            if not isinstance(record, dict):
                raise UnreadableFile(f"It is not a JSON object. Write {_EXAMPLE}.")
            yield from documents.read(number, record)
        except UnreadableFile as error:
            documents.missed(number, error)
    yield from documents.errors


def sniff(sample: Sample) -> Confidence:
    """Whether the first line of a text is a JSON object; in a file called so, the reader tells of wrong lines."""
    if sample.text is None:
        return Confidence.NO
    try:
        first = json.loads(sample.text.lstrip().split("\n", 1)[0])
    except (ValueError, RecursionError):
        return Confidence.POSSIBLE
    return Confidence.LIKELY if isinstance(first, dict) else Confidence.POSSIBLE


FORMAT = Format(
    kind="jsonl",
    name="JSON lines",
    suffixes=(".jsonl", ".ndjson"),
    media_type="application/jsonl",
    libraries=(),
    sniff=sniff,
    read=read,
    holds_many=True,
    small_bytes=1_000_000,
)


class _Documents:
    """Makes documents of the records of one file, and keeps what was wrong with others.

    Args:
        file_id: of the file.
        sha256: of the file.
        media_type: of the file.
        unit: what a record is in it.
    """

    def __init__(self, file_id: str, sha256: str, media_type: str, unit: str) -> None:
        self.errors: list[ReadError] = []
        self._file_id, self._sha256, self._media_type, self._unit = file_id, sha256, media_type, unit
        self._place_of: dict[str, int] = {}

    def read(self, number: int, fields: dict[str, Json]) -> Iterator[Document | ReadWarning]:
        """The document of a record, and what a person should look at in it.

        Raises:
            UnreadableFile: it is none; the message is the reason.
        """
        where = f"{self._file_id}:{number}"
        record = read_record(fields)
        document_id = record.id or where
        if record.is_shared and document_id in self._place_of:
            document_id = f"{document_id}:{number}"
        _check_id(document_id)
        if document_id in self._place_of:
            raise UnreadableFile(
                f"The id {document_id!r} is already that of {self._unit} {self._place_of[document_id]}. "
                "Give each document its own."
            )
        document = self._document(document_id, record)
        self._place_of[document_id] = number
        if record.unread_date is not None:
            yield ReadWarning(
                where, f"Its date {record.unread_date} is not a day and was passed over. Write it as YYYY-MM-DD."
            )
        yield document

    def missed(self, number: int, error: UnreadableFile) -> None:
        """Keep why a record is no document."""
        self.errors.append(ReadError(f"{self._file_id}:{number}", str(error), empty=isinstance(error, NoText)))

    def _document(self, document_id: str, record: Record) -> Document:
        text = unify_newlines(record.text)
        assembled = read_letter(text.encode(), "utf-8") if record.is_html else plain(text)
        if not assembled.blocks:
            raise NoText(f'The document {document_id!r} has an empty "text".')
        titles = (record.title, first_line(assembled.text))
        return described(document_id, self._sha256, self._media_type, assembled, replace(record.given, titles=titles))


def _whole(data: bytes) -> list[Json] | None:
    """The records of a file that is one JSON value; None for lines, or what holds no documents."""
    opening = data[:_OPENING_BYTES].removeprefix(_MARK).lstrip()
    end = data.find(b"\n")
    is_one_line = end < 0 or not data[end : end + _OPENING_BYTES].strip()
    if not (opening.startswith(b"[") or opening.partition(b"\n")[0].strip() == b"{" or is_one_line):
        return None
    try:
        return records_in(json.loads(data)) or None
    except (ValueError, RecursionError):
        return None


def _fields(line: bytes) -> tuple[dict[str, Json], str]:
    """The fields of a line, and a note on bytes that could not be made out."""
    note = ""
    try:
        try:
            fields = json.loads(line)
        except UnicodeDecodeError:
            decoded = decode_with_note(line)
            fields, note = json.loads(decoded.text), decoded.note.replace("in line 1, byte", "at byte")
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"The line is not valid JSON: {error.msg.lower()} at character {error.pos + 1}.") from None
    except (ValueError, RecursionError):
        raise UnreadableFile(
            "The line is not JSON that can be read: it is nested too deeply or holds too large a number."
        ) from None
    if not isinstance(fields, dict):
        raise UnreadableFile('The line is not a JSON object. Write {"id": ..., "title": ..., "text": ...}.')
    return fields, note


def _check_id(document_id: str) -> None:
    refuse_lone_surrogates(document_id, "id")
    if document_id in (".", "..") or any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in document_id):
        raise UnreadableFile(
            f'The "id" {quoted(document_id)} cannot be linked to. '
            'Give it one other than "." and "..", without line ends or control characters.'
        )
