"""What the documents of a snapshot that may answer tell of each subject: its events by aspect, and its visits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from corpus.judgements.report import AUTHORITY
from index.seams import EVERYTHING, Scope
from index.snapshot import Snapshot
from qa.judged.answering import asked_about, settled
from qa.judged.events import Event, Fact, events_of, inspection_ends
from qa.judged.subjects import Subject, subject_of
from qa.judged.visited import VisitEvent, VisitFact, inspected_after, inspected_between, visits_by_time
from qa.memo import once_a_snapshot


@dataclass(frozen=True)
class Told:
    """What is told of one subject.

    Attributes:
        name: as the documents call it.
        facts: the judgements.
        visits: the visits.
        own: the documents that are not of another subject.
    """

    name: str
    facts: list[Fact] = field(default_factory=list)
    visits: list[VisitFact] = field(default_factory=list)
    own: set[int] = field(default_factory=set)

    @cached_property
    def visit_events(self) -> list[VisitEvent]:
        """The visits, each of them once, in the order of time."""
        return visits_by_time(self.visits)

    def inspected_after(self, event: Event) -> int:
        """The last day of an inspection by the scale of a judgement after it, as an ordinal; 0 for none."""
        return inspected_after(event, (fact.visit for fact in self.visits))

    def inspected_between(self, event: Event, last: int, snapshot: Snapshot) -> bool:
        """Whether a document tells of an inspection after a judgement and by a day, as an ordinal."""
        return inspected_between(event, last, (fact.visit for fact in self.visits), snapshot) is not None

    def events(self, aspects: Iterable[tuple[str, str]], scales: Iterable[str], snapshot: Snapshot) -> list[Event]:
        """The judgements about what is asked, without those that better supported ones contradict, by time."""
        about = asked_about(self.facts, frozenset(aspects), frozenset(scales), snapshot)
        ends = inspection_ends(self.facts, about[0].judgement.scale) if about else frozenset()
        return settled(events_of(about, ends))


def told_of(snapshot: Snapshot, scope: Scope) -> Mapping[Subject, Told]:
    """What is told of each subject that a document names, by its name as subjects are compared."""
    return _told_of_all(snapshot) if scope.is_everything else _told_within(snapshot, scope)


@once_a_snapshot
def _told_of_all(snapshot: Snapshot) -> Mapping[Subject, Told]:
    return _told_within(snapshot, EVERYTHING)


def _told_within(snapshot: Snapshot, scope: Scope) -> Mapping[Subject, Told]:
    found: dict[Subject, Told] = {}

    def told(index: int, name: str) -> Told:
        one = found.setdefault(subject_of(name), Told(name))
        if dict(snapshot.document_meta(index).labels).get(AUTHORITY, name) == name:
            one.own.add(index)
        return one

    for index, judgement in snapshot.judgements:
        if judgement.subject and snapshot.holds(scope, index, judgement.start):
            told(index, judgement.subject).facts.append(Fact(index, judgement, snapshot.document_meta(index).day))
    for index, visit in snapshot.visits:
        if visit.subject and snapshot.holds(scope, index, visit.start):
            told(index, visit.subject).visits.append(VisitFact(index, visit))
    return found
