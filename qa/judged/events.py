"""Events: a grade that something was given at one time, with all that documents state of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from corpus.judgements.judgement import OF_DOCUMENT, Judgement

NEAR_DAYS = 120
"""What is stated to be of days so near each other is of one inspection: its report comes months after its last day."""
MONTH_DAYS = 31
"""What is of a longer time is not known to have been so before its end."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A judgement, with the document that states it.

    Attributes:
        document_index: of that document.
        judgement: itself.
        said: the day that the document is of, as an ordinal; 0 where it has none.
    """

    document_index: int
    judgement: Judgement
    said: int = 0

    @property
    def is_undated(self) -> bool:
        """Whether neither the judgement nor its document has a day."""
        return not self.judgement.day and not self.said


@dataclass(frozen=True, slots=True)
class Event:
    """A grade that something was given at one time.

    Attributes:
        grade: its key.
        day, until: the first and last day that may be this time, as ordinals; 0 where no document says.
        after: the day after which it was at least; until, where that is known.
        facts: what states it, the most exact first.
    """

    grade: str
    day: int
    until: int
    after: int
    facts: tuple[Fact, ...]

    @property
    def documents(self) -> int:
        """How many documents state it."""
        return len({fact.document_index for fact in self.facts})

    @property
    def is_given(self) -> bool:
        """Whether a document gives this grade, and not only tells of it."""
        return any(fact.judgement.standing == "given" for fact in self.facts)


def events_of(facts: Iterable[Fact], inspected: Iterable[int] = ()) -> list[Event]:
    """The events that facts of one subject and aspect state, in the order of time.

    A grade that is only told of as of a document's own day is no event where it was given before and still held, or
    where another was given near that day: such a document may be older than the news. A document without a day that
    tells of an earlier grade, or names a time that is past, gives its own after that; otherwise it says nothing of the
    order.

    Args:
        facts: in any order.
        inspected: the last days of the inspections of the subject by the scale, whatever these judged: what is told
            shortly after one is not of an earlier one.
    """
    found = sorted(facts, key=lambda fact: (_width(fact), fact.judgement.standing != "given", fact.judgement.day))
    ends = sorted(inspected)
    events: list[Event] = []
    for fact in (fact for fact in found if fact.judgement.day and not _is_hearsay(fact)):
        _add(events, fact, _nearest(events, fact))
    for fact in sorted((fact for fact in found if _is_hearsay(fact)), key=lambda fact: fact.judgement.day):
        _add(events, fact, _heard_of(events, fact, ends))
    dated = list(events)
    for fact in (fact for fact in found if fact.is_undated):
        if after := max(_told_before(fact, found), fact.judgement.after):
            _add(events, fact, _next_after(dated, fact, after), after)
    return sorted(events, key=lambda event: (event.after, event.day == 0))


def inspection_ends(facts: Iterable[Fact], scale: str) -> frozenset[int]:
    """The last days of the inspections by a scale, by what their reports give."""
    judgements = (fact.judgement for fact in facts)
    return frozenset(each.until for each in judgements if each.scale == scale and each.basis == "inspected")


def undated_of(facts: Iterable[Fact], events: Iterable[Event]) -> tuple[Event, ...]:
    """The grades that documents tell of without any time, as events of no day: those that no event has the facts of.

    Args:
        facts: of one subject and aspect.
        events: theirs, by `events_of`.
    """
    placed = {fact for event in events for fact in event.facts}
    by_grade: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact not in placed:
            by_grade.setdefault(fact.judgement.grade, []).append(fact)
    return tuple(Event(grade, 0, 0, 0, tuple(own)) for grade, own in by_grade.items())


def _width(fact: Fact) -> int:
    return fact.judgement.until - fact.judgement.day


def _is_hearsay(fact: Fact) -> bool:
    """Whether a document tells of a judgement as of its own day, on which nothing need have been judged."""
    judgement = fact.judgement
    return judgement.day > 0 and judgement.standing == "told" and judgement.basis in OF_DOCUMENT


def _add(events: list[Event], fact: Fact, place: int | None, after: int = 0) -> None:
    """Add what a fact states to the event at a place, or as one of its own."""
    judgement = fact.judgement
    if place is None:
        until = after or judgement.until
        events.append(Event(judgement.grade, judgement.day, judgement.until, until, (fact,)))
    else:
        events[place] = replace(events[place], facts=(*events[place].facts, fact))


class Timed(Protocol):
    """What has a first and a last day, as ordinals."""

    @property
    def day(self) -> int:
        """The first day."""
        ...

    @property
    def until(self) -> int:
        """The last day."""
        ...


def days_apart(one: Timed, other: Timed) -> int:
    """How many days there are between two events at least."""
    return max(0, one.day - other.until, other.day - one.until)


def _gap(event: Event, fact: Fact) -> int:
    return max(0, fact.judgement.day - event.until, event.day - fact.judgement.until)


def _nearest(events: Sequence[Event], fact: Fact) -> int | None:
    """The place of the nearest event of a fact's grade that may be the same one; None where none is near."""
    near = [
        place
        for place, event in enumerate(events)
        if event.grade == fact.judgement.grade and _gap(event, fact) <= NEAR_DAYS
    ]
    return min(near, key=lambda place: _gap(events[place], fact), default=None)


def _heard_of(events: Sequence[Event], fact: Fact, inspected: Sequence[int]) -> int | None:
    """The place of the event that a document tells of as of its own day; None where that is one of its own."""
    if (near := _nearest(events, fact)) is not None:
        return near
    before = sorted(
        (place for place, event in enumerate(events) if event.day <= fact.judgement.day),
        key=lambda place: events[place].until,
    )
    of_grade = [place for place in before if events[place].grade == fact.judgement.grade]
    held = of_grade and (of_grade[-1] == before[-1] or _gap(events[before[-1]], fact) <= NEAR_DAYS)
    return of_grade[-1] if held and not _inspected_since(events[of_grade[-1]], fact, inspected) else None


def _inspected_since(event: Event, fact: Fact, inspected: Iterable[int]) -> bool:
    """Whether there was an inspection since an event, shortly before the day on which a judgement is told."""
    day = fact.judgement.day
    return any(event.until + NEAR_DAYS < end <= day <= end + NEAR_DAYS for end in inspected)


def _told_before(fact: Fact, facts: Sequence[Fact]) -> int:
    """The last day of which a fact's document tells that the grade was another; 0 where it tells of none."""
    return max(
        (
            other.judgement.until
            for other in facts
            if other.document_index == fact.document_index
            and other.judgement.day
            and other.judgement.grade != fact.judgement.grade
        ),
        default=0,
    )


def _next_after(events: Sequence[Event], fact: Fact, after: int) -> int | None:
    """The place of the first event of a fact's grade after a day; None where there is none."""
    later = [place for place, event in enumerate(events) if event.grade == fact.judgement.grade and event.until > after]
    return min(later, key=lambda place: events[place].until, default=None)


def held_at(events: Sequence[Event], last: int | None) -> Event | None:
    """The event whose grade held at a time: the last one until then; None where none is known for sure.

    Args:
        events: in the order of time.
        last: the last day that is asked about, as an ordinal; None where that is now.
    """
    if last is None:
        return events[-1] if events else None
    until = [event for event in events if (event.day or event.after) <= last]
    if not until:
        return None
    event = until[-1]
    exact = event.until - event.day <= MONTH_DAYS
    return event if event.day and (event.until <= last or exact) else None
