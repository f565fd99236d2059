"""Quantities: the numbers of a text as they are meant together: ranges, shares, measures of two units, below nought."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from corpus.language.amounts.numbers import in_digits, numbers
from corpus.language.context import before, in_small_letters
from corpus.language.kinds import TEXTS_KEPT, Span
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load

_TABLE, _UNITS, _COUNTS = load("numbers"), load("units"), load("counts")
_JOINED = _TABLE["joined"]
_CHANGE_CHARS = 60
"""What tells of a change stands at most so far before its numbers."""
_DECIMALS = 3
"""A measure of two units, such as 3 ft 5 in, is told in the first with so many decimals."""
_DASHED = re.compile(r"\s?[-‐‑‒–−]\s?")
_TO = re.compile(rf"\s+{alternatives(_JOINED['to'])}\s+")
_AND = re.compile(rf"\s+{alternatives(_JOINED['and'])}\s+")
_SHARED = re.compile(rf"\s+{alternatives(_JOINED['shares'])}\s+")
_BESIDE = re.compile(rf"\s?(?:,\s)?(?:{alternatives(_JOINED['and'])}\s+)?")
_BETWEEN = re.compile(rf"(?<!\w)(?P<between>{alternatives(_JOINED['between'])}\s+)$")
_TOLD_APART = re.compile(rf"\b{alternatives(_JOINED['apart'])}\s+{alternatives(_JOINED['between'])}\s+$")
_CHANGED = re.compile(rf"\b{alternatives(_JOINED['changes'])}\b[^.;:\n]*\bfrom\s+$")
_SCORED = re.compile(rf"\b{alternatives(_JOINED['scores'])}\b[^.;:,\n]{{0,24}}$")
_MINUS = re.compile(rf"(?:^|(?<![0-9%])\s|[(|])(?P<minus>[-−–]|{alternatives(_TABLE['minus'])}\s+)$")
_SURELY_NEGATIVE = re.compile(rf"[{CURRENCY_SIGNS}]|[0-9.,]+\s?[%°º]")
_BY_UNIT = frozenset(_UNITS["time"] + _UNITS["length"] + _UNITS["money"] + _UNITS["area"] + _UNITS["other_measures"])
_MADE_OF = {unit: row for row in _TABLE["made_of"] for unit in row["large"]}
_FEET = frozenset[str](_TABLE["made_of"][0]["large"])
_UNIT_AFTER = re.compile(rf"\s?{alternatives(_TABLE['made_of'][0]['small'])}\b")
"""Inches, which are no unit of their own: "6 in the morning"."""
_GAP = re.compile("|".join(gap.pattern for gap in (_DASHED, _TO, _AND, _SHARED, _BESIDE)))
"""What may stand between two numbers that are meant together."""
_COUNTED_AFTER = re.compile(r"\s+[a-z]+s\b")
_NONE_OF = re.compile(
    rf"(?<!\w)(?P<none>{alternatives(_COUNTS['none'])}\s+of\s+(?:{alternatives(_COUNTS['determiners'])}\s+)?(?:[a-z'’-]+\s+)?)$"
)
_MAY_BE_NONE = re.compile(rf"\b{alternatives(_COUNTS['none'])}\s+of\b")
_MILLIONS = "m"
"""After a number without a sign of money it stands for metres, unless the number before has one."""
_NONE_CHARS = 40
_GREAT_ENDING = re.compile(rf"\b(?P<great>{alternatives(set(_TABLE['scales']) - {'hundred'})})\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a range or a share where it stands in a text.

    Attributes:
        start, end: half-open code points.
        normalized: in digits: "-12", "5%", "180/220" for a range and "2/5" for a share.
        form: whether it is one number, a range of two, a share that is told by two, or none of so many.
        parts: the two numbers of a range or a share, or of how many there are none.
    """

    start: int
    end: int
    normalized: str
    form: Literal["number", "range", "share", "none"] = "number"
    parts: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is written, with what is written around it."""

    start: int
    end: int
    match: re.Match[str]
    is_negative: bool

    @property
    def unit(self) -> str:
        return " ".join((self.match["unit"] or "").strip(" \t\n-").split())

    @property
    def is_plain(self) -> bool:
        """Whether it counts something in whole numbers, without money, percent or a part."""
        groups = ("currency", "percent", "pence", "part", "fraction", "lone", "simple", "sign", "spell", "more")
        return not self.is_negative and not any(self.match[group] for group in groups)

    @property
    def normalized(self) -> str:
        return ("-" if self.is_negative else "") + in_digits(self.match)

    @property
    def value(self) -> Fraction:
        return Fraction(self.normalized.removesuffix("%"))

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.start, self.end, self.normalized)


@lru_cache(maxsize=TEXTS_KEPT)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text that count or measure something, in order, those that are meant together as one."""
    return tuple(_quantities(in_small_letters(text), [_signed(match, text) for match in numbers(text)]))


def _quantities(lowered: str, found: list[_Number]) -> Iterator[Quantity]:
    may_be_none = _MAY_BE_NONE.search(lowered) is not None
    place = 0
    while place < len(found):
        one, *others = found[place : place + 2]
        other = others[0] if others and _GAP.fullmatch(lowered, one.end, others[0].start) else None
        joined = next((made for join in _JOINS if (made := join(one, other, lowered))), None) if other else None
        yield joined or (_none_of(one, lowered) if may_be_none else None) or one.quantity
        place += 2 if joined else 1


def is_change(text: str, one: Span, other: Span) -> bool:
    """Whether something is told to have changed from one number to another: "rose from 12 to 18"."""
    lowered = in_small_letters(text)
    return bool(_TO.fullmatch(lowered, one[1], other[0])) and before(_CHANGED, lowered, one[0], _CHANGE_CHARS)


def _signed(match: re.Match[str], text: str) -> _Number:
    """A number with the minus before it."""
    start, end = match.span("whole")
    if match["words"] is None and start:
        minus = _MINUS.search(text[max(0, start - 12) : start].lower())
        if minus and (minus["minus"] != "–" or _SURELY_NEGATIVE.match(match[0])):
            return _Number(start - len(minus["minus"]), end, match, is_negative=True)
    return _Number(start, end, match, is_negative=False)


def _measure(one: _Number, other: _Number, lowered: str) -> Quantity | None:
    """A measure of two units as one number of the first: "3 ft 6 in", "2 hours and 30 minutes"."""
    made = _MADE_OF.get(one.unit)
    if made is None or not _BESIDE.fullmatch(lowered, one.end, other.start):
        return None
    end = other.end
    if other.unit not in made["small"]:
        unit = _UNIT_AFTER.match(lowered, end) if one.unit in _FEET else None
        if other.unit or unit is None:
            return None
        end = unit.end()
    if not (one.is_plain and other.is_plain and other.value < made["count"]):
        return None
    return Quantity(one.start, end, _written(one.value + other.value / made["count"]))


def _written(value: Fraction) -> str:
    """A value in decimal digits, rounded where it must be."""
    rounded = round(Decimal(value.numerator) / Decimal(value.denominator), _DECIMALS)
    return format(rounded.normalize(), "f")


def _range(one: _Number, other: _Number, lowered: str) -> Quantity | None:
    """Two numbers that are the ends of a range: "£3.4–£3.6 million", "between 180 and 220"."""
    start = one.start
    if _AND.fullmatch(lowered, one.end, other.start):
        between = _BETWEEN.search(lowered, max(0, start - 12), start)
        if between is None or before(_TOLD_APART, lowered, start):
            return None
        start -= len(between["between"])
    elif not any(gap.fullmatch(lowered, one.end, other.start) for gap in (_DASHED, _TO)) or any(
        before(telling, lowered, start, _CHANGE_CHARS) for telling in (_CHANGED, _SCORED)
    ):
        return None
    ends = None if _differ(one, other, lowered) else _ends(one, other)
    if ends is None:
        return None
    low, high = ends
    if Fraction(low.removesuffix("%")) >= Fraction(high.removesuffix("%")):
        return None
    return Quantity(start, other.end, f"{low}/{high}", "range", (one.quantity, other.quantity))


def _differ(one: _Number, other: _Number, lowered: str) -> bool:
    """Whether two numbers are of different things: money and a count, a percentage and none."""
    if one.match["currency"] and not (other.match["currency"] or other.match["scale"]):
        return other.unit not in ("", _MILLIONS) or _COUNTED_AFTER.match(lowered, other.end) is not None
    if other.match["currency"] and not (one.match["currency"] or one.match["pence"]):
        return True
    return (one.match["percent"] is not None and other.match["percent"] is None) or "/" in (
        one.normalized + other.normalized
    )


def _ends(one: _Number, other: _Number) -> tuple[str, str] | None:
    """Both ends in digits, the first with the scale, the percent or the unit of the second; None where they differ."""
    low, high = one.normalized, other.normalized
    if one.unit and one.unit != other.unit:
        count = _count_of(other.unit, one.unit)
        return (low, _written(other.value * count)) if count else None
    if other.match["percent"] and not one.match["percent"]:
        return f"{low}%", high
    if other.match["pence"] and not (one.match["pence"] or one.match["currency"]):
        return format(Decimal(low) / 100, ".2f"), high
    if one.match["currency"] and other.unit == _MILLIONS:
        millions = _TABLE["short_scales"][_MILLIONS]
        return _written(one.value * millions), _written(other.value * millions)
    great = _great(other)
    if great > 1 and _great(one) == 1 and one.value < other.value / great:
        return _written(one.value * great), high
    return low, high


def _great(number: _Number) -> int:
    """The scale that a number ends with, such as 1000000; 1 for none."""
    if scale := number.match["scale"]:
        return int({**_TABLE["scales"], **_TABLE["short_scales"]}[scale.strip()])
    found = _GREAT_ENDING.findall(number.match["words"] or "")
    return int(_TABLE["scales"][found[-1]]) if found else 1


def _count_of(large: str, small: str) -> int:
    """How many of a unit make another; 0 where that is not known."""
    return next((row["count"] for row in _TABLE["made_of"] if large in row["large"] and small in row["small"]), 0)


def _share(one: _Number, other: _Number, lowered: str) -> Quantity | None:
    """Two numbers of which the first tells how many of the second: "two in five", "12 out of 20"."""
    if one.unit or not (one.is_plain and other.is_plain) or other.unit in _BY_UNIT:
        return None
    if not _SHARED.fullmatch(lowered, one.end, other.start):
        return None
    if not 0 < one.value <= other.value or "." in one.normalized + other.normalized:
        return None
    parts = one.quantity, other.quantity
    return Quantity(one.start, other.end, f"{one.normalized}/{other.normalized}", "share", parts)


def _none_of(whole: _Number, lowered: str) -> Quantity | None:
    """A number of which there is none, with the words that say so: "none of the 14"."""
    none = _NONE_OF.search(lowered, max(0, whole.start - _NONE_CHARS), whole.start)
    if none is None or not whole.is_plain:
        return None
    return Quantity(none.start("none"), whole.end, "0", "none", (whole.quantity,))


_JOINS: tuple[Callable[[_Number, _Number, str], Quantity | None], ...] = (_measure, _range, _share)
