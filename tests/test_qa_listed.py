"""A sentence that leads into a list is shown with it, and an item with its list."""

from __future__ import annotations

import pytest

from qa.listed import is_heading, led_list, list_of

TEXT = """The service must improve.

Areas for priority action:

- social work practice,
  which is uneven
- supervision

1. not of this list, but it is numbered
The council agreed.
Leave depends on service: the longer, the more."""


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_a_lead_in_reaches_to_the_last_item() -> None:
    found = led_list(TEXT, _span("Areas for priority action:"))
    assert found is not None
    whole = TEXT[slice(*found)]
    assert whole.startswith("Areas") and "which is uneven\n- supervision" in whole
    assert "agreed" not in whole.splitlines()[-1] or "numbered" in whole


@pytest.mark.parametrize("words", ["The service must improve.", "The council agreed."])
def test_other_sentences_lead_into_nothing(words: str) -> None:
    assert led_list(TEXT, _span(words)) is None


def test_a_colon_without_a_list_leads_into_nothing() -> None:
    assert led_list("Rules:\n\nDo this.\n- and that", (0, 6)) is None
    assert led_list("Rules:", (0, 6)) is None


def test_an_item_is_of_the_list_that_leads_to_it() -> None:
    found = list_of(TEXT, _span("- supervision"))
    assert found is not None and TEXT[slice(*found)].startswith("Areas for priority action:")
    assert list_of(TEXT, _span("Leave depends on service")) is None
    assert list_of("- one\n- two", (0, 5)) is None


def test_a_list_ends_where_prose_begins_again() -> None:
    text = "You need:\n- a card\n- a form\n\nAsk us. You may also need:\n- a pen"
    found = led_list(text, (0, 9))
    assert found is not None and text[slice(*found)] == "You need:\n- a card\n- a form"


@pytest.mark.parametrize(
    ("words", "expected"), [("## Leave", True), ("Sick  pay", True), ("Sick pay is paid", False), ("#5 is", False)]
)
def test_headings_are_known_by_their_sign_or_from_above(words: str, expected: bool) -> None:
    assert is_heading(words, ["Sick pay"]) is expected
