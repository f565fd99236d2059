"""Values: the dates, numbers, names and ratings that stand in a text, and the one of them that answers a question.

Everything here is by pattern alone, so that every passage that is shown, and every candidate, can be read in well under a millisecond.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Literal

from index.lexical import Word, words
from qa.answer import AnswerType, DateMention, Value

Span = tuple[int, int]
_Parts = tuple[int | None, ...]
"""A year, a year and month, or a year, month and day; the year is None where the text does not give it."""

_DASH = "[-‐‑‒–—−]"
_MONTHS = {
    name.casefold(): number
    for number in range(1, 13)
    for name in (calendar.month_name[number], calendar.month_abbr[number])
} | {"sept": 9}
_MONTH_NAMES = sorted(_MONTHS, key=len, reverse=True)
_ANY_MONTH = rf"(?i:{'|'.join(_MONTH_NAMES)})\b(?:\.(?=\s*[\d,]))?"
_MONTH = rf"(?:{'|'.join(name.title() for name in _MONTH_NAMES)}|{'|'.join(name.upper() for name in _MONTH_NAMES)})\b(?:\.(?=\s*[\d,]))?"
_WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_UNITS_OF_TIME = "day|week|month|year"
_COUNTS = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
        nineteenth twentieth twenty-first""".split(),
        1,
    )
}

_YEAR = r"(?:1[0-9]|20)[0-9]{2}"
_DAY = r"[0-3]?[0-9](?![0-9])"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b)?"
_TO = rf"(?:\s*{_DASH}\s*|\s+(?:to|until|till|through)\s+)"
_AND = r"(?:\s+and\s+|\s*&\s*)"
_PHONE = rf"\(?0[0-9]{{2,4}}\)?(?:\s|{_DASH})?[0-9]{{3,4}}(?:\s|{_DASH})?[0-9]{{3,4}}(?![0-9])"

_WRITTEN = re.compile(
    rf"(?=[0-9(JFMASOND])(?<![\w£$€#@/.+=&])(?:(?=[0-9(])(?:"
    rf"{_PHONE}"
    rf"|(?P<iso>{_YEAR}-[01][0-9]-[0-3][0-9])(?![0-9])"
    rf"|(?P<split>{_YEAR})(?P<sign>\s?/\s?|\s?{_DASH}\s?)(?P<short>[0-9]{{2}})(?![\w/]|[.,]?[0-9]|{_DASH}[0-9])"
    rf"|(?P<from_year>{_YEAR})/(?P<to_year>{_YEAR})(?![\w/]|[.,]?[0-9])"
    rf"|(?P<one>[0-9]{{1,2}})(?P<between>[/.-])(?P<two>[0-9]{{1,2}})(?P=between)(?P<three>{_YEAR}|(?<=/)[0-9]{{2}})(?![\w/]|[.,-][0-9])"
    rf"|(?P<days>(?:{_DAY}{_SUFFIX},\s*){{0,5}}{_DAY}{_SUFFIX}(?:{_TO}|,?{_AND}))?(?P<day>{_DAY}){_SUFFIX}(?:\s+of)?(?:\s+|-)(?P<month>{_ANY_MONTH})"
    rf"(?:(?:,?\s*|-)(?P<year>{_YEAR})(?![0-9]))?"
    rf"|(?P<decade>{_YEAR})['’]?s\b"
    rf"|(?P<bare>{_YEAR})(?![\w%])"
    rf")|(?=[JFMASOND])(?P<month_first>{_MONTH})(?:\s+(?P<day_next>{_DAY}){_SUFFIX}(?:(?P<to_day>{_TO}|{_AND})(?P<last_day>{_DAY}){_SUFFIX})?(?!\s*[:%]))?"
    rf"(?:,?\s+(?:of\s+)?(?P<year_last>{_YEAR})(?![0-9]))?"
    r")"
)
"""Dates of digits and names of months, and telephone numbers, so that no part of one is taken for a year."""

_ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_ERA = r"(?:\s?(?:bce?|b\.c\.(?:e\.)?|ce|ad|a\.d\.))"
_WORDED_FIRST = f"yesterday today tonight tomorrow last this next the in since until by {' '.join((*_COUNTS, *_SEASONS, *_ORDINALS))}".split()
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
    rf"|(?P<count>a|[0-9]{{1,3}}|{'|'.join(_COUNTS)})\s+(?P<ago>{_UNITS_OF_TIME})s?\s+ago\b"
    rf"|(?P<season_then>{'|'.join(_SEASONS)})(?:\s+term)?(?:\s+of|,)?\s+(?P<season_year>{_YEAR})(?![\w/]|{_DASH}[0-9])"
    rf"|(?:(?P<first_century>{_ORDINAL})(?:\s+(?:and|to|or)\s+(?:the\s+)?|\s*{_DASH}\s*))?(?P<century>{_ORDINAL})[\s-]+centur(?:y|ies)(?P<century_era>{_ERA})?(?!\w)"
    rf"|(?:a\.?d\.?\s(?P<after_ad>[0-9]{{1,4}})|(?P<before_era>[0-9]{{1,4}})(?P<era>{_ERA}))(?!\w)"
    r"|(?:(?:the\s+year|(?<![a-z,;:0-9%)]\s)(?:in|since|until|by))\s+)(?P<early>[1-9][0-9]{2})(?=[,.;:)](?![0-9])|\s+(?:the|a|an|he|she|it|they|his|her|king)\b|\s*$)"
    r")"
)
"""Dates of words, read in lower case: relative ones, seasons, centuries, years of an era and years before 1000."""

_UNIT = (
    r"(?:people|persons|children|pupils|students|patients|participants|adults|women|men|households|homes|houses|dwellings|cases|deaths|words|pounds|dollars|euros"
    r"|staff|members|employees|workers|residents|families|places|beds|units|votes|times|samples|subjects|individuals|cells|copies|tonnes|tons|acres|hectares|miles"
    r"|years?|months?|weeks?|days?|hours?|hrs|minutes?|mins?|seconds?|secs?|kilomet(?:re|er)s?|met(?:re|er)s?|feet|ft|km2?|cm|mm|nm|kg|mg|ml|µg|μg|mcg|iu|rpm|hz|kb|bp"
    r"|kda|mw|kw|gwh?|litres?|gallons?|degrees|points?|signatures|applications|responses|jobs)\b"
)
_NO_YEAR_AFTER = re.compile(
    rf"[%‰°×]|,[0-9]{{3}}|\.[0-9]|\s*-?{_UNIT}|\s?[mgs]\b|/[0-9]|{_DASH}(?!{_YEAR}(?![0-9]))[0-9]{{3}}|{_DASH}(?-i:[a-z]?[A-Z])",
    re.I,
)
_NO_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:than|least|nearly|almost|approximately|no\.?|number|ref\.?|reference|page|pp?\.|urn|room|x)\s+|[0-9],|[0-9]{_DASH})$",
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
_BEFORE_CHARS = 24
_COMING_CHARS = 100

TEXTS_KEPT = 16_384
"""What is read in so many passages is kept, for the next question that finds them."""

_Which = Literal["past", "coming", "last", "this", "next"]


@dataclass(frozen=True, slots=True)
class _Time:
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
    for time in _times(text):
        if resolved := _resolved(time, text, published):
            basis: Literal["explicit", "relative"] = "explicit" if time.has_year else "relative"
            mentions.append(DateMention(text[time.start : time.end], time.start, time.end, resolved, basis))
    return tuple(mentions)


@lru_cache(maxsize=TEXTS_KEPT)
def _times(text: str) -> tuple[_Time, ...]:
    """The dates of a text as they are written, in order, ranges joined and years handed on within lists."""
    lowered = text.lower()
    found = [*_written(text), *(_worded(lowered) if len(lowered) == len(text) else ())]
    found.sort(key=lambda time: (time.start, -time.end))
    kept: list[_Time] = []
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
        if time.offset or time.has_year or len(time.first) == 3 or _before(_MONTH_BEFORE, text, time.start)
    )


def _before(pattern: re.Pattern[str], text: str, start: int, chars: int = _BEFORE_CHARS) -> bool:
    """Whether what stands right before a place in a text is as a pattern, which ends in "$", says."""
    return bool(pattern.search(text, max(0, start - chars), start))


def _written(text: str) -> Iterator[_Time]:
    last_end = 0
    for match in _WRITTEN.finditer(text):
        start, end = match.span()
        group = match.lastgroup
        if group == "bare":
            if _is_year(text, start, end, last_end):
                yield _Time(start, end, (int(match["bare"]),), (int(match["bare"]),))
                last_end = end
        elif group in ("month", "year"):
            yield from _days_of_month(match, text)
            last_end = end
        elif group is not None and (both := _read_written(match)):
            yield _Time(start, end, *both)
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


def _days_of_month(match: re.Match[str], text: str) -> Iterator[_Time]:
    """A day with its month, and the days before it: one stretch of time where they follow each other, else each for itself."""
    month = _MONTHS[match["month"].rstrip(".").casefold()]
    year = int(match["year"]) if match["year"] else None
    last = _day(year, month, int(match["day"]))
    if not last or (year is None and match["month"] in ("may", "march")):
        return
    before = [
        (number.start() + match.start(), int(number.group())) for number in re.finditer("[0-9]+", match["days"] or "")
    ]
    days = [day for _, day in before] + [int(match["day"])]
    to = bool(match["days"]) and bool(_RANGE.search(match["days"]))
    whole = to or (bool(match["days"]) and _before(_BETWEEN, text, match.start()))
    follow = all(other == one + 1 for one, other in pairwise(days))
    first = _day(year, month, days[0])
    if first and (follow or (whole and days[0] < days[-1])):
        yield _Time(match.start(), match.end(), first[0], last[1])
        return
    for start, day in before if not to else ():
        if own := _day(year, month, day):
            yield _Time(start, start + len(str(day)) if text[start] != "0" else start + 2, *own)
    yield _Time(match.start("day"), match.end(), *last)


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
    if _before(_NO_YEAR_BEFORE, text, start):
        return False
    return 1900 <= int(text[start:end]) < _SURE_UNTIL or (
        _before(_YEAR_BEFORE, text, start) and not _COUNTED_AFTER.match(text, end)
    )


def _joined(one: _Time, other: _Time, text: str) -> list[_Time] | None:
    """Two dates beside each other as one range, or as two of which one has its year from the other; None where they are neither."""
    if one.offset or other.offset or other.start - one.end > 12:
        return None
    gap = one.end, other.start
    is_range = bool(_RANGE.fullmatch(text, *gap)) or (
        bool(_BOTH.fullmatch(text, *gap)) and _before(_BETWEEN, text, one.start)
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
    return [_Time(one.start, other.end, one.first, other.last)]


def _with_year(time: _Time, year: int | None) -> _Time:
    return replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))


def _worded(text: str) -> Iterator[_Time]:
    for match in _WORDED.finditer(text):
        start, end = match.span()
        if both := _read_era(match):
            yield _Time(match.start("early") if match["early"] else start, end, *both)
        elif offset := _read_relative(match, text):
            yield _Time(start, end, offset=offset)


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
    return _ORDINALS.get(word) or int(word[:-2])


def _season(name: str, year: int) -> tuple[_Parts, _Parts]:
    month = _SEASONS[name]
    return ((year, 12), (year + 1, 2)) if month == 12 else ((year, month), (year, month + 2))


def _read_relative(match: re.Match[str], text: str) -> Callable[[date], tuple[_Parts, _Parts]] | None:
    """What makes first and last of a relative date from the day of publication."""
    if match["unit"] and match["which"] == "last" and text[: match.start()].endswith("the "):
        return None  # "over the last year" is how long, not when
    if match["on"]:
        coming = _before(_COMING, text, match.start(), _COMING_CHARS)
        return lambda published: _weekday(match["on"], "coming" if coming else "past", published)
    return lambda published: _relative(match, published)


def _relative(match: re.Match[str], published: date) -> tuple[_Parts, _Parts]:
    if match["day"]:
        return _same(published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(match["day"], 0)))
    if match["ago"]:
        count = 1 if match["count"] == "a" else _COUNTS.get(match["count"]) or int(match["count"])
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


def _resolved(time: _Time, text: str, published: date | None) -> str | None:
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


def _nearest(time: _Time, text: str, published: date) -> tuple[_Parts, _Parts]:
    """A date without a year, in the last year that puts it before the day of publication, or the first that puts it after."""
    today = (published.month, published.day)[: len(time.first) - 1]
    coming = _before(_COMING, text, time.start, _COMING_CHARS)
    year = published.year + ((time.first[1:] < today) if coming else -(time.first[1:] > today))
    turned = time.last[1:] < time.first[1:]
    if time.first[1:] == (2, 29) and not calendar.isleap(year):
        year -= year % 4
    return (year, *time.first[1:]), (year + turned, *time.last[1:])


def _iso(parts: _Parts) -> str:
    year = parts[0] or 0
    return "-".join([f"-{-year:04d}" if year < 0 else f"{year:04d}", *(f"{part:02d}" for part in parts[1:])])


_NUMBER_WORD = "|".join([*sorted([*_COUNTS, *_TENS], key=len, reverse=True)])
_NUMBER = re.compile(
    rf"(?<![\w.,/@#-])(?:{_PHONE}|10\.[0-9]{{4,}}/\S+|[0-9]+(?:\.[0-9]+){{2,}}|[0-9]{{1,2}}[:.][0-9]{{2}}\s?[ap]\.?m\b|[0-9]{{1,2}}:[0-9]{{2}}"
    rf"|(?P<whole>(?P<currency>[£$€]\s?)?(?:(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}}|\s000(?![0-9]))+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"|(?:a\s+)?(?P<fraction>half|thirds?|quarters?|dozen)\b(?!-)(?=\s+of\b|\s+the\b|\s+dozen\b|\s+an?\b|\s+[a-z]+s\b)"
    rf"|(?P<words>(?:{_NUMBER_WORD})(?:[\s-](?:{_NUMBER_WORD}))?)(?:[\s-](?P<part>thirds?|quarters?|fifths|tenths))?(?![\w-]))"
    rf"(?P<scale>\s?(?:hundred|thousand|million|billion|trillion|dozen|mn|bn|m|k)\b)?"
    rf"(?P<percent>\s?(?:%|per\s?cent\b))?(?P<unit>[\s-]?{_UNIT})?)(?!\w))"
)
"""Numbers in a text in lower case; telephone numbers, times of day, DOIs and numbers of versions and sections are matched so that no part of one is taken."""
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?:page|paragraphs?|para|sections?|tables?|figures?|fig\.|appendix|annex|chapter|item|ref|no\.?|stages?|class|version|volume|type|grade)\s+(?:[0-9]+\s+and\s+)?"
    r"|\[[0-9, –-]*)$"
)
_MARKER_BEFORE = re.compile(r"(?:^|(?<!:)\n)\s*[([]?$|[.;)]\s+(?:[0-9]{1,3},\s?)*$")
_MARKER_AFTER = re.compile(r"[.)\]]*(?:,\s?[0-9]+)*[ \t]*(?:$|\n|(?<=[.)\] ])[A-Z•])|[.)\]]\s")
"""What stands around the number of a page, a paragraph or a note."""
_PRONOUN_BEFORE = re.compile(r"\b(?:this|that|the|each|every|any|no|some|which|only|another)\s+$")
_PRONOUN_AFTER = re.compile(r"\s+(?:of|another|that|which|who|can|may|is|has|was|or)\b|[,.;'’]")
_PARTS_OF = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "tenths": 10}


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Numbers that count or measure something: neither dates nor numbers of sections, pages or telephones."""
    lowered = _lowered(text)
    taken: Sequence[_Time] | None = None
    for match in _NUMBER.finditer(lowered):
        start, end = match.span()
        if not match["whole"]:
            continue
        if match["digits"] and not any(match[group] for group in ("currency", "scale", "percent", "unit")):
            if _before(_NAMED_BY_NUMBER, lowered, start):
                continue
            if end - start < 4 and _MARKER_AFTER.match(text, end) and _before(_MARKER_BEFORE, text, start):
                continue
        if match["words"] == "one" and (_PRONOUN_AFTER.match(lowered, end) or _before(_PRONOUN_BEFORE, lowered, start)):
            continue
        taken = _times(text) if taken is None else taken
        if not any(time.start < end and start < time.end for time in taken):
            yield match


def _in_digits(match: re.Match[str]) -> str:
    """A number in plain decimal digits, "%" kept; fractions in words as "1/2"."""
    if match["fraction"] and match["fraction"] != "dozen":
        return f"1/{_PARTS_OF[match['fraction']]}"
    if match["words"]:
        value = Decimal(_in_words(match["words"]))
        if match["part"]:
            return f"{value}/{_PARTS_OF[match['part'] if match['part'] in _PARTS_OF else match['part'] + 's']}"
    else:
        value = Decimal(re.sub(r"[,\s]", "", match["digits"] or "12"))
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    return (format(value.normalize(), "f") if value else "0") + ("%" if match["percent"] else "")


def _in_words(text: str) -> int:
    return sum(_TENS.get(word, _COUNTS.get(word, 0)) for word in re.split(r"[\s-]", text))


_RATING = re.compile(
    r"(?<![\w-])(?:requir(?:es?|ed|ing)\s+improvement(?:\s+to\s+be\s+(?:good|outstanding))?|inadequate(?:ly)?|outstanding|unsatisfactory(?:\s+and\s+needs\s+urgent\s+improvement)?"
    r"|satisfactory|special\s+measures|serious\s+weaknesses|adequate\s+and\s+needs\s+improvement|needs\s+(?:urgent\s+|significant\s+|major\s+)?improvement"
    r"|significant\s+improvement\s+required|improvement\s+necessary|not\s+sufficiently\s+good|reasonably\s+good|generally\s+satisfactory"
    r"|substantial\s+assurance|reasonable\s+assurance|moderate\s+assurance|limited\s+assurance|no\s+assurance|grade\s+[0-9a-g](?:[+-]|\b)|band\s+[0-9]\b"
    r"|one[\s-]star|two[\s-]stars?|three[\s-]stars?|four[\s-]stars?|five[\s-]stars?|[0-5][\s-]stars?|[0-9]+(?:\.[0-9]+)?\s+out\s+of\s+[0-9]+|[gvc][1-4](?=\W|$)"
    r"|rated\s+[0-9](?:\.[0-9])?|scored\s+[0-9]+(?:\.[0-9]+)?"
    r"|very\s+good|very\s+poor|good|poor|fair|weak|strong|adequate|excellent|passed|failed|pass|fail)(?![\w-])"
)
"""Words by which inspectors grade, in a text in lower case."""
_WEAK = frozenset(
    {
        "very good",
        "very poor",
        "good",
        "poor",
        "fair",
        "weak",
        "strong",
        "adequate",
        "excellent",
        "passed",
        "failed",
        "pass",
        "fail",
    }
)
"""Ratings that are everyday words too, and count only where they stand as a grade does."""
_GRADED_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|remains?|remained|judged|rated|graded|deemed|assessed|found|considered|as(?:\s+an?)?|from|to|or|overall|effectiveness"
    r"|(?:grade|rating|judgement|judgment|score)(?:\s+of)?|outcome|now|still|also|becom(?:e|es|ing)|became|than|least|either)"
    r"|[:|–—\"“‘'(]|(?:^|\n)[ \t•◼]*)\s*[\"“‘']?$"
)
_GRADED_AFTER = re.compile(
    r"[ \t]*(?:$|[.,;:)|\"”’'\n–—]|(?:overall|in|for|because|by|and|or|but|with|at|when|service|provider|following|after|since|to|across|as)\b)"
)
_GRADE_NAMED = re.compile(r"\s+(?:ofsted\s+|cqc\s+|estyn\s+)?(?:ratings?|grades?|judgements?|judgments?)\b")
_OWED = re.compile(r"\s+(?:debts?|balance|amounts?|actions?|issues?|payments?|loans?|natural|work|cases)\b")


def _ratings(text: str) -> Iterator[re.Match[str]]:
    lowered = _lowered(text)
    return (match for match in _RATING.finditer(lowered) if _rates(match, text, lowered))


def _rates(match: re.Match[str], text: str, lowered: str) -> bool:
    """Whether a rating's words rate where they stand."""
    start, end = match.span()
    word = " ".join(match.group().split())
    if (len(word) == 2 and text[start].islower()) or (word == "outstanding" and _OWED.match(lowered, end)):
        return False
    as_a_grade = _GRADED_AFTER.match(lowered, end) and _before(_GRADED_BEFORE, lowered, start)
    return bool(word not in _WEAK or as_a_grade or _GRADE_NAMED.match(lowered, end))


def _lowered(text: str) -> str:
    """A text in lower case, or as it is where that would move its characters."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĀĆČĐĘĚĞİŁŃŘŚŞŠŤŹŻŽ", "a-zß-öø-ÿāăąćčďđęěğıłńňřśşšťůźżž"
_NAME_WORD = (
    rf"(?:(?:[{_UPPER}]['’]|Mc|Mac)?[{_UPPER}][{_LOWER}]+(?:['’](?!s\b)[{_LOWER}]+)?(?:[-‐‑][{_UPPER}]?[{_LOWER}]+)*)"
)
_TITLE = (
    r"(?:Cllr|Coun|Councillor|Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Baron|Prof|Professor|Rev|Revd|Reverend|Judge|Justice|Canon|Bishop|Archbishop|King|Queen|Pope|Saint"
    r"|Emperor|Empress|President|Prince|Princess|Duke|Duchess|Earl|Sgt|Sergeant|Capt|Captain|Major|Colonel|General|Alderman)\b\.?"
)
_PARTICLE = r"(?:de|da|di|du|dos|del|della|de\s+la|la|le|van|von|van\s+der|van\s+den|der|den|ten|ter|bin|ibn|bint|al|el|af|av|y|zu)"
_INITIALS = rf"(?:[{_UPPER}]\.(?:[ -]?[{_UPPER}]\.)*|[{_UPPER}]{{1,2}}(?=\s+[{_UPPER}][{_LOWER}]))"
_EPITHET = r"(?:the\s+(?:Great|Elder|Younger|Conqueror|Confessor|Bold|Bald|Terrible|Magnificent|Wise|Good|Pious|Lionheart)|[IVX]{1,5}\b)"
_NAME = re.compile(
    rf"(?=[{_UPPER}])(?<![\w.'’-])(?:{_TITLE}\s+)*(?:{_NAME_WORD}|{_INITIALS})"
    rf"(?:(?:[ \t]++(?:[^\S \t][ \t]*+)?|[^\S \t][ \t]*+)(?:{_PARTICLE}\s+|(?:al|el)-)?(?:{_NAME_WORD}|{_INITIALS}|{_EPITHET})){{0,6}}(?![\w])"
)
_NAME_PART = re.compile(rf"{_TITLE}(?=\s)|{_NAME_WORD}|{_INITIALS}|[IVX]{{1,5}}\b|the\s+\w+")
_TITLED = re.compile(rf"(?:{_TITLE})\Z")
_BETWEEN_NAMES = frozenset(
    """
    a about according acting additionally after against all also although among an and another any appendix april are as assistant at august author
    authors autumn be because been before between both but by cabinet can captain cbe chair chairman chairperson chairwoman chief children christmas
    cllr commissioner conservative contact could councillor councillors currently date dear december democrat democrats deputy despite did director
    directors do doctor does dr during each earlier easter editor email every executive fax february few figure finally first following for former
    friday from furthermore good governors had has have he head headmaster headteacher her here his how however i if improvement in inadequate
    inspector inspectors instead interim is it its january july june kc kings labour last later lead leader leaders less liberal manager managers many
    march may mbe meanwhile member members mep might minister ministers monday more moreover most mp mps mr mrs ms msp must my name nevertheless new
    news next no not note november obe october of officer officers on or other our outstanding over overall page parents part patients people phd
    please poor president presidents previously principal professor professors published pupils qc queens recently related report republican requires
    satisfactory saturday second secretary section see senior september she should signed since social some source spokesman spokesperson spokeswoman
    spring staff students such summer sunday table teachers tel telephone that the their then there therefore these they third this those though
    through thursday thus to today tomorrow tuesday under until vice was we wednesday were what when where which while whilst who whom whose why will
    winter with within without workers would yes yesterday you your
    """.split()
)
"""Words that end a name, and begin another: small words, offices, days and months."""
_ORGANISATIONS = frozenset(
    """
    academy act adult adults africa african agency ages algorithm america american arab arabia arabic argentine army asia asian assembly association
    australia australian austrian authorities authority avenue award bank battle bay bbc beach belgian board borough brazilian bridge britain british
    bureau byzantine canada canadian card care castle cathedral catholic center central centre championship championships change child chilean china
    chinese christian church city civil class climate clinic close club code college colombian commission committee communities community company
    copyright corporate corporation council councils country county court crown cup danish data death department development directorate disease
    district drive dutch dynasty early east eastern education egyptian emirates empire energy england english environment estyn europe european event
    events families family finance financial finnish fire force forces forest fort foundation framework france french gardens general german germany
    global government great greek group guardian guidance health help holy hong hospital house housing hub hungarian inc index india indian infection
    inspection institute international ireland irish islamic island islands israeli italian italy japan japanese jewish journal justice key kingdom
    kong lake land las law league library licence license limited list local london los lower ltd magazine market media mexican middle military
    ministry model monument mountain museum muslim national navy network news nhs norman north northern nova ocean office ofsted open order outline
    palace panel parish park parliament partnership party persian plague plan planning plc police policy polish portuguese post press prime prize
    programme project protein protestant province public rebellion region regulations republic rescue review risk risks river road roman royal russia
    russian safeguarding saint san saudi scheme school schools score scotland scottish sea select service services siege society source sources south
    southern soviet spain spanish special square st stage stages state states station strategy street supreme surgery swedish swiss syndrome system
    team test theory times tower town transport treaty trust turkish union united university upper uprising valley village virus visit wales war way
    welsh west western world
    """.split()
)
"""Words of the names of bodies, places and things; beside one of these no two capitalised words are a person."""


_NUMERAL = re.compile("[IVX]+")
_IN_OFFICE = re.compile(
    rf"(?i:\b(?:inspectors?|directors?|authors?|chair|leader|commissioner|officer|manager|editor|contact|headteacher|principal|minister|name)):\s+"
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,3}})"
)
"""After the name of an office and a colon any two words with capitals are a person, though one be the name of a place too."""
_THING = tuple("shire tion tions ment ments ity ities ness ology ism isms ship ships ance ances ics ives ings".split())
_CALLING = re.compile(r"(?:ologist|ographer|ician|....ist|aneer)s?$")


def _names(text: str) -> Iterator[Span]:
    """Stretches that read like the name of a person: two words or more, or a title with one."""
    labelled = [match.span("name") for match in _IN_OFFICE.finditer(text)] if ":" in text else []
    yield from labelled
    for span in _unlabelled_names(text):
        if not any(span[0] < end and start < span[1] for start, end in labelled):
            yield span


def _unlabelled_names(text: str) -> Iterator[Span]:
    for match in _NAME.finditer(text):
        run: list[Span] = []
        for part in _NAME_PART.finditer(text, match.start(), match.end()):
            word = part.group().casefold()
            if len(run) > 1 and "\n" in text[run[-1][1] : part.start()]:
                yield from _person(run, text)
                run = []
            if _TITLED.match(part.group()):
                yield from _person(run, text)
                run = [part.span()]
            elif word in _ORGANISATIONS or word.endswith(_THING):
                run = []
            elif (word in _BETWEEN_NAMES and not (word == "a" and run)) or _CALLING.search(word):
                yield from _person(run, text)
                run = []
            else:
                run.append(part.span())
        yield from _person(run, text)


def _person(run: Sequence[Span], text: str) -> Iterator[Span]:
    if (
        2 <= len(run) <= 5
        and (text[run[-1][1] - 1].islower() or _NUMERAL.fullmatch(text, *run[-1]))
        and not _TITLED.match(text[slice(*run[-1])])
    ):
        yield run[0][0], run[-1][1]


BULLETS = "•◼▪●■◦‣\uf02d\uf06e\uf0b7\uf0a7"
_ITEM = re.compile(
    rf"(?:(?:^|\n)[ \t]*(?:[{BULLETS}○⁃*·–—-]|(?P<number>\(?(?:[0-9]{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]))\s+|[{BULLETS}]\s*)(?P<item>[^\s][^\n{BULLETS}]*)"
)
_NUMBERED_CHARS = 240
"""Numbered lines farther apart are paragraphs, no list."""
_SERIES = re.compile(r":\s{1,20}(?![\"“‘'])(?P<items>[^.:;?!]+;[^.:;?!]+|[^.:;,?!]+,[^.:;,?!]+(?:,|\sand\s)[^.:;?!]*)")


def _items(text: str) -> Iterator[Span]:
    """The items of lists: two bullets or numbered lines at least, or what follows a colon with semicolons or commas between."""
    found = list(_ITEM.finditer(text))
    near = {
        end
        for one, other in pairwise(found)
        if other.start() - one.start() < _NUMBERED_CHARS
        for end in (one.start(), other.start())
    }
    items = [match.span("item") for match in found if not match["number"] or match.start() in near]
    if len(items) > 1:
        yield from items
    else:
        yield from (match.span("items") for match in _SERIES.finditer(text) if "\n\n" not in match["items"])


@lru_cache(maxsize=TEXTS_KEPT)
def value_spans(text: str, kind: AnswerType) -> tuple[Span, ...]:
    """Where a text holds what could be an answer of a kind, in order; nothing for kinds that have no form of their own."""
    if kind == "date":
        return tuple((time.start, time.end) for time in _times(text))
    if kind == "number":
        return tuple(match.span("whole") for match in _numbers(text))
    if kind == "rating":
        return tuple(match.span() for match in _ratings(text))
    if kind == "person":
        return tuple(sorted(_names(text)))
    return tuple(_items(text)) if kind == "list" else ()


def holds(text: str, kind: AnswerType) -> bool:
    """Whether a text holds anything that could be an answer of a kind; true of kinds that have no form of their own."""
    return kind not in ("date", "number", "rating", "person", "list") or bool(value_spans(text, kind))


def is_rating(text: str) -> bool:
    """Whether a text is a rating and nothing else."""
    lowered = _lowered(text)
    match = _RATING.match(lowered)
    return match is not None and match.end() == len(text) and _rates(match, text, lowered)


_WANTED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.I), re.compile(given, re.I))
    for asked, given in (
        (
            r"\b(?:percentage|per\s?cent|proportion|share|what fraction)\b",
            r"%|per\s?cent|\bhalf\b|thirds?\b|quarters?\b|fifths\b|tenths\b",
        ),
        (
            r"\b(?:costs?|budget|price|spent|spend|spending|pounds?|money|funding|sum|fee|how much)\b",
            r"[£$€]|\b(?:pounds|euros|dollars)\b",
        ),
        (
            r"\b(?:how long|how old|duration)\b",
            r"(?:years?|months?|weeks?|days?|hours?|hrs|minutes?|mins?|seconds?|secs?)$",
        ),
        (r"\bhow (?:far|tall|high|deep|wide)\b", r"(?:miles|k?m|cm|mm|nm|ft|feet|met(?:re|er)s?|kilomet(?:re|er)s?)$"),
        (r"\b(?:how many|what number)\b", r"^(?![£$€])(?!.*(?:%|per\s?cent)$)"),
    )
)
"""What words of a question the numbers that answer it look like."""
_LAW = re.compile(r"\b(?:Acts?|Regulations?|Order|Bill|Measure)\s+$")
_KIND_WORDS = re.compile(
    r"\b(?:when|which|what|who|how|many|much|number|percentage|proportion|share|amount|dates?|days?|months?|years?|time|names?|rat(?:ings?|ed)|grade[ds]?|judgements?)\b",
    re.I,
)
"""Words of a question that say what kind of answer is wanted, and so not where it stands."""
_DATED_CLAUSE = re.compile(
    rf"\b(?:that|which)\s+(?:was|were|is|are|had\s+been)\s+\w+\s+(?:in|on)\s+(?:[0-9]{{1,2}}\s+)?(?:{_MONTH}\s+)?{_YEAR}\b"
)
"""A clause such as "that was published in March 2020", which dates something else than what is asked after."""
_INTERVAL = re.compile(r"\b(?:years?|months?|weeks?|days?)\s+(?:after|before|earlier|later|since)\b")
_CLAUSE = re.compile(r"[,;:)\]]|\n(?=[^\n:]{1,60}:)|\b(?:and|but|while|whereas|although|after|before|than|having)\b")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_STOP_WORDS = 5
_RATING_WORTH = 2.0


def answer_value(
    sentence: str, kind: AnswerType, question: str, published: date | None
) -> tuple[int, int, Value] | None:
    """The value in a sentence that answers a question: of its kind, and nearest to the question's words.

    Values that stand in the question tell nothing, so they never answer, but for ratings, where there is no other. Of numbers those
    of the wanted kind come first, such as percentages for "what proportion". A year in the name of a law comes last.

    Args:
        sentence: the words that are quoted.
        kind: of answer that is wanted.
        question: as it was asked.
        published: the day the sentence was published.

    Returns:
        Where the value stands in the sentence, and what it is; None where no such value stands in it.
    """
    found = list(_values(sentence, kind, published))
    if kind == "number":
        for asked, given in _WANTED:
            if asked.search(question):
                found = [each for each in found if given.search(each[2].text)] or found
                break
    if kind == "date":
        found = [each for each in found if not _LAW.search(sentence, 0, each[0])] or found
    known = {value.normalized.casefold() for _, _, value in _values(question, kind, published)}
    of_question = {word.stem for word in words(question)}
    new = [
        each
        for each in found
        if each[2].normalized.casefold() not in known
        and not (kind == "person" and _called(each[2].text) <= of_question)
    ]
    values = found
    found = new or (found if kind == "rating" else [])
    if not found:
        return None
    telling = {
        word.stem
        for word in words(_KIND_WORDS.sub(" ", _DATED_CLAUSE.sub(" ", question) if kind == "date" else question))
    }
    inside = [] if kind == "number" else values
    matched = [
        word
        for word in words(sentence)
        if word.stem in telling and not any(start < word.end and word.start < end for start, end, _ in inside)
    ]
    if kind == "date" and matched:
        found = [each for each in found if not all(_an_interval_apart(sentence, each[:2], word) for word in matched)]
    if not found:
        return None
    graded = {match.start() for match in _ratings(sentence)} if kind != "rating" else set()
    stops = [*(start for start, _, _ in values), *graded, *(match.start() for match in _CLAUSE.finditer(sentence))]
    return max(found, key=lambda each: (_nearness(sentence, each[:2], matched, stops, graded), -each[0]))


def _an_interval_apart(text: str, span: Span, word: Word) -> bool:
    """Whether a date and a word are told apart by so much time, as in "announced today, three years after the fire"."""
    return bool(_INTERVAL.search(text, min(span[1], word.end), max(span[0], word.start)))


def _called(name: str) -> set[str]:
    """The stems of a name without titles."""
    return {word.stem for word in words(" ".join(part for part in name.split() if not _TITLED.match(part)))}


def _values(text: str, kind: AnswerType, published: date | None) -> Iterator[tuple[int, int, Value]]:
    if kind == "date":
        yield from (
            (each.start, each.end, Value("date", each.text, each.normalized)) for each in dates(text, published)
        )
    elif kind == "number":
        yield from (
            (*match.span("whole"), Value("number", text[slice(*match.span("whole"))], _in_digits(match)))
            for match in _numbers(text)
        )
    elif kind == "rating":
        yield from (
            (*match.span(), Value("rating", text[slice(*match.span())], " ".join(match.group().lower().split())))
            for match in _ratings(text)
        )
    elif kind == "person":
        yield from (
            (start, end, Value("name", text[start:end], " ".join(text[start:end].split())))
            for start, end in _names(text)
        )


def _nearness(text: str, span: Span, matched: Sequence[Word], stops: Sequence[int], graded: set[int]) -> float:
    """How near a stretch stands to the question's words: the sum over these of 1 / (1 + words between).

    Each stop between, which is the end of a clause or another value, counts as several words; what stands in brackets counts for nothing.
    """
    nearest: dict[str, float] = {}
    for word in matched:
        if word.start >= span[0]:
            low, high = span[1], word.start
            low = high - len(text[low:high].lstrip(" ,"))
        else:
            low, high = word.end, span[0]
            high = low + len(text[low:high].rstrip(" :([“\"'\n"))
        asides = [match.span() for match in _ASIDE.finditer(text, low, max(low, high))]
        passed = sum(low <= stop < high and not any(start <= stop < end for start, end in asides) for stop in stops)
        apart = len(_ASIDE.sub("", text[low:high]).split()) + _STOP_WORDS * passed
        worth = (_RATING_WORTH if word.start in graded else 1.0) / (1 + apart)
        nearest[word.stem] = max(nearest.get(word.stem, 0.0), worth)
    return sum(nearest.values())
