"""Visits in sentences, and the one that a report is of: "their fifth monitoring visit in October"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.document import Document
from corpus.judgements.as_of import Stated, stated
from corpus.judgements.names import bodies
from corpus.judgements.phrases import phrases
from corpus.judgements.report import Report
from corpus.judgements.scales import Scale, Scales, VisitKind, plain, shipped_scales, written
from corpus.judgements.visit import Visit
from corpus.language.kinds import Span
from corpus.language.predicates import negated
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates, times
from corpus.language.vocabulary import COUNTS, alternatives, any_of, load

_WORDS = load("judgements")["wording"]
_ORDINALS: dict[str, int] = load("numbers")["ordinals"]
_MOST_CHARS: Final = 700
_HEAD_CHARS: Final = 1500
_TITLE_CHARS: Final = 200
_LEAD_CHARS: Final = 60
_MONTH_DAYS: Final = 31
_LISTED = re.compile(r"\s*(?:,|and|, and)\s+(?:(?:in|on)\s+)?")
_LINE = re.compile(r"[^\n]+")
_BULLETS: Final = " -–—•*"
_DASHES: Final = " -–—:|"


class _Patterns:
    """How texts tell of the visits of some scales."""

    def __init__(self, scales: Scales) -> None:
        self.kinds = {
            plain(word): (scale, kind)
            for scale in reversed(list(scales))
            for kind in scale.visits
            for word in kind.words
        }
        words = any_of(map(written, self.kinds)) if self.kinds else "(?!)"
        numbers = alternatives([*_ORDINALS, *COUNTS])
        self.any = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)
        self.visit = re.compile(
            rf"(?:(?<![\w-])(?P<number>{numbers}|[0-9]{{1,2}})\s+)?(?:{alternatives(_WORDS['visit_leads'])}\s+){{0,3}}"
            rf"[\"“‘']?(?<![\w-])(?P<kind>{words})(?![\w-])[\"”’']?"
            rf"|(?<![\w-])(?P<which>{alternatives(_ORDINALS)})\s+of\s+{alternatives(_WORDS['visit_these'])}(?![\w-])"
            rf"|\bthe\s+(?P<next>{alternatives(_ORDINALS)})(?=\s+(?:(?:was|one|came|took\s+place)\s+){{0,2}}(?:in|on)\s)",
            re.I,
        )
        self.other = re.compile(rf"\b{alternatives(_WORDS['visit_others'])}\s+$", re.I)
        self.own = re.compile(
            rf"(?:^|\b{alternatives(_WORDS['visit_own'])}\s+(?:(?:the|[\w’'-]+['’]s?|its|their|our|your)\s+){{0,4}})$",
            re.I,
        )
        self.only = re.compile(rf"[^.]*?\b{alternatives(_WORDS['visit_first_only'])}\b", re.I)
        self.before = re.compile(
            rf"[{re.escape(_BULLETS)}]*(?:dates?\s+of\s+(?:(?:the|our|its)\s+)?)?{alternatives(_WORDS['visit_before'])}\s+"
            rf"(?P<kind>{words})(?:\s+dates?)?\s*[{re.escape(_DASHES)}]+(?=\S)",
            re.I,
        )
        self.none = re.compile(rf"\b{alternatives(_WORDS['not_visits'])}\b", re.I)
        abouts = [words for scale in scales for words in scale.about]
        links = alternatives([*_WORDS["visit_links"], *_WORDS["bodies"], *_WORDS["subjects"], *abouts])
        self.link = re.compile(rf"(?:[\s,()“”\"’']|(?i:\b{links})(?!\w)|[A-Z][\w-]*+(?:['’]s\b)?)*")


@lru_cache(maxsize=4)
def _patterns(scales: Scales) -> _Patterns:
    return _Patterns(scales)


@dataclass(frozen=True, slots=True)
class _Named:
    """A visit as a sentence names it.

    Attributes:
        scale, kind: of which kind it is.
        number: which one it was; 0 where that is not said.
        count: how many they were; 0 where several are named, and not how many.
        is_several: whether several are named.
    """

    scale: Scale
    kind: VisitKind
    number: int = 0
    count: int = 1
    is_several: bool = False


def visits_of(document: Document, scales: Scales | None = None) -> tuple[Visit, ...]:
    """The visits that a document tells of, each of them once, the one it is the report of first.

    Args:
        document: with its labels.
        scales: by which kinds of visits are known; None for the shipped ones.
    """
    scales = scales or shipped_scales()
    if not _patterns(scales).any.search(document.text):
        return ()
    report = Report.of(document, scales)
    if report.scale is None:
        return ()
    kept: dict[tuple[object, ...], Visit] = {}
    for visit in (*_given(report, report.scale), *_in_lines(report), *_told(report)):
        told = (visit.subject, visit.kind, visit.scale, visit.day, visit.until, visit.number)
        first = kept.setdefault(told, visit)
        if not visit.day and visit.end - visit.start > first.end - first.start:
            kept[told] = visit
    return tuple(kept.values())


def _given(report: Report, scale: Scale) -> Iterator[Visit]:
    """The visit that a report is of, with the words that say when it was."""
    document = report.document
    if not report.is_inspection or document.dated is None or not scale.visits:
        return
    opening = plain(f"{document.title}\n{document.text[:_TITLE_CHARS]}")
    named = (kind for kind in scale.visits[1:] if any(word in opening for word in kind.words))
    kind = next(named, scale.visits[0])
    head = document.text[:_HEAD_CHARS]
    last = document.dated.toordinal()
    found = ((mention, stated(mention, None)) for mention in dates(head, document.said))
    of_then = ((mention, time) for mention, time in found if time and time.until == last)
    mention, time = next(of_then, (None, Stated(last, last)))
    lines = [line.span() for line in _LINE.finditer(head)]
    at = mention.start if mention else lines[0][0] if lines else 0
    start, end = next((span for span in lines if span[0] <= at < span[1]), (0, len(head)))
    number = _own_number(report, kind)
    yield Visit(report.subject, kind.key, scale.key, time.day, last, "inspected", "given", start, end, number)


def _own_number(report: Report, kind: VisitKind) -> int:
    """Which of its kind a report says that its visit was: "This was the second monitoring visit"; 0 for none."""
    own = _own(report, kind)
    return _ORDINALS[own["number"].lower()] if own else 0


def _own(report: Report, kind: VisitKind) -> re.Match[str] | None:
    """The words by which a report says which of its kind its visit was."""
    known = _patterns(report.scales)
    for match in known.visit.finditer(_opening(report)):
        is_counted = (match["number"] or "").lower() in _ORDINALS and plain(match["kind"]) in kind.words
        if is_counted and known.own.search(_opening(report), 0, match.start()):
            return match
    return None


def _opening(report: Report) -> str:
    return f"{report.document.title}\n{report.document.text[:_HEAD_CHARS]}"


def _is_first(report: Report) -> bool:
    """Whether a report says that whom it is of was never inspected before."""
    own = _own(report, report.scale.visits[0]) if report.scale and report.scale.visits else None
    return (
        own is not None
        and own["number"].lower() == "first"
        and not _patterns(report.scales).only.match(own.string, own.end())
    )


def _in_lines(report: Report) -> Iterator[Visit]:
    """The visits before its own whose days stand beside a label: "Dates of previous inspection: 22 to 26 May 2017".

    Only the report of an inspection has these of whom it is of; a council's paper has them of its homes.
    """
    if not report.is_inspection:
        return
    known = _patterns(report.scales)
    text = report.document.text
    for block in report.document.blocks:
        for line in _LINE.finditer(text, block.start, block.end):
            label = known.before.match(line[0])
            kind = _kind(report, label["kind"]) if label else None
            span = next(((one.start, one.end) for one in times(line[0]) if label and one.start == label.end()), None)
            time = _stated(report, line[0], span) if kind and span else None
            if kind and time:
                days = time[0].day, time[0].until
                yield Visit(report.subject, kind[1].key, kind[0].key, *days, "stated", "told", *line.span())


def _told(report: Report) -> Iterator[Visit]:
    """The visits of which a document's sentences tell."""
    known = _patterns(report.scales)
    text, before = report.document.text, ""
    for block in report.document.blocks:
        words = text[block.start : block.end]
        if block.kind in ("furniture", "table_row") or not (known.any.search(words) or known.any.search(before)):
            before = words[-_MOST_CHARS:]
            continue
        for start, end in sentences(words):
            sentence = words[start:end]
            if end - start <= _MOST_CHARS:
                for match in known.visit.finditer(sentence):
                    yield from _in_sentence(report, sentence, match, before, block.start + start)
            before = sentence


def _in_sentence(report: Report, sentence: str, match: re.Match[str], before: str, offset: int) -> Iterator[Visit]:
    """The visit that a sentence names at a place, where it says when that was."""
    named = _named(report, match, sentence, before)
    lead = sentence[: match.start()]
    near = lead[-_LEAD_CHARS:]
    if named is None or negated(near) or phrases(report.scales).unreal.search(near):
        return
    if _patterns(report.scales).other.search(near) or _is_of_other(report, sentence, before):
        return
    found = _when(report, sentence, match.span(), named.kind)
    if named.is_several and len(found) > 1 and named.count in (0, len(found)):
        named = replace(named, count=1)
    elif found and not named.count and not _is_one(named, found[0][0]):
        return
    else:
        found = found[:1]
    names = bodies(sentence)
    is_own = not names or any(not report.is_of_another(name) for name in names)
    if is_own and not names and named.kind is named.scale.visits[0] and _is_first(report):
        return
    for time, (first, last) in found:
        start, end = min(match.start(), first), max(match.end(), last)
        yield Visit(
            report.subject if is_own else names[0],
            named.kind.key,
            named.scale.key,
            time.day,
            time.until,
            "stated",
            "told",
            offset + start,
            offset + end,
            named.number,
            named.count or 1,
            time.after,
        )


def _is_of_other(report: Report, sentence: str, before: str) -> bool:
    """Whether a sentence in the report on an authority is on something else: "It runs a home. This was inspected"."""
    known = phrases(report.scales)
    if not report.is_of_authority or not known.meant_before.match(sentence):
        return False
    named = list(known.judged.finditer(before))
    return bool(named) and named[-1]["other"] is not None


def _is_one(named: _Named, time: Stated) -> bool:
    """Whether what is named in the plural is one inspection: "inspections between 10 and 21 November"."""
    return named.kind is named.scale.visits[0] and time.until - time.day <= _MONTH_DAYS


def _named(report: Report, match: re.Match[str], sentence: str, before: str) -> _Named | None:
    """What kind of visit is named, and which or how many; None where that is not the report's to tell."""
    known = _patterns(report.scales)
    if which := match["which"] or match["next"]:
        above = known.any.finditer(before) if match["which"] else ()
        meant = [*above, *known.any.finditer(sentence, 0, match.start())]
        found = _kind(report, meant[-1].group()) if meant else None
        return _Named(*found, number=_ORDINALS[which.lower()]) if found else None
    found = _kind(report, match["kind"])
    if found is None:
        return None
    number = (match["number"] or "").lower()
    is_plural = plain(match["kind"]).endswith("s")
    if number in _ORDINALS:
        return None if is_plural else _Named(*found, number=_ORDINALS[number])
    if number:
        count = COUNTS.get(number) or (int(number) if number.isdecimal() else 0)
        return _Named(*found, count=count, is_several=True) if is_plural and count else None
    return _Named(*found, count=0 if is_plural else 1, is_several=is_plural)


def _kind(report: Report, words: str) -> tuple[Scale, VisitKind] | None:
    """What some words name, by the scale of the report where that knows them."""
    called = plain(words)
    own = report.scale.visits if report.scale else ()
    for kind in own:
        if report.scale and called in kind.words:
            return report.scale, kind
    return None


def _when(report: Report, sentence: str, named: Span, kind: VisitKind) -> list[tuple[Stated, Span]]:
    """When a visit was, or each of several, and where the words for that stand: after those for it, or before them.

    Returns:
        None of them where no time stands there; times that no day is known of where their year is not.
    """
    spans = [(time.start, time.end) for time in times(sentence)]
    after = [span for span in spans if named[1] <= span[0] and _is_link(report, sentence[named[1] : span[0]], kind)]
    for one, other in pairwise([span for span in spans if after and span[0] >= after[0][0]]):
        if not _LISTED.fullmatch(sentence, one[1], other[0]):
            break
        after.append(other)
    found = [time for span in dict.fromkeys(after) if (time := _stated(report, sentence, span))]
    earlier = [span for span in spans if span[1] <= named[0] and _leads(report, sentence, span, named, kind)]
    return found or [time for span in earlier[-1:] if (time := _stated(report, sentence, span))]


def _leads(report: Report, sentence: str, time: Span, named: Span, kind: VisitKind) -> bool:
    """Whether a time leads to a visit after it, or begins a line of which that is told: "May 2021 – First visit"."""
    between = sentence[time[1] : named[0]]
    is_begun = not sentence[: time[0]].strip(_BULLETS)
    return _is_link(report, between.lstrip(_DASHES) if is_begun else between, kind)


def _stated(report: Report, sentence: str, span: Span) -> tuple[Stated, Span] | None:
    """The time that words of a sentence are, and where they stand; None for one that is to come, or is no time."""
    mention = next((each for each in dates(sentence, report.said) if each.start == span[0]), None)
    time = stated(mention, report.said) if mention else report.unsaid_time
    return (time, span) if time and (time.day or not report.said) else None


def _is_link(report: Report, between: str, kind: VisitKind) -> bool:
    """Whether words only lead from a visit of a kind to its time, and name nothing else that is visited."""
    if any(plain(other.group()) not in kind.words for other in _patterns(report.scales).any.finditer(between)):
        return False
    is_other = phrases(report.scales).others.search(between) or _patterns(report.scales).none.search(between)
    if is_other or len(between) > _MOST_CHARS:
        return False
    bare = phrases(report.scales).aspect.sub(" ", between).replace("’", "'")
    return _patterns(report.scales).link.fullmatch(bare) is not None
