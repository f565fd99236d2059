from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from qa.request import Expected
from web.field_types import DAY, FLAG, SPAN_ALLOWED, ExpectedSpan, as_day, names, not_blank, span_as_typed


@pytest.mark.parametrize("text", ["", " ", "\t\n"])
def test_a_blank_text_is_found(text: str) -> None:
    with pytest.raises(PydanticCustomError, match="only spaces"):
        not_blank(text)
    assert not_blank(" a ") == " a "


@pytest.mark.parametrize(
    ("value", "day"), [("2020-02-29", date(2020, 2, 29)), (None, None), (date(2020, 1, 1), date(2020, 1, 1))]
)
def test_a_day_is_written_as_year_month_day(value: object, day: date | None) -> None:
    assert as_day(value) == day


@pytest.mark.parametrize(
    "value", ["2021-02-29", "20200101", "2020-1-1", "2020-01-01T00:00", "", 20200101, "x2020-01-01"]
)
def test_nothing_else_is_a_day(value: object) -> None:
    with pytest.raises(PydanticCustomError, match="not a day"):
        as_day(value)


def test_a_span_ends_after_it_starts() -> None:
    assert ExpectedSpan(document="a", start=0, end=1).expected() == Expected("a", 0, 1)
    for start, end in ((1, 1), (2, 1)):
        with pytest.raises(ValidationError, match="ends before it starts"):
            ExpectedSpan(document="a", start=start, end=end)
    with pytest.raises(ValidationError):
        ExpectedSpan.model_validate({"document": "a", "start": "0", "end": 1})


def test_every_field_of_a_span_has_its_words() -> None:
    assert list(SPAN_ALLOWED) == list(ExpectedSpan.model_fields)


@pytest.mark.parametrize(
    ("typed", "document"), [("pool.txt:3-9", "pool.txt"), ("a:b\nc:3-9", "a:b\nc"), ("x:1-2:3-9", "x:1-2")]
)
def test_a_span_is_typed_as_document_and_characters(typed: str, document: str) -> None:
    assert span_as_typed(typed) == {"document": document, "start": 3, "end": 9}


@pytest.mark.parametrize("typed", ["pool.txt", ":3-9", "pool.txt:3", "pool.txt:-3-9", "p:1234567890123-9", 7, None])
def test_what_is_no_span_stays_as_it_is(typed: object) -> None:
    assert span_as_typed(typed) == typed


def test_only_names_may_be_given_several_times() -> None:
    assert names("the names of cats", 9).repeats
    assert names("the names of cats", 9).allowed == "the names of cats, each of 1 to 9 characters"
    assert not DAY.repeats
    assert not FLAG.repeats
