"""JSON lines: one document a line."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator

from corpus.assembly import described
from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.metadata import Given, clean_text, parse_date, web_address
from corpus.readers.text import first_line, plain, unify_newlines

_SHOWN_CHARS = 60


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadError | ReadWarning]:
    """Read lines such as {"id": ..., "title": ..., "text": ...}; see `corpus.formats.Reader`.

    A line's fields are "id" or "_id", "title", "text", "published" or "date", "source" or "publisher", and "url". A
    "source" that is a web address is the document's address, not its publisher. Each line that is no document is an
    error of its own, at "file.jsonl:LINE"; a date that cannot be read is a warning there.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("It is UTF-16; JSON lines must be UTF-8. Save it as UTF-8.")
    line_of: dict[str, int] = {}
    errors: list[ReadError] = []
    is_json = False
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        where = f"{file_id}:{number}"
        try:
            fields = _fields(line)
            document = _document(fields, sha256)
            is_json = True
            if document.id in line_of:
                raise UnreadableFile(
                    f"The id {document.id!r} is already that of line {line_of[document.id]}. "
                    "Give each document its own."
                )
        except UnreadableFile as error:
            is_json = is_json or line.lstrip().startswith(b"{")
            errors.append(ReadError(where, str(error), empty=isinstance(error, _NoText)))
            continue
        line_of[document.id] = number
        if (unread := _unread_date(fields)) is not None:
            yield ReadWarning(where, f"Its date {unread} is not a day and was passed over. Write it as YYYY-MM-DD.")
        yield document
    if not is_json:
        raise UnreadableFile(
            "None of its lines is a JSON object. "
            'Each line must be one, such as {"id": "a", "title": "A", "text": "..."}.'
        )
    yield from errors


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


class _NoText(UnreadableFile):
    """A line's text is there and empty."""


def _fields(line: bytes) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"The line is not UTF-8 (byte {error.start + 1}). Save the file as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"The line is not valid JSON: {error.msg.lower()} at character {error.pos + 1}.") from None
    except (ValueError, RecursionError):
        raise UnreadableFile(
            "The line is not JSON that can be read: it is nested too deeply or holds too large a number."
        ) from None
    if not isinstance(fields, dict):
        raise UnreadableFile('The line is not a JSON object. Write {"id": ..., "title": ..., "text": ...}.')
    return fields


def _document(fields: dict[str, object], sha256: str) -> Document:
    given = fields.get("id", fields.get("_id"))
    document_id = str(given).strip() if isinstance(given, str | int) and not isinstance(given, bool) else ""
    if not document_id:
        raise UnreadableFile('The line has no "id" (or "_id"). Give it one that is a text or a whole number.')
    _refuse_lone_surrogates(document_id, "id")
    if document_id in (".", "..") or any(unicodedata.category(char) in ("Cc", "Zl", "Zp") for char in document_id):
        raise UnreadableFile(
            f'The "id" {_quoted(document_id)} cannot be linked to. '
            'Give it one other than "." and "..", without line ends or control characters.'
        )
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableFile(f'The document {document_id!r} has no "text". Give it one.')
    _refuse_lone_surrogates(text, "text")
    if not text.strip():
        raise _NoText(f'The document {document_id!r} has an empty "text".')
    text = unify_newlines(text)
    source, publisher = fields.get("source"), fields.get("publisher")
    address = web_address(fields.get("url")) or web_address(source)
    name = clean_text(publisher) or (None if web_address(source) else clean_text(source))
    given = Given(
        titles=(_encodable(fields.get("title")), first_line(text)),
        source=_encodable(name),
        url=_encodable(address),
        published=parse_date(_given_date(fields)),
    )
    return described(document_id, sha256, FORMAT.media_type, plain(text), given)


def _given_date(fields: dict[str, object]) -> object:
    return fields.get("published") or fields.get("date")


def _unread_date(fields: dict[str, object]) -> str | None:
    """The date a line gives, as it may be shown, when it is no day."""
    given = _given_date(fields)
    return _quoted(given) if given and parse_date(given) is None else None


def _quoted(value: object) -> str:
    """A value as JSON, on one line and not too long."""
    written = json.dumps(value)
    return written if len(written) <= _SHOWN_CHARS else f"{written[:_SHOWN_CHARS]}…"


def _encodable(value: object) -> str | None:
    """A text without the halves of characters that JSON can write and UTF-8 cannot."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else None


def _refuse_lone_surrogates(text: str, field: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableFile(
            f'Its "{field}" holds half a character (\\u{ord(text[error.start]):04x}) at {error.start + 1}. '
            "Write it whole."
        ) from None
