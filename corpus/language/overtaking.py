"""Overtaking: whether a sentence tells what another told, in other words and by another value.

"The opening has been put back to 10 May" overtakes "The bridge will open on 1 March", as "a full plot will cost £46"
does "Rent for a full plot is to stay at £38".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
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
from corpus.language.words import WRITTEN_WORD, stem_of, stems

SORTS: Final = ("money", "share", "date", "hour", "length", "number")
"""Sorts of value; of several in one answer those of the first sort are what it tells."""

_TABLE = load("holding")
_OVERTAKES = re.compile(
    rf"\b{alternatives([*_TABLE['altered'], *_TABLE['overtaken'], *_TABLE['asking']['now']])}\b", re.I
)
TIME_UNITS: Final = frozenset(stem_of(unit) for unit in load("units")["time"] if " " not in unit)
"""The stems of units of time."""
_OF_CHANGE: Final = (
    *(_TABLE[name] for name in ("altered", "overtaken", "changes", "since", "until", "begins", "decided_that")),
    *(_TABLE[name] for name in ("coming", "in_place_of", "about", "of_any_value")),
    _TABLE["asking"]["now"],
    MONTH_NUMBERS,
)
_OF_NO_MATTER: Final = frozenset(stem for words in _OF_CHANGE for word in words for stem in stems(word)) | TIME_UNITS
"""Stems that tell when something is so, or that it changed, and not what it is."""
_TENSE = load("dates")["tense"]
_OF_DAYS: Final = frozenset(
    stem
    for words in ("present", "coming", "plan_asked", "before_move")
    for word in _TENSE[words]
    for stem in stems(word)
)
"""Stems that tell with a day what is done on it, or was to be: "opens", "due", "meant"."""
_SUM = re.compile(rf"[{CURRENCY_SIGNS}]|\dp\b")
_APART = re.compile(r"[\s.:](?=\d|[ap]\.?m)|\.")
_BY_MINUTES = re.compile(r"(?<=\d)00(?=[ap]m)")
_THAT = re.compile(r"\bthat\s+", re.I)
_BEHIND = re.compile(
    rf"\s+(?P<by>{alternatives(_TABLE['told_apart_by'])})\s+(?:(?:the|our|its)\s+)?(?P<what>[^\W_]+)", re.I
)
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
    unit = " ".join(sorted(TIME_UNITS.intersection(stems(text))))
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


def things_of(question: str, terms: Iterable[str]) -> list[str]:
    """The stems of a question when something is that name it, and do not tell what is done on a day; else all.

    Args:
        question: such as "When will the harbour lamp be on again?".
        terms: the stems of what it asks about.

    Returns:
        Some of the terms, in their order.
    """
    own, asked = matter_of(question, (0, len(question))) - _OF_DAYS, list(terms)
    return [term for term in asked if term in own] or asked


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


def is_of_another_kind(question: str, said: str, around: Collection[str]) -> bool:
    """Whether words tell of a thing only as another than a question asks about: of the skiing trip for the Lakes trip.

    So are the roof of the hall for the roof of the gym. "The lamp" may be the harbour lamp.

    Args:
        question: such as "When is the deposit for the Lakes trip due?".
        said: a sentence such as "The deposit for the skiing trip is now due by 18 December."
        around: the stems of it, and of all that it stands under.
    """
    own = frozenset(stems(question))
    placed = list(_told_apart(said))
    return any(
        what
        and what not in around
        and bool(others := [beside for other, way, beside in placed if (other, way) == (thing, by)])
        and own.isdisjoint(others)
        and "" not in others
        for thing, by, what in _told_apart(question)
    )


def _told_apart(text: str) -> Iterator[tuple[str, str, str]]:
    """The things of a text with what tells each apart from others of its name, before it or behind a small word.

    Stems: ("trip", "", "ski") of "the skiing trip", ("roof", "of", "gym") of "the roof of the gym"; "" for nothing.
    """
    words = list(WRITTEN_WORD.finditer(text))
    for place, word in enumerate(words):
        if not (thing := _stem_of_matter(word[0])):
            continue
        before = words[place - 1] if place else None
        is_beside = before is not None and text[before.end() : word.start()] == " "
        yield thing, "", _stem_of_matter(before[0]) if before and is_beside else ""
        if of := _BEHIND.match(text, word.end()):
            yield thing, of["by"].casefold(), _stem_of_matter(of["what"])


def _stem_of_matter(word: str) -> str:
    """The stem of a word that names something; "" for one that tells when something is so, or what is done then."""
    stem = stem_of(word)
    return "" if stem in _OF_NO_MATTER or stem in _OF_DAYS else stem
