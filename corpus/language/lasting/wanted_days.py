"""Which day of several a question asks for: that of the first or the second of a kind, or one past."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.times.parts import ORDINALS
from corpus.language.vocabulary import alternatives, load

_TABLE = load("wanted_days")
_ASKS_PAST: Final = re.compile(rf"^\W*{alternatives(_TABLE['asks_past'])}\b", re.I)
_TO_COME: Final = re.compile(rf"\b{alternatives(_TABLE['to_come'])}\b", re.I)
_ORDINAL: Final = re.compile(rf"\bthe\s+(?:very\s+)?(?P<number>{alternatives(ORDINALS)})\b(?!\s+of\b)", re.I)
_ONE_BEFORE: Final = re.compile(rf"\b{alternatives(_TABLE['one_before'])}\b", re.I)


def is_of_one_before(before: str) -> bool:
    """Whether a day is that of the one before another, by what stands before it: "The test before that was in "."""
    return _ONE_BEFORE.search(before) is not None


def is_of_other_number(question: str, before: str) -> bool:
    """Whether a question asks for the second of some things, and what stands right before a day tells of the first.

    Args:
        question: such as "When was the second fire?".
        before: such as "It was the second fire; the first was on ".
    """
    asked = {ORDINALS[match["number"].lower()] for match in _ORDINAL.finditer(question)}
    told = [ORDINALS[match["number"].lower()] for match in _ORDINAL.finditer(before)]
    return len(asked) == 1 and bool(told) and told[-1] not in asked


def asks_of_past_day(question: str) -> bool:
    """Whether a question asks when something was, and not for when it was planned."""
    return _ASKS_PAST.search(question) is not None and _TO_COME.search(question) is None
