"""Months of other languages: dates written with them, as the English dates that are as long."""

from __future__ import annotations

import re
from functools import cache

from corpus.language.times.parts import MONTH_NAMES, YEAR
from corpus.language.vocabulary import alternatives, languages, load

_YEAR = re.compile(rf"{YEAR}(?!\w)(?<![\w£$€]....)")
"""What a date of another language ends with: without its year none is read."""
_BEFORE_CHARS = 28
_DAY_ENDS = re.compile(r"(?<![\w.,])[0-9]{1,2}\.\Z")
_WORD = re.compile(r"\s+([^\W\d_]+)")


def months_in_english(text: str) -> str:
    """A text whose dates with a month in another language have it in English, every character in its place.

    "5. Mai 2024" and "1er mars 2022" are days, "juin 2021" is a month; a month that may be an English word is one only
    after a day. What is too much in a date gives way to spaces.
    """
    parts: list[str] = []
    end = 0
    for year in _YEAR.finditer(text):
        start = max(end, year.start() - _BEFORE_CHARS)
        if _last_words().isdisjoint(text[start : year.start()].casefold().replace(".", " ").split()[-2:]):
            continue
        before = _pattern().search(text, start, year.start())
        month = _months().get(before["month"].casefold()) if before else None
        if before is None or month is None or (before["day"] is None and before["month"].casefold() in _doubtful()):
            continue
        day = (before["day"] or "").ljust(before.start("month") - before.start())
        written = MONTH_NAMES[month][:3].ljust(year.start() - before.start("month"))
        parts += text[end : before.start()], day, written
        end = year.start()
    return "".join([*parts, text[end:]]) if parts else text


def goes_on_with_month(text: str, end: int) -> bool:
    """Whether a full stop that ends at an offset stands after the number of a day, as in "5. Mai"."""
    if text[end - 1 : end] != "." or not _DAY_ENDS.search(text, max(end - 4, 0), end):
        return False
    word = _WORD.match(text, end)
    return word is not None and word[1].casefold() in _months()


@cache
def _pattern() -> re.Pattern[str]:
    """What stands before the year of such a date, up to it."""
    forms = alternatives(form for name in _months() for form in (name, name.capitalize(), name.title()))
    return re.compile(
        rf"(?:(?<![\w.,/-])(?P<day>[0-9]{{1,2}})(?:\.|er|re|ain|af|eg|fed|º|°)?\s+(?:(?:de|o|di)\s+)?)?"
        rf"(?<![\w-])(?P<month>{forms})\.?\s+(?:(?:de|del|o)\s+)?\Z"
    )


@cache
def _months() -> dict[str, int]:
    """The months of other languages, from 0, by their names in small letters."""
    return {
        name: month
        for language in languages("questions")
        for month, names in enumerate(load("questions", language)["months"])
        for name in names
        if name not in _english()
    }


@cache
def _last_words() -> frozenset[str]:
    """The last word of each of these names."""
    return frozenset(name.split()[-1] for name in _months())


@cache
def _english() -> frozenset[str]:
    return frozenset(name.casefold() for name in MONTH_NAMES)


@cache
def _doubtful() -> frozenset[str]:
    """Those that mean something else in English texts."""
    return frozenset(
        name for language in languages("questions") for name in load("questions", language)["only_after_day"]
    )
