"""Visits: what documents tell of one visit is one, as it is with judgements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.judgements.visit import Visit
from index.snapshot import Snapshot
from qa.judged.events import NEAR_DAYS, Event


@dataclass(frozen=True, slots=True)
class VisitFact:
    """A visit, with the document that tells of it.

    Attributes:
        document_index: of that document.
        visit: itself.
    """

    document_index: int
    visit: Visit


@dataclass(frozen=True, slots=True)
class VisitEvent:
    """One visit, or several that are counted together.

    Attributes:
        scale, kind: of which kind it was.
        day, until: its first and last day, as ordinals; 0 where no document says.
        after: a day on which it was yet to come; the last of its own where that is known.
        number: which of its kind it was; 0 where no document says.
        facts: what tells of it, the most exact first.
    """

    scale: str
    kind: str
    day: int
    until: int
    after: int
    number: int
    facts: tuple[VisitFact, ...]

    @property
    def count(self) -> int:
        """How many visits these were."""
        return self.facts[0].visit.count


def visits_by_time(facts: Iterable[VisitFact]) -> list[VisitEvent]:
    """The visits to one subject, in the order of time, those of no known day last.

    Two are one where they are of one kind and their times meet, or where no day of either is known and all else is
    alike.

    Args:
        facts: in any order.
    """
    events: list[VisitEvent] = []
    for fact in sorted(facts, key=_rank):
        place = next((place for place, event in enumerate(events) if _is_same(event, fact.visit)), None)
        if place is None:
            visit = fact.visit
            after = visit.until or visit.after
            events.append(VisitEvent(visit.scale, visit.kind, visit.day, visit.until, after, visit.number, (fact,)))
        else:
            event = events[place]
            events[place] = replace(event, number=event.number or fact.visit.number, facts=(*event.facts, fact))
    return sorted(events, key=lambda event: (not event.after, event.after, not event.day))


def inspected_after(event: Event, visits: Iterable[Visit]) -> int:
    """The last day of the last inspection by the scale of a judgement that was well after it; 0 where there was none.

    Args:
        event: the judgement.
        visits: to whom it was given; only those with a report of their own count.
    """
    scale = event.facts[0].judgement.scale
    ends = (visit.until for visit in visits if visit.standing == "given" and visit.scale == scale)
    return max((end for end in ends if event.day and end > event.until + NEAR_DAYS), default=0)


def inspected_between(event: Event, last: int, visits: Iterable[Visit], snapshot: Snapshot) -> Visit | None:
    """The last inspection by the scale of a judgement that was well after it, and by a day; None where there was none.

    Args:
        event: the judgement.
        last: the day, as an ordinal.
        visits: to whom it was given; those that a document only tells of count.
        snapshot: with the scales.
    """
    scale = snapshot.scales[event.facts[0].judgement.scale]
    inspections = (visit for visit in visits if (visit.scale, visit.kind) == (scale.key, scale.visits[0].key))
    between = [
        visit for visit in inspections if event.day and event.until + NEAR_DAYS < visit.day <= visit.until <= last
    ]
    return max(between, key=lambda visit: visit.until, default=None)


def _rank(fact: VisitFact) -> tuple[bool, bool, int, int]:
    """Those with a time before those without, the given and the exact first."""
    visit = fact.visit
    return not visit.day, visit.standing != "given", visit.until - visit.day, visit.day


def _is_same(event: VisitEvent, visit: Visit) -> bool:
    is_alike = (event.scale, event.kind, event.count) == (visit.scale, visit.kind, visit.count)
    if not is_alike or (event.number and visit.number and event.number != visit.number):
        return False
    if not event.day or not visit.day:
        return (event.day, event.number, event.after) == (visit.day, visit.number, visit.after)
    return event.day <= visit.until and visit.day <= event.until
