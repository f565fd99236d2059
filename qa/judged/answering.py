"""Answering from facts: the judgement that a question asks for, and the words that state it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from corpus.judgements.visit import Visit
from index.seams import EVERYTHING, DocumentMeta, Scope
from index.snapshot import Snapshot
from qa.judged.events import NEAR_DAYS, Event, Fact, days_apart, events_of, held_at, inspection_ends, undated_of
from qa.judged.headed import headed_otherwise
from qa.judged.question import JudgementQuestion, read_judgement_question
from qa.judged.standing import is_of_judgements
from qa.judged.subjects import Subject, is_of_kind, only_of_kinds, only_subject, subject_of
from qa.judged.visited import inspected_after, inspected_between
from qa.memo import once_a_snapshot
from qa.query import Query


@dataclass(frozen=True, slots=True)
class Judged:
    """What the facts say to a question that asks for a judgement and for nothing else.

    Attributes:
        question: what is asked.
        events: those of the subject and aspect that are asked about, in the order of time.
        answering: those that answer, the best first; none where no fact does.
        contradicted: events that better supported ones contradict, which are none of these.
        is_of_several: whether judgements of several are known, and the question names none of them.
        another: who alone was judged, and is not called what the question calls whom it asks about; "" for nobody.
        undated: what documents without a day tell, where the latest is asked for and that may be it.
        parts: what the last inspection by then gave of parts, where it gave no judgement of the whole, which is asked.
        untimed: of the first, what documents tell of without any time: it may have been before.
        inspected: the last day of an inspection of which no judgement of the kind that answers is known, and none of
            later, where the latest is asked for; 0 for none.
        headed: a later paper whose title gives another grade than the last known, where the latest is asked for.
        between: an inspection after the judgement that answers and by the time asked about, of which no judgement of
            the kind is known; None for none.
    """

    question: JudgementQuestion
    events: tuple[Event, ...] = ()
    answering: tuple[Event, ...] = ()
    contradicted: tuple[Event, ...] = ()
    is_of_several: bool = False
    another: str = ""
    undated: tuple[Event, ...] = ()
    parts: tuple[Event, ...] = ()
    untimed: tuple[Event, ...] = ()
    inspected: int = 0
    headed: DocumentMeta | None = None
    between: Visit | None = None

    @property
    def is_from_before(self) -> bool:
        """Whether the judgement that answers was given before the time asked about, and is the last one known then."""
        asked = self.question
        if not self.answering or asked.wants != "grade" or asked.is_ever or asked.order or asked.than:
            return False
        if asked.first is None or asked.last is None or not self.answering[0].day:
            return False
        return not _is_within(self.answering[0], asked.first, asked.last)

    @property
    def may_be_newer(self) -> tuple[Event, ...]:
        """Where the latest is asked for and one with a day answers, those without a day that may be newer."""
        if not self.answering or not self.question.asks_latest or not self.answering[0].day:
            return ()
        best = self.answering[0]
        return tuple(event for event in self.events if not event.day and event.grade != best.grade)

    @property
    def around(self) -> tuple[Event, ...]:
        """Where none answers for the time asked about, the last event before it and the first one after it."""
        last = self.question.last
        if self.answering or last is None:
            return ()
        dated = [event for event in self.events if event.day]
        before = [event for event in dated if event.until <= last]
        return (*before[-1:], *[event for event in dated if event.day > last][:1])


@dataclass(frozen=True)
class _Stated:
    """What documents state that may answer.

    Attributes:
        facts: all of it.
        by_subject: that of each subject, in the same order.
        scales: the keys of the scales of these, ascending.
    """

    facts: Sequence[Fact]
    by_subject: Mapping[Subject, Sequence[Fact]]
    scales: Sequence[str]

    @cached_property
    def only(self) -> Subject | None:
        """The one subject that a question can mean that names none; see `only_subject`."""
        return only_subject((fact.document_index, fact.judgement) for fact in self.facts)

    @cached_property
    def kinds(self) -> Mapping[str, Subject]:
        """Which subject is meant by what it is; see `only_of_kinds`."""
        return only_of_kinds({fact.judgement.subject for fact in self.facts})


def _stated(snapshot: Snapshot, scope: Scope) -> _Stated:
    facts = [
        Fact(index, each, snapshot.document_meta(index).day)
        for index, each in snapshot.judgements
        if snapshot.holds(scope, index, each.start)
    ]
    by_subject: dict[Subject, list[Fact]] = {}
    for fact in facts:
        by_subject.setdefault(subject_of(fact.judgement.subject), []).append(fact)
    return _Stated(facts, by_subject, sorted({fact.judgement.scale for fact in facts}))


@once_a_snapshot
def _all_stated(snapshot: Snapshot) -> _Stated:
    return _stated(snapshot, EVERYTHING)


def judged(query: Query, snapshot: Snapshot, scope: Scope) -> Judged | None:
    """What the facts say to a question; None where it does not ask for a judgement alone, or none is known.

    Args:
        query: the question.
        snapshot: with the facts.
        scope: the documents that may answer.
    """
    stated = _all_stated(snapshot) if scope.is_everything else _stated(snapshot, scope)
    if not stated.facts:
        return None
    known = stated.by_subject.keys()
    question = read_judgement_question(query, known, [snapshot.scales[key] for key in stated.scales], stated.kinds)
    if question is None or (question.is_bare and not is_of_judgements(snapshot)):
        return None
    subject = stated.only if question.subject is None else question.subject
    if subject is None:
        return Judged(question, is_of_several=True)
    own = stated.by_subject.get(subject, ())
    if subject == stated.only:
        own = [fact for fact in stated.facts if subject_of(fact.judgement.subject) in (subject, ())]
    if question.kind and (another := _of_another_kind(own, question.kind, snapshot)):
        is_judged = any(question.kind in words.split() for key in stated.scales for words in snapshot.scales[key].about)
        return Judged(question, another=another) if is_judged and question.subject is None else None
    about = asked_about(own, question.aspects, question.scales, snapshot)
    events = events_of(about, inspection_ends(own, about[0].judgement.scale) if about else ())
    standing = settled(events)
    undated = _undated(about, events) if question.asks_latest else ()
    answering = () if undated else tuple(_answering(standing, question))
    parts = _judged_since(own, answering, question, snapshot)
    if parts:
        answering = ()
    visits = [each for index, each in snapshot.visits if index in scope and subject_of(each.subject) == subject]
    found = Judged(
        question,
        tuple(standing),
        answering,
        tuple(event for event in events if event not in standing),
        undated=undated,
        parts=parts,
        untimed=_untimed(about, events) if question.order == "first" else (),
        inspected=inspected_after(_newest(standing), visits) if answering and question.asks_latest else 0,
        headed=headed_otherwise(_newest(standing), subject, snapshot, scope)
        if _is_of_whole(answering, question)
        else None,
    )
    if not found.is_from_before:
        return found
    if (question.first or 0) > query.today.toordinal():
        return replace(found, answering=())  # what is so at a time to come is not known
    return replace(found, between=inspected_between(answering[0], question.last or 0, visits, snapshot))


def _is_of_whole(answering: Sequence[Event], question: JudgementQuestion) -> bool:
    """Whether the latest judgement of all is asked for, and known."""
    return bool(answering) and question.asks_latest and not question.aspects


def _newest(events: Iterable[Event]) -> Event:
    """Of some events the one with the last day."""
    return max(events, key=lambda event: event.until if event.day else 0)


def _of_another_kind(own: Sequence[Fact], kind: str, snapshot: Snapshot) -> str:
    """Who was judged, where the newest report of it does not call them what the question does; "" where it may."""
    newest = max(own, key=lambda fact: (fact.judgement.standing == "given", fact.said))
    name = newest.judgement.subject
    if is_of_kind(name, newest.document_index, kind, snapshot):
        return ""
    return name or snapshot.document_meta(newest.document_index).title


def _undated(facts: Sequence[Fact], events: Sequence[Event]) -> tuple[Event, ...]:
    """The grades that documents without a day tell of and no event has: one of them may be the latest."""
    return _untimed([fact for fact in facts if fact.is_undated], events)


def _untimed(facts: Sequence[Fact], events: Sequence[Event]) -> tuple[Event, ...]:
    """The grades that are told of without any time and that no event has."""
    known = {event.grade for event in events}
    return tuple(event for event in undated_of(facts, events) if event.grade not in known)


def _judged_since(
    own: Sequence[Fact], answering: Sequence[Event], question: JudgementQuestion, snapshot: Snapshot
) -> tuple[Event, ...]:
    """What the last inspection by the time asked about gave of parts, where it gave no judgement of the whole.

    It gave none where a report gives judgements of parts alone, of a day well after the judgement that would answer.
    """
    if question.wants != "grade" or question.is_ever or question.aspects or question.than or not answering:
        return ()
    best = answering[0]
    scale = snapshot.scales[best.facts[0].judgement.scale]
    last = question.last or date.max.toordinal()
    given = [
        fact
        for fact in own
        if fact.judgement.scale == scale.key and fact.judgement.basis == "inspected" and fact.judgement.until <= last
    ]
    newest = max((fact.judgement.until for fact in given), default=0)
    is_asked = question.order in (None, "latest") and (question.first is None or newest >= question.first)
    if not is_asked or not best.day or newest <= best.until + NEAR_DAYS:
        return ()
    return tuple(
        Event(fact.judgement.grade, fact.judgement.day, fact.judgement.until, fact.judgement.until, (fact,))
        for fact in given
        if fact.judgement.until == newest
    )


def asked_about(
    facts: Sequence[Fact], aspects: Collection[tuple[str, str]], scales: Collection[str], snapshot: Snapshot
) -> list[Fact]:
    """The facts about what is asked: about the whole where no part is named, and by one scale.

    Args:
        facts: all that are known.
        aspects: the scale and the key of what is judged; none for the whole.
        scales: the keys of those that may be meant; of several it is the one first declared.
        snapshot: with the scales.
    """

    def wanted(fact: Fact) -> bool:
        scale = snapshot.scales[fact.judgement.scale]
        aspect = scale.aspect(fact.judgement.aspect)
        if not aspects:
            return aspect.key == scale.aspects[0].key
        return any((scale.key, key) in aspects for key in (aspect.key, *aspect.covers))

    found = [fact for fact in facts if fact.judgement.scale in scales and wanted(fact)]
    by_scale = [[fact for fact in found if fact.judgement.scale == scale.key] for scale in snapshot.scales]
    return next((own for own in by_scale if own), [])


def _answering(events: Sequence[Event], question: JudgementQuestion) -> list[Event]:
    """The events that answer, the best first: those of the grade asked about, or the one whose grade is asked for."""
    scale_of = {event: event.facts[0].judgement.scale for event in events}
    of_grade = [event for event in events if (scale_of[event], event.grade) in question.grades]
    if question.is_end:
        return _after_last(of_grade, events)
    if question.wants == "days":
        return _days(_last_run(of_grade, events) if question.is_start else of_grade, question)
    if question.is_ever and of_grade:
        return of_grade[-1:]
    found = _one(events, question)
    return [found] if found and not rivals(found, events) else []


def _after_last(of_grade: Sequence[Event], events: Sequence[Event]) -> list[Event]:
    """The first event of another grade after the last of some, where all from that one on have a day."""
    since = events[events.index(of_grade[-1]) :] if of_grade else []
    others = [event for event in since if event.grade != of_grade[-1].grade]
    return others[:1] if others and all(event.day for event in since) else []


def _last_run(of_grade: Sequence[Event], events: Sequence[Event]) -> list[Event]:
    """The first of the last events that follow each other without another grade between them."""
    if not of_grade:
        return []
    place = events.index(of_grade[-1])
    while place and events[place - 1].grade == of_grade[-1].grade:
        place -= 1
    return [events[place]]


def _days(events: Sequence[Event], question: JudgementQuestion) -> list[Event]:
    """Of events of a grade those at the time asked about: the best supported first, and then the newest."""
    inside = [
        event
        for event in events
        if event.day
        and (question.first is None or event.until >= question.first)
        and (question.last is None or event.day <= question.last)
    ]
    if question.order == "first":
        return inside[:1]
    if question.is_start:
        return inside[-1:]
    if question.order == "latest":
        return inside[-1:]
    return [] if question.order else sorted(inside, key=lambda event: (-event.documents, -event.until))


def _one(events: Sequence[Event], question: JudgementQuestion) -> Event | None:
    """The event whose grade is asked for."""
    if question.order == "first":
        return next((event for event in events if event.day), None) if question.last is None else None
    if question.order == "previous":
        return events[-2] if question.last is None and len(events) > 1 else None
    if question.than:
        return _beside(events, question)
    held = held_at(events, question.last)
    if held and question.is_given and question.first and not _is_within(held, question.first, question.last):
        return None
    return held


def _beside(events: Sequence[Event], question: JudgementQuestion) -> Event | None:
    """The event before, or after, the last one of the grade that it is told by; None where that order is not known."""
    places = [
        place
        for place, event in enumerate(events)
        if (event.facts[0].judgement.scale, event.grade) in question.than
        and (question.last is None or (question.first or 0) <= event.until <= question.last)
    ]
    if not places:
        return None
    place = places[-1] + (-1 if question.side == "before" else 1)
    if not 0 <= place < len(events) or not all(event.day for event in events[:-1]):
        return None
    return events[place]


def _is_within(event: Event, first: int, last: int | None) -> bool:
    """Whether a grade was given, or a report that gives it is dated, within some days."""
    told = [fact.said for fact in event.facts if fact.judgement.standing == "given"]
    return event.until >= first or any(first <= said and (last is None or said <= last) for said in told)


def settled(events: Sequence[Event]) -> list[Event]:
    """Events without those that better supported ones contradict: nothing is given two grades within a few months."""

    def support(event: Event) -> tuple[bool, int, int]:
        return event.is_given, event.documents, len(event.facts)

    return [event for event in events if not any(support(other) > support(event) for other in rivals(event, events))]


def rivals(event: Event, events: Sequence[Event]) -> list[Event]:
    """The events that give another grade at about the same time."""
    return [
        other
        for other in events
        if other.grade != event.grade and other.day and event.day and days_apart(event, other) <= NEAR_DAYS
    ]
