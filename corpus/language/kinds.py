"""Kinds of answer, and the typed values that a text holds of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Where words stand in a text: half-open code points."""
TEXTS_KEPT = 16_384
"""What is read in so many passages is kept, for the next question that finds them."""

AnswerType = Literal["date", "person", "number", "rating", "list", "reason", "yes_no", "other"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a passage: its words, where they stand in the passage's text, and what they mean."""

    text: str
    start: int
    end: int
    normalized: str
    basis: Literal["explicit", "relative"]


@dataclass(frozen=True, slots=True)
class Value:
    """The answer as a typed value, such as a date with its ISO 8601 form."""

    kind: Literal["date", "number", "name", "rating"]
    text: str
    normalized: str
