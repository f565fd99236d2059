"""The page that shows how somebody was judged over time, and another beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from corpus.judgements.judgement import Basis
from corpus.judgements.scales import Scale, Scales
from qa.answer import IndexInfo
from qa.citing.citation import dated_in_words, flattened
from qa.judged.timeline import Evidence, Timeline, TimelineEntry
from qa.wording import time_in_words, visits_counted
from web.views.chart import Chart, Judged, draw
from web.views.frame import Frame, frame

SUBJECT_MAX_CHARS = 200
_LISTED = 500
_SEEN_AT_ONCE = 3
"""So many charts and tables of one subject need no contents above them."""
_BASES: dict[Basis, str] = {
    "inspected": "last day of the inspection",
    "stated": "as a document states it",
    "document": "day of a document that says so",
    "reckoned": "year worked out: the document that says so names days without one",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document that states a judgement.

    Attributes:
        quote: its words, with dots between the cells of a row.
        title: of the document.
        day: of the document, in words with what it is, such as "published 3 March 2017"; "" where none is known.
        link: where it is shown with the words marked.
    """

    quote: str
    title: str
    day: str
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    """A judgement in the table.

    Attributes:
        when: the day, month or year in words.
        basis: what gives this time; "" where none is known.
        grade: its name, or what kind of visit it was.
        source: the document whose words are quoted.
        others: the other documents that state it, at most nine.
        unlisted: how many more there are.
    """

    when: str
    basis: str
    grade: str
    source: Source
    others: tuple[Source, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class OwnRows:
    """The judgements of one subject.

    Attributes:
        subject: as the documents call it.
        rows: the judgements in the order of their days.
        latest: the last of them whose day is known; None for none.
    """

    subject: str
    rows: tuple[Row, ...]
    latest: Row | None


@dataclass(frozen=True, slots=True)
class ShownAspect:
    """What was judged by a scale.

    Attributes:
        name: of it.
        chart: of its judgements by time; None where there are fewer than two that are dated.
        undated: how many judgements stand in the table alone, since no day of them is known.
        subjects: the rows of each subject.
        none: what is said of one without any.
    """

    name: str
    chart: Chart | None
    undated: int
    subjects: tuple[OwnRows, ...]
    none: str = "The documents state no judgement of this."


@dataclass(frozen=True, slots=True)
class ShownScale:
    """The judgements on one scale."""

    name: str
    aspects: tuple[ShownAspect, ...]


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Somebody of whom no document states a judgement, with the nearest names and where their judgements are shown."""

    name: str
    nearest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """How somebody was judged over time, and another beside them.

    Attributes:
        heading: what the page is about.
        subject, beside: what was typed.
        longest: how many characters that may have.
        names: of those who can be chosen.
        listed: the same with where their judgements are shown; () where somebody was chosen.
        unlisted: how many more can be typed but are not listed.
        judged: whose judgements are shown, in the order of their marks on the charts.
        scales: the judgements.
        has_contents: whether two are compared, or so much was judged, that the latest of each comes first, with where
            all of it stands.
        not_judged: those of whom there are none.
    """

    frame: Frame
    heading: str
    subject: str
    beside: str
    longest: int
    names: tuple[str, ...]
    listed: tuple[tuple[str, str], ...]
    unlisted: int
    judged: tuple[str, ...]
    scales: tuple[ShownScale, ...]
    has_contents: bool
    not_judged: tuple[NotJudged, ...]


_NO_GRADE: Final = "No grade given"
_JUDGEMENT_NOT_KNOWN: Final = "Judgement not known here"


def timeline_address(subject: str, beside: str = "") -> str:
    """Where the judgements of somebody are shown, and those of another beside them."""
    named = {"subject": subject, **({"beside": beside} if beside else {})}
    return f"/timeline?{urlencode(named)}"


def show_timelines(
    asked: tuple[str, str], told: Sequence[Timeline], names: Sequence[str], scales: Scales, index: IndexInfo
) -> TimelinePage:
    """The page of up to two timelines.

    Args:
        asked: the two names that were typed; "" for none.
        told: the timeline of each name that was typed; two names of one subject are shown once.
        names: of whom the documents state judgements, those of most documents first.
        scales: by which they were judged.
        index: what is being searched.
    """
    once = {one.subject: one for one in told}.values()
    known = [one for one in once if one.entries]
    listed = () if told else tuple((name, timeline_address(name)) for name in sorted(names[:_LISTED]))
    heading = " and ".join(one.subject for one in known)
    judged_by = tuple(_scale(key, known, scales) for key in _keys(known, scales))
    return TimelinePage(
        frame(f"{heading}, judged over time" if heading else "Judged over time", index),
        f"How {heading} {'was' if len(known) == 1 else 'were'} judged over time" if heading else "Judged over time",
        *asked,
        SUBJECT_MAX_CHARS,
        tuple(sorted(names[:_LISTED])),
        listed,
        max(len(names) - _LISTED, 0),
        tuple(one.subject for one in known),
        judged_by,
        len(known) > 1 or sum(len(scale.aspects) for scale in judged_by) > _SEEN_AT_ONCE,
        tuple(_not_judged(one, asked) for one in once if not one.entries),
    )


def _not_judged(told: Timeline, asked: tuple[str, str]) -> NotJudged:
    def instead(name: str) -> str:
        return timeline_address(*(name if one.strip() == told.subject else one for one in asked if one.strip()))

    return NotJudged(told.subject, tuple((name, instead(name)) for name in told.nearest))


def _keys(known: Sequence[Timeline], scales: Scales) -> list[str]:
    """The keys of the scales that somebody was judged by, in the order of the scales."""
    used = {entry.scale for one in known for entry in one.entries}
    return [scale.key for scale in scales if scale.key in used]


def _scale(key: str, known: Sequence[Timeline], scales: Scales) -> ShownScale:
    """The judgements on a scale, one aspect after the other."""
    scale = scales[key]
    own = [[entry for entry in one.entries if entry.scale == key] for one in known]
    used = {entry.aspect for entries in own for entry in entries}
    grades = [grade.key for grade in scale.grades]
    aspects = []
    for aspect in (each for each in scale.aspects if each.key in used):
        judged = [[entry for entry in entries if entry.aspect == aspect.key] for entries in own]
        points = [_points(one.subject, entries, grades) for one, entries in zip(known, judged, strict=True)]
        rows = tuple(_own(one.subject, entries) for one, entries in zip(known, judged, strict=True))
        undated = sum(entry.last is None for entries in judged for entry in entries)
        chart = draw([grade.name for grade in scale.grades], points)
        aspects.append(ShownAspect(aspect.name, chart, undated, rows))
    return ShownScale(scale.name, (*aspects, *_visits(scale, known, own)))


def _visits(scale: Scale, known: Sequence[Timeline], own: Sequence[Sequence[TimelineEntry]]) -> Iterator[ShownAspect]:
    """The visits of each kind that gave no grade."""
    for kind in scale.visits:
        visits = [[entry for entry in entries if entry.aspect == kind.key and not entry.grade] for entries in own]
        if any(visits):
            told = _JUDGEMENT_NOT_KNOWN if kind == scale.visits[0] else _NO_GRADE
            rows = (_own(one.subject, entries, told) for one, entries in zip(known, visits, strict=True))
            yield ShownAspect(kind.name, None, 0, tuple(rows), "The documents tell of none without a judgement.")


def _own(subject: str, entries: Sequence[TimelineEntry], no_grade: str = "") -> OwnRows:
    """The rows of a subject; `no_grade` says in place of a grade that there is none."""
    rows = [_row(entry, f"{no_grade}{visits_counted(entry)}" if no_grade else "") for entry in entries]
    dated = [row for row, entry in zip(rows, entries, strict=True) if entry.last]
    return OwnRows(subject, tuple(rows), dated[-1] if dated else None)


def _points(subject: str, entries: Sequence[TimelineEntry], grades: Sequence[str]) -> list[Judged]:
    return [
        Judged(
            entry.first or entry.last,
            entry.last,
            grades.index(entry.grade),
            f"{subject}, {time_in_words(entry)}: {entry.grade_name}",
            entry.evidence[0].link,
        )
        for entry in entries
        if entry.last
    ]


def _row(entry: TimelineEntry, grade: str = "") -> Row:
    first, *others = map(_source, entry.evidence)
    basis = _BASES[entry.basis] if entry.first else ""
    unlisted = entry.documents - len(entry.evidence)
    return Row(time_in_words(entry), basis, grade or entry.grade_name, first, tuple(others), unlisted)


def _source(told: Evidence) -> Source:
    quote = flattened(told.quote)
    return Source(quote, told.title, dated_in_words(told.dated_basis, told.published), told.link)
