"""Records say the same under many names, and stand in many places of a file."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.records import NoText, has_text, quoted, read_record, records_in

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "title", "metadata", "items", "date", "source", "x"]), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("source", "publisher", "url"),
    [
        ("Example Council", "Example Council", None),
        ("https://e.org/a", None, "https://e.org/a"),
        ("papers/minutes.pdf", None, None),
        ("minutes.pdf", None, None),
        ({"name": "Example Council", "id": 5}, "Example Council", None),
        ("St. Helens Borough Council", "St. Helens Borough Council", None),
        (7, None, None),
    ],
)
def test_a_source_is_a_publisher_an_address_or_the_name_of_a_file(
    source: object, publisher: str | None, url: str | None
) -> None:
    given = read_record({"text": "x", "source": source}).given
    assert (given.source, given.url) == (publisher, url)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (1678786200, date(2023, 3, 14)),
        ("1678786200", date(2023, 3, 14)),
        (1678786200.5, date(2023, 3, 14)),
        (1678786200000, date(2023, 3, 14)),
        (20230314, date(2023, 3, 14)),
        ({"$date": "2023-03-14T09:30:00Z"}, date(2023, 3, 14)),
        (True, None),
        (5, None),
    ],
)
def test_days_are_read_as_programs_write_them(value: object, day: date | None) -> None:
    record = read_record({"text": "x", "published": value})
    assert record.given.published == day
    assert (record.unread_date is None) == (day is not None)


def test_the_nearest_and_most_usual_name_counts() -> None:
    fields = {"body": "Body.", "text": "Text.", "metadata": {"text": "Inner.", "title": "T"}, "name": "N"}
    record = read_record(fields)
    assert (record.text, record.title) == ("Text.", "N")
    assert read_record({"metadata": {"text": "Inner."}}).text == "Inner."


def test_a_record_without_text_is_refused_and_an_empty_one_told() -> None:
    with pytest.raises(UnreadableFile, match='has no "text"'):
        read_record({"id": "a", "number": 5})
    for fields in ({"text": " "}, {"content": ""}, {"abstract": "\n"}):
        with pytest.raises(NoText, match="empty"):
            read_record(fields)


def test_values_are_shown_on_one_line_and_not_too_long() -> None:
    assert quoted("a\nb") == '"a\\nb"'
    assert len(quoted("a" * 500)) == 61


@given(JSON)
def test_records_are_found_in_any_json(value: object) -> None:
    found = records_in(value)
    assert not found or any(has_text(record) for record in found)
    for record in found:
        if isinstance(record, dict):
            with suppress(UnreadableFile):
                assert read_record(record).text.strip()
