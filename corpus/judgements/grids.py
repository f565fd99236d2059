"""Judgements in tables, and in lines that say what is judged and how: "Overall effectiveness: good"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from corpus.document import Block, Cell
from corpus.judgements.as_of import Stated, time_told, whole_time
from corpus.judgements.judgement import Judgement
from corpus.judgements.names import bare_name
from corpus.judgements.report import Report, is_wished_for
from corpus.judgements.scales import Aspect, Aspects, Grade, Grades, Scale, plain
from corpus.language.kinds import Span
from corpus.language.vocabulary import load

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_SUBJECT_HEADS = frozenset(load("judgements")["wording"]["subject_heads"])
_MOST_LABEL_CHARS: Final = 160

Label = tuple[Span, Aspects]


def in_tables(report: Report) -> Iterator[Judgement]:
    """The judgements in the rows of a document's tables."""
    for index, block in enumerate(report.document.blocks):
        for place, cell in enumerate(() if is_wished_for(report.document, index) else block.cells):
            if place and (found := _in_cell(report, index, block, cell)):
                yield found


def _in_cell(report: Report, index: int, block: Block, cell: Cell) -> Judgement | None:
    """The judgement whose grade a cell is, by what stands before it in its row and above it in its column."""
    text = report.document.text
    grades = _grades_beside(report, text[cell.start : cell.end])
    if not grades:
        return None
    left = [each for each in block.cells if each.column < cell.column and each.start < each.end]
    above = list(_above(report, index, cell))
    beside = [*(text[each.start : each.end] for each in left), *above]
    aspects = next(filter(None, map(report.scales.aspects_called, beside)), ())
    judged = choose(report, aspects, grades)
    if judged is None:
        return None
    times = [time for words in beside if (time := whole_time(words, report.said))]
    subject = next((name for each in left if (name := _subject(report, index, each))), "")
    start = min([each.start for each in left if each.start >= block.start], default=cell.start)
    return report.judgement(judged, times[0] if times else None, start, cell.end, subject)


def _above(report: Report, index: int, cell: Cell) -> Iterator[str]:
    """What stands in the column of a cell in the rows that its row hangs on."""
    text = report.document.text
    for row in _rows_above(report, index):
        for head in row.cells:
            if head.column <= cell.column < head.column + head.span and head.start < head.end:
                yield text[head.start : head.end]


def _rows_above(report: Report, index: int) -> Iterator[Block]:
    """The rows that a row hangs on, or else the first of the rows that stand together with it."""
    document = report.document
    rows = list(takewhile(lambda block: block.kind == "table_row", document.above(index)))
    if rows:
        return iter(rows)
    own = document.blocks[index]
    first = index
    while first and (document.blocks[first - 1].kind, document.blocks[first - 1].parent) == ("table_row", own.parent):
        first -= 1
    return iter([document.blocks[first]] if first < index else [])


def _subject(report: Report, index: int, cell: Cell) -> str:
    """Whose judgements stand in the row of a cell, where the head of its column says that it names that."""
    words = report.document.text[cell.start : cell.end]
    if report.scales.aspects_called(words) or not any(
        plain(head) in _SUBJECT_HEADS for head in _above(report, index, cell)
    ):
        return ""
    return bare_name(words)


def _grades_beside(report: Report, words: str) -> Grades:
    """The grades that words are, with or without an aside."""
    return report.scales.grades_called(words) or report.scales.grades_called(_ASIDE.sub("", words))


def choose(report: Report, aspects: Aspects, grades: Grades) -> tuple[Scale, Aspect, Grade] | None:
    """What was judged and how, by one scale: that of the document, or the only one that knows both; None without it."""
    pairs = [(scale, aspect, grade) for scale, aspect in aspects for by, grade in grades if by is scale]
    own = [each for each in pairs if each[0] is report.scale]
    return own[0] if own else pairs[0] if len(pairs) == 1 else None


def in_lines(report: Report) -> Iterator[Judgement]:
    """The judgements in lines of their own: "Overall effectiveness: good", or a label with its grade below it.

    Of several labels one after the other each has the grade in its place among as many that follow.
    """
    labels: list[Label] = []
    for index, block in enumerate(report.document.blocks):
        words = report.document.text[block.start : block.end]
        is_other = block.kind in ("table_row", "furniture", "note") or len(words) > _MOST_LABEL_CHARS
        if is_other or is_wished_for(report.document, index):
            labels = []
            continue
        if found := _labels(report, block.start, words):
            labels = [*labels, *found]
        elif grades := _grades(report, words):
            if len(grades) == len(labels):
                for (span, aspects), called in zip(labels, grades, strict=True):
                    yield from _judged(report, aspects, called, span[0], block.end)
            labels = []
        elif not words.strip().isdecimal():
            labels = []
            yield from _labelled(report, block, index, words)


def _labels(report: Report, start: int, words: str) -> list[Label]:
    """The labels that a block, or each of its lines, is; none where it is anything else."""
    if aspects := report.scales.aspects_called(words):
        return [((start, start + len(words)), aspects)]
    found: list[Label] = []
    for line in words.splitlines(keepends=True):
        aspects = report.scales.aspects_called(line)
        if not aspects:
            return []
        found.append(((start, start + len(line)), aspects))
        start += len(line)
    return found


def _grades(report: Report, words: str) -> list[Grades]:
    """The grades that a block consists of; none where it holds anything else."""
    if called := report.scales.grades_called(words):
        return [called]
    return report.scales.grades_alone(words)


def _labelled(report: Report, block: Block, index: int, words: str) -> Iterator[Judgement]:
    """The judgements in lines with a label, a colon, a dash or a question mark, and a grade."""
    start = block.start
    for line in words.splitlines(keepends=True):
        for sign in (": ", " – ", " - ", " — ", ":", "? "):
            label, parted, grade = line.partition(sign)
            if parted and (grades := _grades_beside(report, grade)):
                aspects = report.scales.aspects_called(label)
                time = _led_in(report, index) if aspects else None
                yield from _judged(report, aspects, grades, start, start + len(line.rstrip()), time)
                break
        start += len(line)


def _led_in(report: Report, index: int) -> Stated | None:
    """When the judgements of a list are of, as what leads into it says; None where none leads in."""
    document = report.document
    leads = [document.text[block.start : block.end] for block in document.above(index) if block.kind != "heading"]
    if not leads or document.blocks[index].kind != "list_item":
        return None
    times = (time_told(words, len(words), len(words), report.said) for words in leads)
    return next(filter(None, times), Stated())


def _judged(
    report: Report,
    aspects: Aspects,
    grades: Grades,
    start: int,
    end: int,
    time: Stated | None = None,
) -> Iterator[Judgement]:
    judged = choose(report, aspects, grades)
    if judged and (found := report.judgement(judged, time, start, end)):
        yield found
