"""Periods: the times that a question names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.language.vocabulary import load
from corpus.metadata import parse_date
from qa.query.coverage import Period

_MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_MONTH = rf"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
CALENDAR = frozenset({*_MONTHS, *(day.casefold() for day in calendar.day_name), "q1", "q2", "q3", "q4"})
_YEAR = r"(?:1[0-9]|20)\d\d"
RANGE = re.compile(
    rf"\b(?:between|from)\s+(?:{_MONTH}\s+)?(?P<one>{_YEAR})\s+(?:and|to|until|till)\s+(?:{_MONTH}\s+)?(?P<other>{_YEAR})\b",
    re.I,
)
_COUNTED: list[str] = load("questions")["counted_nouns"]
_PERIOD = re.compile(
    rf"(?<![\w£$€.,/-])(?<!more than )(?<!fewer than )(?<!less than )(?<!at least )"
    rf"(?:(?P<bound>before|until|prior to|earlier than|by|up to|after|later than|since|from)\s+(?:the\s+)?)?"
    rf"(?:(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_MONTH}),?\s+(?P<month_year>{_YEAR})"
    rf"|(?P<us_month>{_MONTH})\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<us_year>{_YEAR})"
    rf"|(?P<numeric>{_YEAR}-[01]\d-[0-3]\d|\d{{1,2}}(?P<sign>[/.-])\d{{1,2}}(?P=sign){_YEAR})"
    rf"|(?P<iso_year>{_YEAR})-(?P<iso_month>0[1-9]|1[0-2])(?!\d)"
    rf"|(?P<split>{_YEAR})\s?[/–-]\s?(?P<split_end>{_YEAR}|\d\d)(?!\d)"
    rf"|(?P<decade>{_YEAR})s"
    rf"|(?P<year>{_YEAR}))(?![\w%£]|[.,]\d|\s*(?:{'|'.join(_COUNTED)})\b(?!['’]))"
    r"|\b(?P<relative>(?P<which>last|this|past)\s+(?P<unit>year|month|week))\b",
    re.I,
)


def read_periods(question: str, today: date) -> Iterator[Period]:
    """The times a question names, in order: days, months, years, decades, "last year", and "before" or "since" one of them.

    Of "between 2018 and 2021" both years are given, each for itself: a question that compares them wants both.
    """
    ranges = list(RANGE.finditer(question))
    for match in ranges:
        for group in ("one", "other"):
            year = int(match[group])
            yield Period(match[group], *match.span(group), date(year, 1, 1), date(year, 12, 31))
    for match in _PERIOD.finditer(question):
        if any(span.start() < match.end() and match.start() < span.end() for span in ranges):
            continue
        days = _days(match, today)
        if days is None:
            continue
        first, last = _bounded((match["bound"] or "").casefold(), *days)
        yield Period(match.group(), *match.span(), first, last)


def _bounded(bound: str, first: date, last: date) -> tuple[date | None, date | None]:
    """What "before", "until", "after" or "since" make of a stretch of days."""
    if bound in ("before", "prior to"):
        return None, first - timedelta(days=1) if first > date.min else first
    if bound in ("until", "by", "up to"):
        return None, last
    if bound == "after":
        return last + timedelta(days=1) if last < date.max else last, None
    return (first, None) if bound in ("since", "from") else (first, last)


def _days(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """The first and last day that a found period names, without its "before" or "since"; None when there is no such day."""
    try:
        if match["relative"]:
            return _relative(match, today)
        if match["numeric"]:
            day = parse_date(match["numeric"])
            return (day, day) if day else None
        if match["iso_month"] and int(match["iso_month"]) != (int(match["iso_year"]) + 1) % 100:
            return _month(int(match["iso_year"]), int(match["iso_month"]))
        if month := match["month"] or match["us_month"]:
            number, year = _MONTHS[month.rstrip(".").casefold()], int(match["month_year"] or match["us_year"])
            if in_month := match["day"] or match["us_day"]:
                return date(year, number, int(in_month)), date(year, number, int(in_month))
            return _month(year, number)
    except ValueError:
        return None
    year = int(match["year"] or match["split"] or match["iso_year"] or match["decade"])
    ending = (match["split_end"] or match["iso_month"] or str(year + 9 * bool(match["decade"])))[-2:]
    last = int(match["split_end"]) if len(match["split_end"] or "") == 4 else year + (int(ending) - year) % 100
    return (date(year, 1, 1), date(last, 12, 31)) if last >= year else None


def _month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _relative(match: re.Match[str], today: date) -> tuple[date, date]:
    past = match["which"].casefold() != "this"
    unit = match["unit"].casefold()
    if unit == "year":
        year = today.year - past
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        first = (today.replace(day=1) - timedelta(days=1)).replace(day=1) if past else today.replace(day=1)
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    monday = today - timedelta(days=today.weekday() + 7 * past)
    return monday, monday + timedelta(days=6)
