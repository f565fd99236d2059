"""Selecting: which of the facts a question over many documents asks for, and what is to be said of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise
from typing import Final

from corpus.judgements.judgement import OF_DOCUMENT
from corpus.language.wording import day_in_words, days_in_words
from index.snapshot import Snapshot
from qa.across.beside import beside
from qa.across.changed import changes, turns
from qa.across.known import Told
from qa.across.question import Anchor, Days, RowsQuestion
from qa.across.visited import Keys
from qa.judged.answering import asked_about
from qa.judged.events import MONTH_DAYS, NEAR_DAYS, Event, days_apart, inspection_ends
from qa.judged.subjects import Subject
from qa.judged.visited import VisitEvent

Timed = Event | VisitEvent
SINCE: Final = "inspected again since"
BEFORE: Final = "the last one known before that time"
WITHOUT: Final = "given without a judgement of"
EARLIEST: Final = "the earliest that the documents tell of"


@dataclass(frozen=True, slots=True)
class Selected:
    """One thing that a question asks for.

    Attributes:
        subject: whom it is of.
        event: the judgement, or the visit.
        note: what else is to be known of it, in a few words.
        graded: of a visit, what was judged at it, where that is known.
    """

    subject: str
    event: Timed
    note: str = ""
    graded: Event | None = None


def select(question: RowsQuestion, known: Mapping[Subject, Told], snapshot: Snapshot) -> list[Selected]:
    """What a question asks for, by name and time."""
    among = [known[subject] for subject in question.subjects or sorted(known) if subject in known]
    if question.asks in ("visited", "reports"):
        return _picked(question, [one for told in among for one in _visited(question, told, snapshot)])
    if question.asks == "apart":
        return [one for told in among for one in _between(question, told, snapshot)]
    if question.asks == "compared":
        return _side_by_side(
            one for told in among for one in _compared(question, told, snapshot, alone=len(among) == 1)
        )
    if question.asks == "parts":
        return [one for told in among for one in parts_judged(question, told, snapshot) if _is_asked(question, one)]
    if question.asks == "changed":
        return [one for told in among for one in _changed(question, told, snapshot)]
    if question.asks == "moved":
        return [one for told in among for one in _moved(question, told, snapshot)]
    return _picked(question, [one for told in among for one in _judged(question, told, snapshot)])


def _judged(question: RowsQuestion, told: Told, snapshot: Snapshot) -> Iterator[Selected]:
    """The judgements of one subject that are so, when it is asked about."""
    wanted = frozenset().union(*question.grades)
    scales = question.scales & {scale for scale, _ in wanted} if wanted else question.scales
    events = told.events(question.aspects, scales, snapshot)

    def is_so(event: Event) -> bool:
        return not wanted or (event.facts[0].judgement.scale, event.grade) in wanted

    if question.holding == "now" and not question.times:
        yield from (
            Selected(told.name, event, _since(event, told)) for event in events[-1:] if is_so(event) and told.own
        )
        return
    if question.holding == "ever" or not question.times:
        yield from (Selected(told.name, event) for event in events if is_so(event))
        return
    whole = told.events((), scales, snapshot)
    ends = frozenset(event.until for event in whole if event.day).union(
        *(inspection_ends(told.facts, scale) for scale in scales)
    )
    for days in question.times:
        may_hold = question.holding == "held" and not question.is_to_come(days)
        for place, event in enumerate(events):
            if is_so(event) and _is_given(event, days):
                yield Selected(told.name, event, _report_note(event, days))
            elif is_so(event) and may_hold and _still_held(events, place, days, ends):
                is_doubtful = told.inspected_between(event, days[0] or 0, snapshot)
                yield Selected(told.name, event, SINCE if is_doubtful else BEFORE)


def _since(event: Event, told: Told) -> str:
    """That there was an inspection since, of which no such judgement is known: it may hold no longer."""
    return SINCE if told.inspected_after(event) else ""


def _still_held(events: Sequence[Event], place: int, days: Days, ends: Iterable[int]) -> bool:
    """Whether a judgement from before some days still held on the first of them, as far as is known.

    Of a later one that a document only tells as of its own day, it is not known how long it held before; and where the
    whole was judged again in between, what this found of a part is not known.
    """
    first, event = days[0], events[place]
    if first is None or not event.day or event.until >= first:
        return False
    if any(event.until + NEAR_DAYS < end < first for end in ends):
        return False
    following = next(iter(events[place + 1 :]), None)
    return following is None or (following.day > first and following.facts[0].judgement.basis not in OF_DOCUMENT)


def _is_given(event: Event, days: Days) -> bool:
    """Whether a judgement was given, or the report that gives it is dated, within some days."""
    if not event.day:
        return days[1] is None and bool(event.after) and event.after >= (days[0] or 0)
    said = (fact.said for fact in event.facts if fact.judgement.standing == "given")
    return _is_within(event.day, event.until, days) or any(_is_within(day, day, days) for day in said if day)


def _is_within(day: int, until: int, days: Days) -> bool:
    """Whether a time meets some days; of one longer than a month, whether all of it is within them."""
    first, last = days
    if until - day > MONTH_DAYS:
        day, until = until, day
    return bool(day) and (first is None or until >= first) and (last is None or day <= last)


def _report_note(event: Event, days: Days) -> str:
    """When its report is dated, where only that is within some days."""
    if not event.day or _is_within(event.day, event.until, days):
        return ""
    said = next(fact.said for fact in event.facts if fact.said and _is_within(fact.said, fact.said, days))
    return f"report dated {day_in_words(date.fromordinal(said))}"


def _moved(question: RowsQuestion, told: Told, snapshot: Snapshot) -> Iterator[Selected]:
    """The judgements of one subject that differ from those before them as is asked."""
    events = told.events(question.aspects, question.scales, snapshot)
    if not events:
        return
    scale = snapshot.scales[events[0].facts[0].judgement.scale]
    order = [grade.key for grade in scale.grades]
    for before, after in pairwise(events):
        better = order.index(after.grade) < order.index(before.grade)
        if before.grade == after.grade or (question.direction and (question.direction == "better") != better):
            continue
        if len(question.grades) == 2 and not all(
            not meant or (scale.key, event.grade) in meant
            for event, meant in zip((before, after), question.grades, strict=True)
        ):
            continue
        if all(_is_given(after, days) for days in question.times):
            yield Selected(told.name, after, f"{scale.grade(before.grade).name} {_time(before)}")


def _changed(question: RowsQuestion, told: Told, snapshot: Snapshot) -> Iterator[Selected]:
    """The judgements of one subject by which a change is told; none where only one is known.

    Where a later inspection by the time asked about gave none of this, what it gave stands after them, and says so.
    """
    events = told.events(question.aspects, question.scales, snapshot)
    found = changes(events, question.times)
    until = question.times[-1][1] if question.times else None
    others = _unjudged(question, told, snapshot)
    since = [end for end in others if found and end > found[-1].until and (until is None or end <= until)]
    if len(found) > 1 or (found and since) or (len(events) > 1 and question.times):
        for event, note in zip(found, ("", *turns(found, snapshot)), strict=False):
            yield Selected(told.name, event, note)
        for event in others[max(since)].events if since else ():
            yield Selected(told.name, event, others[max(since)].lacks)


def _time(event: Event) -> str:
    if not event.day:
        return "at an unknown time"
    return f"as of {days_in_words(date.fromordinal(event.day), date.fromordinal(event.until))}"


def _compared(question: RowsQuestion, told: Told, snapshot: Snapshot, *, alone: bool) -> Iterator[Selected]:
    """The judgements of one subject at each time, or at its last inspection, or at the last two where it is alone.

    An inspection that gave no judgement of what is compared has those that it gave, which say so.
    """
    by_aspect = _by_aspect(question.aspects, question, told, snapshot)
    others = _unjudged(question, told, snapshot)
    if question.times:
        for days in question.times:
            yield from _at(told.name, by_aspect, others, days, is_to_come=question.is_to_come(days))
        return
    ends = {event.until for events in by_aspect for event in events[-2:] if event.day}
    for end in _apart(sorted(ends.union(others)))[-2 if alone else -1 :]:
        given = [event for events in by_aspect for event in events if event.day and abs(event.until - end) < NEAR_DAYS]
        events = given or others[end].events
        yield from (Selected(told.name, event, _lacks(event, others)) for event in events)


def _side_by_side(selected: Iterable[Selected]) -> list[Selected]:
    """Judgements with those of the same thing one below the other, the things in the order in which they come first."""
    by_thing: dict[str, list[Selected]] = {}
    for one in selected:
        thing = one.event.facts[0].judgement.aspect if isinstance(one.event, Event) else ""
        by_thing.setdefault(thing, []).append(one)
    return list(chain.from_iterable(by_thing.values()))


def parts_judged(question: RowsQuestion, told: Told, snapshot: Snapshot) -> Iterator[Selected]:
    """The judgements of the parts of one subject at a time, or at its last inspection; of the whole if that counts."""
    for one in _compared(question, told, snapshot, alone=False):
        judgement = one.event.facts[0].judgement if isinstance(one.event, Event) else None
        if judgement and (question.of_whole or judgement.aspect != snapshot.scales[judgement.scale].aspects[0].key):
            yield one


def _is_asked(question: RowsQuestion, one: Selected) -> bool:
    """Whether a part was given the grade that is asked about, or where that is asked another one."""
    if not isinstance(one.event, Event):
        return False
    (grades,) = question.grades
    return ((one.event.facts[0].judgement.scale, one.event.grade) in grades) != question.is_other


@dataclass(frozen=True, slots=True)
class _Others:
    """What an inspection gave that gave no judgement of what is compared.

    Attributes:
        events: its judgements of other things.
        lacks: what it gave none of, in a few words.
    """

    events: tuple[Event, ...]
    lacks: str


def _unjudged(question: RowsQuestion, told: Told, snapshot: Snapshot) -> dict[int, _Others]:
    """The inspections that gave no judgement of what is compared, or of the whole, by their last day."""
    about = asked_about(told.facts, question.aspects, question.scales, snapshot)
    if not about:
        return {}
    scale = snapshot.scales[about[0].judgement.scale]
    known = [fact.judgement.until for fact in about if fact.judgement.day]
    every = [event for events in _by_aspect(frozenset(), question, told, snapshot) for event in events]
    names = " or ".join(dict.fromkeys(scale.aspect(fact.judgement.aspect).name for fact in about))
    return {
        end: _Others(tuple(event for event in every if event.day and event.until == end), f"{WITHOUT} “{names}”")
        for end in inspection_ends(told.facts, scale.key)
        if all(abs(end - day) > NEAR_DAYS for day in known)
    }


def _lacks(event: Event, others: Mapping[int, _Others]) -> str:
    """What the inspection that gave a judgement gave none of, in a few words; "" for nothing that is compared."""
    return others[event.until].lacks if event.until in others else ""


def _apart(ends: Iterable[int]) -> list[int]:
    """Days, without those shortly before another one."""
    kept: list[int] = []
    for end in ends:
        if kept and end - kept[-1] < NEAR_DAYS:
            kept[-1] = end
        else:
            kept.append(end)
    return kept


def _by_aspect(aspects: Keys, question: RowsQuestion, told: Told, snapshot: Snapshot) -> list[list[Event]]:
    """The judgements of one subject by one scale: of each of some things, or of all that is judged where none is named.

    What is judged together with one of these things counts as well.
    """
    for scale in (scale for scale in snapshot.scales if scale.key in question.scales):
        exact = [fact for fact in told.facts if fact.judgement.scale == scale.key]
        found = []
        for aspect in scale.aspects:
            if aspects and not any((scale.key, key) in aspects for key in (aspect.key, *aspect.covers)):
                continue
            own = Told(told.name, [fact for fact in exact if fact.judgement.aspect == aspect.key])
            if events := own.events({(scale.key, aspect.key)}, {scale.key}, snapshot):
                found.append(events)
        if found:
            return found
    return []


def _at(
    subject: str, by_aspect: Sequence[Sequence[Event]], others: Mapping[int, _Others], days: Days, *, is_to_come: bool
) -> Iterator[Selected]:
    """The judgements that were given within some days, or else the last ones before where these have begun."""
    given = [event for events in by_aspect for event in events if _is_given(event, days)]
    last = days[1] or 0
    before = [event for events in by_aspect for event in events if event.day and event.until < last]
    newest = max((event.until for event in before), default=0)
    unjudged = max((end for end in others if newest < end and (not last or end <= last)), default=0)
    if given:
        yield from (Selected(subject, event, _lacks(event, others) or _report_note(event, days)) for event in given)
    elif is_to_come:
        return
    elif unjudged:
        yield from (Selected(subject, event, others[unjudged].lacks) for event in others[unjudged].events)
    else:
        yield from (Selected(subject, event, BEFORE) for event in before if newest - event.until < NEAR_DAYS)


def _visited(question: RowsQuestion, told: Told, snapshot: Snapshot) -> Iterator[Selected]:
    """The visits to one subject of the kind and time that are asked about."""
    reports = question.asks == "reports"
    times = _beside(question, told) or question.times
    for visit in told.visit_events:
        if visit.scale not in question.scales or (
            question.visits and not reports and (visit.scale, visit.kind) not in question.visits
        ):
            continue
        if reports and not any(fact.visit.standing == "given" for fact in visit.facts):
            continue
        if times and not any(_is_of(visit, days, snapshot, reports=reports) for days in times):
            continue
        yield Selected(told.name, visit, _which(visit), _graded(visit, told, snapshot))


def _beside(question: RowsQuestion, told: Told) -> tuple[Days, ...]:
    """The days before or after the other visit by which some are told; none where that is not known."""
    if question.beside is None or question.beside.other is None:
        return ()
    kinds = question.beside.kinds or question.visits
    others = [
        event
        for event in told.visit_events
        if (event.scale, event.kind) in kinds and _is_within(event.day, event.until, question.beside.other)
    ]
    if not others:
        return ()
    known = min(event.day for event in others), max(event.until for event in others)
    return (beside(known, "before" if question.times[0][0] is None else "after"),)


def _between(question: RowsQuestion, told: Told, snapshot: Snapshot) -> list[Selected]:
    """The two things that a question asks to be some time apart; none where the day of one of them is not known.

    Of several that one may be, it is the last before the other, or the first after it.
    """
    one, *others = (_anchored(anchor, question, told, snapshot) for anchor in question.anchors)
    if others:
        (other,) = others
    else:
        one, other = _in_force(one[-1:], told.events(question.aspects, question.scales, snapshot))
    if len(one) > 1 and len(other) == 1:
        one = [event for event in one if event.day and event.until < other[0].day][-1:]
    if len(other) > 1 and len(one) == 1:
        other = [event for event in other if event.day > one[0].until][:1]
    both = [*one, *other]
    if (len(one), len(other)) != (1, 1) or not all(event.day for event in both) or one == other:
        return []
    return [Selected(told.name, event, _which(event) if isinstance(event, VisitEvent) else "") for event in both]


def _in_force(last: Sequence[Timed], events: Sequence[Event]) -> tuple[list[Timed], list[Timed]]:
    """The last judgement of a grade, and the first of another one after it."""
    held = [event for event in events if event in last]
    following = events[events.index(held[-1]) + 1 :] if held else []
    return [*held], [*[event for event in following if event.grade != held[-1].grade][:1]]


def _anchored(anchor: Anchor, question: RowsQuestion, told: Told, snapshot: Snapshot) -> list[Timed]:
    """What may be one of these two things, in the order of time."""
    visits = [event for event in told.visit_events if (event.scale, event.kind) in anchor.visits]
    found: list[Timed] = [
        event for event in visits if event.number == (anchor.number or event.number) and _is_at(event, anchor.times)
    ]
    if not found and not (anchor.visits and anchor.number):
        events = told.events(question.aspects, question.scales, snapshot)
        grades = anchor.grades
        found += [
            event
            for event in events
            if (not grades or (event.facts[0].judgement.scale, event.grade) in grades) and _is_at(event, anchor.times)
        ]
        found = found[anchor.number - 1 : anchor.number] if anchor.number else found
    if anchor.order == "first" and any(isinstance(event, VisitEvent) and event.number > 1 for event in found[:1]):
        return []
    return found[:1] if anchor.order == "first" else found[-1:] if anchor.order == "latest" else found


def _is_at(event: Timed, days: Days | None) -> bool:
    return days is None or _is_within(event.day, event.until, days)


def _picked(question: RowsQuestion, found: Sequence[Selected]) -> list[Selected]:
    """Of some visits the one whose number or order is asked for; none where it is not known which that is."""
    if question.number:
        return [one for one in found if isinstance(one.event, VisitEvent) and one.event.number == question.number]
    if question.order is None:
        return list(found)
    dated = sorted((one for one in found if one.event.day), key=lambda one: one.event.until)
    undated = [one for one in found if not one.event.day]
    if question.order == "first":
        first = sorted(dated, key=lambda one: begins(one.event))[:1]
        is_later = any(isinstance(one.event, VisitEvent) and one.event.number > 1 for one in first)
        return [] if is_later else [one if one.note or question.times else replace(one, note=EARLIEST) for one in first]
    is_undated_last = bool(undated and dated) and all(one.event.after > dated[-1].event.until for one in undated)
    if question.order == "previous":
        last, before = (undated[-1:], dated[-1:]) if is_undated_last else (dated[-1:], dated[-2:-1])
        is_known = (is_undated_last or not undated) and _follow(before, last)
        return before if is_known else []
    return [*undated[-1:], *dated[-1:]] if is_undated_last else [*dated[-1:], *undated]


def begins(event: Timed) -> int:
    """The day by which something stands in the order of time: of several visits told of together their first."""
    return event.day if isinstance(event, VisitEvent) and event.count > 1 else event.after


def _follow(before: Sequence[Selected], last: Sequence[Selected]) -> bool:
    """Whether nothing that is numbered is missing between two visits."""
    numbers = [one.event.number for one in (*before, *last) if isinstance(one.event, VisitEvent) and one.event.number]
    return len(numbers) < 2 or numbers[1] == numbers[0] + 1


def _is_of(visit: VisitEvent, days: Days, snapshot: Snapshot, *, reports: bool) -> bool:
    """Whether a visit was within some days; of a report, whether that is dated within them."""
    if not reports:
        return _is_within(visit.day, visit.until, days)
    said = (snapshot.document_meta(fact.document_index).day for fact in visit.facts if fact.visit.standing == "given")
    return any(_is_within(day, day, days) for day in said)


def _which(visit: VisitEvent) -> str:
    if visit.number:
        return f"number {visit.number}"
    return f"{visit.count} visits" if visit.count > 1 else ""


def _graded(visit: VisitEvent, told: Told, snapshot: Snapshot) -> Event | None:
    """The judgement of the whole that was given at an inspection; None where none is known, or it gives none."""
    scale = snapshot.scales[visit.scale]
    if visit.kind != scale.visits[0].key or not visit.day:
        return None
    events = told.events((), {scale.key}, snapshot)
    near = [event for event in events if event.day and days_apart(visit, event) == 0]
    return near[-1] if near else None
