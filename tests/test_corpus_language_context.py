"""What stands right before a place, and small letters that keep every place."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.language.context import before, in_small_letters

IN = re.compile(r"\bin\s*$")


def test_what_stands_before_a_place_is_looked_at_no_farther_back_than_asked() -> None:
    text = "in" + " " * 21 + "2019"
    assert before(IN, text, text.index("2"))
    far = "in" + " " * 23 + "2019"
    assert not before(IN, far, far.index("2"))
    assert before(IN, far, far.index("2"), chars=25)
    assert not before(IN, "in the 2019", 7)
    assert not before(IN, "", 0)


@given(st.text())
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    assert len(in_small_letters(text)) == len(text)


def test_a_text_that_would_grow_is_left_as_it_is() -> None:
    assert in_small_letters("ÉTÉ In") == "été in"
    assert in_small_letters("İ In") == "İ In"
