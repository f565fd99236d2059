"""Wording: values in the words of a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from corpus.language.kinds import Value
from corpus.language.times.parts import MONTH_NAMES, SEASONS, last_day, parts_of
from corpus.language.vocabulary import CURRENCY_SIGNS, DASH, alternatives, load

VALUES: Mapping[str, str] = {
    "date": "Date",
    "number": "Number",
    "name": "Name",
    "rating": "Rating",
    "phone": "Telephone",
    "email": "Email",
    "web": "Web page",
}
"""What each kind of value is called."""
_NUMBER = re.compile(r"(\d+(?:\.\d*[1-9])?)(?:\.0+|0+)?")
"""A number without the noughts after its point that say nothing."""
_COUNTS = load("counts")
_NONE = re.compile(rf"{alternatives([*_COUNTS['none'], *_COUNTS['no_one'], *_COUNTS['nil'], *_COUNTS['no']])}\b", re.I)
_NONE_WORD: str = _COUNTS["none"][0]
_JOINED = load("numbers")["joined"]
_TO = f" {_JOINED['to'][0]} "
_RANGE_DASH = re.compile(rf"(?<=[\w%°])(?:\s{DASH}\s|{DASH})(?=[{CURRENCY_SIGNS}]?[0-9])")
_OF_TWO = re.compile(
    rf"{_RANGE_DASH.pattern}|\s{alternatives([*_JOINED['to'], *_JOINED['and'], *_JOINED['shares']])}\s", re.I
)
"""What stands in a range or a share."""
_ISO = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


def day_in_words(day: date) -> str:
    """A day as people write it, such as "23 July 2018"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def month_in_words(day: date) -> str:
    """The month of a day in words, such as "March 2024"."""
    return f"{MONTH_NAMES[day.month - 1]} {day.year:04d}"


def season_in_words(day: date) -> str:
    """The season that a day is in, in words such as "autumn 2025"; winter has the year it begins in."""
    name, begins = max(SEASONS.items(), key=lambda season: (season[1] - day.month - 1) % 12)
    return f"{name} {day.year - (begins > day.month):04d}"


def value_name(value: Value) -> str:
    """What a value is called, such as "Date"; a number of money is an amount."""
    is_money = value.kind == "number" and re.search(f"[{CURRENCY_SIGNS}]", value.text)
    return "Amount" if is_money else VALUES[value.kind]


def value_in_words(value: Value) -> str:
    """A typed value as a person writes it.

    Returns:
        Such as "May 2013" for 2013-05, "two million (2,000,000)", "£3.4 to £3.6 million", "two in five", "none" or
        "Requires improvement".
    """
    written = " ".join(value.text.split())
    if value.kind == "date":
        return iso_in_words(value.normalized)
    if value.kind == "number":
        return _number_in_words(written, value.normalized)
    if value.kind in ("phone", "email", "web"):
        return written
    return value.normalized[:1].upper() + value.normalized[1:]


def _number_in_words(written: str, normalized: str) -> str:
    """A number as it is written, with its digits where those are not written; a range with "to" for its dash."""
    if normalized == "0" and _NONE.match(written):
        return _NONE_WORD
    if "/" in normalized and _OF_TWO.search(written):
        spoken = _RANGE_DASH.sub(_TO, written)
        return spoken[:1].lower() + spoken[1:]
    if "." in normalized and re.search(r"\d", written):
        return written
    if _NUMBER.findall(written.replace(",", "")) == _NUMBER.findall(normalized):
        return written
    return f"{written} ({_grouped(normalized)})"


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
    month = [MONTH_NAMES[int(found["month"]) - 1]] if found["month"] else []
    return [*([str(int(found["day"]))] if found["day"] else []), *month, era]


def days_in_words(first: date | None, last: date | None) -> str:
    """A span of days, both included, in words; None where it is open.

    Returns:
        Such as "2018", "May 2019", "20 to 24 January 2025", "until 31 December 2021" or "since 1 January 2020".
    """
    if first is None or last is None:
        return f"since {day_in_words(first)}" if first else f"until {day_in_words(last)}" if last else "any time"
    return iso_in_words(days_in_iso(first, last))


def days_in_iso(first: date, last: date) -> str:
    """A span of days, both included, in ISO 8601.

    Returns:
        Such as "2018", "2019-05", "2019-05-12" or "2025-01-20/2025-01-24".
    """
    months = first.day == 1 and last == last_day(parts_of(last)[:2])
    length = 4 if months and first.month == 1 and last.month == 12 else 7 if months else 10
    one, other = first.isoformat()[:length], last.isoformat()[:length]
    return one if one == other else f"{one}/{other}"


def listed(items: Sequence[str], word: str) -> str:
    """Some words as a list in a sentence, the last joined by a word: "Monday, Tuesday or Friday"; "" for none.

    Args:
        items: what is listed, in order.
        word: such as "and".
    """
    return f"{', '.join(items[:-1])} {word} {items[-1]}" if len(items) > 1 else "".join(items)
