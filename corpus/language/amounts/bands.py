"""Bands: the amounts that an item or a row is for, such as "2 to 4 days", "more than 2 weeks" or "under 18 years"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.language.context import before
from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.times.parts import MONTH_NUMBERS
from corpus.language.vocabulary import COUNTS, CURRENCY_SIGNS, DASH, alternatives, load
from corpus.language.words import stem_of

_TABLE = load("bands")
TIME = "time"
"""The unit of amounts of time, in days."""
MEASURES = {"mass": "grams", "length": "millimetres", "volume": "millilitres"}
"""The units of other amounts of which the sizes are known, and what these are in."""
_SIZES: Mapping[str, tuple[float, str]] = {
    stem_of(unit): (size, kind)
    for kind, table in {TIME: "days", **MEASURES}.items()
    for unit, size in _TABLE[table].items()
}
"""How large each unit is, and of what."""
_COUNTS: Mapping[str, float] = {**COUNTS, **dict.fromkeys(_TABLE["one"], 1), **dict.fromkeys(_TABLE["half"], 0.5)}
_NUMBER = (
    rf"(?!{alternatives(_TABLE['one'])}\s+(?:{alternatives([*COUNTS, *_TABLE['half']])}|[0-9]+)\b)"
    rf"(?:[{CURRENCY_SIGNS}]\s?)?(?:[0-9][0-9,]*(?:\.[0-9]+)?|{alternatives(_COUNTS)}\b)"
)
"""A number in digits or in a word; "a" is none before another: "a four bedroom house"."""
_SHORT_UNIT = rf"{alternatives(_TABLE['short_units'])}\b"
_UNIT = (
    rf"(?:(?P<years>s\b)|(?:[\s-](?:{alternatives(_TABLE['passed_over'])}\s)?|(?={_SHORT_UNIT}))"
    rf"(?P<unit>(?!(?:and|or)\b)[a-z]{{3,}}|{_SHORT_UNIT}))?"
)
_BAND = re.compile(
    rf"(?<![\w.,-])(?:(?P<aged>{alternatives(_TABLE['aged'])})\s+)?(?:(?P<above>{alternatives(_TABLE['above'])})\s+|(?P<below>{alternatives(_TABLE['below'])})\s+"
    rf"|(?P<least>{alternatives(_TABLE['least'])})\s+|(?P<most>{alternatives(_TABLE['most'])})\s+)?"
    rf"(?P<low>{_NUMBER})(?:(?:(?:\s+|(?={_SHORT_UNIT}))(?P<low_unit>[a-z]+))?\s*(?:{DASH}|\bto\b|\band\b)\s*(?P<high>{_NUMBER}))?(?P<more>\s*\+)?{_UNIT}"
    rf"(?P<upwards>\s+{alternatives(_TABLE['upwards'])}\b)?"
)
_RATE_BEFORE = re.compile(
    rf"(?:[0-9]|\b{alternatives([*(f'{unit}s' for unit in _TABLE['days']), *_TABLE['rated']])})\s+$"
)
"""Before "a week" these tell how much of something there is in one: "days a week", "£5 a day"."""
_LABEL_END = re.compile(r",(?!\d)|[:;=(|]|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Band:
    """Amounts of something.

    Attributes:
        low, high: the least and the most; days where the unit is of time, and in what `MEASURES` says of others.
        unit: "time", one of `MEASURES`, a sign of a currency, or the stem of what is counted; "" where numbers alone
            are given.
        open_low, open_high: whether it begins above `low` and ends below `high`.
    """

    low: float
    high: float
    unit: str
    open_low: bool = False
    open_high: bool = False

    def holds(self, amount: float) -> bool:
        """Whether an amount lies in it."""
        above = amount > self.low if self.open_low else amount >= self.low
        return above and (amount < self.high if self.open_high else amount <= self.high)

    def meets(self, other: Band) -> bool:
        """Whether an amount lies in it and in another one."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Band) -> bool:
        is_apart = self.open_high or other.open_low
        return self.high <= other.low if is_apart else self.high < other.low


@lru_cache(maxsize=TEXTS_KEPT)
def label_band(text: str) -> Band | None:
    """The band that an item or a row is for, by what stands before its first comma, colon, dash or bar.

    Args:
        text: such as "For 2 to 4 days, at least 10 days before".
    """
    return next(bands(text[: label_end(text)].strip("-*• ")), None)


def label_end(text: str) -> int:
    """Where what an item or a row is for ends: at its first comma, colon, dash or bar, or with the text."""
    end = _LABEL_END.search(text, len(text) - len(text.lstrip("-*• ")))
    return end.start() if end else len(text)


def amounts(question: str, *, beyond: bool = False) -> list[tuple[float, str]]:
    """The amounts with a unit that a question names, such as "ten days", as they are compared with a `Band`.

    Args:
        question: as it was asked.
        beyond: whether "more than six weeks" names what is just above six weeks, and not six weeks.
    """
    found = ((match, *_measured(match, "low")) for match in _matches(question) if not match["high"])
    return [(_just_beyond(match, amount) if beyond else amount, unit) for match, amount, unit in found if unit]


def _just_beyond(match: re.Match[str], amount: float) -> float:
    """The least amount above one that is named as "more than" it, the most below as "less than"; else itself."""
    if match["above"]:
        return math.nextafter(amount, math.inf)
    return math.nextafter(amount, -math.inf) if match["below"] else amount


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where a text names an amount or several; "a" and "single" count only units of time, and not in "days a week".

    A day of a month, as "9 December" is, is none.
    """
    plain = " ".join(searchable(text).casefold().split())
    for match in _BAND.finditer(plain):
        if match["unit"] in MONTH_NUMBERS:
            continue
        is_one = match["low"] in _TABLE["one"]
        if not is_one or (_measured(match, "low")[1] == TIME and not before(_RATE_BEFORE, plain, match.start())):
            yield match


def bands(text: str) -> Iterator[Band]:
    """The bands that a text names, in order; an amount by itself is one, too."""
    for match in _matches(text):
        low, unit = _measured(match, "low")
        high = _measured(match, "high")[0] if match["high"] else low
        if match["high"]:
            if low <= high:
                yield Band(low, high, unit)
        elif match["above"] or match["least"] or match["upwards"] or match["more"]:
            yield Band(low, math.inf, unit, open_low=bool(match["above"]))
        elif match["below"] or match["most"]:
            yield Band(-math.inf, high, unit, open_high=bool(match["below"]))
        else:
            yield Band(low, low, unit)


def _measured(match: re.Match[str], group: str) -> tuple[float, str]:
    """An amount of a match and what it is of; days where it is of time."""
    number = match[group]
    digits = number.lstrip(CURRENCY_SIGNS + " ").replace(",", "")
    amount = float(_COUNTS[digits]) if digits in _COUNTS else float(digits)
    if number[0] in CURRENCY_SIGNS:
        return amount, number[0]
    is_age = match["years"] or (match["aged"] and not match["unit"])
    stem = stem_of("year" if is_age else match["unit"] or "")
    size, kind = _SIZES.get(stem, (1.0, stem))
    own = _SIZES.get(stem_of(match["low_unit"] or "")) if group == "low" else None
    return amount * (own[0] if own and own[1] == kind else size), kind
