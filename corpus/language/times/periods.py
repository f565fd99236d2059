"""Periods by name: quarters and halves, years that begin in April or September, feasts, "the '80s"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from corpus.language.context import before
from corpus.language.times.parts import MONTH_NAMES, ORDINALS, YEAR, Ends, Parts, first_day, parts_of
from corpus.language.times.written import Form, Time, at, full_year, relative, spoken_year, twice, years
from corpus.language.vocabulary import DASH, alternatives, load

_WORDS = load("dates")
_YEARS: dict[str, Any] = _WORDS["years"]
_KINDS: dict[str, str] = {name: kind for kind, entry in _YEARS.items() for name in entry["names"]}
YEAR_STEPS: dict[str, int] = _WORDS["year_steps"]
"""Steps from the financial or school year in which a word is said."""
_PARTS: dict[str, int] = _WORDS["parts"]
_FEASTS: dict[str, list[int]] = _WORDS["feasts"]
_SHORT_FEASTS: dict[str, str] = _WORDS["short_feasts"]
_EASTER: dict[str, int] = _WORDS["easter"]
_MOVING: dict[str, list[int]] = _WORDS["moving"]
_MOVED: dict[str, dict[str, list[int]]] = _WORDS["moved"]
FEAST_NAMES: tuple[str, ...] = (*_EASTER, *_FEASTS, *_MOVING)
FEAST: str = alternatives(FEAST_NAMES).replace("'", "['’]")
"""A pattern for the name of a feast."""
FEAST_DAYS: dict[str, str] = {name: f"{day} {MONTH_NAMES[month - 1]}" for name, (month, day) in _FEASTS.items()}
"""The day of each feast that has one of its own: "24 December"."""
_DECADES: dict[str, int] = _WORDS["decades"]
_TENS: dict[str, list[str]] = _WORDS["tens"]

_HOLIDAYS_SINCE = 1978
"""From then on the bank holidays are as they are today."""
_SPLIT = rf"(?:\s?/\s?|{DASH})"
_NO_MORE = rf"(?!\w|{_SPLIT}\w|[.,][0-9])"
_ORDINAL = rf"(?:[1-4](?:st|nd|rd|th)|last|{alternatives(list(ORDINALS)[:4])})"
_KIND = alternatives(_KINDS)
_JULIAN = 1582
"""Until this year Easter was reckoned otherwise."""
_LETTERED = {"q": "quarter", "h": "half"}
_TWO_YEARS = re.compile(rf"(?P<first>{YEAR})(?:{_SPLIT}(?P<short>[0-9]{{2}})|\s?/\s?(?P<next>{YEAR}))")


def _next_year(year: int, short: str | None) -> bool:
    """Whether a second year, of two digits or four, is the one after another."""
    return short is None or (year + 1) % 100 == int(short[-2:])


def _read_part(match: re.Match[str], text: str) -> Iterable[Time]:
    """A quarter or half of a calendar year, or of a financial year where two years or a word for it are given."""
    year, short, kind = full_year(int(match["part_year"])), match["part_next"], match["part_kind"]
    if not _next_year(year, short):
        return ()
    unit = _LETTERED[match["part_letter"]] if match["part_letter"] else match["part_unit"]
    months = _PARTS[unit]
    word = match["part_number"] or match["part_ordinal"]
    number = ORDINALS.get(word) or (12 // months if word == "last" else int(re.sub(r"\D", "", word)))
    if number > 12 // months:
        return ()
    begins = _YEARS[_KINDS[kind]]["month"] if kind else 4 if short else 1
    if kind and not short:
        year -= 1
    return at(match, _months(year, begins + months * (number - 1), months))


def _months(year: int, month: int, count: int) -> Ends:
    """So many months from one on, which may be counted on beyond twelve."""
    first, last = 12 * year + month - 1, 12 * year + month + count - 2
    return (first // 12, first % 12 + 1), (last // 12, last % 12 + 1)


def _read_quarter_after(match: re.Match[str], text: str) -> Iterable[Time]:
    return at(match, _months(int(match["before_quarter"]), 3 * int(match["after_quarter"]) - 2, 3))


def _of_kind(name: str, year: int) -> Ends:
    """The financial, academic or tax year that begins in a year."""
    entry = _YEARS[_KINDS[" ".join(name.lower().split())]]
    if "day" not in entry:
        return _months(year, entry["month"], 12)
    return (year, entry["month"], entry["day"]), (year + 1, entry["month"], entry["day"] - 1)


def financial_year(text: str) -> Ends | None:
    """The financial year that two years in a row are, as "2022/23", "2022-23" or "2022/2023"; None for all else."""
    match = _TWO_YEARS.fullmatch(text)
    if match is None or not _next_year(int(match["first"]), match["short"] or match["next"]):
        return None
    return _of_kind("financial year", int(match["first"]))


def _read_stepped_kind(match: re.Match[str], text: str) -> Iterable[Time]:
    """The financial or school year in which it is said, or the one before or after that."""
    name, step = match["stepped_kind"], YEAR_STEPS[match["kind_step"]]

    def ends(said: date) -> Ends:
        begins = first_day(_of_kind(name, said.year)[0])
        return _of_kind(name, said.year + step - (said < begins))

    return relative(match, ends)


def _read_kind_first(match: re.Match[str], text: str) -> Iterable[Time]:
    """What "FY24" means, which ends in 2024; after other words a single year may be either, and stays what it is."""
    year, short = full_year(int(match["kind_year"])), match["kind_next"]
    if not _next_year(year, short):
        return ()
    if short is None:
        if match["kind_name"] != "fy":
            return ()
        year -= 1
    return at(match, _of_kind(match["kind_name"], year))


def _read_kind_last(match: re.Match[str], text: str) -> Iterable[Time]:
    year = int(match["kinds_year"])
    return at(match, _of_kind(match["kinds_name"], year) if _next_year(year, match["kinds_next"]) else None)


def _read_feast(match: re.Match[str], text: str) -> Iterable[Time]:
    day = _feast(match["feast_name"], int(match["feast_year"]))
    return at(match, twice(day) if day else None)


def _feast(words: str, year: int) -> Parts | None:
    """The day of a feast in a year; None in years that reckoned it otherwise."""
    name = " ".join(words.replace("’", "'").split())
    if name in _EASTER:
        return parts_of(easter(year) + timedelta(days=_EASTER[name])) if year > _JULIAN else None
    if name in _MOVING:
        return _moving(name, year) if year >= _HOLIDAYS_SINCE else None
    return (year, *_FEASTS[_SHORT_FEASTS.get(name, name)])


def _read_stepped_feast(match: re.Match[str], text: str) -> Iterable[Time]:
    """The last feast before the day on which it is said, or the next after it."""
    name, is_last = match["step_feast"], match["feast_step"] == "last"

    def ends(said: date) -> Ends:
        days = [day for year in (said.year - 1, said.year, said.year + 1) if (day := _feast(name, year))]
        before_it = [day for day in days if first_day(day) < said]
        after_it = [day for day in days if first_day(day) > said]
        return twice(before_it[-1] if is_last else after_it[0])

    return relative(match, ends)


def _moving(name: str, year: int) -> Parts:
    """The day of a feast that is a certain day of the week in its month, or the one to which it was moved that year."""
    if moved := _MOVED.get(name, {}).get(str(year)):
        return year, *moved
    month, weekday, which = _MOVING[name]
    days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).weekday() == weekday]
    return year, month, days[which - 1 if which > 0 else which]


_DECADE_BEFORE = re.compile(r"\b(?:the(?:\s+(?:early|mid|late)[\s-]+)?|early|mid|late)[\s-]+['’‘]?$", re.I)
_MEASURED = re.compile(rf"\b{alternatives(_TENS['measured'])}\b[^.!?;]*$", re.I)
_DECADE_AFTER = re.compile(rf"\s*(?:[.,;:!?)\]–—-]|$)|\s+{alternatives(_TENS['after'])}\b", re.I)
_MEASURED_CHARS = 50


def _is_decade(text: str, start: int, end: int) -> bool:
    """Whether "80s" or "eighties" is a time: after "the", and nothing that is measured in tens, nor that bus."""
    if not before(_DECADE_BEFORE, text, start):
        return False
    return bool(_DECADE_AFTER.match(text, end)) and not before(_MEASURED, text, start, _MEASURED_CHARS)


def _decade(short: int) -> Ends | None:
    year = spoken_year(short)
    return years(year, year + 9)


def _read_short_decade(match: re.Match[str], text: str) -> Iterable[Time]:
    """A decade: with its apostrophe "the '80s" always is one; "the 20s" may be of either century, and is none."""
    short = int(match["decade_digits"])
    start = match.start()
    marked = text[start - 1 : start] in ("'", "’", "‘") and before(_DECADE_BEFORE, text, start)
    if (short < 30 and not (marked and short == 0)) or not (marked or _is_decade(text, *match.span())):
        return
    if ends := _decade(short):
        yield Time(start - marked, match.end(), *ends, form="short_decade")


def _read_named_decade(match: re.Match[str], text: str) -> Iterable[Time]:
    return at(match, _decade(_DECADES[match["decade_name"]]) if _is_decade(text, *match.span()) else None)


DIGIT_PERIODS: tuple[Form, ...] = (
    Form(
        "kind_last",
        "digit",
        rf"(?P<kinds_year>{YEAR}){_SPLIT}(?P<kinds_next>(?:20)?[0-9]{{2}})\s+(?P<kinds_name>(?i:{_KIND}))\b",
        _read_kind_last,
    ),
    Form(
        "quarter_after",
        "digit",
        rf"(?P<before_quarter>{YEAR})[\s-][Qq](?P<after_quarter>[1-4])(?!\w|-\w)",
        _read_quarter_after,
    ),
    Form("short_decade", "digit", r"(?P<decade_digits>[03-9]0)['’]?s\b", _read_short_decade),
)
"""Periods that begin with a digit; they are tried before the years that they begin with."""

WORD_PERIODS: tuple[Form, ...] = (
    Form(
        "part",
        "word",
        rf"(?:(?P<part_letter>[qh])(?P<part_number>[1-4])|(?P<part_ordinal>{_ORDINAL})[\s-]+(?P<part_unit>{alternatives(_PARTS)}))"
        rf",?\s+(?:(?:of|in)\s+)?(?:the\s+)?(?:year\s+)?(?:(?P<part_kind>{_KIND})\s*)?(?P<part_year>{YEAR}|(?<=fy)[0-9]{{2}}|(?<=fy\s)[0-9]{{2}})"
        rf"(?:{_SPLIT}(?P<part_next>(?:20)?[0-9]{{2}}))?{_NO_MORE}",
        _read_part,
        (
            r"q[1-4],?\s",
            r"h[12],?\s",
            *(rf"{word}[\s-]+(?:{'|'.join(_PARTS)})" for word in ("last", *list(ORDINALS)[:4])),
            rf"[0-9][a-z][a-z][\s-]+(?:{'|'.join(_PARTS)})",
        ),
    ),
    Form(
        "kind_first",
        "word",
        rf"(?P<kind_name>{_KIND})\s*['’]?(?P<kind_year>{YEAR}|(?<=fy)[0-9]{{2}}|(?<=fy['’\s])[0-9]{{2}})"
        rf"(?:(?:{_SPLIT}|\s+to\s+(?=20))(?P<kind_next>(?:20)?[0-9]{{2}}))?{_NO_MORE}",
        _read_kind_first,
        (r"fy\s?['’]?[0-9]", *(name.replace(" ", r"\s+") + r"\s" for name in _KINDS if " " in name)),
    ),
    Form(
        "stepped_kind_year",
        "word",
        rf"(?P<kind_step>{alternatives(YEAR_STEPS)})\s+(?P<stepped_kind>{_KIND})\b(?!,?\s+\(?(?:of\s+)?(?:{YEAR}|[0-9]{{2}}/))",
        _read_stepped_kind,
        tuple(rf"{word}\s+(?:{'|'.join({name.split()[0] for name in _KINDS})})" for word in YEAR_STEPS),
    ),
    Form(
        "feast",
        "word",
        rf"(?P<feast_name>{FEAST}),?\s+(?:of\s+|in\s+)?(?P<feast_year>{YEAR}){_NO_MORE}",
        _read_feast,
        tuple(sorted({name.split()[0].replace("'", ".") + r"[\s,]" for name in FEAST_NAMES})),
    ),
    Form(
        "stepped_feast",
        "word",
        rf"(?P<feast_step>last|next)\s+(?P<step_feast>{FEAST}|{alternatives(_SHORT_FEASTS)})\b(?!\s+(?:market|fair|tree|card|term|lights)|,?\s+(?:of\s+|in\s+)?[0-9])",
        _read_stepped_feast,
        ("last", "next"),
    ),
    Form("named_decade", "word", rf"(?P<decade_name>{alternatives(_DECADES)})\b", _read_named_decade, tuple(_DECADES)),
)
"""Periods that begin with a word."""
