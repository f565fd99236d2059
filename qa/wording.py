"""Wording: what a program knows of a question and its answer, in the words of a person."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date

from index.identity import day_in_words
from qa.answer import AnswerType, Interpretation, Mending, Name, Order, Value

VALUES: Mapping[str, str] = {"date": "Date", "number": "Number", "name": "Name", "rating": "Rating"}
"""What each kind of value is called."""
_TYPES: Mapping[AnswerType, str] = {
    "date": "asks for a date",
    "person": "asks for a name",
    "number": "asks for a number",
    "rating": "asks for a rating",
    "list": "asks for several points",
    "reason": "asks why",
    "yes_no": "asks yes or no",
    "other": "",
}
_ORDERS: Mapping[Order, str] = {
    "latest": "the latest",
    "first": "the earliest",
    "previous": "the one before the latest",
}
_NUMBER = re.compile(r"(\d+(?:\.\d*[1-9])?)(?:\.0+|0+)?")
"""A number without the noughts after its point that say nothing."""
_ISO = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


def percent(probability: float) -> str:
    """A probability, 0 to 1, in per cent; nothing is told as quite certain, or as impossible.

    Returns:
        Such as "91%", and "over 99%" or "under 1%" at the ends.
    """
    if probability >= 0.995:
        return "over 99%"
    return "under 1%" if probability < 0.005 else f"{probability:.0%}"


def value_in_words(value: Value) -> str:
    """A typed value as a person writes it: "May 2013" for 2013-05, "two million (2,000,000)", "Requires improvement"."""
    written = " ".join(value.text.split())
    if value.kind == "date":
        return iso_in_words(value.normalized)
    if value.kind == "number":
        return (
            written
            if _NUMBER.findall(written.replace(",", "")) == _NUMBER.findall(value.normalized)
            else f"{written} ({_grouped(value.normalized)})"
        )
    return value.normalized[:1].upper() + value.normalized[1:]


def _grouped(number: str) -> str:
    """A number's digits in groups of three."""
    return re.sub(r"^\d+", lambda digits: f"{int(digits.group()):,}", number)


def iso_in_words(normalized: str) -> str:
    """A day, month or year in ISO 8601, or two of them with a slash between, in words.

    Returns:
        Such as "23 July 2018", "20 to 24 January 2025", "May 2019", "1990 to 1999" or "44 BC".
    """
    first, *last = [_words_of(part) for part in normalized.split("/")]
    if not last:
        return " ".join(first)
    shared = 0
    while shared < min(len(first), len(last[0])) - 1 and first[-1 - shared] == last[0][-1 - shared]:
        shared += 1
    return f"{' '.join(first[: len(first) - shared])} to {' '.join(last[0])}"


def _words_of(iso: str) -> list[str]:
    """Day, month and year as far as they are given, in this order."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return [iso]
    year = int(found["year"])
    era = f"{1 - year} BC" if year < 1 else f"AD {year}" if year < 100 else str(year)
    month = [calendar.month_name[int(found["month"])]] if found["month"] else []
    return [*([str(int(found["day"]))] if found["day"] else []), *month, era]


def days_in_words(first: date | None, last: date | None) -> str:
    """A stretch of days, both included, in words; None where it is open.

    Returns:
        Such as "2018", "May 2019", "20 to 24 January 2025", "until 31 December 2021" or "since 1 January 2020".
    """
    if first is None or last is None:
        return f"since {day_in_words(first)}" if first else f"until {day_in_words(last)}" if last else "any time"
    months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    length = 4 if months and first.month == 1 and last.month == 12 else 7 if months else 10
    one, other = first.isoformat()[:length], last.isoformat()[:length]
    return iso_in_words(one if one == other else f"{one}/{other}")


def understood(interpretation: Interpretation, documents: int) -> tuple[str, ...]:
    """How a question was read, in a few words a piece, without what goes without saying.

    Names that most documents are called by, or none, tell nothing apart and are left out. So is an order where no name says which
    documents it is of.

    Args:
        interpretation: of the question.
        documents: how many there are in the index.
    """
    telling = {name.text: name.documents for name in interpretation.names if 0 < name.documents <= documents / 2}
    times = {
        days_in_words(period.first, period.last): " (no document dated then)" if period.covered is False else ""
        for period in interpretation.periods
    }
    pieces = [f"{text} ({count} {'document' if count == 1 else 'documents'})" for text, count in telling.items()]
    pieces += [time + note for time, note in times.items()]
    if interpretation.order and telling:
        pieces.append(_ORDERS[interpretation.order])
    return tuple(piece for piece in (*pieces, _TYPES[interpretation.answer_type]) if piece)


def mended_in_words(mended: tuple[Mending, ...]) -> tuple[str, str]:
    """The words that were typed, and those they were taken for, each in quotation marks."""
    typed, meant = (
        " and ".join(f"“{word}”" for word in words)
        for words in zip(*((each.text, each.mended) for each in mended), strict=True)
    )
    return typed, meant


def unknown_names(interpretation: Interpretation) -> tuple[Name, ...]:
    """The names in a question that stand in none of the documents."""
    return tuple(name for name in interpretation.names if not name.known)
