"""JSON files give the documents in their array, or in a list that an object keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file

RECORDS = [{"id": "a", "title": "A", "text": "One."}, {"title": "B", "content": "Two."}]


def read(data: bytes | object, name: str = "all.json") -> ReadResult:
    written = data if isinstance(data, bytes) else json.dumps(data).encode()
    return read_file(SourceFile(Path(name), name), written)


@pytest.mark.parametrize(
    "value",
    [
        RECORDS,
        {"documents": RECORDS},
        {"version": 1, "Items": RECORDS, "tags": ["x", "y"]},
        {"status": "ok", "data": {"results": RECORDS}},
        {"hits": {"total": 2, "hits": [{"_id": "a", "_source": RECORDS[0]}, {"_source": RECORDS[1]}]}},
        {"title": "A feed", "description": "Of two.", "items": RECORDS},
        {"anything": RECORDS},
    ],
)
def test_documents_are_found_wherever_the_list_is(value: object) -> None:
    reading = read(value)
    assert [(document.id, document.title, document.text) for document in reading.documents] == [
        ("a", "A", "One."),
        ("all.json:2", "B", "Two."),
    ]
    assert reading.errors == () and reading.documents[0].media_type == "application/json"


def test_one_object_texts_alone_and_objects_by_their_names_are_documents() -> None:
    assert [document.id for document in read(RECORDS[0]).documents] == ["a"]
    assert [document.text for document in read(["One.", "Two."]).documents] == ["One.", "Two."]
    by_name = {"a.txt": {"text": "One."}, "b.txt": {"text": "Two."}}
    assert [document.id for document in read(by_name).documents] == ["a.txt", "b.txt"]


def test_lines_and_other_encodings_are_read_too() -> None:
    lines = b"\n".join(json.dumps(record).encode() for record in RECORDS)
    assert [document.id for document in read(lines).documents] == ["a", "all.json:2"]
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        written = json.dumps([{"text": "The café’s plan"}], ensure_ascii=False).encode(encoding)
        assert [document.text for document in read(written).documents] == ["The café’s plan"]


def test_a_record_that_is_no_document_is_named_by_its_place() -> None:
    reading = read([*RECORDS, {"id": "c"}, 5, {"id": "a", "text": "Again."}])
    assert len(reading.documents) == 2
    assert [error.where for error in reading.errors] == ["all.json:3", "all.json:4", "all.json:5"]
    assert "item 1" in reading.errors[2].reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"settings": {"size": 3}, "on": true}', "no documents"),
        (b"[]", "no documents"),
        (b'["a", {"b": ', "line 1, column"),
        (b'{"a": ' + b"[" * 100_000, "deeply"),
        (b'{"type": "FeatureCollection", "features": [{"geometry": [1, 2]}]}', "no documents"),
    ],
)
def test_json_without_documents_is_one_fault(data: bytes, said: str) -> None:
    reading = read(data)
    assert reading.documents == ()
    (error,) = reading.errors
    assert error.where == "all.json" and said in error.reason


def test_a_file_without_a_suffix_is_told_by_its_content() -> None:
    assert len(read(json.dumps(RECORDS, indent=1).encode(), "export").documents) == 2
    assert read(b'{"id": "a", "text": "b"}\n', "export").documents[0].media_type == "application/jsonl"
