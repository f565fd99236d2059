"""Forms of dates: every way of writing one, declared with what it means.

A new way of writing a date is one more `Form` in `FORMS`, and questions, texts and metadata read it from then on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from corpus.language.context import before
from corpus.language.date_parts import (
    ANY_MONTH,
    DAYS_FROM_TODAY,
    MONTH,
    MONTH_NAMES,
    MONTH_NUMBERS,
    ORDINALS,
    SEASONS,
    STEPS,
    UNITS,
    WEEKDAYS,
    YEAR,
    Ends,
    Parts,
    any_of,
    day_ends,
    first_day,
    last_day,
    month_number,
    parts_of,
    season_ends,
)
from corpus.language.kinds import Span
from corpus.language.vocabulary import COUNTS, DASH, PHONE

TO = rf"(?:\s*{DASH}\s*|\s+(?:to|until|till|through)\s+)"
"""Between the first and the last of what lasts."""
AND = r"(?:\s+and\s+|\s*&\s*)"
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
COMING = re.compile(
    r"\b(?:will|shall|due|next|planned|plans|upcoming|scheduled|expected|deadline|to\s+be)\b[^.!?;]*$", re.I
)
"""Words of a sentence that speak of what is to come."""
COMING_CHARS = 100
_RANGE = re.compile(TO)
_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class Time:
    """A date as it is written: from the beginning of `first` to the end of `last`, which are often the same.

    Attributes:
        start, end: where it stands in its text.
        first, last: its parts; both without a year, or both with one.
        offset: for words such as "last week" what makes the two from the day they are said on; else None.
        lasting: whether the words may as well say how long something took, as "the last year" does.
        ends: where the two dates stand that were joined, as in "May 2018 to June 2021"; else None.
        form: the name of the form it is written in; "" for dates that were joined.
    """

    start: int
    end: int
    first: Parts = ()
    last: Parts = ()
    offset: Callable[[date], Ends] | None = None
    lasting: bool = False
    ends: tuple[Span, Span] | None = None
    form: str = ""

    @property
    def has_year(self) -> bool:
        """Whether it is a date without the day on which it is said."""
        return self.offset is None and self.first[0] is not None

    @property
    def precision(self) -> Literal["year", "month", "day"] | None:
        """What it is exact to; None for words, whose day is yet to be told."""
        names: tuple[Literal["year", "month", "day"], ...] = ("year", "month", "day")
        return names[min(len(self.first), len(self.last)) - 1] if self.first else None

    def days(self) -> tuple[date, date]:
        """Its first and last day.

        Raises:
            ValueError: it has no year, or one before AD 1.
        """
        return first_day(self.first), last_day(self.last)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A way of writing dates.

    Attributes:
        name: of the form and of its group in the pattern of all forms.
        begins: with a digit, with the capital of a month, or with a word; words are read in small letters.
        pattern: the regular expression; the names of its groups are its own.
        read: the dates that a match means, given the text; none where the calendar has no such day.
        heads: for words, how they begin: words, or patterns that begin with a letter or "[0-9]"; what begins otherwise
            is passed over quickly.
    """

    name: str
    begins: Literal["digit", "month", "word"]
    pattern: str
    read: Callable[[re.Match[str], str], Iterable[Time]]
    heads: tuple[str, ...] = ()


def _at(match: re.Match[str], ends: Ends | None) -> Iterable[Time]:
    """A date that is all of a match."""
    return (Time(match.start(), match.end(), *ends, form=match.lastgroup or ""),) if ends else ()


def _years(first: int, last: int) -> Ends | None:
    return ((first,), (last,)) if first <= last else None


def _full_year(short: int) -> int:
    """The year of two digits, 1969 to 2068."""
    return short if short > 99 else short + (1900 if short > 68 else 2000)


# Digits

_DAY = r"[0-3]?[0-9](?![0-9])"
_SUFFIX = r"(?:\s?(?:st|nd|rd|th)\b)?"


def _read_nothing(match: re.Match[str], text: str) -> Iterable[Time]:
    return ()


def _read_year_first(match: re.Match[str], text: str) -> Iterable[Time]:
    return _at(match, day_ends(*map(int, _DIGITS.findall(match["year_first"]))))


def _read_split(match: re.Match[str], text: str) -> Iterable[Time]:
    """What a year and two digits mean: "2019/20" and "2015-18" are years; "2019-05" is a month."""
    year, short = int(match["split_year"]), int(match["split_end"])
    if short > year % 100 or (short == 0 and year % 100 == 99):
        return _at(match, _years(year, year - year % 100 + short + (100 if short == 0 else 0)))
    is_month = 1 <= short <= 12 and "/" not in match["split_sign"]
    return _at(match, ((year, short), (year, short)) if is_month else None)


def _read_two_years(match: re.Match[str], text: str) -> Iterable[Time]:
    return _at(match, _years(int(match["from_year"]), int(match["to_year"])))


def _read_numeric(match: re.Match[str], text: str) -> Iterable[Time]:
    one, two, year = int(match["one"]), int(match["two"]), _full_year(int(match["three"]))
    return _at(match, day_ends(year, two, one) or day_ends(year, one, two))


def _read_dashed(match: re.Match[str], text: str) -> Iterable[Time]:
    year = _full_year(int(match["dashed_year"]))
    return _at(match, day_ends(year, month_number(match["dashed_month"]), int(match["dashed_day"])))


def _read_days_of_month(match: re.Match[str], text: str) -> Iterator[Time]:
    """A day with its month, and the days before it: one time where they follow each other, else each for itself."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    last = day_ends(year, month, int(match["day"]))
    if not last or (year is None and match["month"] in ("may", "march")):
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


def _read_decade(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["decade_year"])
    return _at(match, _years(year, year + (99 if year % 100 == 0 and year < 2000 else 9)))


def _read_bare(match: re.Match[str], text: str) -> Iterable[Time]:
    return _at(match, _years(int(match["bare"]), int(match["bare"])))


# Months before their days


def _month_first(month: str, year: str) -> str:
    return (
        rf"(?P<first_month>{month})(?:\s+(?P<day_next>{_DAY}){_SUFFIX}(?:(?:{TO}|{AND})(?P<day_last>{_DAY}){_SUFFIX})?"
        rf"(?!\s*[:%]))?(?:,?\s+(?:of\s+)?(?P<month_year>{YEAR})(?![0-9])){year}"
    )


def _read_month_first(match: re.Match[str], text: str) -> Iterable[Time]:
    month = month_number(match["first_month"])
    year = int(match["month_year"]) if match["month_year"] else None
    if not match["day_next"]:
        return _at(match, ((year, month), (year, month)))
    first = day_ends(year, month, int(match["day_next"]))
    last = day_ends(year, month, int(match["day_last"])) if match["day_last"] else first
    return _at(match, (first[0], last[1]) if first and last and first <= last else None)


def _read_small_months(match: re.Match[str], text: str) -> Iterable[Time]:
    """Two months with the year of the second, as a range of months with capitals is joined from two dates."""
    first, last = month_number(match["months_first"]), month_number(match["months_last"])
    year = int(match["months_year"])
    return _at(match, ((year - (first > last), first), (year, last)))


# Words

_ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{any_of(ORDINALS)})"
_ERA = r"(?:\s?(?:bce?|b\.c\.(?:e\.)?|ce|ad|a\.d\.))"
_STEP = rf"(?:{any_of(STEPS)})"
_NO_DATE_AFTER = r"(?!,?\s+(?:of\s+)?[0-9])"


def _relative(match: re.Match[str], offset: Callable[[date], Ends], *, lasting: bool = False) -> Iterable[Time]:
    return (Time(match.start(), match.end(), offset=offset, lasting=lasting, form=match.lastgroup or ""),)


def _twice(parts: Parts) -> Ends:
    return parts, parts


def _unit_ends(unit: str, step: int, said: date) -> Ends:
    """The day, week, month or year so many before or after that of a day."""
    if unit == "year":
        return _twice((said.year + step,))
    if unit == "month":
        year, month = divmod(12 * said.year + said.month - 1 + step, 12)
        return _twice((year, month + 1))
    if unit == "week":
        monday = said + timedelta(days=7 * step - said.weekday())
        return parts_of(monday), parts_of(monday + timedelta(days=6))
    return _twice(parts_of(said + timedelta(days=step)))


def _weekday_ends(name: str, which: str, said: date) -> Ends:
    """The day of the week before or after a day; "past" and "coming" may be that day itself."""
    from_monday = WEEKDAYS.index(name) - said.weekday()
    if which == "this":
        return _twice(parts_of(said + timedelta(days=from_monday)))
    ahead = from_monday % 7
    if which in ("coming", "next"):
        return _twice(parts_of(said + timedelta(days=ahead or (7 if which == "next" else 0))))
    return _twice(parts_of(said + timedelta(days=(ahead - 7) if ahead or which == "last" else 0)))


def _stepped_year(step: int, month: int, said: date) -> int:
    """The year of "last", "this" or "next" with the name of a month, or of a season by its first month."""
    return said.year + (month <= said.month if step > 0 else step)


def _read_day_word(match: re.Match[str], text: str) -> Iterable[Time]:
    days = DAYS_FROM_TODAY[match["day_word"]]
    return _relative(match, lambda said: _unit_ends("day", days, said))


def _read_unit(match: re.Match[str], text: str) -> Iterable[Time]:
    """The year, month or week before, now or after; "over the last year" may be how long, not when."""
    word, unit = match["unit"].split()
    lasting = word == "past" or (word == "last" and text[: match.start()].endswith("the "))
    return _relative(match, lambda said: _unit_ends(unit, STEPS[word], said), lasting=lasting)


def _read_night(match: re.Match[str], text: str) -> Iterable[Time]:
    lasting = text[: match.start()].endswith("the ")
    return _relative(match, lambda said: _unit_ends("day", STEPS[match["night_step"]], said), lasting=lasting)


def _read_stepped(match: re.Match[str], text: str) -> Iterable[Time]:
    step = STEPS[match["step"]]
    if match["step_weekday"]:
        return _relative(match, lambda said: _weekday_ends(match["step_weekday"], match["step"], said))
    if match["step_season"]:
        name = match["step_season"]
        return _relative(match, lambda said: season_ends(name, _stepped_year(step, SEASONS[name], said)))
    month = month_number(match["step_month"])
    return _relative(match, lambda said: _twice((_stepped_year(step, month, said), month)))


def _read_on_weekday(match: re.Match[str], text: str) -> Iterable[Time]:
    which = "coming" if before(COMING, text, match.start(), COMING_CHARS) else "past"
    return _relative(match, lambda said: _weekday_ends(match["weekday"], which, said))


def _read_ago(match: re.Match[str], text: str) -> Iterable[Time]:
    count = 1 if match["ago_count"] == "a" else COUNTS.get(match["ago_count"]) or int(match["ago_count"])
    unit, step = ("day", 7 * count) if match["ago_unit"] == "week" else (match["ago_unit"], count)
    return _relative(match, lambda said: _unit_ends(unit, -step, said))


def _read_season(match: re.Match[str], text: str) -> Iterable[Time]:
    return _at(match, season_ends(match["season_name"], int(match["season_year"])))


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(word[:-2])


def _read_century(match: re.Match[str], text: str) -> Iterable[Time]:
    last = _ordinal(match["century_last"])
    first = _ordinal(match["century_first"]) if match["century_first"] else last
    if "b" in (match["century_era"] or ""):
        return _at(match, _years(1 - 100 * max(first, last), -100 * (min(first, last) - 1)))
    return _at(match, _years(100 * first - 99, 100 * last) if 0 < first <= last <= 30 else None)


def _read_era(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["after_ad"] or match["before_era"])
    year = 1 - year if "b" in (match["era_sign"] or "") else year
    return _at(match, _years(year, year))


def _read_early(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["early_year"])
    return (Time(match.start("early_year"), match.end(), (year,), (year,), form="early"),)


FORMS: tuple[Form, ...] = (
    Form("phone", "digit", PHONE, _read_nothing),  # so that no part of one is taken for a year
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
    Form("two_years", "digit", rf"(?P<from_year>{YEAR})/(?P<to_year>{YEAR})(?![\w/]|[.,]?[0-9])", _read_two_years),
    Form(
        "numeric",
        "digit",
        rf"(?P<one>[0-9]{{1,2}})(?P<sign>[/.-])(?P<two>[0-9]{{1,2}})(?P=sign)(?P<three>{YEAR}|(?<=/)[0-9]{{2}})(?![\w/]|[.,-][0-9])",
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
        rf"(?P<month>{ANY_MONTH})(?:(?:,?\s*|-)(?P<year>{YEAR})(?![0-9]))?",
        _read_days_of_month,
    ),
    Form("decade", "digit", rf"(?=[0-9]{{3}}0)(?P<decade_year>{YEAR})['’]?s\b", _read_decade),
    Form("bare", "digit", rf"{YEAR}(?![\w%])", _read_bare),
    Form("month_first", "month", _month_first(MONTH, "?"), _read_month_first),
    Form(
        "small_month",
        "word",
        rf"(?<![/‐-―−-])(?<![0-9]\s)(?<![0-9](?:st|nd|rd|th)\s)(?<![0-9](?:st|nd|rd|th)\sof\s)"
        f"{_month_first(ANY_MONTH, '')}",
        _read_month_first,
        tuple(rf"{name[:3].lower()}[a-z]*\.?,?\s+(?:of\s+)?[0-9]" for name in MONTH_NAMES),
    ),
    Form(
        "small_months",
        "word",
        rf"(?P<months_first>{ANY_MONTH}){TO}(?P<months_last>{ANY_MONTH}),?\s+(?P<months_year>{YEAR})(?![0-9])",
        _read_small_months,
        tuple(rf"{name[:3].lower()}[a-z]*\.?\s*(?:{DASH}|t|until)" for name in MONTH_NAMES),
    ),
    Form("day_word", "word", rf"(?:{any_of(DAYS_FROM_TODAY)})\b", _read_day_word, tuple(DAYS_FROM_TODAY)),
    Form("unit", "word", rf"{_STEP}\s+(?:year|month|week)\b{_NO_DATE_AFTER}", _read_unit, tuple(STEPS)),
    Form("night", "word", rf"(?P<night_step>last|this|next)\s+night\b{_NO_DATE_AFTER}", _read_night, tuple(STEPS)),
    Form(
        "stepped",
        "word",
        rf"(?P<step>last|this|next)\s+(?:(?P<step_weekday>{any_of(WEEKDAYS)})|(?P<step_month>{any_of(MONTH_NUMBERS)})"
        rf"|(?P<step_season>{any_of(SEASONS)}))\b{_NO_DATE_AFTER}",
        _read_stepped,
        tuple(STEPS),
    ),
    Form(
        "on_weekday",
        "word",
        rf"on\s+(?P<weekday>{any_of(WEEKDAYS)})\b(?!,?\s+(?:the\s+)?[0-9]|,?\s+(?:{any_of(MONTH_NUMBERS)})\b|\s+(?:to|and)\s+\w+day\b)",
        _read_on_weekday,
        (r"on\s+[mtwfs]",),
    ),
    Form(
        "ago",
        "word",
        rf"(?P<ago_count>a|[0-9]{{1,3}}|{any_of(COUNTS)})\s+(?P<ago_unit>{any_of(UNITS)})s?\s+ago\b",
        _read_ago,
        (r"[0-9][0-9]{0,2}\s+[dwmy]", *(rf"{word}\s+[dwmy]" for word in ("a", *COUNTS))),
    ),
    Form(
        "season",
        "word",
        rf"(?P<season_name>{any_of(SEASONS)})(?:\s+term)?(?:\s+of|,)?\s+(?P<season_year>{YEAR})(?![\w/]|{DASH}[0-9])",
        _read_season,
        tuple(SEASONS),
    ),
    Form(
        "century",
        "word",
        rf"(?:(?P<century_first>{_ORDINAL})(?:\s+(?:and|to|or)\s+(?:the\s+)?|\s*{DASH}\s*))?(?P<century_last>{_ORDINAL})[\s-]+"
        rf"centur(?:y|ies)(?P<century_era>{_ERA})?(?!\w)",
        _read_century,
        ("[0-9][0-9]?[snrt]", *ORDINALS),
    ),
    Form(
        "era",
        "word",
        rf"(?:a\.?d\.?\s(?P<after_ad>[0-9]{{1,4}})|(?P<before_era>[0-9]{{1,4}})(?P<era_sign>{_ERA}))(?!\w)",
        _read_era,
        (r"a\.?d\.?\s", r"[0-9][0-9]{0,3}\s?[abc]"),
    ),
    Form(
        "early",
        "word",
        r"(?:(?:the\s+year|(?<![a-z,;:0-9%)]\s)(?:in|since|until|by))\s+)(?P<early_year>[1-9][0-9]{2})"
        r"(?=[,.;:)](?![0-9])|\s+(?:the|a|an|he|she|it|they|his|her|king)\b|\s*$)",
        _read_early,
        (r"the\s+year\s", r"in\s+[1-9]", r"since\s+[1-9]", r"until\s+[1-9]", r"by\s+[1-9]"),
    ),
)
"""Every way of writing a date; of two that fit at the same place the first counts."""
