"""Own years: when the financial year of a paper begins, by what it says, and which days "FY25" has by that."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from corpus.language.kinds import Span
from corpus.language.times.parts import ANY_MONTH, MONTH_NUMBERS
from corpus.language.times.written import full_year
from corpus.language.vocabulary import DASH, alternatives, load

_TABLE = load("dates")["own_years"]
_DAY: Final = rf"(?:on\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{ANY_MONTH}))"
_STATED = re.compile(
    rf"\b(?:{alternatives(_TABLE['called'])}|\w+['’]s?)\s+years?\b[^.\n]{{0,40}}?\s"
    rf"(?:(?P<begins>{alternatives(_TABLE['begins'])})|{alternatives(_TABLE['ends'])})\s+{_DAY}",
    re.I,
)
_CALLED = re.compile(
    rf"\b(?:FY\s?(?P<ends>(?:20)?\d\d)(?!\d|\s?(?:/|{DASH})\s?\d)"
    rf"|(?P<first>(?:FY\s?(?:20)?|20)\d\d)\s?(?:/|{DASH})\s?(?P<last>(?:20)?\d\d))(?![\d/])"
)
_CENTURY: Final = 100
_LEAP_YEAR: Final = 2024
"""It has every day that a year can have; one that ends on 28 February ends on the 29th in it."""

OwnYear = tuple[int, int]
"""The month and day on which a financial year begins."""


def own_year(text: str) -> OwnYear | None:
    """When the financial year of whoever wrote a text begins, by what it says; None where it says nothing, or two.

    Args:
        text: such as "Our year ends on 31 July."
    """
    stated = {_begun(match) for match in _STATED.finditer(text)}
    return next(iter(stated)) if len(stated) == 1 else None


def _begun(match: re.Match[str]) -> OwnYear | None:
    """When a year begins by what is said of its first or last day; None for a day that is in no year."""
    month, day = MONTH_NUMBERS[match["month"].casefold().rstrip(".")], int(match["day"])
    try:
        stated = date(_LEAP_YEAR, month, day)
    except ValueError:
        return None
    first = stated if match["begins"] else stated + timedelta(1)
    return (3, 1) if (first.month, first.day) == (2, 29) else (first.month, first.day)


def days_of_years(text: str, begins: OwnYear) -> list[Span]:
    """The first and last days, as ordinals, of the financial years that a text names: "FY25", "2024/25".

    Args:
        text: itself.
        begins: when such a year begins; that called by one number ends in it.
    """
    found = list[Span]()
    for match in _CALLED.finditer(text):
        year = full_year(int((match["ends"] or match["first"])[-2:]))
        if match["first"] and int(match["last"]) % _CENTURY != (year + 1) % _CENTURY:
            continue
        first = date(year - (bool(match["ends"]) and begins != (1, 1)), *begins)
        found.append((first.toordinal(), (first.replace(year=first.year + 1) - timedelta(1)).toordinal()))
    return found
