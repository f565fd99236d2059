"""Overtaking: whether a sentence tells what another told, in other words and by another value.

"The opening has been put back to 10 May" overtakes "The bridge will open on 1 March", as "a full plot will cost £46"
does "Rent for a full plot is to stay at £38".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.language.amounts.quantities import Quantity, quantities
from corpus.language.kinds import Span
from corpus.language.lasting.hours import hours
from corpus.language.nearness import clause_ends
from corpus.language.times.dates import dates
from corpus.language.times.parts import MONTH_NUMBERS
from corpus.language.values import kind_stems
from corpus.language.vocabulary import CURRENCY_SIGNS, alternatives, load
from corpus.language.words import stem_of, stems

SORTS: Final = ("money", "share", "date", "hour", "length", "number")
"""Sorts of value; of several in one answer those of the first sort are what it tells."""

_TABLE = load("holding")
_OVERTAKES = re.compile(
    rf"\b{alternatives([*_TABLE['altered'], *_TABLE['overtaken'], *_TABLE['asking']['now']])}\b", re.I
)
_TIME_UNITS: Final = frozenset(stem_of(unit) for unit in load("units")["time"] if " " not in unit)
_OF_CHANGE: Final = (
    *(_TABLE[name] for name in ("altered", "overtaken", "changes", "since", "until", "begins", "decided_that")),
    *(_TABLE[name] for name in ("coming", "in_place_of", "about", "of_any_value")),
    _TABLE["asking"]["now"],
    MONTH_NUMBERS,
)
_OF_NO_MATTER: Final = frozenset(stem for words in _OF_CHANGE for word in words for stem in stems(word)) | _TIME_UNITS
"""Stems that tell when something is so, or that it changed, and not what it is."""
_SUM = re.compile(rf"[{CURRENCY_SIGNS}]|\dp\b")
_APART = re.compile(r"[\s.:](?=\d|[ap]\.?m)|\.")
_BY_MINUTES = re.compile(r"(?<=\d)00(?=[ap]m)")
_THAT = re.compile(r"\bthat\s+", re.I)
_PARTED = re.compile(r"[,;]|\b(?:and|or|but)\b")


@dataclass(frozen=True, slots=True)
class ToldValue:
    """A value that a sentence tells.

    Attributes:
        start, end: where it stands there.
        sort: one of `SORTS`.
        normalized: it in one form for all, as in a `Value`.
        unit: the stems of its units of time; "" for other sorts.
    """

    start: int
    end: int
    sort: str
    normalized: str
    unit: str = ""

    def is_same(self, other: ToldValue) -> bool:
        """Whether another tells the same."""
        return (self.sort, self.normalized, self.unit) == (other.sort, other.normalized, other.unit)


def values_told(sentence: str, said: date | None) -> list[ToldValue]:
    """The dates, hours of the day and numbers of a sentence, in order.

    Args:
        sentence: itself.
        said: the day of its document.
    """
    found = [ToldValue(one.start, one.end, "date", one.normalized) for one in dates(sentence, said)]
    for start, end in hours(sentence):
        hour = _APART.sub("", sentence[start:end].casefold())
        found.append(ToldValue(start, end, "hour", _BY_MINUTES.sub("", hour)))
    times = list(found)
    for one in quantities(sentence):
        if not any(time.start < one.end and one.start < time.end for time in times):
            found.append(_counted(sentence, one))
    return sorted(found, key=lambda one: one.start)


def _counted(sentence: str, one: Quantity) -> ToldValue:
    text = sentence[one.start : one.end]
    unit = " ".join(sorted(_TIME_UNITS.intersection(stems(text))))
    sort = "money" if _SUM.search(text) else "share" if one.normalized.endswith("%") else "length" if unit else "number"
    return ToldValue(one.start, one.end, sort, one.normalized, unit)


def part_of(sentence: str, value: ToldValue, values: Sequence[ToldValue]) -> Span:
    """The part of a sentence that tells a value: from a "that" before it to the end of its clause.

    Of several values of its sort it goes from what parts it from the one before to what parts it from the next.

    Args:
        sentence: itself.
        value: one of its values.
        values: all of them.
    """
    alike = [one for one in values if one.sort == value.sort]
    before = max((one.end for one in alike if one.end <= value.start), default=0)
    after = min((one.start for one in alike if one.start >= value.end), default=len(sentence))
    begins = [0, *(one.end() for one in _THAT.finditer(sentence, 0, value.start))]
    if before:
        begins += [one.end() for one in _PARTED.finditer(sentence, before, value.start)][-1:]
    ends = [stop for stop in clause_ends(sentence) if stop >= value.end]
    if after < len(sentence):
        ends += [one.start() for one in _PARTED.finditer(sentence, value.end, after)][-1:]
    return max(begins), min(ends, default=len(sentence))


def matter_of(sentence: str, part: Span, values: Iterable[ToldValue] = ()) -> frozenset[str]:
    """The stems of a part of a sentence that say what it is about: no value, no time and no word for a change.

    Args:
        sentence: itself.
        part: where the part stands.
        values: of the sentence.
    """
    told = list(sentence)
    for one in values:
        told[one.start : one.end] = " " * (one.end - one.start)
    own = stems("".join(told[slice(*part)]))
    return frozenset(stem for stem in own if not any(map(str.isdigit, stem))) - _OF_NO_MATTER - kind_stems()


def of_the_others(sentence: str, own: Sequence[ToldValue], values: Sequence[ToldValue]) -> frozenset[str]:
    """The stems that a sentence has only beside other values of a sort: "junior" of "£9 for adults, £4 for juniors".

    Before the first value stands what is told of all.

    Args:
        sentence: itself.
        own: the values that count.
        values: all of them.
    """
    alike = [one for one in values if own and one.sort == own[0].sort]
    told = {one: part_of(sentence, one, values) for one in alike}
    others = [
        matter_of(sentence, (one.end if one is alike[0] else told[one][0], told[one][1]), values)
        for one in alike
        if one not in own
    ]
    mine = [matter_of(sentence, told[one], values) for one in alike if one in own]
    return frozenset[str]().union(*others) - frozenset[str]().union(*mine)


def of_another(
    own: tuple[str, Span, date | None], later: tuple[str, Span, date | None], asked: Collection[str]
) -> bool:
    """Whether a value is told of what another value of an earlier sentence is of: of coaches, and not of cars.

    Args:
        own: a sentence such as "Cars pay £3 and coaches £12.", where a value of it stands, and its document's day.
        later: the same of a later one, such as "Coaches pay £15."
        asked: the stems of a question, of which none tells that it is another.
    """
    values, laters = values_told(own[0], own[2]), values_told(later[0], later[2])
    mine, told = _within(own[1], values), _within(later[1], laters)
    others = of_the_others(own[0], mine, values).difference(asked)
    return any(not others.isdisjoint(matter_of(later[0], part_of(later[0], one, laters), laters)) for one in told)


def _within(place: Span, values: Iterable[ToldValue]) -> list[ToldValue]:
    return [one for one in values if one.start < place[1] and place[0] < one.end]


def tells_overtaken(words: str) -> bool:
    """Whether some words tell that something is otherwise than it was: "put back", "raised to", "now"."""
    return _OVERTAKES.search(words) is not None
