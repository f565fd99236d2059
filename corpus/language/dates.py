"""Dates in a text: the expressions, and what each means."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Literal

from corpus.language.context import before
from corpus.language.kinds import TEXTS_KEPT, DateMention
from corpus.language.vocabulary import COUNTS, DASH, ORDINALS, PHONE, UNIT

_Parts = tuple[int | None, ...]
"""A year, a year and month, or a year, month and day; the year is None where the text does not give it."""

_MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_MONTH_NAMES = sorted(_MONTHS, key=len, reverse=True)
_ANY_MONTH = rf"(?i:{'|'.join(_MONTH_NAMES)})\b(?:\.(?=\s*[\d,]))?"
MONTH = rf"(?:{'|'.join(name.title() for name in _MONTH_NAMES)}|{'|'.join(name.upper() for name in _MONTH_NAMES)})\b(?:\.(?=\s*[\d,]))?"
_WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_UNITS_OF_TIME = "day|week|month|year"
YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9](?![0-9])"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b)?"
_TO = rf"(?:\s*{DASH}\s*|\s+(?:to|until|till|through)\s+)"
_AND = r"(?:\s+and\s+|\s*&\s*)"

_WRITTEN = re.compile(
    rf"(?=[0-9(JFMASOND])(?<![\w£$€#@/.+=&])(?:(?=[0-9(])(?:"
    rf"{PHONE}"
    rf"|(?P<iso>{YEAR}-[01][0-9]-[0-3][0-9])(?![0-9])"
    rf"|(?P<split>{YEAR})(?P<sign>\s?/\s?|\s?{DASH}\s?)(?P<short>[0-9]{{2}})(?![\w/]|[.,]?[0-9]|{DASH}[0-9])"
    rf"|(?P<from_year>{YEAR})/(?P<to_year>{YEAR})(?![\w/]|[.,]?[0-9])"
    rf"|(?P<one>[0-9]{{1,2}})(?P<between>[/.-])(?P<two>[0-9]{{1,2}})(?P=between)(?P<three>{YEAR}|(?<=/)[0-9]{{2}})(?![\w/]|[.,-][0-9])"
    rf"|(?P<days>(?:{_DAY}{_SUFFIX},\s*){{0,5}}{_DAY}{_SUFFIX}(?:{_TO}|,?{_AND}))?(?P<day>{_DAY}){_SUFFIX}(?:\s+of)?(?:\s+|-)(?P<month>{_ANY_MONTH})"
    rf"(?:(?:,?\s*|-)(?P<year>{YEAR})(?![0-9]))?"
    rf"|(?P<decade>{YEAR})['’]?s\b"
    rf"|(?P<bare>{YEAR})(?![\w%])"
    rf")|(?=[JFMASOND])(?P<month_first>{MONTH})(?:\s+(?P<day_next>{_DAY}){_SUFFIX}(?:(?P<to_day>{_TO}|{_AND})(?P<last_day>{_DAY}){_SUFFIX})?(?!\s*[:%]))?"
    rf"(?:,?\s+(?:of\s+)?(?P<year_last>{YEAR})(?![0-9]))?"
    r")"
)
"""Dates of digits and names of months, and telephone numbers, so that no part of one is taken for a year."""

_ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
_ERA = r"(?:\s?(?:bce?|b\.c\.(?:e\.)?|ce|ad|a\.d\.))"
_WORDED_FIRST = f"yesterday today tonight tomorrow last this next the in since until by {' '.join((*COUNTS, *_SEASONS, *ORDINALS))}".split()
_WORDED_BY_LETTER = groupby(sorted({word[:3] for word in _WORDED_FIRST}), itemgetter(0))
_WORDED_HEAD = "|".join(
    [
        r"[0-9]|on\s|a\s|a\.?d",
        *(f"{letter}(?:{'|'.join(head[1:] for head in heads)})" for letter, heads in _WORDED_BY_LETTER),
    ]
)
"""How a date of words begins: most words of a text do not, and are passed over quickly."""
_WORDED = re.compile(
    rf"\b(?={_WORDED_HEAD})(?:"
    r"(?P<day>yesterday|today|tonight|tomorrow)\b"
    rf"|(?P<which>last|this|next)\s+(?:(?P<unit>year|month|week|night)|(?P<weekday>{'|'.join(_WEEKDAYS)})"
    rf"|(?P<month>{'|'.join(_MONTH_NAMES)})|(?P<season>{'|'.join(_SEASONS)}))\b(?!,?\s+(?:of\s+)?[0-9])"
    rf"|on\s+(?P<on>{'|'.join(_WEEKDAYS)})\b(?!,?\s+(?:the\s+)?[0-9]|,?\s+(?:{'|'.join(_MONTH_NAMES)})\b|\s+(?:to|and)\s+\w+day\b)"
    rf"|(?P<count>a|[0-9]{{1,3}}|{'|'.join(COUNTS)})\s+(?P<ago>{_UNITS_OF_TIME})s?\s+ago\b"
    rf"|(?P<season_then>{'|'.join(_SEASONS)})(?:\s+term)?(?:\s+of|,)?\s+(?P<season_year>{YEAR})(?![\w/]|{DASH}[0-9])"
    rf"|(?:(?P<first_century>{_ORDINAL})(?:\s+(?:and|to|or)\s+(?:the\s+)?|\s*{DASH}\s*))?(?P<century>{_ORDINAL})[\s-]+centur(?:y|ies)(?P<century_era>{_ERA})?(?!\w)"
    rf"|(?:a\.?d\.?\s(?P<after_ad>[0-9]{{1,4}})|(?P<before_era>[0-9]{{1,4}})(?P<era>{_ERA}))(?!\w)"
    r"|(?:(?:the\s+year|(?<![a-z,;:0-9%)]\s)(?:in|since|until|by))\s+)(?P<early>[1-9][0-9]{2})(?=[,.;:)](?![0-9])|\s+(?:the|a|an|he|she|it|they|his|her|king)\b|\s*$)"
    r")"
)
"""Dates of words, read in lower case: relative ones, seasons, centuries, years of an era and years before 1000."""

_NO_YEAR_AFTER = re.compile(
    rf"[%‰°×]|,[0-9]{{3}}|\.[0-9]|\s*-?{UNIT}|\s?[mgs]\b|/[0-9]|{DASH}(?!{YEAR}(?![0-9]))[0-9]{{3}}|{DASH}(?-i:[a-z]?[A-Z])",
    re.I,
)
_NO_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:than|least|nearly|almost|approximately|no\.?|number|ref\.?|reference|page|pp?\.|urn|room|x)\s+|[0-9],|[0-9]{DASH})$",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|before|after|around|circa|c\.?|ca\.?|during|years?|between|early|late|born|died|an?|the|[A-Z]\w+\s+of)\s+(?:the\s+year\s+)?|mid-|\b(?:back|dates?|dated|dating)\s+to\s+|['’]s\s+|[(\[]|\w,\s)$",
    re.I,
)
_COUNTED_AFTER = re.compile(r"\s+(?!(?:was|is|has|his|its|this|as|does|thus)\b)[a-z]+s\b")
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|of|from|to|before|after|between|early|late|mid|end|and)[\s-]+$", re.I
)
_COMING = re.compile(
    r"\b(?:will|shall|due|next|planned|plans|upcoming|scheduled|expected|deadline|to\s+be)\b[^.!?;]*$", re.I
)
_RANGE = re.compile(_TO)
_LISTED = re.compile(rf"\s*,\s*|,?{_AND}|\s+or\s+")
_BOTH = re.compile(_AND)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_SURE_UNTIL = 2031
_COMING_CHARS = 100

_Which = Literal["past", "coming", "last", "this", "next"]


@dataclass(frozen=True, slots=True)
class Time:
    """A date as it is written: from the beginning of `first` to the end of `last`, which are often the same.

    Attributes:
        start, end: where it stands in its text.
        first, last: its parts; both without a year, or both with one.
        offset: for words such as "last week" what makes the two from the day of publication; None for dates of their own.
    """

    start: int
    end: int
    first: _Parts = ()
    last: _Parts = ()
    offset: Callable[[date], tuple[_Parts, _Parts]] | None = None

    @property
    def has_year(self) -> bool:
        """Whether it is a date without the day of publication."""
        return self.offset is None and self.first[0] is not None


def dates(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Every mention of a date in a text, in order, none within another.

    Forms in ISO 8601: a day "2019-05-12", a month "2019-05", a year "2019" (1 BC is "0000", 44 BC "-0043"), and two of these with
    a slash between for all that lasts: "20 to 24 January 2025", "2019/20" (2019/2020), decades ("1990/1999"; "the 1800s" are
    "1800/1899"), centuries ("0901/1000" is the tenth), seasons by their months, as the Met Office has them ("2021-09/2021-11"), weeks.
    Days come before months in "03/04/2020".

    A date without its year is one with the year of the date it is joined to ("3 and 10 March 2020"). Otherwise it needs the day of
    publication: it is the last such day or month up to then, or the first from then on where the words before it in the sentence
    speak of what is to come ("will", "due"). "Last July" is July of the year before, "this July" that of the same year,
    "next July" the first after; "on Monday" may be the day of publication itself, "last Monday" is not.

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
    """The dates of a text as they are written, in order, ranges joined and years handed on within lists."""
    lowered = text.lower()
    found = [*_written(text), *(_worded(lowered) if len(lowered) == len(text) else ())]
    found.sort(key=lambda time: (time.start, -time.end))
    kept: list[Time] = []
    for time in found:
        if kept and time.start < kept[-1].end:
            continue
        if kept and (joined := _joined(kept[-1], time, text)):
            kept[-1:] = joined
        else:
            kept.append(time)
    return tuple(
        time
        for time in kept
        if time.offset or time.has_year or len(time.first) == 3 or before(_MONTH_BEFORE, text, time.start)
    )


def _written(text: str) -> Iterator[Time]:
    last_end = 0
    for match in _WRITTEN.finditer(text):
        start, end = match.span()
        group = match.lastgroup
        if group == "bare":
            if _is_year(text, start, end, last_end):
                yield Time(start, end, (int(match["bare"]),), (int(match["bare"]),))
                last_end = end
        elif group in ("month", "year"):
            yield from _days_of_month(match, text)
            last_end = end
        elif group is not None and (both := _read_written(match)):
            yield Time(start, end, *both)
            last_end = end


def _read_written(match: re.Match[str]) -> tuple[_Parts, _Parts] | None:
    """First and last of a date of any form but a bare year and days before their month; None where there is no such date."""
    if match["iso"]:
        return _day(*map(int, match["iso"].split("-")))
    if match["split"]:
        return _years(int(match["split"]), int(match["short"]), "/" in match["sign"])
    if match["from_year"]:
        one, other = int(match["from_year"]), int(match["to_year"])
        return ((one,), (other,)) if one <= other else None
    if match["three"]:
        day, month, year = int(match["one"]), int(match["two"]), int(match["three"])
        year += 0 if year > 99 else 1900 if year > 68 else 2000
        return _day(year, month, day) or _day(year, day, month)
    if match["decade"]:
        year = int(match["decade"])
        if year % 10:
            return None
        return (year,), (year + (99 if year % 100 == 0 and year < 2000 else 9),)
    month = _MONTHS[match["month_first"].rstrip(".").casefold()]
    year_or_none = int(match["year_last"]) if match["year_last"] else None
    if not match["day_next"]:
        return (year_or_none, month), (year_or_none, month)
    first = _day(year_or_none, month, int(match["day_next"]))
    last = _day(year_or_none, month, int(match["last_day"])) if match["last_day"] else first
    return (first[0], last[1]) if first and last and first <= last else None


def _day(year: int | None, month: int, day: int) -> tuple[_Parts, _Parts] | None:
    """A day twice, as first and last; None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    return (year, month, day), (year, month, day)


def _years(year: int, short: int, slash: bool) -> tuple[_Parts, _Parts] | None:
    """What a year and two digits mean: "2019/20" and "2015-18" are years; "2019-05" is a month."""
    if short > year % 100 or (short == 0 and year % 100 == 99):
        return (year,), (year - year % 100 + short + (100 if short == 0 else 0),)
    return ((year, short), (year, short)) if 1 <= short <= 12 and not slash else None


def _days_of_month(match: re.Match[str], text: str) -> Iterator[Time]:
    """A day with its month, and the days before it: one stretch of time where they follow each other, else each for itself."""
    month = _MONTHS[match["month"].rstrip(".").casefold()]
    year = int(match["year"]) if match["year"] else None
    last = _day(year, month, int(match["day"]))
    if not last or (year is None and match["month"] in ("may", "march")):
        return
    earlier = [
        (number.start() + match.start(), int(number.group())) for number in re.finditer("[0-9]+", match["days"] or "")
    ]
    days = [day for _, day in earlier] + [int(match["day"])]
    to = bool(match["days"]) and bool(_RANGE.search(match["days"]))
    whole = to or (bool(match["days"]) and before(_BETWEEN, text, match.start()))
    follow = all(other == one + 1 for one, other in pairwise(days))
    first = _day(year, month, days[0])
    if first and (follow or (whole and days[0] < days[-1])):
        yield Time(match.start(), match.end(), first[0], last[1])
        return
    for start, day in earlier if not to else ():
        if own := _day(year, month, day):
            yield Time(start, start + len(str(day)) if text[start] != "0" else start + 2, *own)
    yield Time(match.start("day"), match.end(), *last)


def _is_year(text: str, start: int, end: int, last_end: int) -> bool:
    """Whether four digits read as a year; those before 1900, or far ahead, need a word such as "in" before them, or another date."""
    if _NO_YEAR_AFTER.match(text, end):
        return False
    if (
        last_end
        and start - last_end < 8
        and (_RANGE.fullmatch(text, last_end, start) or _LISTED.fullmatch(text, last_end, start))
    ):
        return True
    if before(_NO_YEAR_BEFORE, text, start):
        return False
    return 1900 <= int(text[start:end]) < _SURE_UNTIL or (
        before(_YEAR_BEFORE, text, start) and not _COUNTED_AFTER.match(text, end)
    )


def _joined(one: Time, other: Time, text: str) -> list[Time] | None:
    """Two dates beside each other as one range, or as two of which one has its year from the other; None where they are neither."""
    if one.offset or other.offset or other.start - one.end > 12:
        return None
    gap = one.end, other.start
    is_range = bool(_RANGE.fullmatch(text, *gap)) or (
        bool(_BOTH.fullmatch(text, *gap)) and before(_BETWEEN, text, one.start)
    )
    if not is_range and (one.has_year or not other.has_year or not _LISTED.fullmatch(text, *gap)):
        return None
    if len(one.first) != len(other.last) and min(len(one.first), len(other.last)) < 2:
        return None
    if one.has_year != other.has_year:
        year = (other if other.has_year else one).first[0]
        if other.has_year:
            turned = other.first[1:] < one.first[1:]
            one = _with_year(one, year - 1 if turned and year and is_range else year)
        else:
            turned = other.first[1:] < one.first[1:]
            other = _with_year(other, year + 1 if turned and year else year)
    if not is_range:
        return [one, other]
    shared = min(len(one.first), len(other.last))
    if one.has_year and one.first[:shared] > other.last[:shared]:
        return None
    return [Time(one.start, other.end, one.first, other.last)]


def _with_year(time: Time, year: int | None) -> Time:
    return replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))


def _worded(text: str) -> Iterator[Time]:
    for match in _WORDED.finditer(text):
        start, end = match.span()
        if both := _read_era(match):
            yield Time(match.start("early") if match["early"] else start, end, *both)
        elif offset := _read_relative(match, text):
            yield Time(start, end, offset=offset)


def _read_era(match: re.Match[str]) -> tuple[_Parts, _Parts] | None:
    if match["early"]:
        return (int(match["early"]),), (int(match["early"]),)
    if match["after_ad"]:
        return (int(match["after_ad"]),), (int(match["after_ad"]),)
    if match["before_era"]:
        year = int(match["before_era"])
        year = 1 - year if "b" in match["era"] else year
        return (year,), (year,)
    if match["century"]:
        last = _ordinal(match["century"])
        first = _ordinal(match["first_century"]) if match["first_century"] else last
        if "b" in (match["century_era"] or ""):
            return (1 - 100 * max(first, last),), (-100 * (min(first, last) - 1),)
        return ((100 * first - 99,), (100 * last,)) if 0 < first <= last <= 30 else None
    if match["season_then"]:
        return _season(match["season_then"], int(match["season_year"]))
    return None


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(word[:-2])


def _season(name: str, year: int) -> tuple[_Parts, _Parts]:
    month = _SEASONS[name]
    return ((year, 12), (year + 1, 2)) if month == 12 else ((year, month), (year, month + 2))


def _read_relative(match: re.Match[str], text: str) -> Callable[[date], tuple[_Parts, _Parts]] | None:
    """What makes first and last of a relative date from the day of publication."""
    if match["unit"] and match["which"] == "last" and text[: match.start()].endswith("the "):
        return None  # "over the last year" is how long, not when
    if match["on"]:
        coming = before(_COMING, text, match.start(), _COMING_CHARS)
        return lambda published: _weekday(match["on"], "coming" if coming else "past", published)
    return lambda published: _relative(match, published)


def _relative(match: re.Match[str], published: date) -> tuple[_Parts, _Parts]:
    if match["day"]:
        return _same(published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)))
    if match["ago"]:
        count = 1 if match["count"] == "a" else COUNTS.get(match["count"]) or int(match["count"])
        return (
            _unit(match["ago"], -count, published)
            if match["ago"] != "week"
            else _same(published - timedelta(weeks=count))
        )
    which: _Which = match["which"]  # type: ignore[assignment]  # the pattern allows three words
    step = {"last": -1, "next": 1}.get(which, 0)
    if match["weekday"]:
        return _weekday(match["weekday"], which, published)
    if match["month"]:
        month = _MONTHS[match["month"]]
        year = published.year + (month <= published.month if step > 0 else step)
        return (year, month), (year, month)
    if match["season"]:
        return _season(
            match["season"], published.year + (_SEASONS[match["season"]] <= published.month if step > 0 else step)
        )
    return _unit("day" if match["unit"] == "night" else match["unit"], step, published)


def _same(day: date) -> tuple[_Parts, _Parts]:
    return (day.year, day.month, day.day), (day.year, day.month, day.day)


def _unit(unit: str, step: int, published: date) -> tuple[_Parts, _Parts]:
    """The day, week, month or year so many before or after that of publication."""
    if unit == "year":
        return (published.year + step,), (published.year + step,)
    if unit == "month":
        year, month = divmod(12 * published.year + published.month - 1 + step, 12)
        return (year, month + 1), (year, month + 1)
    if unit == "week":
        monday = published + timedelta(days=7 * step - published.weekday())
        return _same(monday)[0], _same(monday + timedelta(days=6))[1]
    return _same(published + timedelta(days=step))


def _weekday(name: str, which: _Which, published: date) -> tuple[_Parts, _Parts]:
    ahead = (_WEEKDAYS.index(name) - published.weekday()) % 7
    if which == "this":
        return _same(published + timedelta(days=_WEEKDAYS.index(name) - published.weekday()))
    if which in ("coming", "next"):
        return _same(published + timedelta(days=ahead or (7 if which == "next" else 0)))
    return _same(published + timedelta(days=(ahead - 7) if ahead or which == "last" else 0))


def _resolved(time: Time, text: str, published: date | None) -> str | None:
    """A date in ISO 8601; None where it needs a day of publication that is not known, or there is no such date."""
    first, last = time.first, time.last
    if not time.has_year:
        if published is None:
            return None
        try:
            first, last = time.offset(published) if time.offset else _nearest(time, text, published)
        except (ValueError, OverflowError):
            return None
        if not 1 <= (first[0] or 0) <= 9999:
            return None
    return _iso(first) if first == last else f"{_iso(first)}/{_iso(last)}"


def _nearest(time: Time, text: str, published: date) -> tuple[_Parts, _Parts]:
    """A date without a year, in the last year that puts it before the day of publication, or the first that puts it after."""
    today = (published.month, published.day)[: len(time.first) - 1]
    coming = before(_COMING, text, time.start, _COMING_CHARS)
    year = published.year + ((time.first[1:] < today) if coming else -(time.first[1:] > today))
    turned = time.last[1:] < time.first[1:]
    if time.first[1:] == (2, 29) and not calendar.isleap(year):
        year -= year % 4
    return (year, *time.first[1:]), (year + turned, *time.last[1:])


def _iso(parts: _Parts) -> str:
    year = parts[0] or 0
    return "-".join([f"-{-year:04d}" if year < 0 else f"{year:04d}", *(f"{part:02d}" for part in parts[1:])])
