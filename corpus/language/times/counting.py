"""Dates told by another that stands beside them: what counts from a date, and what an aside explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from corpus.language.context import before
from corpus.language.times.leads import GAP
from corpus.language.times.parts import MONTH, WEEKDAY, Ends, first_day
from corpus.language.times.written import Time, with_year
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|of|from|to|before|after|between|early|late|mid|end|and)[\s-]+$", re.I
)
_GIVEN_NAMES = frozenset(load("dates")["given_names"])
_STREET = re.compile(rf"\s+{alternatives(load('dates')['short']['streets'])}\b")
_TO_SOMEBODY = re.compile(r"\bto\s+$", re.I)
_FROM_TO = re.compile(r"\b(?:from|between)\s+(?:\S+\s+){1,3}to\s+$", re.I)
_OF_SOMEBODY = re.compile(r"\b(?:by|from|of|and|before|after)\s+$", re.I)
_SURNAME = re.compile(rf"\s+(?!{WEEKDAY}|{MONTH})[A-Z][a-z]+")
_ASIDE = re.compile(rf"(?:\s*\(|,\s+)(?:(?:on|that\s+is|i\.?e\.?)\s+)?(?:the\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?)?", re.I)
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z0-9\"'“‘(])|\n\s*\n")
_LOOKED_BACK = 600
_APART = 24
_LEAP_YEAR = 2000
_DAYS_ASIDE = 31
"""An aside explains words such as "next Thursday" where it is no further off than this."""
_NAMED_DAYS = frozenset({"stepped", "on_weekday", "weekday_week"})
_EXPLAINED = frozenset({*_NAMED_DAYS, "day_word", "unit", "night"})


def is_told(time: Time, text: str) -> bool:
    """Whether a date is told as one: a month alone only after a word such as "in"."""
    if time.offset or time.anchor or time.has_year or len(time.first) == 3:
        return True
    is_street = bool(_STREET.match(text, time.end))
    return before(_MONTH_BEFORE, text, time.start) and not is_street and not _is_named(time, text)


def _is_named(time: Time, text: str) -> bool:
    """Whether the name of a month is that of a person, as in "by May Potter" and "she wrote to May"."""
    if text[time.start : time.end].casefold() not in _GIVEN_NAMES:
        return False
    is_range = before(_FROM_TO, text, time.start)
    return (before(_TO_SOMEBODY, text, time.start) and not is_range) or (
        before(_OF_SOMEBODY, text, time.start) and bool(_SURNAME.match(text, time.end))
    )


def counted_from_dates(found: Sequence[Time], text: str) -> list[Time]:
    """The dates of a text with those that count from another made whole.

    Args:
        found: the dates as they are written, in order, with the words that count from a date.
        text: what they stand in.
    """
    kept: list[Time] = []
    for time in found:
        if time.shift is None:
            kept.append(_with_lead(kept, time, text))
        elif time.leads:
            kept.append(time)
        elif whole := _after_date(time, kept, text):
            kept.append(whole)
    return [time for time in kept if not _is_open(time)]


def with_asides(found: Sequence[Time], text: str) -> list[Time]:
    """The dates of a text with words such as "next Thursday" and the day in brackets that explains them as one.

    Args:
        found: its dates, in order.
        text: what they stand in.
    """
    kept: list[Time] = []
    for time in found:
        explained = _explained(kept[-1], time, text) if kept else None
        if explained:
            kept[-1] = explained
        else:
            kept.append(time)
    return kept


def _is_open(time: Time) -> bool:
    """Whether words still lack the date that they count from."""
    return time.shift is not None and time.anchor is None


def _with_lead(kept: list[Time], time: Time, text: str) -> Time:
    """A date, with the words that lead to it taken from before it where there are any."""
    if not kept or not _is_open(kept[-1]):
        return time
    words = kept.pop()
    whole = _of_date(words, time, words.start, time.end) if GAP.fullmatch(text, words.end, time.start) else None
    return whole or time


def _of_date(words: Time, anchor: Time, start: int, end: int) -> Time | None:
    """Words that count from a date, with this date; None where it is not exact enough for them."""
    if words.shift is None or anchor.lasting:
        return None
    form = replace(words, start=start, end=end, offset=None, leads=False)
    if anchor.has_year:
        ends = _tried(words, anchor)
        return replace(form, first=ends[0], last=ends[1], shift=None) if ends else None
    if anchor.first and _tried(words, with_year(anchor, _LEAP_YEAR)) is None:
        return None
    return replace(form, anchor=anchor)


def _tried(words: Time, anchor: Time) -> Ends | None:
    try:
        return words.shift((anchor.first, anchor.last)) if words.shift else None
    except (ValueError, OverflowError):
        return None


def _after_date(words: Time, kept: Sequence[Time], text: str) -> Time | None:
    """Words such as "eight months later" with the date before them; None where none is meant clearly."""
    anchor, is_clear = _date_before(words, kept, text)
    if anchor:
        return _of_date(words, anchor, words.start, words.end)
    return replace(words, shift=None) if words.offset and is_clear else None


def _date_before(words: Time, kept: Sequence[Time], text: str) -> tuple[Time | None, bool]:
    """The last date before some words in their sentence, else the only one of the sentence before.

    Returns:
        The date, and whether there is one at most.
    """
    begin = max(0, words.start - _LOOKED_BACK)
    if words.form == "of_event":
        return _date_of_event(words, kept, text, begin), True
    stops = [
        begin,
        begin,
        *(stop.end() for stop in _STOP.finditer(text, begin, words.end) if stop.end() <= words.start),
    ]
    near = list(takewhile(lambda time: time.start >= stops[-2], reversed(kept)))
    told = [time for time in near if not _is_open(time) and is_told(time, text)]
    if told and told[0].start >= stops[-1]:
        return told[0], True
    if words.form == "weekday_day":
        return None, True
    return (told[0] if len(told) == 1 else None), len(told) < 2


def _date_of_event(words: Time, kept: Sequence[Time], text: str, begin: int) -> Time | None:
    """The only date of the last sentence that has the name of what some words count from."""
    name = stem_of(text[begin : words.end].split()[-1].lower())
    near = [time for time in takewhile(lambda time: time.start >= begin, reversed(kept)) if not _is_open(time)]
    end = words.start
    for start in (*(stop.end() for stop in reversed([*_STOP.finditer(text, begin, words.start)])), begin):
        if name in stems(text[start:end]):
            told = [time for time in near if start <= time.start < end and is_told(time, text)]
            return told[0] if len(told) == 1 else None
        end = start
    return None


def _explained(one: Time, aside: Time, text: str) -> Time | None:
    """Words such as "next Thursday" and the day in brackets after them as one date, told by the brackets."""
    if one.form not in _EXPLAINED or not one.offset or len(aside.first) < 2 or aside.start - one.end > _APART:
        return None
    gap = text[one.end : aside.start]
    is_bracketed = "(" in gap and text[aside.end : aside.end + 1] == ")"
    if not _ASIDE.fullmatch(gap) or ("(" in gap) != is_bracketed:
        return None
    if not is_bracketed and len(aside.first) < 3:
        return None
    end = aside.end + is_bracketed
    if aside.has_year:
        return replace(aside, start=one.start, end=end)
    return replace(
        aside, start=one.start, end=end, first=(), last=(), offset=lambda said: _aside_ends(one, aside, said)
    )


def _aside_ends(one: Time, aside: Time, said: date) -> Ends:
    """The day in an aside in the year that puts it nearest to what it explains.

    Raises:
        ValueError: it is another day of the week, or too far off to be meant.
    """
    if one.offset is None:
        raise ValueError("nothing is explained")
    meant = first_day(one.offset(said)[0])
    dated = [with_year(aside, year) for year in (meant.year - 1, meant.year, meant.year + 1)]
    apart, nearest = min(
        ((abs((first_day(time.first) - meant).days), time) for time in dated), key=lambda entry: entry[0]
    )
    day = first_day(nearest.first)
    if apart > _DAYS_ASIDE or (one.form in _NAMED_DAYS and len(aside.first) == 3 and day.weekday() != meant.weekday()):
        raise ValueError(f"{day} is not what is explained")
    return nearest.first, nearest.last
