"""Holders: who or what holds a matter from when to when, by all that was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.language.kinds import Span
from corpus.language.lasting.holding import Held
from qa.choosing.statements import Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of what holds.

    Attributes:
        statement: itself.
        key: by which holders are told apart: a name without titles, or a value in its normal form.
        held: for which time it says so.
        said: the day of its document, as an ordinal; 0 where it has none.
        is_whole: whether it tells by itself that it is of the post asked about, whichever words were found first: by a
            list of all who held it, or a name joined to the post, below or beside what that is of.
    """

    statement: Statement
    key: str
    held: Held
    said: int
    is_whole: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """Days on which it holds for sure: its first, and that of its document where it still holds then."""
        on_said = self.said if self.said and self.held.holds_on(self.said) else 0
        return tuple(day for day in (self.held.since, on_said) if day)

    def covers(self, day: int) -> bool:
        """Whether it says itself that it held on a day, or held on it when it was said."""
        if not self.held.since:
            return bool(self.held.until) and day <= self.held.until
        return self.held.since <= day <= (self.held.until or self.said)

    def is_within(self, first: int, last: int) -> bool:
        """Whether it says itself that it held in a time, or was said in it, by the first and last day of that."""
        is_of_year = bool(self.held.since) and self.held.since <= last <= self.held.year_end
        return is_of_year or first <= self.said <= last or self.covers(last)

    def is_told_by(self, row: int, sentence: Span) -> bool:
        """Whether a sentence of a passage makes it, alone or with those beside it.

        Args:
            row: the passage.
            sentence: where the sentence stands in it.
        """
        start, end = self.statement.span.sentence
        return self.statement.candidate.row == row and start <= sentence[0] < end

    def stands_in(self, row: int, quote: Span) -> bool:
        """Whether it stands in quoted words, as a row does in a table that is quoted whole.

        Args:
            row: the passage.
            quote: where the words stand in it.
        """
        return self.statement.candidate.row == row and quote[0] <= self.statement.span.quote[0] < quote[1]

    @property
    def is_undated(self) -> bool:
        """Whether nothing says when it holds."""
        return not self.said and not self.held.since and not self.held.until


@dataclass(frozen=True, slots=True)
class Point:
    """A day from which something is known to hold."""

    day: int
    key: str


@dataclass(frozen=True)
class Holders:
    """All holders of a matter.

    Attributes:
        told: what is said of them.
    """

    told: tuple[Told, ...]

    @property
    def points(self) -> list[Point]:
        """The days from which each is known to hold, in the order of time."""
        found = {Point(day, one.key) for one in self.told for day in one.days}
        return sorted(found, key=lambda point: (point.day, point.key))

    def until(self, key: str) -> int:
        """The last day of a holder, as an ordinal; 0 where none is told, or it began again after that with no end."""
        own = [one.held for one in self.told if one.key == key]
        last = max((held.until for held in own), default=0)
        return 0 if any(held.since > last and not held.until for held in own) else last

    def at(self, day: int) -> Point | None:
        """The last point up to a day, of several on one day that of the last to begin.

        Before all points it is the one that is said to have held until the next day that is told. None where nothing is
        known of that time, or two may be meant.
        """
        before = [point for point in self.points if point.day <= day]
        if not before:
            return self._ending_after(day)
        last = [point for point in before if point.day == before[-1].day]
        begun = {
            point: max(
                (one.held.since for one in self.told if one.key == point.key and one.held.since <= day), default=0
            )
            for point in last
        }
        newest = [point for point in last if begun[point] == max(begun.values())]
        return newest[0] if len(newest) == 1 else None

    def _ending_after(self, day: int) -> Point | None:
        """The one that held until a day, of those that held until it or later the first to end.

        None for two, or where another is known to have held before that end. One that is told elsewhere to have begun
        after the day is none.
        """
        begun = {one.key for one in self.told if one.held.since > day}
        own = [one for one in self.told if one.key not in begun and one.covers(day) and not one.held.since]
        ends = sorted((one.held.until, one.key) for one in own)
        first = {key for until, key in ends if until == ends[0][0]}
        if len(first) != 1 or any(point.key != ends[0][1] and point.day < ends[0][0] for point in self.points):
            return None
        return Point(day, ends[0][1])

    def before(self, key: str) -> Point | None:
        """The last point of another holder before the first of one, or the last day of one of whom no other is told.

        None where none is known, or two ended last. Where no day is told of any, it is the only one said to be past.
        """
        points = self.points
        own, dated = [point.day for point in points if point.key == key], {point.key for point in points}
        if not own:
            return None
        others = [one for one in self.told if one.key not in dated]
        ended = {Point(one.held.until, one.key) for one in others if 0 < one.held.until <= own[-1]}
        earlier = ended.union(point for point in points if point.key != key and point.day < own[0])
        earlier = earlier or {Point(own[0], one.key) for one in others if one.held.is_past}
        last = [point for point in earlier if point.day == max(other.day for other in earlier)]
        return Point(min(last[0].day, own[0] - 1), last[0].key) if len({point.key for point in last}) == 1 else None

    def next_after(self, point: Point) -> Point | None:
        """The first point of another holder after one; None where none is known."""
        return next((other for other in self.points if other.day > point.day and other.key != point.key), None)

    def best(self, key: str, day: int) -> Told | None:
        """The statement of a holder that tells most surely of a day: one of a time around it, else the last before.

        Of one of whom no day is told it is any.
        """
        own = [one for one in self.told if one.key == key]
        around = [one for one in own if one.covers(day)]
        past = newest(one for one in own if one.held.is_past)
        return newest(around) or newest(one for one in own if one.days and min(one.days) <= day) or past

    def documents(self, key: str, since: int = 0) -> int:
        """How many documents tell of a holder, or that it holds since a day."""
        own = (one for one in self.told if one.key == key and since in (0, one.held.since))
        return len({one.statement.candidate.document_index for one in own})


def newest(told: Iterable[Told]) -> Told | None:
    """The statement of the newest document."""
    return max(told, key=lambda one: one.said, default=None)


def keys_in_order(points: Sequence[Point]) -> list[str]:
    """The holders of some points, the newest first."""
    return list(dict.fromkeys(point.key for point in reversed(points)))
