"""Dates in words: "last week", "two years ago", "spring 2019", "the 10th century"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from corpus.language.times.parts import (
    DAYS_FROM_TODAY,
    MONTH_NUMBERS,
    ORDINALS,
    SEASONS,
    STEPS,
    UNITS,
    WEEKDAYS,
    YEAR,
    Ends,
    first_day,
    last_day,
    month_number,
    parts_of,
    season_ends,
)
from corpus.language.times.tense import Tense, tense
from corpus.language.times.written import Form, Time, at, relative, twice, unit_ends, weekday_ends, years
from corpus.language.vocabulary import COUNTS, DASH, alternatives, load

_ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{alternatives(ORDINALS)})"
_ERA = r"(?:\s?(?:bce?|b\.c\.(?:e\.)?|ce|ad|a\.d\.))"
_STEP = rf"(?:{alternatives(STEPS)})"
_WINTER = alternatives(name for name, month in SEASONS.items() if month > 10)
_AGO_UNIT = alternatives([*UNITS, "fortnight"])
_WEEKS = {"week": 1, "fortnight": 2}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_EVERY_MONTH = 28
"""Days that every month has."""
_NO_DATE_AFTER = r"(?!,?\s+(?:of\s+)?[0-9])"
_AHEAD = frozenset({"coming", "present", "lasting"})
_NEAR_DAYS = 62
"""A day named by weekday and number alone is no further from the day on which it is said."""
_JUST_OVER = 31
"""A month that was over for no more days is called "last month", and its season "this spring"."""
_YEARS_BACK = 3
"""Within so many years, this one among them, a month and a season of each name is over."""
_WEEKDAY_HEADS = (r"on\s+[mtwfs]", *(rf"{name}\s+(?:week|fort|the|[0-9])" for name in WEEKDAYS))
_DAY_ENDS = rf"(?=\s*(?:[.,;:!?)\]–—-]|$)|\s+(?:{alternatives(load('dates')['counting']['after_day'])}\b|[0-9]))"


def _stepped_year(step: int, month: int, said: date) -> int:
    """The year of "last", "this" or "next" with the name of a month, or of a season by its first month."""
    return said.year + (month <= said.month if step > 0 else step)


def _read_day_word(match: re.Match[str], text: str) -> Iterable[Time]:
    days = DAYS_FROM_TODAY[match["day_word"]]
    return relative(match, lambda said: unit_ends("day", days, said))


def _read_unit(match: re.Match[str], text: str) -> Iterable[Time]:
    """The year, month or week before, now or after; "over the last year" may be how long, not when."""
    word, unit = match["unit"].split()
    lasting = word == "past" or (word == "last" and text[: match.start()].endswith("the "))
    return relative(match, lambda said: unit_ends(unit, STEPS[word], said), lasting=lasting)


def _read_night(match: re.Match[str], text: str) -> Iterable[Time]:
    lasting = text[: match.start()].endswith("the ")
    return relative(match, lambda said: unit_ends("day", STEPS[match["night_step"] or "this"], said), lasting=lasting)


def _read_stepped(match: re.Match[str], text: str) -> Iterable[Time]:
    step = STEPS[match["step"]]
    if match["step_weekday"]:
        return relative(match, lambda said: weekday_ends(match["step_weekday"], match["step"], said))
    season = match["step_season"]
    month = SEASONS[season] if season else month_number(match["step_month"])

    def ends(year: int) -> Ends:
        return season_ends(season, year) if season else twice((year, month))

    if step < 0:
        (time,) = relative(match, lambda said: _one_last(ends, said))
        return (replace(time, asked=lambda today: _last_over(ends, today)),)
    return relative(match, lambda said: ends(_stepped_year(step, month, said)))


def _last_over(ends: Callable[[int], Ends], today: date) -> Ends:
    """The last month or season of a name that is over."""
    years = range(today.year, today.year - _YEARS_BACK, -1)
    return next(found for year in years if last_day((found := ends(year))[1]) < today)


def _one_last(ends: Callable[[int], Ends], said: date) -> Ends:
    """The month or season of a name in the year before, where it is the last that is over as well.

    Raises:
        ValueError: either may be meant, as by "last July" in November.
    """
    found = ends(said.year - 1)
    if found != _last_over(ends, said - timedelta(days=_JUST_OVER)):
        raise ValueError(f"two may be meant on {said}")
    return found


def _read_month_of_year(match: re.Match[str], text: str) -> Iterable[Time]:
    month, step = month_number(match["month_of"]), STEPS[match["of_year"]]
    return relative(match, lambda said: twice((said.year + step, month)))


def _read_season_of_year(match: re.Match[str], text: str) -> Iterable[Time]:
    name, step = match["season_of"], STEPS[match["step_of_season"]]
    return relative(match, lambda said: season_ends(name, said.year + step))


def _read_on_weekday(match: re.Match[str], text: str) -> Iterable[Time]:
    which = "coming" if tense(text, match.start(), match.end()) in _AHEAD else "past"
    return relative(match, lambda said: weekday_ends(match["weekday"], which, said))


def _read_weekday_week(match: re.Match[str], text: str) -> Iterable[Time]:
    """A week after the coming Thursday, for "Thursday week"; said on a Thursday it may be either, and is none."""
    name, weeks = match["week_day"], _WEEKS[match["week_unit"]]

    def offset(said: date) -> Ends:
        if said.weekday() == WEEKDAYS.index(name):
            raise ValueError(f"{name} week, said on a {name}")
        first, _ = weekday_ends(name, "coming", said)
        return twice(parts_of(first_day(first) + timedelta(days=7 * weeks)))

    return relative(match, offset)


def _read_weekday_day(match: re.Match[str], text: str) -> Iterable[Time]:
    """The day near the text's own on which the 19th is a Monday, for "Monday 19th"."""
    weekday, day = WEEKDAYS.index(match["numbered_day"]), int(match["day_number"])
    told = tense(text, match.start(), match.end())
    (time,) = relative(match, lambda said: twice(parts_of(_nearest_named(weekday, day, said, told))))

    def shift(ends: Ends) -> Ends | None:
        return (
            twice(parts_of(_nearest_named(weekday, day, first_day(ends[0]), "coming"))) if len(ends[0]) == 3 else None
        )

    return (replace(time, shift=shift),)


def _nearest_named(weekday: int, number: int, said: date, told: Tense) -> date:
    """The nearest day with this weekday and number, ahead or behind by the tense.

    Raises:
        ValueError: none is near enough, or one ahead and one behind may be meant.
    """
    near = [said + timedelta(days=step) for step in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
    fitting = [day for day in near if day.day == number and day.weekday() == weekday]
    if told:
        ahead = [day for day in fitting if day >= said]
        fitting = ahead[:1] if told != "past" else [day for day in fitting if day <= said][-1:]
    if len(fitting) != 1:
        raise ValueError(f"{len(fitting)} days near {said} fit")
    return fitting[0]


def _read_ago(match: re.Match[str], text: str) -> Iterable[Time]:
    count = 1 if match["ago_count"] == "a" else COUNTS.get(match["ago_count"]) or int(match["ago_count"])
    days = _WEEKS.get(match["ago_unit"])
    unit, step = ("day", 7 * days * count) if days else (match["ago_unit"], count)
    return relative(match, lambda said: unit_ends(unit, -step, said))


def _read_few(match: re.Match[str], text: str) -> Iterable[Time]:
    """So many years, months, weeks or days up to the day on which it is said; a text may mean how long."""
    count, unit = COUNTS.get(match["few_count"]) or int(match["few_count"]), match["few_unit"]

    def offset(said: date) -> Ends:
        if unit in ("day", "week"):
            return unit_ends("day", -count * _DAYS[unit], said)[0], parts_of(said)
        year, month = divmod(12 * said.year + said.month - 1 - count * _MONTHS[unit], 12)
        return (year, month + 1, min(said.day, _EVERY_MONTH)), parts_of(said)

    return relative(match, offset, lasting=True)


def _read_season(match: re.Match[str], text: str) -> Iterable[Time]:
    name, year = match["season_name"] or match["winter"], match["season_year"] or match["winter_year"]
    return at(match, season_ends(name, int(year)))


def _ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(word[:-2])


def _read_century(match: re.Match[str], text: str) -> Iterable[Time]:
    last = _ordinal(match["century_last"])
    first = _ordinal(match["century_first"]) if match["century_first"] else last
    if "b" in (match["century_era"] or ""):
        return at(match, years(1 - 100 * max(first, last), -100 * (min(first, last) - 1)))
    return at(match, years(100 * first - 99, 100 * last) if 0 < first <= last <= 30 else None)


def _read_era(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["after_ad"] or match["before_era"])
    year = 1 - year if "b" in (match["era_sign"] or "") else year
    return at(match, years(year, year))


def _read_early(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["early_year"])
    return (Time(match.start("early_year"), match.end(), (year,), (year,), form="early"),)


WORD_FORMS: tuple[Form, ...] = (
    Form("day_word", "word", rf"(?:{alternatives(DAYS_FROM_TODAY)})\b", _read_day_word, tuple(DAYS_FROM_TODAY)),
    Form("unit", "word", rf"{_STEP}\s+(?:year|month|week)\b{_NO_DATE_AFTER}", _read_unit, tuple(STEPS)),
    Form(
        "night",
        "word",
        rf"(?:(?P<night_step>last|this|next)\s+(?:night|evening)|this\s+(?:morning|afternoon))\b{_NO_DATE_AFTER}",
        _read_night,
        tuple(STEPS),
    ),
    Form(
        "stepped",
        "word",
        rf"(?P<step>last|this|next)\s+(?:(?P<step_weekday>{alternatives(WEEKDAYS)})|(?P<step_month>{alternatives(MONTH_NUMBERS)})"
        rf"|(?P<step_season>{alternatives(SEASONS)}))\b{_NO_DATE_AFTER}",
        _read_stepped,
        tuple(STEPS),
    ),
    Form(
        "month_of_year",
        "word",
        rf"(?P<month_of>(?<=\bin\s)may|(?:{alternatives(name for name in MONTH_NUMBERS if name != 'may')}))"
        r"(?:\s+of|,)?\s+(?P<of_year>last|this|next)\s+year\b",
        _read_month_of_year,
        tuple(MONTH_NUMBERS),
    ),
    Form(
        "season_of_year",
        "word",
        rf"(?P<season_of>{alternatives(SEASONS)})(?:\s+of|,)?\s+(?P<step_of_season>last|this|next)\s+year\b",
        _read_season_of_year,
        tuple(SEASONS),
    ),
    Form(
        "weekday_week",
        "word",
        rf"(?:on\s+)?(?P<week_day>{alternatives(WEEKDAYS)})\s+(?P<week_unit>week|fortnight)\b{_DAY_ENDS}",
        _read_weekday_week,
        _WEEKDAY_HEADS,
    ),
    Form(
        "weekday_day",
        "word",
        rf"(?:on\s+)?(?P<numbered_day>{alternatives(WEEKDAYS)}),?\s+(?:the\s+)?(?P<day_number>[0-3]?[0-9])(?:st|nd|rd|th)\b{_DAY_ENDS}",
        _read_weekday_day,
        _WEEKDAY_HEADS,
    ),
    Form(
        "on_weekday",
        "word",
        rf"on\s+(?P<weekday>{alternatives(WEEKDAYS)})\b(?!,?\s+(?:the\s+)?[0-9]|,?\s+(?:{alternatives(MONTH_NUMBERS)})\b|\s+(?:to|and)\s+\w+day\b|\s+{_STEP}\s+week\b)",
        _read_on_weekday,
        (r"on\s+[mtwfs]",),
    ),
    Form(
        "ago",
        "word",
        rf"(?P<ago_count>a|[0-9]{{1,3}}|{alternatives(COUNTS)})\s+(?P<ago_unit>{_AGO_UNIT})s?\s+ago\b",
        _read_ago,
        (r"[0-9][0-9]{0,2}\s+[dwmyf]", *(rf"{word}\s+[dwmyf]" for word in ("a", *COUNTS))),
    ),
    Form(
        "last_few",
        "word",
        rf"(?:last|past|previous)\s+(?P<few_count>[0-9]{{1,3}}|{alternatives(COUNTS)})\s+(?P<few_unit>{alternatives(UNITS)})s\b",
        _read_few,
        ("last", "past", "previous"),
    ),
    Form(
        "season",
        "word",
        rf"(?P<season_name>{alternatives(SEASONS)})(?:\s+term)?(?:\s+of|,)?\s+(?P<season_year>{YEAR})(?![\w/]|{DASH}[0-9])"
        rf"|(?P<winter>{_WINTER})(?:\s+of|,)?\s+(?P<winter_year>{YEAR})(?:/|{DASH})(?:[0-9]{{2}}){{1,2}}(?![\w/])",
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
"""Dates in words; of two that fit at the same place the first counts."""
