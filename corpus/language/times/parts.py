"""Parts of dates: the words of the calendar, and the days that years, months and seasons come to."""

from __future__ import annotations

import calendar
import re
from datetime import date

from corpus.language.vocabulary import alternatives, load

Parts = tuple[int | None, ...]
"""A year, a year and month, or a year, month and day; the year is None where the text does not give it."""
Ends = tuple[Parts, Parts]
"""The first and last parts of a time, which are often the same."""

_WORDS = load("dates")
_MONTHS: list[list[str]] = _WORDS["months"]
_WEEKDAYS: list[list[str]] = _WORDS["weekdays"]
MONTH_NAMES: tuple[str, ...] = tuple(names[0] for names in _MONTHS)
"""The twelve months in full, January first."""
MONTH_NUMBERS: dict[str, int] = {name.casefold(): month for month, names in enumerate(_MONTHS, 1) for name in names}
"""The number of each month, 1 to 12, by its names in small letters."""
WEEKDAYS: tuple[str, ...] = tuple(names[0].casefold() for names in _WEEKDAYS)
"""The seven days of the week in small letters, Monday first."""
SEASONS: dict[str, int] = _WORDS["seasons"]
"""The first month of each season."""
UNITS: tuple[str, ...] = tuple(_WORDS["units"])
DAYS_FROM_TODAY: dict[str, int] = _WORDS["days"]
STEPS: dict[str, int] = _WORDS["steps"]
BOUNDS: dict[str, str] = {word: bound for bound, words in _WORDS["bounds"].items() for word in words}
"""What a word before a date makes of it: "before", "until", "after" or "since"."""
NUMBERED: tuple[str, ...] = tuple(_WORDS["numbered"])
"""Words before four digits that are a number."""
COUNTED: tuple[str, ...] = tuple(_WORDS["counted"])
ORDINALS: dict[str, int] = load("numbers")["ordinals"]
_WEEKDAY_NUMBERS: dict[str, int] = {name.casefold(): day for day, names in enumerate(_WEEKDAYS) for name in names}
TOGETHER_DAYS: dict[str, frozenset[int]] = {name: frozenset(days) for name, days in _WORDS["days_together"].items()}
"""The days of the week that one word names together, Monday as 0."""
_ONE_WEEKDAY = rf"(?:(?i:{alternatives(WEEKDAYS)})s?|{alternatives(name for names in _WEEKDAYS for name in names)}s?)"
_NAMED_WEEKDAYS = re.compile(
    rf"\b(?:(?P<together>(?i:{alternatives(TOGETHER_DAYS)}))s?|(?P<first>{_ONE_WEEKDAY})"
    rf"(?:\s*(?:[-–—]|{alternatives(_WORDS['through'])})\s*(?P<last>{_ONE_WEEKDAY}))?)\b"
)
_WEEKLY = re.compile(rf"\b{alternatives([f'{name}s' for name in WEEKDAYS])}\b", re.I)
_TIMES = [*MONTH_NUMBERS, *WEEKDAYS, *SEASONS, *_WORDS["time_words"]]
_SAYS_WHEN = re.compile(rf"\d|\b(?:{alternatives([*_TIMES, *UNITS])})s?\b", re.I)
_NAMES_TIME = re.compile(
    rf"\d|\b(?:{alternatives(_TIMES)}|{alternatives(_WORDS['counting_units'])}\s+{alternatives(UNITS)})s?\b", re.I
)


_STOP = r"\b(?:\.(?=\s*[\d,]))?"
YEAR = r"(?:1[0-9]|20)[0-9]{2}"
"""A pattern for a year of four digits, 1000 to 2099."""
ANY_MONTH = rf"(?i:{alternatives(MONTH_NUMBERS)}){_STOP}"
"""A pattern for the name of a month however it is written; it asks for more around it, for some "may" or "march"."""
MONTH = rf"(?:{alternatives([form for name in MONTH_NUMBERS for form in (name.title(), name.upper())])}){_STOP}"
"""A pattern for the name of a month with a capital."""
WEEKDAY = rf"(?i:{alternatives([name for names in _WEEKDAYS for name in names])})\b\.?"
"""A pattern for the name of a day of the week, short forms with it."""

ALL_YEARS = range(1000, 2100)
"""The years that four digits can name."""
TOLD_YEARS = range(1500, 2100)
"""The years that texts of today tell of; digits below are rather a count."""
_FOUR_DIGITS = re.compile(rf"(?<![0-9£$€]){YEAR}(?![0-9%]|[.,][0-9])")

_YEAR_RANGE = re.compile(
    rf"(?:\bbetween\s+(?:(?:{MONTH})\s+)?(?P<from>{YEAR})\s+and|(?<![0-9£$€])(?P<since>{YEAR})(?:\s?[-–—]|\s+(?:to|until|till)))"
    rf"\s?(?:(?:{MONTH})\s+)?(?P<last>{YEAR})(?![0-9%]|[.,][0-9])"
)
_MOST_YEARS = 100


def years_in(text: str, among: range = ALL_YEARS) -> frozenset[int]:
    """The numbers in a text that could be years by their four digits: no money, shares or parts of longer numbers.

    This reads no dates and takes a fraction of the time: for telling which of many passages may be of a year.
    """
    return frozenset(year for year in map(int, _FOUR_DIGITS.findall(text)) if year in among)


def years_covered(text: str) -> frozenset[int]:
    """The years that a text gives, with all between the ends of a range: 1902 of "from 1894 to 1911"."""
    between = (range(int(match["from"] or match["since"]), int(match["last"])) for match in _YEAR_RANGE.finditer(text))
    return years_in(text).union(*(years for years in between if len(years) <= _MOST_YEARS))


def says_when(text: str) -> bool:
    """Whether anything in a text can say when something is: a digit, a day, a month, a season, or a word of time."""
    return _SAYS_WHEN.search(text) is not None


def names_time(text: str) -> bool:
    """Whether a heading can say when what stands under it is: as `says_when`, but "Market day" names no day."""
    return _NAMES_TIME.search(text) is not None


def weekdays_in(text: str) -> frozenset[int]:
    """The days of the week that a text names, Monday as 0, with those between the ends of a range."""
    found = set[int]()
    for match in _NAMED_WEEKDAYS.finditer(text):
        if match["together"]:
            found |= TOGETHER_DAYS[match["together"].casefold()]
            continue
        first = _weekday_number(match["first"])
        last = _weekday_number(match["last"]) if match["last"] else first
        found |= {(first + day) % 7 for day in range((last - first) % 7 + 1)}
    return frozenset(found)


def weekly_days(text: str) -> frozenset[int]:
    """The days of the week on which a text says or asks what is always so, Monday as 0: "on Sundays"."""
    return frozenset().union(*(weekdays_in(match[0]) for match in _WEEKLY.finditer(text)))


def _weekday_number(name: str) -> int:
    plain = name.casefold()
    return _WEEKDAY_NUMBERS[plain if plain in _WEEKDAY_NUMBERS else plain.removesuffix("s")]


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, by any of its names."""
    return MONTH_NUMBERS[name.rstrip(".").casefold()]


def day_ends(year: int | None, month: int, day: int) -> Ends | None:
    """A day as first and last; None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    return (year, month, day), (year, month, day)


def season_ends(name: str, year: int) -> Ends:
    """The first and last month of a season; winter reaches into the next year."""
    month = SEASONS[name]
    return (year, month), (year + (month + 1) // 12, (month + 1) % 12 + 1)


def parts_of(day: date) -> Parts:
    """A day in parts."""
    return day.year, day.month, day.day


def first_day(parts: Parts) -> date:
    """The first day of a year, month or day.

    Raises:
        ValueError: the parts have no year, or none that a `date` can hold.
    """
    year, month, day = (*parts, 1, 1)[:3]
    return date(year or 0, month or 1, day or 1)


def last_day(parts: Parts) -> date:
    """The last day of a year, month or day.

    Raises:
        ValueError: the parts have no year, or none that a `date` can hold.
    """
    if len(parts) == 3:
        return first_day(parts)
    year, month = (*parts, 12)[:2]
    return date(year or 0, month or 12, calendar.monthrange(year or 1, month or 12)[1])


def iso(parts: Parts) -> str:
    """Parts in ISO 8601, such as "2019-05"; 44 BC is "-0043"."""
    year = parts[0] or 0
    return "-".join([f"-{-year:04d}" if year < 0 else f"{year:04d}", *(f"{part:02d}" for part in parts[1:])])
