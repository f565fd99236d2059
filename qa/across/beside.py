"""Visits that a question asks for beside another one: "the inspection before Moor's 2025 one"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.judgements.scales import Scale
from corpus.language.kinds import Span
from corpus.language.times.dates import times_with_days
from corpus.language.times.parts import ALL_YEARS
from corpus.language.vocabulary import alternatives, load
from qa.query import Query
from qa.query.coverage import Period
from qa.query.intent import Order

_TABLE = load("across_questions")
_BEFORE, _AFTER = (alternatives(_TABLE[name]) for name in ("before_another", "after_another"))
_WHOSE: Final = r"(?:(?:the|its|their|our|that|those)\s+|(?:[\w’'-]+\s+){0,4}?[\w-]+(?:['’]s?)\s+)"
_SIDES: Final = re.compile(rf"\b(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER}))\s+{_WHOSE}?$", re.I)
_NEXT: Final[Mapping[str, Order]] = {"before": "latest", "after": "first"}
_STANDS_FOR: Final = ("one", "ones")


@dataclass(frozen=True, slots=True)
class Beside:
    """By which other visit a question tells which ones it asks for; nothing where it names no other.

    Attributes:
        spans: where the word for that other visit stands, which names nothing that is asked for.
        times: the days that are asked about; none where they are those that the question names.
        other: the days of that other visit, by which its own are found; None where it is not told of so.
        kinds: the scale and the key of what it is; none where it is of the kind that is asked for.
        order: which of those on these days is asked for, where it is the one next to the other; None for all.
    """

    spans: tuple[Span, ...] = ()
    times: tuple[tuple[int | None, int | None], ...] = ()
    other: tuple[int, int] | None = None
    kinds: frozenset[tuple[str, str]] = frozenset()
    order: Order | None = None


def read_beside(query: Query, scales: Sequence[Scale], *, is_range: bool) -> Beside:
    """By which other visit a question tells when those were that it asks for.

    Args:
        query: the question.
        scales: with the kinds of visits.
        is_range: whether its two times are the ends of one.
    """
    question, periods = query.question, query.interpretation.periods
    named_so = [(scale.key, kind.key, word) for scale in scales for kind in scale.visits for word in kind.words]
    kinds = [word for _, _, word in named_so]
    if not periods or not kinds or (len(periods) > 1 and not is_range):
        return Beside()
    thing = re.compile(rf"(?:['’]s)?\s+(?P<thing>{alternatives([*kinds, *_STANDS_FOR])})(?![\w-])", re.I)
    named = thing.match(question, periods[-1].end)
    spans = (named.span("thing"),) if named else ()
    if is_range:
        return Beside(spans)
    side, start = _side(periods[0], question)
    other = _other(periods[0])
    is_named = named is not None or re.search(rf"\b{alternatives(_STANDS_FOR)}\b", periods[0].text, re.I) is not None
    if not side or not is_named or other is None:
        return Beside()
    asked = re.findall(rf"(?<![\w-]){alternatives(kinds)}(?![\w-])", question[:start], re.I)
    is_next = bool(asked) and not asked[-1].casefold().endswith("s")
    return Beside(
        spans,
        (beside(other, side),),
        other,
        frozenset(
            (scale, key) for scale, key, word in named_so if named and named["thing"].casefold() == word.casefold()
        ),
        _NEXT[side] if is_next else None,
    )


def beside(other: tuple[int, int], side: str) -> tuple[int | None, int | None]:
    """The days before or after some others, both included, as ordinals; None where open."""
    return (None, other[0] - 1) if side == "before" else (other[1] + 1, None)


def _side(period: Period, question: str) -> tuple[str, int]:
    """On which side of a time those are that are asked for, and where the word stands that says so; "" for neither."""
    if period.first is None or period.last is None:
        return "before" if period.first is None else "after", period.start
    match = _SIDES.search(question, 0, period.start)
    return ("before" if match["before"] else "after", match.start()) if match else ("", 0)


def _other(period: Period) -> tuple[int, int] | None:
    """The days of a time without the word that makes it an end, as ordinals."""
    first, last = next((days for _, days in times_with_days(period.text, ALL_YEARS)), (None, None))
    return (first.toordinal(), last.toordinal()) if first and last else None
