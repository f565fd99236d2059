"""JSON files: the documents in an array, or in a list that an object keeps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from corpus.document import Document
from corpus.errors import ReadError, ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.readers.jsonl import read_lines, read_records
from corpus.readers.text import decode_with_note
from corpus.records import records_in

_OPENING = re.compile(r"\s*(?:\[\s*[\[{\"]|\{\s*\")")
_NO_DOCUMENTS = (
    "It is JSON, and no documents were found in it: none of its objects has a text. Write each document as an object "
    'such as {"id": "a", "title": "A", "text": "..."}, and all of them as a list.'
)


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadError | ReadWarning]:
    """Read a list of objects such as {"id": ..., "title": ..., "text": ...}; see `corpus.formats.Reader`.

    Names of fields and of lists are those in `corpus/language/en/records.toml`. A file of JSON lines is read as such.
    """
    decoded = decode_with_note(data)
    try:
        records = records_in(json.loads(decoded.text))
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise UnreadableFile(
                f"It is not valid JSON: {error.msg.lower()} in line {error.lineno}, column {error.colno}. "
                "Write it anew with the program it comes from."
            ) from None
        yield from read_lines(file_id, data, sha256, FORMAT.media_type)
        return
    except (ValueError, RecursionError):
        raise UnreadableFile("It is nested too deeply, or holds too large a number, to be read.") from None
    if not records:
        raise UnreadableFile(_NO_DOCUMENTS)
    if decoded.note:
        yield ReadWarning(file_id, decoded.note)
    yield from read_records(file_id, records, sha256, FORMAT.media_type)


def sniff(sample: Sample) -> Confidence:
    """Whether a text starts like a JSON array or object, and its first line is no object by itself."""
    if sample.text is None:
        return Confidence.NO
    if not _OPENING.match(sample.text):
        return Confidence.POSSIBLE
    first = sample.text.strip().partition("\n")[0]
    try:
        is_line = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        is_line = False
    return Confidence.POSSIBLE if is_line else Confidence.LIKELY


FORMAT = Format(
    kind="json",
    name="JSON",
    suffixes=(".json",),
    media_type="application/json",
    libraries=(),
    sniff=sniff,
    read=read,
    holds_many=True,
)
