from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from qa.request import AskRequest, Expected, Filters
from qa.settings import Settings
from web.field_types import FLAG
from web.request_models import Judged, request_schema
from web.schema import FIELDS, Control, RequestField, Way

SETTINGS = Settings.model_construct(question_max_chars=20, k_max=9)
SCHEMA = request_schema(SETTINGS)


def made(way: Way, given: dict[str, Any]) -> AskRequest:
    return SCHEMA.request(SCHEMA.models[way].model_validate(given))


def first_error(way: Way, given: dict[str, Any]) -> dict[str, Any]:
    with pytest.raises(ValidationError) as invalid:
        SCHEMA.models[way].model_validate(given)
    return dict(invalid.value.errors()[0])


FILTERS = Filters(date(2020, 1, 2), None, ("A & B",), ("x",))


@pytest.mark.parametrize("way", ["address", "option"])
def test_a_request_of_parameters_is_the_record(way: Way) -> None:
    given = {
        "q": "When?",
        "k": "3",
        "published_from": "2020-01-02",
        "source": ["A & B"],
        "document": ["x"],
        "as_typed": "true",
        "fast": "1",
        "explain": "true",
    }
    assert made(way, given) == AskRequest("When?", 3, FILTERS, as_typed=True, fast=True, explain=True)


def test_a_request_in_a_body_is_the_record() -> None:
    body = {
        "question": "When?",
        "k": 3,
        "filters": {"published_from": "2020-01-02", "source": ["A & B"], "document": ["x"]},
        "as_typed": True,
        "fast": True,
    }
    assert made("body", body) == AskRequest("When?", 3, FILTERS, as_typed=True, fast=True)


@pytest.mark.parametrize("way", ["address", "form", "option"])
def test_what_is_not_given_has_the_defaults_of_the_record(way: Way) -> None:
    assert made(way, {"q": "When?"}) == AskRequest("When?")
    assert made("body", {"question": "When?"}) == AskRequest("When?")


def test_an_expected_span_brings_the_explanation() -> None:
    expected = AskRequest("?", explain=True, expect=Expected("a:b", 0, 9))
    assert made("body", {"question": "?", "expect": {"document": "a:b", "start": 0, "end": 9}}) == expected
    assert made("option", {"q": "?", "expect": "a:b:0-9"}) == expected
    assert not made("option", {"q": "?", "expect": None}).explain


@pytest.mark.parametrize(
    ("way", "field"),
    [("address", "expect"), ("form", "document"), ("form", "fast"), ("form", "explain"), ("feedback", "explain")],
)
def test_a_field_that_does_not_come_in_a_way_is_unknown_there(way: Way, field: str) -> None:
    with pytest.raises(ValidationError) as invalid:
        SCHEMA.models[way].model_validate({field: "1"})
    assert {"extra_forbidden"} == {error["type"] for error in invalid.value.errors() if error["loc"] == (field,)}
    assert field not in {field.name for field in SCHEMA.coming(way)}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"q": ""}, "string_too_short"),
        ({"q": " \t"}, "blank"),
        ({"q": "x" * 21}, "string_too_long"),
        ({"q": "?", "k": 0}, "greater_than_equal"),
        ({"q": "?", "k": 10}, "less_than_equal"),
        ({"q": "?", "published_to": "2020"}, "not_a_day"),
        ({"q": "?", "published_from": "2020-01-02", "published_to": "2020-01-01"}, "dates_in_wrong_order"),
        ({"q": "?", "about_from": "2020-01-02", "about_to": "2020-01-01"}, "dates_in_wrong_order"),
        ({"q": "?", "source": [""]}, "string_too_short"),
        ({"q": "?", "source": ["x"] * 101}, "too_long"),
        ({"q": "?", "source": ["x" * 501]}, "string_too_long"),
        ({"q": "?", "document": ["x" * 1001]}, "string_too_long"),
        ({"q": "?", "name": "Ann"}, "extra_forbidden"),
    ],
)
def test_what_is_out_of_bounds_is_found(given: dict[str, Any], kind: str) -> None:
    assert first_error("address", given)["type"] == kind


@pytest.mark.parametrize(
    "given",
    [
        {"q": "x" * 20},
        {"q": "?", "k": 1},
        {"q": "?", "k": 9},
        {"q": "?", "published_from": "2020-01-02", "published_to": "2020-01-02"},
        {"q": "?", "source": ["x" * 500] * 100},
        {"q": "?", "document": ["x" * 1000]},
    ],
)
def test_what_is_just_within_bounds_is_taken(given: dict[str, Any]) -> None:
    made("address", given)


def test_only_a_body_asks_for_numbers_and_truths_of_json() -> None:
    assert first_error("body", {"question": "?", "k": "3"})["type"] == "int_type"
    assert first_error("body", {"question": "?", "fast": "true"})["type"] == "bool_type"


JUDGEMENT = {"kind": "thumbs_up", "question": "When?", "snapshot": "f00", "passage_id": "a:0-9"}


def test_a_judgement_holds_what_was_asked_and_what_is_said() -> None:
    given = SCHEMA.models["feedback"].model_validate(
        JUDGEMENT | {"k": "2", "filters": {"source": ["A & B"]}, "fast": "true", "comment": "!"}
    )
    assert SCHEMA.request(given) == AskRequest("When?", 2, Filters(source=("A & B",)), fast=True)
    assert SCHEMA.judged(given) == Judged("thumbs_up", "f00", "a:0-9", "!")


@pytest.mark.parametrize(
    ("change", "fits"),
    [
        ({}, True),
        ({"passage_id": None}, False),
        ({"kind": "nothing_answers"}, False),
        ({"kind": "nothing_answers", "passage_id": None}, True),
    ],
)
def test_a_judgement_names_a_passage_unless_nothing_answers(change: dict[str, Any], fits: bool) -> None:
    if fits:
        SCHEMA.models["feedback"].model_validate(JUDGEMENT | change)
    else:
        assert first_error("feedback", JUDGEMENT | change)["type"] == "wrong_passage"


def test_an_address_of_the_page_asks_in_the_same_way_and_a_form_carries_the_same_along() -> None:
    request = AskRequest("a & b?", 3, Filters(date(2020, 1, 2), None, ("A", "B"), ("x",)), as_typed=True, fast=True)
    carried = [("k", "3"), ("published_from", "2020-01-02"), ("source", "A"), ("source", "B"), ("as_typed", "1")]
    assert SCHEMA.form_fields(request) == carried
    assert SCHEMA.address(request) == ("/?q=a+%26+b%3F&k=3&published_from=2020-01-02&source=A&source=B&as_typed=1")
    assert SCHEMA.address(AskRequest("?")) == "/?q=%3F&k=5"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"q": " "}, ("q", "Type a question.")),
        ({"q": "x" * 21}, ("q", "Your question is too long. Shorten it to at most 20 characters.")),
        ({"q": "?", "k": "x"}, ("k", "The number of passages must be a whole number from 1 to 9.")),
        (
            {"q": "?", "published_from": "x"},
            (
                "published_from",
                "“From” is not a date that can be read. Write it such as 31 July 2022, July 2022, 2022 or last July.",
            ),
        ),
        (
            {"q": "?", "published_to": "x"},
            (
                "published_to",
                "“To” is not a date that can be read. Write it such as 31 July 2022, July 2022, 2022 or last July.",
            ),
        ),
        (
            {"q": "?", "published_from": "2020-01-02", "published_to": "2020-01-01"},
            ("published_from", "“From” comes after “To”. Change one of the two days."),
        ),
        (
            {"q": "?", "about_from": "2020-01-02", "about_to": "2020-01-01"},
            ("about_from", "“From” comes after “To”. Change one of the two days."),
        ),
        ({"q": "?", "source": ["x"] * 101}, ("source", "Choose at most 100 publishers, from the list.")),
    ],
)
def test_a_fault_of_the_form_is_told_in_its_own_words(given: dict[str, Any], told: tuple[str, str]) -> None:
    assert SCHEMA.fault(first_error("form", given)) == told


def test_a_fault_without_words_of_its_own_is_told_by_what_may_stand_there() -> None:
    schema = request_schema(SETTINGS, (*FIELDS, RequestField("short", FLAG, "", control=Control("Short"))))
    error = {"loc": ("short",), "type": "bool_type"}
    assert schema.fault(error) == ("short", "“Short” must be true or false.")


def test_the_known_names_are_in_the_order_of_the_table() -> None:
    assert SCHEMA.known == {
        "query": "q, k, published_from, published_to, source, document, authority, type, about_from, about_to, "
        "as_typed, plain, fast, explain",
        "body": "question, k, filters, as_typed, plain, fast, explain, expect",
        "/feedback": "kind, question, k, filters, as_typed, plain, fast, snapshot, passage_id, comment",
        "filters": "published_from, published_to, source, document, authority, type, about_from, about_to",
        "expect": "document, start, end",
    }
