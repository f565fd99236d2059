"""Tabulating: the rows that answer a question over many documents, with what they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.language.names import CONNECTORS
from corpus.language.wording import days_in_words, listed
from index.seams import Scope
from index.snapshot import Snapshot
from qa.across.apart import between_in_words, may_ask_apart, read_apart_question
from qa.across.changed import may_ask_of_change, read_changed_question
from qa.across.known import Told, told_of
from qa.across.parts import may_ask_for_parts, read_parts_question
from qa.across.question import Counted, Days, RowsQuestion, may_ask_for_rows, read_rows_question
from qa.across.rows import MOST_NAMED, MOST_ROWS, Row, TableInfo
from qa.across.selecting import BEFORE, SINCE, Selected, begins, parts_judged, select
from qa.across.visited import Keys, asks_when
from qa.across.whom import SEVERAL
from qa.judged.events import Event
from qa.judged.question import by_whom, kind_called
from qa.judged.subjects import KINDS, Subject, is_of_kind
from qa.judged.timeline import TimelineEntry, entry_of, visit_entry
from qa.judged.visited import VisitEvent
from qa.query import Query
from qa.query.intent import Order

_NOUNS: Final[Mapping[Counted, tuple[str, str]]] = {
    "authorities": ("authority", "authorities"),
    "inspections": ("inspection", "inspections"),
    "visits": ("visit", "visits"),
    "reports": ("report", "reports"),
    "times": ("time", "times"),
    "rows": ("judgement", "judgements"),
    "dates": ("date", "dates"),
}


_ORDERED: Final[Mapping[Order | None, str]] = {
    "first": "First {}",
    "latest": "Latest {}",
    "previous": "{} before the latest",
    None: "{}s",
}


@dataclass(frozen=True, slots=True)
class Tabulated:
    """What the facts say to a question over many documents.

    Attributes:
        question: what is asked.
        selected: what each row is of.
        rows: the rows.
        info: what the table is of.
    """

    question: RowsQuestion
    selected: tuple[Selected, ...]
    rows: tuple[Row, ...]
    info: TableInfo


def tabulate(query: Query, snapshot: Snapshot, scope: Scope) -> Tabulated | None:
    """The table that answers a question; None where it asks for something that the facts do not tell.

    Args:
        query: the question.
        snapshot: with the facts.
        scope: the documents that may answer.
    """
    asked = query.question
    may_ask = any((may_ask_apart(asked), may_ask_of_change(asked), may_ask_for_parts(asked)))
    may_ask = may_ask or may_ask_for_rows(asked, snapshot.scales)
    known: Mapping[Subject, Told] = told_of(snapshot, scope) if may_ask else {}
    if not known:
        return None
    keys = {judgement.scale for _, judgement in snapshot.judgements} | {visit.scale for _, visit in snapshot.visits}
    scales = by_whom(asked, [snapshot.scales[key] for key in sorted(keys)])
    question = (
        read_apart_question(query, known, scales)
        or read_changed_question(query, known, scales, snapshot)
        or read_parts_question(query, known, scales)
        or read_rows_question(query, known, scales)
    )
    if question is None:
        return None
    selected = select(question, known, snapshot)
    is_numbered = question.number > 0 and bool(select(replace(question, number=0), known, snapshot))
    may_tell = not is_numbered and _words_may_tell(question, asked)
    if not selected and (may_tell or _is_without_parts(question, known, snapshot)):
        return None
    if question.asks == "reports" and not any(visit.standing == "given" for _, visit in snapshot.visits):
        return None
    selected = _of_kind(selected, question, question.kind or kind_called(asked), snapshot)
    is_ordered = question.asks in ("compared", "apart", "changed", "parts") or question.order is not None
    ordered = selected if is_ordered else sorted(selected, key=lambda one: _place(question, one))
    if question.counted == "inspections" and asks_when(query.question):
        ordered = ordered[::-1]  # whoever asks when somebody was inspected wants the last time before the others
    sure = [one for one in ordered if one.note != SINCE]
    rows = tuple(_row(snapshot, one) for one in sure[:MOST_ROWS])
    info = _info(question, sure, known, snapshot, scope)
    if doubtful := [one.subject for one in ordered if one.note == SINCE]:
        left = f"Left out: {listed(doubtful, 'and')}, inspected again since, with no such judgement known."
        info = replace(info, note=" ".join(part for part in (info.note, left) if part))
    return Tabulated(question, tuple(sure), rows, info)


def _of_kind(selected: list[Selected], question: RowsQuestion, kind: str, snapshot: Snapshot) -> list[Selected]:
    """Those of whoever may be called what the question calls whom it asks about and does not name: "the hospital"."""
    if kind not in KINDS or question.subjects:
        return selected
    told = {one.subject: one.event.facts[0].document_index for one in selected}
    named = {subject for subject, index in told.items() if is_of_kind(subject, index, kind, snapshot)}
    return [one for one in selected if one.subject in named]


def _words_may_tell(question: RowsQuestion, asked: str) -> bool:
    """Whether a text may tell what no fact does, such as "there were four visits"."""
    is_of_any_time = question.asks == "visited" and not question.times
    return (
        question.asks == "changed"
        or question.number > 0
        or ((is_of_any_time or asks_when(asked)) and question.order is None)
    )


def _is_without_parts(question: RowsQuestion, known: Mapping[Subject, Told], snapshot: Snapshot) -> bool:
    """Whether parts are asked for, and no judgement of one is known at that time."""
    among = [known[subject] for subject in question.subjects or known if subject in known]
    return question.asks == "parts" and not any(any(parts_judged(question, told, snapshot)) for told in among)


def _place(question: RowsQuestion, one: Selected) -> tuple[object, ...]:
    """Rows stand by subject and time, or by time alone where they are visits to one subject."""
    time = (not one.event.day, begins(one.event), one.event.until)
    return time if question.asks == "visited" and len(question.subjects) == 1 else (one.subject, *time)


def _row(snapshot: Snapshot, one: Selected) -> Row:
    """What is selected as a row."""
    entry = _entry(snapshot, one.event)
    graded = entry_of(snapshot, one.graded) if one.graded else None
    return Row(
        one.subject,
        entry.aspect_name,
        graded.grade_name if graded else entry.grade_name,
        entry.first,
        entry.last,
        entry.basis,
        one.note or ("" if entry.first else "not dated"),
        entry.documents,
        entry.evidence[0],
    )


def _entry(snapshot: Snapshot, event: Event | VisitEvent) -> TimelineEntry:
    return visit_entry(snapshot, event) if isinstance(event, VisitEvent) else entry_of(snapshot, event)


def _info(
    question: RowsQuestion,
    selected: Sequence[Selected],
    known: Mapping[Subject, Told],
    snapshot: Snapshot,
    scope: Scope,
) -> TableInfo:
    """What the table is of, with how many things of it are counted."""
    documents = [index for index in range(len(snapshot.metadata)) if index in scope]
    telling = _telling(question, snapshot)
    silent = [index for index in documents if index not in telling]
    if question.subjects:
        of_them = {index for subject in question.subjects for index in _documents(known.get(subject, Told("")))}
        silent = [index for index in silent if index in of_them]
        documents = sorted(of_them)
    count, note = _count(question, selected)
    one, many = _noun(question, selected, snapshot)
    earlier = _earlier(question, selected)
    return TableInfo(
        _asked(question, selected, snapshot),
        count,
        one if count == 1 else many,
        len(documents),
        len(silent),
        note,
        earlier,
        _times(question, "or") if earlier else "",
        tuple(snapshot.metadata[index].title for index in silent[:MOST_NAMED]),
    )


def _noun(question: RowsQuestion, selected: Iterable[Selected], snapshot: Snapshot) -> tuple[str, str]:
    """What is counted, one and several; of those who are no authorities and are called nothing, their names."""
    if question.counted != "authorities":
        return _NOUNS[question.counted]
    if question.kind:
        return question.kind, SEVERAL[question.kind]
    scales = (
        one.event.scale if isinstance(one.event, VisitEvent) else one.event.facts[0].judgement.scale for one in selected
    )
    return _NOUNS["authorities"] if all(snapshot.scales[key].of_authorities for key in scales) else ("name", "names")


def _documents(told: Told) -> set[int]:
    return {fact.document_index for fact in told.facts} | {fact.document_index for fact in told.visits}


def _telling(question: RowsQuestion, snapshot: Snapshot) -> set[int]:
    """The documents in which something of the kind was found that is asked for."""
    if question.asks in ("visited", "reports"):
        return {index for index, visit in snapshot.visits if visit.scale in question.scales}
    graded = {scale for meant in question.grades for scale, _ in meant} or question.scales
    scales = question.scales & graded
    return {index for index, judgement in snapshot.judgements if judgement.scale in scales}


def _count(question: RowsQuestion, selected: Sequence[Selected]) -> tuple[int, str]:
    """How many things are counted, and what is to be said of that."""
    if question.counted == "authorities":
        return len({one.subject for one in selected}), ""
    if question.counted != "visits" or question.order or question.number:
        return len(selected), ""
    events = [one.event for one in selected if isinstance(one.event, VisitEvent)]
    groups = [event for event in events if event.count > 1]
    alone = [event for event in events if event.count == 1 and not any(_is_among(event, group) for group in groups)]
    together = sum(group.count for group in groups) + len(alone)
    last = max((event.number for event in events), default=0)
    is_whole = all(first is None for first, _ in question.times) or any(event.number == 1 for event in events)
    if is_whole and last > together and len(question.subjects or {one.subject for one in selected}) == 1:
        told = f"{together - 1} {'is' if together - 1 == 1 else 'are'} told of here"
        return last, f"The words tell of number {last}; of the others before it {told}."
    return together, ""


def _earlier(question: RowsQuestion, selected: Sequence[Selected]) -> int:
    """How many of those who are counted have no judgement of the time asked about, and one from before it."""
    if question.counted != "authorities":
        return 0
    return len({one.subject for one in selected} - {one.subject for one in selected if one.note != BEFORE})


def _is_among(event: VisitEvent, group: VisitEvent) -> bool:
    """Whether a visit is one of those that are told of together."""
    return event.kind == group.kind and group.day <= event.day and event.until <= group.until


def _asked(question: RowsQuestion, selected: Sequence[Selected], snapshot: Snapshot) -> str:
    """How a question was read, in a few words."""
    what = _what(question, selected, snapshot)
    whose = f" of {listed([_name(subject) for subject in question.subjects], 'and')}" if question.subjects else ""
    return f"{what}{whose}{_when(question)}"


def _what(question: RowsQuestion, selected: Sequence[Selected], snapshot: Snapshot) -> str:
    if question.asks == "apart":
        return between_in_words(question, snapshot)
    if question.asks in ("visited", "reports"):
        there = {(one.event.scale, one.event.kind) for one in selected if isinstance(one.event, VisitEvent)}
        kinds = sorted(there & question.visits or question.visits)
        names = dict.fromkeys(snapshot.scales[scale].visit(kind).name for scale, kind in kinds)
        if question.asks == "reports":
            return "Reports"
        one = listed(list(names), "or")
        return f"{one} number {question.number}" if question.number else _ORDERED[question.order].format(one)
    aspects = dict.fromkeys(snapshot.scales[scale].aspect(key).name for scale, key in sorted(question.aspects))
    about = (
        listed(list(aspects), "or")
        if aspects
        else "Overall judgement"
        if question.asks not in ("compared", "parts")
        else "Judgements"
    )
    grades = [_grade_name(meant, snapshot) for meant in question.grades]
    if question.asks == "changed":
        return f"{about}: what it was, and became"
    if question.asks == "parts":
        return f"{about}: {'not ' if question.is_other else ''}{grades[0]}"
    if question.asks == "moved":
        way = {"better": "became better", "worse": "became worse", "": "changed"}[question.direction]
        ends = " ".join(f"{word} {grade}" for word, grade in zip(("from", "to"), grades, strict=False) if grade)
        return f"{about}: {ends or way}"
    return f"{about}: {listed(list(dict.fromkeys(grades)), 'or')}" if grades else about


def _grade_name(meant: Keys, snapshot: Snapshot) -> str:
    """What a grade is called; "" for any grade."""
    return next((snapshot.scales[scale].grade(key).name for scale, key in sorted(meant)), "")


def _when(question: RowsQuestion) -> str:
    times = _times(question)
    if question.asks in ("visited", "reports", "compared", "moved", "changed", "apart", "parts"):
        return f", {times}" if times else ""
    return {
        "now": ", by the last judgement of each",
        "ever": ", at any time",
        "given": f", given {_in(times)}",
        "held": f", at some time {_in(times)}",
    }[question.holding]


def _times(question: RowsQuestion, word: str = "and") -> str:
    """The times asked about in words, with a word before the last of several; "" for none."""
    return listed([_days(days) for days in question.times], word) if question.times else ""


def _in(times: str) -> str:
    """Times after a verb: "in 2017", but "until 31 December 2019"."""
    return times if times[:1].islower() else f"in {times}"


def _days(days: Days) -> str:
    first, last = (date.fromordinal(day) if day else None for day in days)
    return days_in_words(first, last)


def _name(subject: Subject) -> str:
    return " ".join(word if word in CONNECTORS else word.capitalize() for word in subject)
