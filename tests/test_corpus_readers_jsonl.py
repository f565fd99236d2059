"""Each good line is a document; each bad one is named by its number."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from corpus.files import SourceFile
from corpus.readers.jsonl import FORMAT
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
    assert (found.dated, found.dated_basis) == (date(2018, 7, 23), "published")


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
    assert [document.id for document in reading.documents] == ["a", "set.jsonl:4", "c", "z"]
    said = {error.where: error.reason for error in reading.errors}
    assert list(said) == [f"set.jsonl:{number}" for number in (2, 3, 5, 6, 8, 9, 11)]
    for number, words in (
        (2, "not valid JSON"),
        (3, "not a JSON object"),
        (5, '"text"'),
        (6, "line 1"),
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
    assert [document.day for document in reading.documents] == [date(2024, 1, 5)] * 2
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


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (
            {
                "content": "The text.",
                "headline": "H",
                "link": "https://e.org/a",
                "pubDate": "Tue, 14 Mar 2023 09:30:00 GMT",
            },
            ("H", "The text.", "https://e.org/a", "2023-03-14"),
        ),
        (
            {"page_content": "The text.", "metadata": {"source": "minutes.pdf", "title": "M", "date": "2023-03-14"}},
            ("M", "The text.", None, "2023-03-14"),
        ),
        (
            {"body": ["One.", "Two."], "Name": "N", "href": "https://e.org/b", "datePublished": "2023-03-14T09:00:00Z"},
            ("N", "One.\n\nTwo.", "https://e.org/b", "2023-03-14"),
        ),
        (
            {
                "abstract": "The text.",
                "meta": {"headline": "A", "url": "https://e.org/c"},
                "publication-date": "14 March 2023",
            },
            ("A", "The text.", "https://e.org/c", "2023-03-14"),
        ),
        (
            {
                "title": {"rendered": "Bins &amp; <b>tips</b>"},
                "content": {"rendered": "<p>One.</p><p>Two.</p>"},
                "link": "https://e.org/d",
                "date": "2023-03-14T09:00:00",
            },
            ("Bins & tips", "One.\n\nTwo.", "https://e.org/d", "2023-03-14"),
        ),
        (
            {
                "title": "P",
                "description": "A lead.",
                "details": {"body": "<div><p>One.</p></div>"},
                "first_published_at": "2023-03-14T09:00:00Z",
            },
            ("P", "A lead.\n\nOne.", None, "2023-03-14"),
        ),
        (
            {"question": "When are bins emptied?", "answer": "On Thursday."},
            ("When are bins emptied?", "On Thursday.", None, None),
        ),
        ({"_source": {"Title": "S", "Text": "The text."}, "_score": 1.5}, ("S", "The text.", None, None)),
        (
            {
                "title": "T",
                "sections": [{"heading": "H1", "text": "One."}, {"heading": "H2", "text": ["Two.", "Three."]}],
            },
            ("T", "H1\n\nOne.\n\nH2\n\nTwo.\n\nThree.", None, None),
        ),
        (
            {"text": "As <b>it</b> is.", "summary": "S", "published": {"$date": "2023-03-14T00:00:00Z"}},
            ("As <b>it</b> is.", "As <b>it</b> is.", None, "2023-03-14"),
        ),
    ],
)
def test_usual_names_of_fields_are_known(
    fields: dict[str, object], wanted: tuple[str, str, str | None, str | None]
) -> None:
    reading = read({"id": 1, **fields}, {"id": 2, "text": "x"})
    assert reading.errors == () and reading.warnings == ()
    found = reading.documents[0]
    assert (found.title, found.text, found.url, found.day and found.day.isoformat()) == wanted
    assert found.source is None


@pytest.mark.parametrize(
    "fields",
    [
        {"created": "2023-03-14"},
        {"createdAt": "2023-03-14T09:30:00.000Z"},
        {"timestamp": 1678786200},
        {"metadata": {"created_at": 1678786200000}},
        {"last_modified": "14/03/2023"},
        {"meeting-date": "14 March 2023"},
    ],
)
def test_a_day_that_is_not_said_to_be_of_publication_is_the_day_it_is_of(fields: dict[str, object]) -> None:
    (found,) = read({"id": "a", "text": "x", **fields}).documents
    assert (found.published, found.dated, found.dated_basis) == (None, date(2023, 3, 14), "stated")


def test_lines_without_ids_are_called_by_their_place_and_pieces_of_one_document_are_told_apart() -> None:
    reading = read(
        {"text": "one"},
        {"id": None, "text": "two"},
        {"id": " ", "text": "three"},
        {"doc_id": "d", "text": "four"},
        {"doc_id": "d", "text": "five"},
        {"_id": {"$oid": "64a"}, "text": "six"},
        {"_id": "mongo", "id": "own", "text": "seven"},
    )
    ids = [document.id for document in reading.documents]
    assert ids == ["set.jsonl:1", "set.jsonl:2", "set.jsonl:3", "d", "d:5", "64a", "own"]
    assert [read({"id": bad, "text": "x"}, {"text": "y"}).errors[0].where for bad in ([1], True, 1.5)] == [
        "set.jsonl:1"
    ] * 3


def test_lines_with_a_bad_byte_are_read_and_the_place_is_named() -> None:
    reading = read({"id": "a", "text": "one"}, '{"id": "b", "text": "The café’s plan: '.encode() + b'\xff."}')
    assert reading.documents[1].text == "The café’s plan: \ufffd."
    (warning,) = reading.warnings
    assert warning.where == "set.jsonl:2" and "at byte 42" in warning.reason


@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_of_one_json_value_is_read_as_that(indent: int | None) -> None:
    records = [{"id": "a", "text": "one"}, {"text": "two"}]
    for value in (records, {"documents": records}):
        reading = read(json.dumps(value, indent=indent).encode())
        assert [document.id for document in reading.documents] == ["a", "set.jsonl:2"]


def test_lines_are_read_one_by_one() -> None:
    line = b'{"text": "Words of a line."}\n'
    parts = FORMAT.read("set.jsonl", line * 3 + b"{broken", "0" * 64)
    assert isinstance(first := next(parts), Document) and first.id == "set.jsonl:1"


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
