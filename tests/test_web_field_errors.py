from __future__ import annotations

from typing import Any

import pytest

from qa.settings import Settings
from web.field_errors import FieldError, field_errors, readable
from web.once import REPEATED
from web.request_models import request_schema

SCHEMA = request_schema(Settings.model_construct())
DAY = "a day written as year-month-day, such as 2022-07-31"
WHOLE = "a whole number from 1 to 50"
FEEDBACK = "kind, question, k, filters, as_typed, plain, fast, snapshot, passage_id, comment"


def told(kind: str, *place: str | int, path: str = "/ask", **more: Any) -> FieldError:
    (error,) = field_errors([{"type": kind, "loc": place, "msg": "said", **more}], SCHEMA, path)
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (told("int_type", "query", "k"), FieldError("k", f"'k' must be {WHOLE}.", WHOLE)),
        (told("missing", "query", "k"), FieldError("k", f"'k' is missing; it must be {WHOLE}.", WHOLE)),
        (told("missing", "path", "tail"), FieldError("tail", "'tail' is missing; give it.", None)),
        (
            told("int_type", "query", "k", input=REPEATED),
            FieldError("k", "'k' is given more than once; give it once.", WHOLE),
        ),
        (
            told("string_unicode", "body", "question"),
            FieldError(
                "question",
                "'question' holds half a character, a lone surrogate; take it out.",
                "text of 1 to 1,000 characters, not only spaces",
            ),
        ),
        (
            told("dates_in_wrong_order", "query", ctx={"field": "about_from", "to": "about_to"}),
            FieldError("about_from", "'about_from' is later than 'about_to'; change one of them.", DAY),
        ),
        (
            told("dates_in_wrong_order", "body", "filters", ctx={"field": "published_from", "to": "published_to"}),
            FieldError(
                "filters.published_from",
                "'filters.published_from' is later than 'filters.published_to'; change one of them.",
                DAY,
            ),
        ),
        (
            told("span_in_wrong_order", "body", "expect"),
            FieldError(
                "expect.end", "'expect.end' must be more than 'expect.start'.", "a whole number, more than start"
            ),
        ),
        (
            told("wrong_passage", "body", path="/feedback"),
            FieldError(
                "passage_id",
                "'passage_id' must name the passage that is judged, and must be left out for nothing_answers "
                "and should_be_answered.",
                SCHEMA.allowed["passage_id"],
            ),
        ),
        (
            told("json_invalid", "body", 17),
            FieldError(
                "body",
                "The body is not valid JSON: it breaks off or goes wrong at character 17.",
                "a JSON object",
            ),
        ),
        (told("dict_type", "body"), FieldError("body", "'body' must be a JSON object.", "a JSON object")),
        (told("odd", "path", "tail"), FieldError("tail", "'tail' is wrong: said.", None)),
        (
            told("string_type", "body", "filters", "source", 3),
            FieldError(
                "filters.source", f"'filters.source' must be {SCHEMA.allowed['source']}.", SCHEMA.allowed["source"]
            ),
        ),
    ],
)
def test_each_finding_is_a_sentence_that_says_what_to_change(error: FieldError, expected: FieldError) -> None:
    assert error == expected


@pytest.mark.parametrize(
    ("place", "path", "known"),
    [
        (("query", "x"), "/ask", SCHEMA.known["query"]),
        (("body", "x"), "/ask", SCHEMA.known["body"]),
        (("body", "x"), "/feedback", FEEDBACK),
        (("body", "filters", "x"), "/ask", SCHEMA.known["filters"]),
        (("body", "filters", "x"), "/feedback", SCHEMA.known["filters"]),
        (("body", "expect", "x"), "/ask", "document, start, end"),
    ],
)
@pytest.mark.parametrize("value", [1, REPEATED])
def test_an_unknown_field_is_told_with_those_there_are(
    place: tuple[str, ...], path: str, known: str, value: object
) -> None:
    error = told("extra_forbidden", *place, path=path, input=value)
    field = ".".join(place[1:])
    assert error == FieldError(field, f"There is no field {field!r}; the fields are {known}.", known)


def test_a_name_that_is_no_text_or_very_long_is_made_readable() -> None:
    assert told("extra_forbidden", "body", "\ud800x").field == "?x"
    assert len(told("extra_forbidden", "body", "x" * 500).field) == 200
    assert readable("a\udfff😀") == "a?😀"
