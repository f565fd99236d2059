"""Days in values, lines and file names: which day, with month and year, stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from corpus.language.times.dates import find_times
from corpus.language.times.parts import WEEKDAY, first_day, last_day
from corpus.language.times.written import Time
from corpus.language.vocabulary import alternatives, load

CLOCK: Final = (
    r"\s*(?:,|at|T|-|–|\|)?\s*\d{1,2}(?:[:.]\d{2}){0,2}(?:[.,]\d+)?\s*(?:[ap]\.?m\.?|hrs)?\s*"
    r"(?:Z|BST|CES?T|[ECMP][SD]T|(?:GMT|UTC)?(?:[+-]\d{2}:?\d{2})?)"
)
"""A pattern for a time of day as it stands after a date."""
_NO_RANGE = r"(?!\s*(?:to|until|and|or|-|–|—)\s*(?:\w+\s+)?\d)"
_ENDS_THERE = re.compile(_NO_RANGE, re.I)
_VALUE_BEFORE = re.compile(rf"^\W{{0,3}}(?:(?=\d+[:.]\d){CLOCK}(?:\s+on|,)?\s+)?(?:{WEEKDAY},?\s+)?$", re.I)
_VALUE_AFTER = re.compile(rf"(?:{CLOCK})?(?:\s*\([^()]*\))?\W{{0,3}}$", re.I)

_LEADS_TO_DAY = re.compile(
    rf"(?:[\s:|,(–—-]|\b(?:on|from|between|the|at|{WEEKDAY}|\d{{1,2}}(?:[:.]\d{{2}})?\s*(?:[ap]\.?m\.?|hrs))(?![a-z]))*",
    re.I,
)
_JOINS_DAYS = re.compile(rf"\s*(?:,|;|&|and|to|until|[-–—])?\s*(?:{WEEKDAY},?\s*)?", re.I)

_LINES_KEPT = 512
_MAY_HAVE_YEAR = re.compile(r"\d{4}|[-/]\d\d(?!\d)")

_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d\d?)([-_. ])(\d\d?)\2((?:19|20)\d\d)(?!\d)|(?<!\d)(\d\d)(\d\d)((?:19|20)\d\d)(?!\d)"
)
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}", re.I)
_NOT_ITS_DAY = re.compile(rf"(?<![a-z]){alternatives(load('metadata')['file_name']['other'])}(?![a-z])", re.I)


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """A day in a line.

    Attributes:
        day: of several, or of all from one to another, the last.
        start, end: where it stands.
    """

    day: date
    start: int
    end: int


def parse_date(value: object) -> date | None:
    """Read a date, day before month as in Britain.

    Args:
        value: a date, a datetime, a text such as "23rd July 2018", "23/07/2018", "2018-07-23T09:00:00Z" or "20180723",
            or a whole number of that last form.

    Returns:
        The day as written, or None unless day, month and year are all there.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int) and 10_000_000 <= value <= 99_999_999:
        value = str(value)
    if not isinstance(value, str) or not 6 <= len(text := " ".join(value.split())) <= 64:
        return None
    if re.fullmatch("[0-9]{8}", text):
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return next(
        (
            placed.day
            for placed in _single(find_times(text), text)
            if _VALUE_BEFORE.search(text, 0, placed.start) and _VALUE_AFTER.match(text, placed.end)
        ),
        None,
    )


def days_in(text: str) -> set[date]:
    """Every day, with month and year, that a text names; of a span of days the last."""
    return {last_day(time.last) for time in find_times(text) if _is_whole(time)}


def may_name_day(line: str) -> bool:
    """Whether a line may name a day, by its digits; this takes no time."""
    return _MAY_HAVE_YEAR.search(line) is not None


def ends_with_day(words: str) -> bool:
    """Whether words end with a day or month, with its year or without: "Term: 7 September"."""
    return any(time.end == len(words) and time.precision in ("day", "month") for time in find_times(words))


def begins_with_day(words: str) -> bool:
    """Whether words begin with a day or month, with its year or without: "3 January, at noon"."""
    return any(time.start == 0 and time.precision in ("day", "month") for time in find_times(words))


def single_days(line: str) -> list[PlacedDay]:
    """The days of a line, with month and year, that are not one end of a longer time."""
    return _single(_times(line), line)


def single_months(line: str) -> list[PlacedDay]:
    """The months of a line, with their year, that are not one end of a longer time; the last day stands for each."""
    return [
        PlacedDay(last_day(time.last), time.start, time.end)
        for time in _times(line)
        if time.has_year and time.precision == "month" and time.first == time.last and _ENDS_THERE.match(line, time.end)
    ]


def first_months(line: str) -> list[PlacedDay]:
    """The months of the days and months of a line, with their year; of a longer time that in which it begins."""
    return [
        PlacedDay(last_day(time.first[:2]), time.start, time.end)
        for time in _times(line)
        if time.has_year and time.precision in ("day", "month")
    ]


def single_seasons(line: str) -> list[PlacedDay]:
    """The seasons of a line, with their year; the first day stands for each, so that it is none to come."""
    return [PlacedDay(first_day(time.first), time.start, time.end) for time in _times(line) if time.form == "season"]


def days_after(line: str, start: int) -> PlacedDay | None:
    """The last of the days that a line gives at an offset, weekdays and times of day before them passed over.

    Args:
        line: such as "Inspection dates: Monday 23 January to Friday 3 February 2023".
        start: the end of what the days are said of.
    """
    found: list[Time] = []
    for time in _times(line):
        if time.start < start:
            continue
        gap = _JOINS_DAYS if found else _LEADS_TO_DAY
        if time.precision != "day" or not gap.fullmatch(line, found[-1].end if found else start, time.start):
            break
        found.append(time)
    whole = [time for time in found if time.has_year]
    if not whole:
        return None
    return PlacedDay(last_day(whole[-1].last), found[0].start, found[-1].end)


def file_name_day(file_id: str) -> date | None:
    """The day that a file's name gives, such as "2023-07-04 minutes.md" or "Minutes 4 July 2023.docx".

    None where it gives several days, or digits that could be read in two ways.
    """
    name = PurePosixPath(file_id)
    if not _SUFFIX.fullmatch(name.suffix) or _NOT_ITS_DAY.search(name.stem):
        return None
    stem = name.stem
    days: set[date] = set()
    for match in _YEAR_FIRST.finditer(stem):
        days |= _calendar_day(match[1], match[3], match[4])
    for match in _DAY_FIRST.finditer(stem):
        days |= _calendar_day(match[4] or match[7], match[3] or match[6], match[1] or match[5])
    if not days:
        days = {placed.day for placed in single_days(re.sub(r"[_\s]+|(?<=\w)-(?=\w)", " ", stem))}
    return days.pop() if len(days) == 1 else None


def _calendar_day(year: str, month: str, day: str) -> set[date]:
    try:
        return {date(int(year), int(month), int(day))}
    except ValueError:
        return set()


def _single(times: Iterable[Time], line: str) -> list[PlacedDay]:
    return [
        PlacedDay(first_day(time.first), time.start, time.end)
        for time in times
        if _is_whole(time) and time.first == time.last and _ENDS_THERE.match(line, time.end)
    ]


@lru_cache(maxsize=_LINES_KEPT)
def _times(line: str) -> tuple[Time, ...]:
    """The dates of a line, each line read once for all that is looked for in it; none where there is no year in it."""
    return tuple(find_times(line)) if may_name_day(line) else ()


def _is_whole(time: Time) -> bool:
    return time.has_year and time.precision == "day"
