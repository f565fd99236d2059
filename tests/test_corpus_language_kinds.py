"""Values and mentions of dates are what they were made as."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from corpus.language.kinds import DateMention, Value


def test_values_and_mentions_are_alike_by_what_they_say_and_never_change() -> None:
    value = Value("number", "two", "2")
    mention = DateMention("2019", 3, 7, "2019", "explicit")
    assert value == Value("number", "two", "2") != Value("number", "2", "2")
    assert len({mention, DateMention("2019", 3, 7, "2019", "explicit")}) == 1
    with pytest.raises(FrozenInstanceError):
        value.text = "three"  # type: ignore[misc]  # it is what must not work
