"""A sentence that leads into a list is shown with it, and an item with its list."""

from __future__ import annotations

import pytest

from corpus.document import Passage
from corpus.readers.markdown import read
from corpus.splitting import PassageSize, split
from qa.listed import led_list, list_of

MARKDOWN = b"""# Leave

Tell your team in good time. You need:

* For a day, two days
* For a week, five weeks

The scheme is run by us.

- one
- two

Alone:

* only"""


@pytest.fixture(scope="module")
def leave() -> Passage:
    [document] = read("leave.md", MARKDOWN, "0" * 64)
    [passage] = split(document, lambda texts: [len(text.split()) for text in texts], PassageSize())  # type: ignore[arg-type]  # no warning is read
    return passage


def _span(passage: Passage, words: str) -> tuple[int, int]:
    start = passage.text.index(words)
    return start, start + len(words)


def test_a_lead_in_reaches_to_the_last_item(leave: Passage) -> None:
    found = led_list(leave, _span(leave, "You need:"))
    assert found and leave.text[slice(*found)] == "You need:\n\nFor a day, two days\nFor a week, five weeks"


@pytest.mark.parametrize("words", ["Tell your team in good time.", "The scheme is run by us.", "Leave", "one"])
def test_other_sentences_lead_into_nothing(leave: Passage, words: str) -> None:
    assert led_list(leave, _span(leave, words)) is None


def test_an_item_is_of_the_list_that_leads_to_it(leave: Passage) -> None:
    found = list_of(leave, _span(leave, "five weeks"))
    assert found and leave.text[slice(*found)].startswith("You need:") and leave.text[slice(*found)].endswith("weeks")
    found = list_of(leave, _span(leave, "two\n"))
    assert found and leave.text[slice(*found)] == "one\ntwo"
    found = list_of(leave, _span(leave, "only"))
    assert found and leave.text[slice(*found)] == "Alone:\n\nonly"
    assert list_of(leave, _span(leave, "You need")) is None


def test_a_passage_of_one_paragraph_has_no_list() -> None:
    plain = Passage("a", 0, 6, "Rules:", "", None, None)
    assert led_list(plain, (0, 6)) is None and list_of(plain, (0, 5)) is None
