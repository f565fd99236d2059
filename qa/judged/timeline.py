"""The timeline of somebody who was judged: which grade when, the visits between, and which documents say so."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.document import DatedBasis
from corpus.judgements.judgement import Basis, Judgement, Standing
from corpus.judgements.names import bare_name, same_name
from corpus.judgements.visit import Visit
from corpus.language.folding import searchable
from index.snapshot import Snapshot
from qa.address import citation_link
from qa.judged.events import NEAR_DAYS, Event, Fact, days_apart, events_of, inspection_ends, undated_of
from qa.judged.visited import VisitEvent, VisitFact, visits_by_time

MOST_EVIDENCE: Final = 10
"""So many documents are quoted for an entry; how many there are is told."""
_MOST_NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a document that state a judgement.

    Attributes:
        document_id, title, source: of the document.
        published: its day of publication, or else the day that it is of; null where no day is known.
        quote: the words.
        start, end: half-open offsets of the quote into the document's text, in code points.
        link: where the service shows the document with the quote marked.
        standing: "given" where the document gives the judgement, "told" where it tells of an earlier one or another's.
        dated_basis: what says that it was published, or is of that day; null where no day is known.
    """

    document_id: str
    title: str
    source: str | None
    published: date | None
    quote: str
    start: int
    end: int
    link: str
    standing: Standing
    dated_basis: DatedBasis | None = None


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A judgement, or a visit that gave no grade, with all the documents that tell of it.

    Attributes:
        scale, aspect, grade: short names of the scale, of what was judged by it, and of the grade; of a visit its kind
            stands for what was judged, and the grade is "".
        scale_name, aspect_name, grade_name: what these are called.
        first, last: the first and the last day of the time that it is as of, the same for one day; null where no
            document says when.
        basis: what gives this time: the days of the inspection ("inspected"), the words of a sentence ("stated"), the
            day of a document that says what holds ("document"), or days of which it names no year ("reckoned").
        documents: how many documents state it.
        evidence: their words, at most ten, those of the inspection itself first.
        subject: whose it is, as the document calls it; "" where that does not say.
        after: where no document says when, a day on which it was yet to come; null where that is not known either.
        number: of a visit, which of its kind it was, such as 5 for the fifth; null where no document says.
        count: of visits that are told of together, how many they were; else 1.
    """

    scale: str
    aspect: str
    grade: str
    scale_name: str
    aspect_name: str
    grade_name: str
    first: date | None
    last: date | None
    basis: Basis
    documents: int
    evidence: tuple[Evidence, ...]
    subject: str = ""
    after: date | None = None
    number: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Timeline:
    """The judgements of somebody and the visits to them, by time.

    Attributes:
        subject: whose they are, as the documents call it, or as it was asked for where they do not.
        entries: in the order of time, those of no known day last.
        nearest: where there are none, the names most like the one asked for of whom the documents state judgements.
    """

    subject: str
    entries: tuple[TimelineEntry, ...]
    nearest: tuple[str, ...] = ()


def subjects(snapshot: Snapshot) -> tuple[str, ...]:
    """Of whom the documents tell judgements or visits, those of most documents first."""
    judged = {(index, each.subject) for index, each in snapshot.judgements}
    visited = {(index, each.subject) for index, each in snapshot.visits}
    documents = Counter(subject for _, subject in judged | visited)
    return tuple(name for name, _ in documents.most_common() if name)


def timeline(snapshot: Snapshot, subject: str) -> Timeline:
    """The judgements of somebody that the documents of a snapshot state.

    Args:
        snapshot: with the documents.
        subject: whose; "Herefordshire Council" is "Herefordshire".
    """
    known = subjects(snapshot)
    asked = bare_name(subject) or subject.strip()
    names = [each for each in known if _plain(each) == _plain(asked)] or [
        each for each in known if same_name(each, asked)
    ]
    if len(names) != 1:
        return Timeline(subject.strip(), (), tuple(names[:_MOST_NEAREST]) or _nearest(asked, known))
    (name,) = names
    own = [
        Fact(index, each, snapshot.metadata[index].day) for index, each in snapshot.judgements if each.subject == name
    ]
    events = [event for of_aspect in events_by_aspect(own).values() for event in of_aspect]
    visits = visits_by_time(VisitFact(index, each) for index, each in snapshot.visits if each.subject == name)
    entries = [
        *(entry_of(snapshot, event) for event in events),
        *(visit_entry(snapshot, visit) for visit in visits if not _is_judged(snapshot, visit, events)),
    ]
    return Timeline(name, tuple(sorted(entries, key=lambda entry: _place(snapshot, entry))))


def events_by_aspect(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Event]]:
    """The events of one subject by scale and aspect, those without a time last.

    What a document tells without any time is added to the only event of its grade, if there is only one.
    """
    every = list(facts)
    by_aspect: dict[tuple[str, str], list[Fact]] = {}
    for fact in every:
        by_aspect.setdefault((fact.judgement.scale, fact.judgement.aspect), []).append(fact)
    found: dict[tuple[str, str], list[Event]] = {}
    for (scale, aspect), own in by_aspect.items():
        events = events_of(own, inspection_ends(every, scale))
        found[scale, aspect] = _with_undated(events, undated_of(own, events))
    return found


def _with_undated(events: Sequence[Event], undated: Iterable[Event]) -> list[Event]:
    """Events, those without a time added to the only one of their grade, or else after all others."""
    placed, left = list(events), []
    for one in undated:
        of_grade = [place for place, event in enumerate(placed) if event.grade == one.grade]
        if len(of_grade) == 1:
            (place,) = of_grade
            placed[place] = replace(placed[place], facts=(*placed[place].facts, *one.facts))
        else:
            left.append(one)
    return [*placed, *left]


def entry_of(snapshot: Snapshot, event: Event) -> TimelineEntry:
    """An event as an entry; the first of its facts gives the time."""
    best = event.facts[0].judgement
    scale = snapshot.scales[best.scale]
    by_document = {fact.document_index: fact for fact in reversed(event.facts)}
    told = [fact for fact in event.facts if by_document[fact.document_index] is fact]
    return TimelineEntry(
        best.scale,
        best.aspect,
        best.grade,
        scale.name,
        scale.aspect(best.aspect).name,
        scale.grade(best.grade).name,
        date.fromordinal(best.day) if best.day else None,
        date.fromordinal(best.until) if best.day else None,
        best.basis,
        len(told),
        tuple(_evidence(snapshot, fact.document_index, fact.judgement) for fact in told[:MOST_EVIDENCE]),
        next((fact.judgement.subject for fact in event.facts if fact.judgement.subject), ""),
        date.fromordinal(event.after) if event.after and not best.day else None,
    )


def visit_entry(snapshot: Snapshot, event: VisitEvent) -> TimelineEntry:
    """A visit as an entry."""
    scale = snapshot.scales[event.scale]
    by_document = {fact.document_index: fact.visit for fact in reversed(event.facts)}
    told = [fact for fact in event.facts if by_document[fact.document_index] is fact.visit]
    return TimelineEntry(
        event.scale,
        event.kind,
        "",
        scale.name,
        scale.visit(event.kind).name,
        "",
        date.fromordinal(event.day) if event.day else None,
        date.fromordinal(event.until) if event.day else None,
        event.facts[0].visit.basis,
        len(told),
        tuple(_evidence(snapshot, fact.document_index, fact.visit) for fact in told[:MOST_EVIDENCE]),
        event.facts[0].visit.subject,
        date.fromordinal(event.after) if event.after and not event.day else None,
        event.number or None,
        event.count,
    )


def _is_judged(snapshot: Snapshot, visit: VisitEvent, events: Iterable[Event]) -> bool:
    """Whether a visit is an inspection whose judgements are known, and need not be told beside them."""
    if visit.kind != snapshot.scales[visit.scale].visits[0].key:
        return False
    of_scale = [event for event in events if event.facts[0].judgement.scale == visit.scale]
    if not visit.day:
        return any(not event.day and event.after >= visit.after for event in of_scale)
    return any(event.day and days_apart(visit, event) <= NEAR_DAYS for event in of_scale)


def _evidence(snapshot: Snapshot, index: int, told: Judgement | Visit) -> Evidence:
    meta = snapshot.metadata[index]
    words = snapshot.excerpt(index, told.start, told.end)
    return Evidence(
        meta.id,
        meta.title,
        meta.source,
        meta.published or meta.dated,
        words,
        told.start,
        told.end,
        citation_link(meta.id, told.start, told.end, words),
        told.standing,
        "published" if meta.published else meta.dated_basis,
    )


def _place(snapshot: Snapshot, entry: TimelineEntry) -> tuple[bool, date, str, int]:
    """Where an entry stands among others: by its day, those without one last, then in the order of its scale."""
    scale = snapshot.scales[entry.scale]
    aspects = [*(aspect.key for aspect in scale.aspects), *(kind.key for kind in scale.visits)]
    return entry.first is None, entry.last or entry.after or date.max, entry.scale, aspects.index(entry.aspect)


def _plain(name: str) -> str:
    """A name as names are compared."""
    return searchable(name).casefold()


def _nearest(asked: str, known: Sequence[str]) -> tuple[str, ...]:
    """The names that are most like one."""
    plain = {_plain(name): name for name in reversed(known)}
    wanted = _plain(asked)
    near = [name for words, name in plain.items() if wanted and (wanted in words or words in wanted)]
    near += [plain[words] for words in difflib.get_close_matches(wanted, plain, n=_MOST_NEAREST)]
    return tuple(dict.fromkeys(near))[:_MOST_NEAREST]
