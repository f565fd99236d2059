"""Forms of dates: every way of writing one, declared with what it means.

A new way of writing a date is one more `Form` in `FORMS`, and questions, texts and metadata read it from then on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from corpus.language.context import before
from corpus.language.times.in_words import WORD_FORMS
from corpus.language.times.leads import LEADS
from corpus.language.times.parts import ANY_MONTH, MONTH, MONTH_NAMES, WEEKDAY, YEAR, day_ends, month_number
from corpus.language.times.periods import DIGIT_PERIODS, WORD_PERIODS
from corpus.language.times.written import AND, BETWEEN, TO, Form, Time, at, full_year, spoken_year, years
from corpus.language.vocabulary import DASH, PHONE, UNIT, alternatives, load

_RANGE = re.compile(TO)
_DIGITS = re.compile("[0-9]+")
_SHORT: dict[str, list[str]] = load("dates")["short"]
_DAY_BEFORE = re.compile(
    rf"(?:\b{alternatives(_SHORT['before'])}:?|\b{WEEKDAY},?)\s+\(?(?:[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{2}}(?:{TO}|{AND}|,\s+))?$",
    re.I,
)
_DAY_BEFORE_CHARS = 40
_NUMBERED = re.compile(rf"\b{alternatives(_SHORT['numbered'])}s?\b[^.!?;]*(?:[0-9]+\.[0-9.]+[^.!?;]*)*$", re.I)
_NUMBERED_CHARS = 60
_NO_MONTH = re.compile(
    rf"{ANY_MONTH}\s+(?:(?-i:{alternatives(_SHORT['streets'])})\b|(?<=May\s){alternatives(_SHORT['after_may'])}\b)"
)
"""What stands after a month's name that makes it the name of a street, or a verb: "5 March Close", "3 to 7 May be"."""
_YEAR_LEAD = re.compile(rf"\b(?:{alternatives(_SHORT['before_years'])}|{ANY_MONTH})\s+$", re.I)


# Digits

_DAY = r"[0-3]?[0-9](?![0-9])"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b)?"
_YEAR_AFTER = rf"(?:{YEAR}(?![0-9])|['’‘][0-9]{{2}}(?![\w%'’]))"
"""A year after its month, which may be without its century: "June '05"."""


def _read_nothing(match: re.Match[str], text: str) -> Iterable[Time]:
    return ()


def _read_year_first(match: re.Match[str], text: str) -> Iterable[Time]:
    return at(match, day_ends(*map(int, _DIGITS.findall(match["year_first"]))))


def _read_split(match: re.Match[str], text: str) -> Iterable[Time]:
    """What a year and two digits mean: "2019/20" and "2015-18" are years; "2019-05" is a month."""
    year, short = int(match["split_year"]), int(match["split_end"])
    if short > year % 100 or (short == 0 and year % 100 == 99):
        return at(match, years(year, year - year % 100 + short + (100 if short == 0 else 0)))
    is_month = 1 <= short <= 12 and "/" not in match["split_sign"]
    return at(match, ((year, short), (year, short)) if is_month else None)


def _read_month_slash(match: re.Match[str], text: str) -> Iterable[Time]:
    """A month and its year after a word such as "by"; without one "12/2022" may be a number of minutes or cases."""
    if not before(_DAY_BEFORE, text, match.start(), _DAY_BEFORE_CHARS):
        return ()
    month = int(match["slash_year"]), int(match["slash_month"])
    return at(match, (month, month))


def _read_two_years(match: re.Match[str], text: str) -> Iterable[Time]:
    return at(match, years(int(match["from_year"]), int(match["to_year"])))


def _read_numeric(match: re.Match[str], text: str) -> Iterable[Time]:
    if match["sign"] == "." and len(match["three"]) == 2 and not _is_short_date(match, text):
        return ()
    one, two, year = int(match["one"]), int(match["two"]), full_year(int(match["three"]))
    return at(match, day_ends(year, two, one) or day_ends(year, one, two))


def _is_short_date(match: re.Match[str], text: str) -> bool:
    """Whether "3.5.23" is a day: after a word such as "on", and with no word for what is numbered so near it."""
    return before(_DAY_BEFORE, text, match.start(), _DAY_BEFORE_CHARS) and not before(
        _NUMBERED, text, match.start(), _NUMBERED_CHARS
    )


def _read_dashed(match: re.Match[str], text: str) -> Iterable[Time]:
    year = full_year(int(match["dashed_year"]))
    return at(match, day_ends(year, month_number(match["dashed_month"]), int(match["dashed_day"])))


def _read_days_of_month(match: re.Match[str], text: str) -> Iterator[Time]:
    """A day with its month, and the days before it: one time where they follow each other, else each for itself."""
    month = month_number(match["month"])
    year = _year(match["year"])
    last = day_ends(year, month, int(match["day"]))
    if not last or (
        year is None and (match["month"] in ("may", "march") or _NO_MONTH.match(text, match.start("month")))
    ):
        return
    earlier = [(digits.start() + match.start(), int(digits[0])) for digits in _DIGITS.finditer(match["days"] or "")]
    days = [day for _, day in earlier] + [int(match["day"])]
    to = bool(match["days"]) and bool(_RANGE.search(match["days"]))
    whole = to or (bool(match["days"]) and before(BETWEEN, text, match.start()))
    follow = all(other == one + 1 for one, other in pairwise(days))
    first = day_ends(year, month, days[0])
    if first and (follow or (whole and days[0] < days[-1])):
        yield Time(match.start(), match.end(), first[0], last[1], form="days_of_month")
        return
    for start, day in earlier if not to else ():
        if own := day_ends(year, month, day):
            end = start + len(str(day)) if text[start] != "0" else start + 2
            yield Time(start, end, *own, form="days_of_month")
    yield Time(match.start("day"), match.end(), *last, form="days_of_month")


def _year(told: str | None) -> int | None:
    if not told:
        return None
    return int(told) if told.isdigit() else spoken_year(int(told[1:]))


def _read_short_year(match: re.Match[str], text: str) -> Iterable[Time]:
    """The year that "in '98" or "summer of '76" names."""
    if not before(_YEAR_LEAD, text, match.start() - 1):
        return ()
    year = spoken_year(int(match["two_digits"]))
    return (Time(match.start() - 1, match.end(), (year,), (year,), form="short_year"),)


def _read_decade(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["decade_year"])
    return at(match, years(year, year + (99 if year % 100 == 0 and year < 2000 else 9)))


def _read_bare(match: re.Match[str], text: str) -> Iterable[Time]:
    return at(match, years(int(match["bare"]), int(match["bare"])))


# Months before their days


def _month_first(month: str, year: str) -> str:
    return (
        rf"(?P<first_month>{month})(?:\s+(?P<day_next>{_DAY}){_SUFFIX}(?:(?:{TO}|{AND})(?P<day_last>{_DAY}){_SUFFIX})?"
        rf"(?!\s*[:%]))?(?:,?\s+(?:of\s+)?(?P<month_year>{_YEAR_AFTER})){year}"
    )


def _read_month_first(match: re.Match[str], text: str) -> Iterable[Time]:
    month = month_number(match["first_month"])
    year = _year(match["month_year"])
    if not match["day_next"]:
        return at(match, ((year, month), (year, month)))
    first = day_ends(year, month, int(match["day_next"]))
    last = day_ends(year, month, int(match["day_last"])) if match["day_last"] else first
    return at(match, (first[0], last[1]) if first and last and first <= last else None)


def _read_small_months(match: re.Match[str], text: str) -> Iterable[Time]:
    """Two months with the year of the second, as a range of months with capitals is joined from two dates."""
    first, last = month_number(match["months_first"]), month_number(match["months_last"])
    year = int(match["months_year"])
    return at(match, ((year - (first > last), first), (year, last)))


_DIGIT_FORMS: tuple[Form, ...] = (
    Form(
        "year_first",
        "digit",
        rf"{YEAR}(?:-[01]?[0-9]-[0-3]?[0-9](?![0-9])|/[01]?[0-9]/[0-3]?[0-9](?![\w/]|[.,]?[0-9]))",
        _read_year_first,
    ),
    Form(
        "split",
        "digit",
        rf"(?P<split_year>{YEAR})(?P<split_sign>\s?/\s?|\s?{DASH}\s?)(?P<split_end>[0-9]{{2}})(?![\w/]|[.,]?[0-9]|{DASH}[0-9])",
        _read_split,
    ),
    Form(
        "month_slash",
        "digit",
        rf"(?P<slash_month>0?[1-9]|1[0-2])/(?P<slash_year>{YEAR})(?![\w/-]|[.,]?[0-9])",
        _read_month_slash,
    ),
    Form("two_years", "digit", rf"(?P<from_year>{YEAR})/(?P<to_year>{YEAR})(?![\w/]|[.,]?[0-9])", _read_two_years),
    Form(
        "numeric",
        "digit",
        rf"(?P<one>[0-9]{{1,2}})(?P<sign>[/.-])(?P<two>[0-9]{{1,2}})(?P=sign)(?P<three>{YEAR}|(?<=[/.])[0-9]{{2}})(?![\w/]|[.,-][0-9])",
        _read_numeric,
    ),
    Form(
        "dashed",
        "digit",
        rf"(?P<dashed_day>{_DAY})-(?P<dashed_month>{ANY_MONTH})-(?P<dashed_year>[0-9]{{2}})(?![\w-]|[.,]?[0-9])",
        _read_dashed,
    ),
    Form(
        "days_of_month",
        "digit",
        rf"(?P<days>(?:{_DAY}{_SUFFIX},\s*){{0,5}}{_DAY}{_SUFFIX}(?:{TO}|,?{AND}))?(?P<day>{_DAY}){_SUFFIX}(?:\s+of)?(?:\s+|-)"
        rf"(?P<month>{ANY_MONTH})(?:(?:,?\s*|-)(?P<year>{_YEAR_AFTER}))?",
        _read_days_of_month,
    ),
    Form("decade", "digit", rf"(?=[0-9]{{3}}0)(?P<decade_year>{YEAR})['’]?s\b", _read_decade),
    Form("bare", "digit", rf"{YEAR}(?![\w%])", _read_bare),
    Form(
        "short_year",
        "digit",
        rf"(?<=['’‘])(?P<two_digits>[0-9]{{2}})(?![\w%'’]|[.,:/-][0-9]|\s+{UNIT})",
        _read_short_year,
    ),
    Form("month_first", "month", _month_first(MONTH, "?"), _read_month_first),
    Form(
        "small_month",
        "word",
        rf"(?<![/‐-―−-])(?<![0-9]\s)(?<![0-9](?:st|nd|rd|th)\s)(?<![0-9](?:st|nd|rd|th)\sof\s)"
        f"{_month_first(ANY_MONTH, '')}",
        _read_month_first,
        tuple(rf"{name[:3].lower()}[a-z]*\.?,?\s+(?:of\s+)?['’‘]?[0-9]" for name in MONTH_NAMES),
    ),
    Form(
        "small_months",
        "word",
        rf"(?P<months_first>{ANY_MONTH}){TO}(?P<months_last>{ANY_MONTH}),?\s+(?P<months_year>{YEAR})(?![0-9])",
        _read_small_months,
        tuple(rf"{name[:3].lower()}[a-z]*\.?\s*(?:{DASH}|t|until)" for name in MONTH_NAMES),
    ),
)

FORMS: tuple[Form, ...] = (
    Form("phone", "digit", PHONE, _read_nothing),  # so that no part of one is taken for a year
    *DIGIT_PERIODS,
    *_DIGIT_FORMS,
    *WORD_PERIODS,
    *LEADS,
    *WORD_FORMS,
)
"""Every way of writing a date; of two that fit at the same place the first counts."""
