"""Dates in a text: where they stand, and what each means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal

from corpus.language.context import before
from corpus.language.folding import Folded, fold
from corpus.language.kinds import TEXTS_KEPT, DateMention
from corpus.language.times import forms as date_forms
from corpus.language.times.counting import counted_from_dates, is_told, with_asides
from corpus.language.times.other_months import months_in_english
from corpus.language.times.parts import (
    COUNTED,
    MONTH_NAMES,
    NUMBERED,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Ends,
    day_ends,
    first_day,
    iso,
)
from corpus.language.times.tense import is_moved_from, is_yearly, tense
from corpus.language.times.written import AND, BETWEEN, TO, Form, Time, with_year
from corpus.language.vocabulary import DASH, UNIT, alternatives

SURE_YEARS = range(1900, 2031)
"""Four digits alone are a year of these; others need a word such as "in" before them, or a date beside them."""

_NO_YEAR_AFTER = re.compile(
    rf"[%‰°×]|,[0-9]{{3}}|\.[0-9]|(?!\s+(?:{alternatives(UNITS)})\b)\s*-?{UNIT}(?!['’])|\s+(?:{alternatives(COUNTED)})\b(?!['’])|\s?[mgs]\b|/[0-9]"
    rf"|{DASH}(?!{YEAR}(?![0-9]))[0-9]{{3}}|{DASH}(?-i:[a-z]?[A-Z])",
    re.I,
)
_NO_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:(?<!earlier\s)(?<!later\s)than|least|nearly|almost|approximately|{alternatives(NUMBERED)}\.?)\s+"
    rf"|[0-9][,:]|[0-9]{DASH}|\b0[0-9]{{2,4}}\s)$",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|before|after|around|circa|c\.?|ca\.?|during|years?|between|early|late|born|died|an?|the|[A-Z]\w+\s+of)"
    r"\s+(?:the\s+year\s+)?|mid-|\b(?:back|dates?|dated|dating)\s+to\s+|['’]s\s+|[(\[]|\w,\s)$",
    re.I,
)
_COUNTED_AFTER = re.compile(r"\s+(?!(?:was|is|has|his|its|this|as|does|thus)\b)[a-z]+s\b")
_RANGE = re.compile(rf"{TO}(?:the\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?")
_LISTED = re.compile(rf"\s*,\s*|,?{AND}|\s+or\s+")
_BOTH = re.compile(rf"{AND}(?:the\s+)?")
_YEAR_DAYS = 365
_UNCLEAR_DAYS = 60
_RATHER_AHEAD_DAYS = 100
_SOON_DAYS = 75
_MIDDLE = 15
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?$")
_WEEKDAY_CHARS = 18
_APART = 20
"""Two dates that are joined stand at most so far from each other."""


@lru_cache(maxsize=TEXTS_KEPT)
def dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Every mention of a date in a text, in order, none within another.

    Forms in ISO 8601: a day "2019-05-12", a month "2019-05", a year "2019" (1 BC is "0000", 44 BC "-0043"), and two of
    these with a slash between for all that lasts: "20 to 24 January 2025", "2019/20" (2019/2020), decades ("1990/1999";
    "the 1800s" are "1800/1899"), centuries ("0901/1000" is the tenth), seasons by their months, as the Met Office has
    them ("2021-09/2021-11"), weeks. Days come before months in "03/04/2020".

    Quarters are those of the calendar, or of the financial year in "Q1 2022/23" (2022-04/2022-06); "FY24" and "the year
    to 31 March 2024" end in 2024. "Eight months later" and "the following year" count from the date before them in the
    sentence, or from the only one of the sentence before; "within 28 days of 1 June 2023" is the last of these days.

    A date without its year is one with the year of the date it is joined to ("3 and 10 March 2020"). Otherwise it
    needs the day of publication: it is the last such day or month up to then, or the first from then on where the
    words before it in the sentence speak of what is to come ("will", "due"), or the likelier of the two where its
    verb is in the present ("reopens"; "applies from" may be past), none where that is open or the day comes every
    year. A day of the week before it tells the year alone. "Last July" is July of the year before, and none where
    that of the same year is over; "this July" is that of the same year, "next July" the first after; "on Monday"
    may be the day of publication itself, "last Monday" is not. "Next Thursday (June 22)" is the day in brackets.

    Args:
        text: a passage; white space of any kind may stand within a date.
        published: the day of publication; without it mentions that need it are left out.
    """
    mentions = []
    for time in times(text):
        if resolved := _resolved(time, text, published):
            basis: Literal["explicit", "relative"] = "explicit" if time.has_year else "relative"
            mentions.append(DateMention(text[time.start : time.end], time.start, time.end, resolved, basis))
    return tuple(mentions)


@lru_cache(maxsize=TEXTS_KEPT)
def times(text: str) -> tuple[Time, ...]:
    """The dates of a text as they are written, in order; a month alone only after a word such as "in"."""
    found = with_asides(find_times(text), text)
    return tuple(time for time in found if not time.lasting and is_told(time, text))


def find_times(text: str, sure_years: range = SURE_YEARS) -> list[Time]:
    """All that is written as a date in a text, in order, ranges joined and years handed on within lists.

    Args:
        text: of any kind: a passage, a question, a line of metadata.
        sure_years: what four digits alone are taken for a year.
    """
    folded = fold(text)
    found = _found_times(months_in_english(folded.text), sure_years)
    if folded.offsets is None:
        return found
    return [_placed(time, folded) for time in found]


def times_with_days(text: str, sure_years: range = SURE_YEARS) -> Iterator[tuple[Time, tuple[date, date]]]:
    """The times with a year that a text names, each with its first and last day; none of those before AD 1.

    Args:
        text: a question, or a sentence.
        sure_years: see `find_times`.
    """
    for time in find_times(text, sure_years):
        if time.has_year:
            with suppress(ValueError, OverflowError):
                yield time, time.days()


def _placed(time: Time, folded: Folded) -> Time:
    """A time of a folded text as one of the text itself."""
    start, end = folded.span(time.start, time.end)
    ends = (folded.span(*time.ends[0]), folded.span(*time.ends[1])) if time.ends else None
    anchor = _placed(time.anchor, folded) if time.anchor else None
    counted = folded.span(*time.counted) if time.counted else None
    return replace(time, start=start, end=end, ends=ends, anchor=anchor, counted=counted)


def _found_times(text: str, sure_years: range) -> list[Time]:
    """The times of a folded text."""
    grammar = _grammar(date_forms.FORMS)
    lowered = text.lower()
    found = list(_written(text, grammar, sure_years))
    if len(lowered) == len(text):
        found += _worded(lowered, grammar, {time.start: time.end for time in found})
    found.sort(key=lambda time: (time.start, -time.end))
    kept: list[Time] = []
    for time in found:
        if kept and time.start < kept[-1].end:
            continue
        if kept and (joined := _joined(kept[-1], time, text)):
            kept[-1:] = joined
        else:
            kept.append(time)
    return counted_from_dates(kept, text)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The forms by their names, in two patterns: dates of digits and names of months, and dates of words."""

    written: re.Pattern[str]
    worded: re.Pattern[str]
    forms: dict[str, Form]


@cache
def _grammar(forms: tuple[Form, ...]) -> _Grammar:
    digits, months, words = (
        "|".join(f"{_letters(form)}(?P<{form.name}>{form.pattern})" for form in forms if form.begins == begins)
        for begins in ("digit", "month", "word")
    )
    capitals = "".join(sorted({name[0] for name in MONTH_NAMES}))
    heads = {head for form in forms if form.begins == "word" for head in form.heads}
    return _Grammar(
        re.compile(rf"(?=[0-9({capitals}])(?<![\w£$€#@/.+=&])(?:(?=[0-9(])(?:{digits})|(?=[{capitals}])(?:{months}))"),
        re.compile(rf"\b(?={_beginning(heads)})(?:{words})"),
        {form.name: form for form in forms},
    )


def _letters(form: Form) -> str:
    """A pattern for the first characters of a form, so that all other places are passed over at once."""
    return (
        f"(?=[{''.join(sorted({head.strip('[')[:3] if head[0] == '[' else head[0] for head in form.heads}))}])"
        if form.heads
        else ""
    )


def _beginning(heads: set[str]) -> str:
    """A pattern for any of some beginnings, those of one letter together: all others are passed over at once."""
    short = sorted({head[:4] if head.isalpha() else head for head in heads})
    first = [head[:5] if head.startswith("[0-9]") else head[0] for head in short]
    groups = groupby(zip(first, short, strict=True), itemgetter(0))
    return "|".join(f"{begin}(?:{'|'.join(head[len(begin) :] for _, head in same)})" for begin, same in groups)


def _written(text: str, grammar: _Grammar, sure_years: range) -> Iterator[Time]:
    """Dates of digits and names of months."""
    last_end = 0
    for match in grammar.written.finditer(text):
        name = match.lastgroup or ""
        if name == "bare" and not _is_year(match, text, last_end, sure_years):
            continue
        for time in grammar.forms[name].read(match, text):
            yield time
            last_end = match.end()


def _worded(lowered: str, grammar: _Grammar, taken: dict[int, int]) -> Iterator[Time]:
    """Dates of words, in a text in small letters, but where a date as long begins."""
    for match in grammar.worded.finditer(lowered):
        start, end = match.span()
        if taken.get(start, 0) < end and not (lowered[end - 1].isdecimal() and _NO_YEAR_AFTER.match(lowered, end)):
            yield from grammar.forms[match.lastgroup or ""].read(match, lowered)


def _is_year(match: re.Match[str], text: str, last_end: int, sure_years: range) -> bool:
    """Whether four digits read as a year; what is not surely one needs a word such as "in" or a date before it."""
    start, end = match.span()
    if _NO_YEAR_AFTER.match(text, end):
        return False
    if last_end and start - last_end < 8 and _follows(text, last_end, start):
        return True
    if before(_NO_YEAR_BEFORE, text, start):
        return False
    return int(match.group()) in sure_years or (
        before(_YEAR_BEFORE, text, start) and not _COUNTED_AFTER.match(text, end)
    )


def _follows(text: str, start: int, end: int) -> bool:
    return bool(_RANGE.fullmatch(text, start, end) or _LISTED.fullmatch(text, start, end))


def _joined(one: Time, other: Time, text: str) -> list[Time] | None:
    """Two dates beside each other as one range, or with the year of one for both; None where they are neither."""
    if not (one.first and other.first) or other.start - one.end > _APART:
        return None
    gap = one.end, other.start
    is_range = bool(_RANGE.fullmatch(text, *gap)) or (
        bool(_BOTH.fullmatch(text, *gap)) and before(BETWEEN, text, one.start)
    )
    if not is_range and (one.has_year or not other.has_year or not _LISTED.fullmatch(text, *gap)):
        return None
    if len(one.first) != len(other.last) and min(len(one.first), len(other.last)) < 2:
        return None
    is_range = is_range and not is_moved_from(text, one.start)
    one, other = _with_years(one, other, is_range)
    if not is_range:
        return [one, other]
    shared = min(len(one.first), len(other.last))
    if one.has_year and one.first[:shared] > other.last[:shared]:
        return None
    return [Time(one.start, other.end, one.first, other.last, ends=((one.start, one.end), (other.start, other.end)))]


def _with_years(one: Time, other: Time, is_range: bool) -> tuple[Time, Time]:
    """Two dates, the one without a year with that of the other; a range may turn the year."""
    if one.has_year == other.has_year:
        return one, other
    turned = other.first[1:] < one.first[1:]
    if other.has_year:
        year = other.first[0]
        return with_year(one, year - 1 if turned and year and is_range else year), other
    year = one.first[0]
    return one, with_year(other, year + 1 if turned and year else year)


def _resolved(time: Time, text: str, published: date | None) -> str | None:
    """A date in ISO 8601; None where it needs a day of publication that is not known, or there is no such date."""
    try:
        ends = _ends(time, text, published)
    except (ValueError, OverflowError):
        return None
    if ends is None or (not time.has_year and not 1 <= (ends[0][0] or 0) <= 9999):
        return None
    first, last = ends
    return iso(first) if first == last else f"{iso(first)}/{iso(last)}"


def _ends(time: Time, text: str, published: date | None) -> Ends | None:
    """The first and last parts of a date, with their years; None where nothing tells them."""
    if time.has_year:
        return time.first, time.last
    if time.anchor and time.shift:
        anchor = _ends(time.anchor, text, published)
        return time.shift(anchor) if anchor else None
    if published is None:
        return None
    return time.offset(published) if time.offset else _nearest(time, text, published)


def _nearest(time: Time, text: str, published: date) -> Ends | None:
    """A date without a year in the last year that puts it before the publication, or the first that puts it after.

    In the present tense, which may speak of both, it is the nearer of the two; None where they are as near, or where
    the day is of every year.
    """
    today = (published.month, published.day)[: len(time.first) - 1]
    if is_yearly(text, time.start, time.end):
        return None
    if len(time.first) == 3 and (
        weekday := _WEEKDAY_BEFORE.search(text, max(0, time.start - _WEEKDAY_CHARS), time.start)
    ):
        return _on_weekday(time, weekday["weekday"], published)
    told = tense(text, time.start, time.end)
    side = (
        _nearer(time, published, told == "lasting")
        if told in ("present", "lasting")
        else told or _past(time, published)
    )
    if side is None:
        return None
    year = published.year + ((time.first[1:] < today) if side == "coming" else -(time.first[1:] > today))
    if time.first[1:] == (2, 29) and not calendar.isleap(year):
        year -= year % 4
    return _in_year(time, year)


def _on_weekday(time: Time, name: str, published: date) -> Ends | None:
    """A date in the year, near the publication, in which it is on a day of the week; None where there is none."""
    short = name.casefold()[:3]
    for year in (published.year, published.year + 1, published.year - 1):
        first, last = _in_year(time, year)
        if day_ends(year, first[1] or 1, first[2] or 1) and WEEKDAYS[first_day(first).weekday()].startswith(short):
            return first, last
    return None


def _nearer(time: Time, published: date, lasting: bool) -> Literal["coming", "past"] | None:
    """Whether the next or the last such day is meant: the nearer, but rather the next where nothing lasts since."""
    ahead = _days_ahead(time, published)
    if ahead == 0:
        return "past"
    behind = _YEAR_DAYS - ahead + (0 if lasting else _RATHER_AHEAD_DAYS)
    return None if abs(ahead - behind) < _UNCLEAR_DAYS else "coming" if ahead < behind else "past"


def _past(time: Time, published: date) -> Literal["past"] | None:
    """The last such day where nothing tells, but None where the next is so near that it may well be meant."""
    return None if 0 < _days_ahead(time, published) <= _SOON_DAYS else "past"


def _days_ahead(time: Time, published: date) -> int:
    """How many days after the publication the next such day, or the middle of such a month, is; 0 where it is now."""
    month, day = (*time.first[1:], _MIDDLE)[:2]
    if len(time.first) == 2 and month == published.month:
        return 0
    return (date(published.year, month or 1, min(day or 1, 28)) - published).days % _YEAR_DAYS


def _in_year(time: Time, year: int) -> Ends:
    turned = time.last[1:] < time.first[1:]
    return (year, *time.first[1:]), (year + turned, *time.last[1:])
