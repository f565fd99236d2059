"""The items of lists are found by bullets, numbers and separators, from one set of signs."""

from __future__ import annotations

import re

import pytest

from corpus.language.lists import BULLETS, LINE_BULLETS, PRINTED_BULLETS, items, opens_list
from corpus.language.vocabulary import load


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in items(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("◼ Plans are late.\n◼ Visits are few.", ["Plans are late.", "Visits are few."]),
        ("We saw: • late plans • few visits", ["late plans ", "few visits"]),
        ("1. Open the door.\n2. Close it.", ["Open the door.", "Close it."]),
        ("(a) Open.\n(b) Close.", ["Open.", "Close."]),
        ("i) Open.\nii) Close.", ["Open.", "Close."]),
        (
            "three areas: the quality of plans; the pace of change",
            ["the quality of plans; the pace of change"],
        ),
        ("colours: red, green and blue", ["red, green and blue"]),
    ],
)
def test_a_text_holds_a_list(text: str, parts: list[str]) -> None:
    assert found(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "A sentence, and another.",
        "She said: “We came, we saw, and we left.”",
        "44. " + "A long paragraph of a report. " * 12 + "\n45. And the next.",
        "• Only one.",
        "areas: plans, pace\n\nA new paragraph, and more and more",
        "a - b - c",
    ],
)
def test_a_text_holds_no_list(text: str) -> None:
    assert not found(text)


def test_numbered_lines_are_a_list_only_near_each_other() -> None:
    near, far = (f"1. {'x' * count}\n2. y" for count in (236, 237))
    assert len(found(near)) == 2
    assert not found(far)


@pytest.mark.parametrize("sign", load("lists")["bullets"] + load("lists")["font_bullets"])
def test_a_bullet_opens_an_item_anywhere(sign: str) -> None:
    assert found(f"Two: {sign}one {sign}two") == ["one ", "two"]
    assert re.fullmatch(f"[{BULLETS}]", sign)


@pytest.mark.parametrize("sign", load("lists")["line_bullets"])
def test_a_sign_with_other_uses_opens_an_item_only_at_the_beginning_of_a_line(sign: str) -> None:
    assert found(f"{sign} one\n  {sign} two") == ["one", "two"]
    assert found(f"see {sign}one {sign}two") == []
    assert re.fullmatch(f"[{LINE_BULLETS}]", sign)


def test_each_sign_is_declared_once_and_fits_into_a_class() -> None:
    table = load("lists")
    signs = table["bullets"] + table["font_bullets"] + table["line_bullets"]
    assert len(set(signs)) == len(signs)
    assert re.findall(f"[{PRINTED_BULLETS}]", signs) == [*table["bullets"]]
    assert not re.search(f"[{BULLETS}{LINE_BULLETS}]", "abc 019 .,;:!?()[]")


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("You need:", True),
        ("We ask every driver for", True),
        ("Libraries with a meeting room", True),
        ("Bring one of these.", True),
        ("The room is white.", False),
        ("Were you amused?", False),
        ("of the plan that was agreed", False),
        ("You need;", False),
    ],
)
def test_what_has_no_end_opens_the_list_below_it(text: str, opens: bool) -> None:
    assert opens_list(text) is opens
