"""Which judgements a document states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.document import Document
from corpus.judgements.dated_lines import in_dated_lines
from corpus.judgements.grids import in_lines, in_tables
from corpus.judgements.judgement import Judgement
from corpus.judgements.prose import in_sentences
from corpus.judgements.report import Report
from corpus.judgements.scales import Scales, shipped_scales


def judgements_of(document: Document, scales: Scales | None = None) -> tuple[Judgement, ...]:
    """The judgements that a document states, in the order in which they stand in it; each of them once.

    Args:
        document: with its labels.
        scales: by which judgements are known; None for the shipped ones.
    """
    scales = scales or shipped_scales()
    if not scales.grades_named(document.text):
        return ()
    report = Report.of(document, scales)
    found = sorted(_of_one(report, list(_not_contradicted(_all(report)))), key=lambda each: (each.start, each.end))
    kept: dict[tuple[object, ...], Judgement] = {}
    for each in found:
        told = (each.subject, each.aspect, each.grade, each.scale, each.day, each.until, each.standing)
        kept.setdefault(told, each)
    dated = {told[:4] for told, each in kept.items() if each.day}
    return tuple(each for told, each in kept.items() if each.day or told[:4] not in dated)


def _of_one(report: Report, judgements: list[Judgement]) -> list[Judgement]:
    """Judgements, those that do not say whose they are with the only name that the others of the document have."""
    names = {each.subject for each in judgements if each.subject}
    if report.subject or len(names) != 1:
        return judgements
    (name,) = names
    return [replace(each, subject=name) for each in judgements]


def _not_contradicted(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """Judgements without those that a report gives otherwise in its tables, in its lines, or earlier in it."""
    given: dict[tuple[str, str, str], str] = {}
    for each in judgements:
        is_given = each.standing == "given"
        if not is_given or given.setdefault((each.subject, each.scale, each.aspect), each.grade) == each.grade:
            yield each


def _all(report: Report) -> Iterator[Judgement]:
    yield from in_tables(report)
    yield from in_lines(report)
    yield from in_dated_lines(report)
    yield from in_sentences(report)
