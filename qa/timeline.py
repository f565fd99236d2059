"""The timeline of somebody who was judged: which grade when, and which documents say so."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from corpus.judgements.judgement import Basis, Judgement, Standing
from corpus.judgements.names import bare_name, same_name
from corpus.language.folding import searchable
from index.snapshot import Snapshot
from qa.citation import citation_link

MOST_EVIDENCE: Final = 10
"""So many documents are quoted for an entry; how many there are is told."""
_MOST_NEAREST: Final = 5
_PUBLISHED_DAYS: Final = 150
"""A report is out so many days after its inspection, at most; a judgement may be told as of either."""
_TRUST: Final[tuple[Basis, ...]] = ("inspected", "stated", "document")

Placed = tuple[int, Judgement]


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


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A judgement, with all the documents that state it.

    Attributes:
        scale, aspect, grade: short names of the scale, of what was judged by it, and of the grade.
        scale_name, aspect_name, grade_name: what these are called.
        first, last: the first and the last day of the time that it is as of, the same for one day; null where no
            document says when.
        basis: what gives this time: the days of the inspection ("inspected"), the words of a sentence ("stated"), or
            the day of a document that says what holds ("document").
        documents: how many documents state it.
        evidence: their words, at most ten, those of the inspection itself first.
        subject: whose it is, as the document calls it; "" where that does not say.
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


@dataclass(frozen=True, slots=True)
class Timeline:
    """The judgements of somebody, by time.

    Attributes:
        subject: whose they are, as the documents call it, or as it was asked for where they do not.
        entries: in the order of time, those of no known day last.
        nearest: where there are none, the names most like the one asked for of whom the documents state judgements.
    """

    subject: str
    entries: tuple[TimelineEntry, ...]
    nearest: tuple[str, ...] = ()


@dataclass(slots=True)
class _Cluster:
    """Judgements that tell of the same; the first is the most trustworthy, and has its time."""

    told: list[Placed] = field(default_factory=list)

    @property
    def best(self) -> Judgement:
        return self.told[0][1]


def subjects(snapshot: Snapshot) -> tuple[str, ...]:
    """Of whom the documents state judgements, those of most documents first."""
    documents = Counter(subject for _, subject in {(index, each.subject) for index, each in snapshot.judgements})
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
    own = [(index, each) for index, each in snapshot.judgements if each.subject == name]
    entries = [entry_of(snapshot, cluster.told) for cluster in merged(snapshot, own)]
    return Timeline(name, tuple(sorted(entries, key=lambda entry: _place(snapshot, entry))))


def merged(snapshot: Snapshot, judgements: Iterable[Placed]) -> list[_Cluster]:
    """Judgements of one subject, those that tell of the same together.

    They have the same grade for the same aspect, of times that meet; one that only says what holds on the day of its
    document tells of the last one before, and one of no day of the last with its grade.
    """
    clusters: list[_Cluster] = []
    for index, judgement in sorted(judgements, key=lambda placed: _rank(placed[1])):
        cluster = _same(judgement, clusters, snapshot.metadata[index].day)
        if cluster is None:
            cluster = _Cluster()
            clusters.append(cluster)
        cluster.told.append((index, judgement))
    return clusters


def _kind(judgement: Judgement) -> tuple[str, str]:
    return judgement.scale, judgement.aspect


def _rank(judgement: Judgement) -> tuple[bool, int, int, int]:
    """Those with a time before those without, the trustworthy and exact first."""
    return not judgement.day, _TRUST.index(judgement.basis), judgement.until - judgement.day, judgement.day


def _same(judgement: Judgement, clusters: Sequence[_Cluster], said: int) -> _Cluster | None:
    """The judgements of the same aspect that one tells of, too; None where it tells of another.

    Args:
        judgement: the one.
        clusters: those that there are.
        said: the day of its document, 0 for none.
    """
    own = [each for each in clusters if _kind(each.best) == _kind(judgement)]
    dated = [each for each in own if each.best.day]
    if judgement.day and judgement.basis != "document":
        meeting = [each for each in dated if each.best.grade == judgement.grade and _meet(each.best, judgement)]
        return min(meeting, key=lambda each: abs(each.best.day - judgement.day), default=None)
    on = judgement.day or said
    before = [each for each in dated if not on or each.best.day <= on]
    if not judgement.day:
        before = [each for each in before if each.best.grade == judgement.grade]
    last = max(before, key=lambda each: each.best.day, default=None)
    if last and last.best.grade == judgement.grade and not _inspected_since(last.best, judgement, clusters, on):
        return last
    undated = (each for each in own if not each.best.day and each.best.grade == judgement.grade)
    return next(undated, None) if not judgement.day else None


def _inspected_since(last: Judgement, judgement: Judgement, clusters: Iterable[_Cluster], on: int) -> bool:
    """Whether something else was judged by the scale since, shortly before the day on which a judgement is told."""
    return any(
        last.until + _PUBLISHED_DAYS < each.best.day <= on <= each.best.until + _PUBLISHED_DAYS
        for each in clusters
        if each.best.scale == judgement.scale
    )


def _meet(one: Judgement, other: Judgement) -> bool:
    """Whether two times are of one inspection: they overlap, or the later is that of its report."""
    earlier, later = sorted((one, other), key=lambda each: each.until)
    both_inspected = one.basis == other.basis == "inspected"
    return later.day <= earlier.until + (0 if both_inspected else _PUBLISHED_DAYS)


def entry_of(snapshot: Snapshot, told: Sequence[Placed]) -> TimelineEntry:
    """What is told of one judgement, as an entry; the first of it gives the time."""
    best = told[0][1]
    scale = snapshot.scales[best.scale]
    by_document: dict[int, Judgement] = {}
    for index, judgement in told:
        by_document.setdefault(index, judgement)
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
        len(by_document),
        tuple(_evidence(snapshot, *placed) for placed in list(by_document.items())[:MOST_EVIDENCE]),
        next((judgement.subject for _, judgement in told if judgement.subject), ""),
    )


def _evidence(snapshot: Snapshot, index: int, judgement: Judgement) -> Evidence:
    meta = snapshot.metadata[index]
    return Evidence(
        meta.id,
        meta.title,
        meta.source,
        meta.published or meta.dated,
        snapshot.excerpt(index, judgement.start, judgement.end),
        judgement.start,
        judgement.end,
        citation_link(meta.id, judgement.start, judgement.end),
        judgement.standing,
    )


def _place(snapshot: Snapshot, entry: TimelineEntry) -> tuple[bool, date, str, int]:
    """Where an entry stands among others: by its day, then in the order of its scale."""
    scale = snapshot.scales[entry.scale]
    aspects = [aspect.key for aspect in scale.aspects]
    return entry.first is None, entry.last or date.max, entry.scale, aspects.index(entry.aspect)


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
