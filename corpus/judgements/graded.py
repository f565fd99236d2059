"""The sentences of a document that hold a grade, with what those before them tell of an inspection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.judgements.phrases import Phrases
from corpus.judgements.report import Report
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates

_MOST_CHARS: Final = 700
"""A longer sentence is none, but something that was read as one."""
_NONE: Final = ("", 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with a grade.

    Attributes:
        text: of the sentence.
        start: where it stands in its document.
        before: the sentence before it, in its block or at the end of the paragraph or heading before that; "" for none.
        inspected: the one that tells of the inspection that it is of: that sentence, or one before it with nothing but
            grades without a time between them; "" for none.
        inspected_start: where that stands in the document.
    """

    text: str
    start: int
    before: str
    inspected: str
    inspected_start: int


def graded(report: Report, known: Phrases) -> Iterator[Sentence]:
    """The sentences that hold a grade, of blocks of text."""
    document = report.document
    for index, block in enumerate(document.blocks):
        if block.kind in ("table_row", "furniture", "note"):
            continue
        words = document.text[block.start : block.end]
        if not known.stated.search(words):
            continue
        before, before_start = _last_sentence(report, index - 1)
        inspected = (before, before_start) if known.inspection.search(before) else _NONE
        for start, end in sentences(words):
            text = words[start:end]
            if end - start <= _MOST_CHARS and known.grade.search(text):
                yield Sentence(text, block.start + start, before, *inspected)
            if known.inspection.search(text):
                inspected = (text, block.start + start)
            elif not _goes_on(report, text, known):
                inspected = _NONE
            before = text


def _goes_on(report: Report, text: str, known: Phrases) -> bool:
    """Whether a sentence only gives more grades of the inspection of which those before it tell."""
    is_graded = known.grade.search(text) and not known.others.search(known.aspect.sub(" ", text))
    return bool(is_graded) and not dates(text, report.said)


def _last_sentence(report: Report, index: int) -> tuple[str, int]:
    """The last sentence of a paragraph or heading, and where it stands; "" where a block is none, or there is none."""
    block = report.document.blocks[index] if index >= 0 else None
    if block is None or block.kind not in ("paragraph", "heading"):
        return "", 0
    start = max(block.start, block.end - _MOST_CHARS)
    words = report.document.text[start : block.end]
    first, last = [*sentences(words), (0, 0)][-2 if words.strip() else -1]
    return words[first:last], start + first
