"""Each good line is a document; each bad one is named by its number."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.reading import ReadResult, read_file


def read(*lines: bytes | dict[str, object]) -> ReadResult:
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return read_file(SourceFile(Path("set.jsonl"), "set.jsonl"), b"\n".join(written))


def test_every_field_is_read() -> None:
    fields: dict[str, object] = {
        "id": "a/1",
        "title": "T",
        "text": "Hello.\r\nYou.",
        "published": "2018-07-23",
        "publisher": "P",
        "url": "https://example.org/a",
    }
    reading = read(fields)
    (found,) = reading.documents
    assert (found.id, found.title, found.text) == ("a/1", "T", "Hello.\nYou.")
    assert (found.source, found.url, found.published) == ("P", "https://example.org/a", date(2018, 7, 23))
    assert found.sha256 == hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def test_other_names_of_fields_are_known_and_a_source_that_is_an_address_is_no_publisher() -> None:
    (found,) = read(
        {
            "_id": 7,
            "text": "A line that serves as title\n\nMore.",
            "date": "23 July 2018",
            "source": "https://example.org/7",
        }
    ).documents
    assert (found.id, found.title) == ("7", "A line that serves as title")
    assert (found.source, found.url, found.published) == (None, "https://example.org/7", date(2018, 7, 23))


def test_each_bad_line_is_named_and_the_rest_is_read() -> None:
    reading = read(
        {"id": "a", "text": "one"},
        b"{broken",
        b"[1, 2]",
        {"text": "no id"},
        {"id": "b"},
        {"id": "a", "text": "again"},
        b'{"id": "c", "text": "\xff"}',
        {"id": "d", "text": " "},
        b'{"id": "e", "text": "\\ud800"}',
        b"",
        b'{"id": "f", "text": ' + b"[" * 100_000,
        {"id": "z", "text": "last"},
    )
    assert [document.id for document in reading.documents] == ["a", "z"]
    said = {error.where: error.reason for error in reading.errors}
    assert list(said) == [f"set.jsonl:{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 11)]
    for number, words in (
        (2, "not valid JSON"),
        (3, "not a JSON object"),
        (4, '"id"'),
        (5, '"text"'),
        (6, "line 1"),
        (7, "UTF-8"),
        (9, "d800"),
        (11, "deeply"),
    ):
        assert words in said[f"set.jsonl:{number}"]
    assert [error.where for error in reading.errors if error.empty] == ["set.jsonl:8"]


def test_a_file_without_any_object_is_one_fault() -> None:
    (error,) = read(*[b"prose"] * 500).errors
    assert error.where == "set.jsonl"
    assert "None of its lines" in error.reason


def test_a_date_may_be_written_as_eight_digits() -> None:
    reading = read({"id": "a", "text": "x", "published": 20240105}, {"id": "b", "text": "x", "date": "20240105"})
    assert [document.published for document in reading.documents] == [date(2024, 1, 5)] * 2
    assert reading.warnings == ()


@pytest.mark.parametrize("written", ["2999-13-45", "soon", 20241345, 2024, ["2024-01-05"], "2024\n01"])
def test_a_date_that_is_no_day_is_noted_with_its_line_and_the_document_read(written: object) -> None:
    reading = read(
        {"id": "a", "text": "x"},
        {"id": "b", "text": "x", "published": written},
        {"id": "c", "text": "x", "published": None},
    )
    assert [(document.id, document.published) for document in reading.documents] == [
        ("a", None),
        ("b", None),
        ("c", None),
    ]
    assert reading.errors == ()
    (warning,) = reading.warnings
    assert warning.where == "set.jsonl:2"
    assert json.dumps(written) in warning.reason
    assert "YYYY-MM-DD" in warning.reason


@pytest.mark.parametrize("bad", [".", "..", " .. ", "a\nb", "a\0b", "a\x7fb", "a\u2028b"])
def test_an_id_that_cannot_be_linked_to_is_a_fault(bad: str) -> None:
    reading = read({"id": "..a", "text": "x"}, {"id": bad, "text": "x"}, {"id": "a/../b", "text": "x"})
    assert [document.id for document in reading.documents] == ["..a", "a/../b"]
    (error,) = reading.errors
    assert error.where == "set.jsonl:2"
    assert json.dumps(bad.strip()) in error.reason
    assert "linked to" in error.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_lines_in_utf_16_are_named_as_such(encoding: str) -> None:
    (error,) = read_file(
        SourceFile(Path("set.jsonl"), "set.jsonl"), '{"id": "a", "text": "Hello."}\n'.encode(encoding)
    ).errors
    assert error.reason == "It is UTF-16; JSON lines must be UTF-8. Save it as UTF-8."


@given(
    st.dictionaries(
        st.sampled_from(["id", "_id", "title", "text", "published", "date", "source", "publisher", "url"]),
        st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text(), max_size=2)),
    )
)
def test_no_fields_make_reading_fail(fields: dict[str, object]) -> None:
    reading = read(fields, {"id": "good one", "text": "x"})
    assert "good one" in [document.id for document in reading.documents] or fields.get("id") == "good one"
    for document in reading.documents:
        (document.text + document.title + (document.source or "")).encode()


@pytest.mark.shared
def test_the_inspection_reports_keep_their_offsets_and_pages(shared_data: Path) -> None:
    path = shared_data / "ofsted" / "corpus.jsonl"
    reading = read_file(SourceFile(path, path.name), path.read_bytes())
    assert reading.errors == ()
    documents = {document.id: document for document in reading.documents}
    assert len(documents) == 271
    spans = [
        json.loads(line) for line in (shared_data / "ofsted" / "spans.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(spans) == 360
    for span in spans:
        document = documents[span["doc_id"]]
        assert document.text[span["start"] : span["end"]] == span["text"]
        assert document.page_at(span["start"]) == span["page"]
