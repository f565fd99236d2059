"""What is written as a date: where it stands and its parts; and what a way of writing dates is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from corpus.language.kinds import Span
from corpus.language.times.parts import WEEKDAYS, Ends, Parts, first_day, last_day, parts_of
from corpus.language.vocabulary import DASH

TO = rf"(?:\s*{DASH}\s*|\s+(?:to|until|till|through)\s+)"
"""Between the first and the last of what lasts."""
AND = r"(?:\s+and\s+|\s*&\s*)"
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Time:
    """A date as it is written: from the beginning of `first` to the end of `last`, which are often the same.

    Attributes:
        start, end: where it stands in its text.
        first, last: its parts; both without a year, or both with one.
        offset: for words such as "last week" what makes the two from the day they are said on; else None.
        asked: what the two are to whoever asks, for words that are often no one time in a text, as "last July" is; else
            None.
        lasting: whether the words may as well say how long something took, as "the last year" does.
        ends: where the two dates stand that were joined, as in "May 2018 to June 2021"; else None.
        form: the name of the form it is written in; "" for dates that were joined.
        shift: for words such as "eight months later" and "week beginning" what they make of the date they are said of.
        leads: whether that date stands after the words, not before them.
        anchor: that date, where it has no year of its own; else None.
        counted: where such words count days, months or years; else None.
    """

    start: int
    end: int
    first: Parts = ()
    last: Parts = ()
    offset: Callable[[date], Ends] | None = None
    asked: Callable[[date], Ends] | None = None
    lasting: bool = False
    ends: tuple[Span, Span] | None = None
    form: str = ""
    shift: Callable[[Ends], Ends | None] | None = None
    leads: bool = False
    anchor: Time | None = None
    counted: Span | None = None

    @property
    def has_year(self) -> bool:
        """Whether it is a date without the day on which it is said."""
        return self.offset is None and bool(self.first) and self.first[0] is not None

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


def at(match: re.Match[str], ends: Ends | None) -> Iterable[Time]:
    """A date that is all of a match."""
    return (Time(match.start(), match.end(), *ends, form=match.lastgroup or ""),) if ends else ()


def years(first: int, last: int) -> Ends | None:
    """The years from one to another; None where they run backwards."""
    return ((first,), (last,)) if first <= last else None


def full_year(short: int) -> int:
    """The year of two digits, 1969 to 2068."""
    return short if short > 99 else short + (1900 if short > 68 else 2000)


def spoken_year(short: int) -> int:
    """The year of two digits as people say it, 1930 to 2029: "in '62", "the '80s"."""
    return short + (1900 if short >= 30 else 2000)


def relative(match: re.Match[str], offset: Callable[[date], Ends], *, lasting: bool = False) -> Iterable[Time]:
    """Words whose day is told by the one they are said on."""
    return (Time(match.start(), match.end(), offset=offset, lasting=lasting, form=match.lastgroup or ""),)


def twice(parts: Parts) -> Ends:
    """A day, month or year as first and last."""
    return parts, parts


def unit_ends(unit: str, step: int, said: date) -> Ends:
    """The day, week, month or year so many before or after that of a day."""
    if unit == "year":
        return twice((said.year + step,))
    if unit == "month":
        year, month = divmod(12 * said.year + said.month - 1 + step, 12)
        return twice((year, month + 1))
    if unit == "week":
        monday = said + timedelta(days=7 * step - said.weekday())
        return parts_of(monday), parts_of(monday + timedelta(days=6))
    return twice(parts_of(said + timedelta(days=step)))


def weekday_ends(name: str, which: str, said: date) -> Ends:
    """The day of the week before or after a day; "past" and "coming" may be that day itself."""
    from_monday = WEEKDAYS.index(name) - said.weekday()
    if which == "this":
        return twice(parts_of(said + timedelta(days=from_monday)))
    ahead = from_monday % 7
    if which in ("coming", "next"):
        return twice(parts_of(said + timedelta(days=ahead or (7 if which == "next" else 0))))
    return twice(parts_of(said + timedelta(days=(ahead - 7) if ahead or which == "last" else 0)))


def with_year(time: Time, year: int | None) -> Time:
    """A date as one of another year."""
    return replace(time, first=(year, *time.first[1:]), last=(year, *time.last[1:]))
