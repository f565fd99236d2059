"""Kinds of answer, and the typed values that a text holds of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Where words stand in a text: half-open code points."""
TEXTS_KEPT = 16_384
"""What is read in so many passages is kept, for the next question that finds them."""

QUESTIONS_KEPT = 64
"""What is read in so many questions is kept, for whatever words may answer them."""

AnswerType = Literal["date", "person", "number", "rating", "contact", "list", "reason", "yes_no", "other"]
KNOWN_BY_FORM: tuple[AnswerType, ...] = ("date", "person", "number", "rating", "contact", "list")
"""Kinds of answer that a text can be seen to hold."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a passage.

    Attributes:
        text: its words.
        start, end: half-open offsets into the passage's text.
        normalized: the day, month, year or range in ISO 8601.
        basis: whether it is written out, or counted from the day of publication.
    """

    text: str
    start: int
    end: int
    normalized: str
    basis: Literal["explicit", "relative"]


@dataclass(frozen=True, slots=True)
class Value:
    """The answer as a typed value.

    Attributes:
        kind: what kind of value it is.
        text: its words.
        normalized: it in one form for all: a date in ISO 8601, a number in digits, a rating in lower case. A number
            keeps its "%" and its minus; a share is "2/5", a range its ends with a slash between, such as "180/220" or
            "5%/10%", and pence are "0.50". A telephone number is its digits, an address is in small letters.
    """

    kind: Literal["date", "number", "name", "rating", "phone", "email", "web"]
    text: str
    normalized: str


PlacedValue = tuple[int, int, Value]
"""A value, and where it stands in its text."""
