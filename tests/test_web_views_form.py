from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pytest
from starlette.datastructures import QueryParams

from index.snapshot import Snapshot
from qa.request import Filters
from qa.settings import Settings
from tests.town import parsed
from web.field_types import FLAG, FieldType, names
from web.request_models import request_schema
from web.schema import FIELDS, Control, RequestField
from web.views.form import Choice, Form, ShownControl, show_form, typed
from web.views.frame import frame
from web.views.home import HomePage
from web.views.rendering import render

SETTINGS = Settings.model_construct(k_max=9)
SCHEMA = request_schema(SETTINGS)
Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"text": "Open.", "source": f"Team {number:03}"} for number in range(203)])


def shown(form: Form) -> dict[str, ShownControl]:
    return {control.name: control for group in form.groups for control in group.controls}


def test_what_was_typed_is_read_without_what_was_left_empty() -> None:
    given = typed(QueryParams("q=a&q=b&k=&published_from=x&source=&source=A&source=B&as_typed=1&fast=1"), SCHEMA)
    assert given == {"q": "b", "published_from": "x", "source": ["A", "B"], "as_typed": True}


@pytest.mark.parametrize(("value", "is_set"), [("1", True), ("true", True), ("0", False), ("yes", False), ("", False)])
def test_an_odd_flag_is_not_set(value: str, is_set: bool) -> None:
    assert typed(QueryParams({"as_typed": value}), SCHEMA)["as_typed"] is is_set


def test_controls_stand_below_their_legends_with_filters_first(papers: Snapshot) -> None:
    form = show_form({}, SCHEMA, papers)
    assert [(group.legend, [control.name for control in group.controls]) for group in form.groups] == [
        ("Date", ["published_from", "published_to"]),
        ("Publisher", ["source"]),
        ("Time spoken of", ["about_from", "about_to"]),
        ("", ["k"]),
    ]
    assert form.groups[0].hint == (
        "Such as 3 May 2021, May 2021, 2021 or last July. It is the day of publication, or else of the inspection, "
        "meeting or letter. Documents without a known date are then left out."
    )
    assert shown(form)["k"] == ShownControl("k", "number", "Number of passages", "5", 1, 9)
    assert (form.q, form.is_open, form.errors) == ("", False, {})


def test_at_most_two_hundred_choices_are_listed_and_those_chosen_in_any_case(papers: Snapshot) -> None:
    ticks = shown(show_form({"source": ["Team 202", "Nobody"]}, SCHEMA, papers))["source"]
    assert len(ticks.choices) == 202 and ticks.choices_left_out == 3
    assert [choice for choice in ticks.choices if choice.chosen] == [
        Choice("Nobody", True, "Nobody"),
        Choice("Team 202", True, "Team 202"),
    ]
    assert list(ticks.choices) == sorted(ticks.choices, key=lambda choice: choice.name)


def test_nothing_to_choose_from_is_not_asked_for(snapshot_of: Made) -> None:
    assert "source" not in shown(show_form({}, SCHEMA, snapshot_of([{"text": "Open."}])))


@pytest.mark.parametrize(
    ("given", "errors", "is_open"),
    [
        ({}, {}, False),
        ({"q": "pool", "k": "7"}, {}, False),
        ({"published_to": "2020-01-01"}, {}, True),
        ({"source": ["Team 001"]}, {}, True),
        ({"q": "pool", "source": ["Team 001"]}, {}, False),
        ({"q": "pool", "source": ["Team 001"], "k": "99"}, {"k": "Less."}, True),
        ({}, {"q": "Type."}, False),
        ({"k": "99"}, {"k": "Less."}, True),
    ],
)
def test_choices_are_open_when_one_is_wrong_or_limits_a_search_to_come(
    papers: Snapshot, given: dict[str, object], errors: dict[str, str], is_open: bool
) -> None:
    assert show_form(given, SCHEMA, papers, errors).is_open is is_open


@dataclass(frozen=True, slots=True)
class MoreFilters(Filters):
    """The filters, and more."""

    tongue: tuple[str, ...] = ()
    signed: bool = False


def test_a_control_of_every_kind_is_drawn_with_its_label_and_its_value(papers: Snapshot) -> None:
    word = FieldType("text", lambda settings: str, "a word", "")
    more = (
        RequestField("tongue", names("tongues", 9), "", is_filter=True, control=Control("Tongue")),
        RequestField("signed", FLAG, "", is_filter=True, control=Control("Signed", legend="Kind", hint="Or not.")),
        RequestField("mood", word, "", control=Control("Mood")),
    )
    schema = request_schema(SETTINGS, (*FIELDS, *more), MoreFilters)
    given = {"tongue": ["Welsh"], "signed": True, "mood": "calm", "published_from": "2020-01-02"}
    form = show_form(given, schema, papers, {"mood": "Cheer up."})
    page = parsed(render(HomePage(frame("?"), form)))
    fields = {each.get("name"): each for each in page.xpath("//div[@class='fields']//input[@id]")}
    assert {name: (each.get("type"), each.get("value")) for name, each in fields.items()} == {
        "published_from": ("text", "2020-01-02"),
        "published_to": ("text", ""),
        "about_from": ("text", ""),
        "about_to": ("text", ""),
        "tongue": ("text", "Welsh"),
        "signed": ("checkbox", "1"),
        "k": ("number", "5"),
        "mood": ("text", "calm"),
    }
    assert fields["signed"].get("checked") is not None
    assert (fields["k"].get("min"), fields["k"].get("max")) == ("1", "9")
    assert fields["mood"].get("aria-describedby") == "fault-mood"
    labels = {each.get("for"): each.text_content() for each in page.xpath("//div[@class='fields']//label[@for]")}
    assert labels["field-tongue"] == "Tongue" and len(labels) == len(fields)
    assert re.sub(r"\s+", " ", page.xpath("string(//fieldset[legend='Kind'])")).strip() == "Kind Signed Or not."
    assert page.xpath("string(//fieldset[@id='field-source']//p[1])") == "3 more publishers are not listed here."
