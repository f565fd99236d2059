"""Periods: the times that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from corpus.language.kinds import Span
from corpus.language.times.counting import is_told
from corpus.language.times.dates import find_times
from corpus.language.times.parts import ALL_YEARS, BOUNDS, MONTH_NUMBERS, WEEKDAYS, first_day, last_day
from corpus.language.times.periods import financial_year
from corpus.language.times.tense import is_yearly, tense
from corpus.language.times.written import Time
from corpus.language.vocabulary import alternatives, load
from qa.query.coverage import Period

CALENDAR = frozenset({*MONTH_NUMBERS, *WEEKDAYS, "q1", "q2", "q3", "q4"})
"""Words of the calendar, which are neither names nor misspelt."""
_BOUND_BEFORE = re.compile(rf"(?<!\w)(?P<bound>{alternatives(BOUNDS)})(?:\s+|(?<=pre)-|(?<=post)-)(?:the\s+)?$", re.I)
_OF_THINGS = load("dates")["of_things"]
_BOUND_OF_THING = re.compile(
    rf"(?<!\w)(?P<bound>{alternatives(_OF_THINGS['bounds'])})\s+(?:that|those|(?:the|a|an)(?:\s+[\w'’-]+){{1,4}})"
    rf"\s+{alternatives(_OF_THINGS['dated'])}\s+(?:the\s+)?$",
    re.I,
)
"""It makes an end of the date of a thing: "before the election of 2018"."""
_BETWEEN_BEFORE = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_STORY = load("asking")["story"]
_TELLER = re.compile(rf"\b{alternatives(_STORY['tellers'])}\b", re.I)
_WISHES = re.compile(rf"\b{alternatives(_STORY['wishes'])}\b", re.I)
_REFERS = re.compile(rf"\b{alternatives(_STORY['refers'])}\b", re.I)
_TURNS_TO_ASK = re.compile(
    rf"(?:[.!;\n]|,|\s[-–—]+)\s+(?:{alternatives(_STORY['turns'])}\s+)*(?={alternatives(_STORY['asking'])}\b)", re.I
)
"""Where somebody who tells what happened turns to a question: "I moved in last week. How do I get a permit?"."""
_CLAUSE_BEGINS = re.compile(rf"(?:^|[,.;:!?\n]|\b{alternatives(_STORY['joins'])}\b)\s*(?=\w)", re.I)
_ASKING_CLAUSE = re.compile(
    rf"{alternatives([*_STORY['asking'], *_STORY['refers'], *load('halves')['auxiliaries']])}\b", re.I
)
_OF_TELLER = re.compile(rf"\b{alternatives(_STORY['subjects'])}\b", re.I)
_YEAR_CHARS = 4
_BY_TODAY = frozenset(
    {"unit", "stepped_kind_year", "stepped", "stepped_feast", "month_of_year", "season_of_year", "ago", "last_few"}
)
"""Forms of times that are told by the day on which a question is asked."""
_OF_ANOTHER = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.I)
"""After "last week" it is that of what follows: "the last week of May 2025"."""
_COUNTING = load("dates")["counting"]
_COMPARED_WITH = re.compile(
    rf"\b(?:(?:{alternatives(_COUNTING['compared_by'])})\s+(?:on|from|over|since)|than(?:\s+in)?"
    rf"|{alternatives(_COUNTING['compared_with'])})\s+(?:the\s+)?$",
    re.I,
)
"""Before a time with which another is compared: "down on last year", "more than last year"."""
_FAR_YEAR = re.compile(r"\b(?:in|during)\s+(?P<year>(?:2[1-9]|[3-9]\d)\d{2})(?=\W*$|[,.;?!])", re.I)
"""A year of which nothing was written yet, or one that was mistyped."""
_TOO_WIDE = frozenset({"century", "era", "early"})
"""Forms of times of which no document says that it is."""


def read_periods(question: str, today: date, newest: date | None = None) -> Iterator[tuple[Period, Period]]:
    """The times a question names, in order, and "before" or "since" one of them, each with its range.

    Of all that the grammar reads a question's times are those with a year, from 1000 on, but no centuries, and
    those that count from today and have begun: "last July", the last that is over, "two years ago", "the last three
    years", "this financial year". A month or day without its year is the last there was, where the question asks of
    what was then. Two years in a row, as in "2022/23", are a financial year. A season is given as its year: what
    was written of it came out later. Of "between 2018 and 2021" both years are given, each for itself: a question
    that compares them wants both. "Between May 2018 and June 2021" is all the time between. What happened to the
    person who asks gives no time: "I moved last week. How do I pay?". Nor does what something is compared with:
    "down on last year". A year such as 3023 is one of which no document is, and not passed over.

    Args:
        question: as it was typed.
        today: the day on which it is asked.
        newest: the day of the newest document, up to which a month without its year is looked for where that is before
            today; None where it is not known.

    Returns:
        For each period the range it is of: all the time between where it is one of the two years of "between 2018 and
        2021", else the period itself.
    """
    told = _told_before(question)
    times = find_times(question, sure_years=ALL_YEARS)
    for time in times:
        if time.form in _BY_TODAY and _COMPARED_WITH.search(question, 0, time.start):
            continue
        if time.end <= told or _is_of_another(time, times, question) or _is_of_teller(time, question):
            continue
        if time.form == "season":
            time = replace(time, start=time.end - _YEAR_CHARS, first=time.first[:1], last=time.first[:1])
        time = _financial(time, question)
        days = _days(time, today) or _last_such(time, question, min(today, newest or today))
        if days is None:
            continue
        if (ends := _two_years(time, question)) is not None:
            for (start, end), year in zip(ends, days, strict=True):
                period = Period(question[start:end], start, end, date(year.year, 1, 1), date(year.year, 12, 31))
                yield period, replace(period, first=days[0], last=days[1])
            continue
        start, bound = _bound(time, question)
        period = Period(question[start : time.end], start, time.end, *_bounded(bound, *days))
        yield period, period
    for match in _FAR_YEAR.finditer(question):
        far = int(match["year"])
        period = Period(match["year"], *match.span("year"), date(far, 1, 1), date(far, 12, 31))
        yield period, period


def _is_of_another(time: Time, times: Sequence[Time], question: str) -> bool:
    """Whether words such as "last week" are of a time after them: "the last week of May 2025"."""
    of = _OF_ANOTHER.match(question, time.end) if time.form in _BY_TODAY else None
    return of is not None and any(other.start == of.end() for other in times)


def _is_of_teller(time: Time, question: str) -> bool:
    """Whether a time without its year is of what the person who asks did: "if I joined seven months ago"."""
    if time.has_year or _TURNS_TO_ASK.search(question, time.end):
        return False
    begin = max((match.end() for match in _CLAUSE_BEGINS.finditer(question, 0, time.start)), default=0)
    is_asked = _ASKING_CLAUSE.match(question, begin)
    return is_asked is None and _OF_TELLER.search(question, begin, time.start) is not None


def _told_before(question: str) -> int:
    """Where a question ends to tell what happened to the person who asks: times in that are not asked about.

    They are where it asks of what was: "We were inspected last week. How were we rated then?".
    """
    turns = list(_TURNS_TO_ASK.finditer(question))
    if not turns:
        return 0
    start = turns[-1].start()
    wishes = _WISHES.search(question, 0, start)
    if wishes or not _TELLER.search(question, 0, start) or _REFERS.search(question, start):
        return 0
    return start


def _financial(time: Time, question: str) -> Time:
    """A time with "2022/23" in it as a financial year, not as two years; others as they are."""
    spans = time.ends or ((time.start, time.end),)
    found = [financial_year(question[slice(*span)]) for span in spans]
    if found[0] is None or found[-1] is None:
        return time
    return replace(time, first=found[0][0], last=found[-1][1])


def _days(time: Time, today: date) -> tuple[date, date] | None:
    """The first and last day of a time that a question may mean; None for others."""
    try:
        if time.has_year:
            first, last = time.days()
            return (first, last) if first.year in ALL_YEARS and time.form not in _TOO_WIDE else None
        if time.form in _BY_TODAY and time.offset:
            one, other = (time.asked or time.offset)(today)
            first, last = first_day(one), last_day(other)
            return (first, last) if first <= today else None
    except (ValueError, OverflowError):
        pass
    return None


def _last_such(time: Time, question: str, said: date) -> tuple[date, date] | None:
    """The first and last day of the last month, or day, without its year that there was, where what was is asked."""
    if time.offset or time.has_year or time.shift or not time.first or not is_told(time, question):
        return None
    if tense(question, time.start, time.end) != "past" or is_yearly(question, time.start, time.end):
        return None
    year = said.year - (time.first[1:] > (said.month, said.day)[: len(time.first) - 1])
    try:
        first, last = first_day((year, *time.first[1:])), last_day((year, *time.last[1:]))
    except ValueError:
        return None
    return (first, last) if first <= last else None


def _two_years(time: Time, question: str) -> tuple[Span, Span] | None:
    """Where the two years of "between 2018 and 2021" or "from 2018 to 2021" stand; None for any other time."""
    if (
        time.ends
        and all(end - start == _YEAR_CHARS for start, end in time.ends)
        and _BETWEEN_BEFORE.search(question, 0, time.start)
    ):
        return time.ends
    return None


def _bound(time: Time, question: str) -> tuple[int, str]:
    """Where a time starts with the word before it that makes it an end, and what that makes of it; "" for nothing.

    "From" is no such word before a time that names its own end.
    """
    match = _BOUND_BEFORE.search(question, 0, time.start) or _BOUND_OF_THING.search(question, 0, time.start)
    if match is None:
        return time.start, ""
    word = " ".join(match["bound"].casefold().split())
    if word == "from" and (time.ends or (time.precision == "day" and time.first != time.last)):
        return time.start, ""
    return match.start(), BOUNDS[word]


def _bounded(bound: str, first: date, last: date) -> tuple[date | None, date | None]:
    """What "before", "until", "after" or "since" make of some days."""
    if bound == "before":
        return None, first - timedelta(days=1) if first > date.min else first
    if bound == "until":
        return None, last
    if bound == "after":
        return last + timedelta(days=1) if last < date.max else last, None
    return (first, None) if bound == "since" else (first, last)
