"""Quotes: the words of a passage that answer, the sentence they stand in, and the words to mark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from corpus.language.kinds import AnswerType, Value
from corpus.language.sentences import sentences
from corpus.language.statements import Pair, pairs
from corpus.language.values import answer_value, holds
from corpus.language.words import stems, word_spans
from index.reranker import RerankOutput
from qa.answer import Highlight
from qa.answer_extractor import Reader, Span
from qa.evidence import covered

_VALUE_WORTH = {"date": 1.0, "person": 0.5, "number": 0.5, "rating": 0.5}
"""What a value of the kind that is asked after adds to the share of the question's weight that a sentence holds."""
_SUMMARY_LINES = 2
_SURE: tuple[AnswerType, ...] = ("date", "number")
"""Kinds of value that are known wherever they stand; a person may be called in other ways than by a name."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a reranker reads of a passage: the title of its document, and the sentences between two offsets of the passage."""

    title: str
    start: int
    end: int

    def text(self, passage: str) -> str:
        """What is read."""
        return f"{self.title}. {passage[self.start : self.end]}"

    def within(self, read: RerankOutput) -> RerankOutput:
        """What was made of the sentences alone, with their tokens as offsets within them."""
        shift = len(self.title) + len(". ")
        own = np.flatnonzero(read.tokens[:, 0] >= shift)
        return replace(read, tokens=read.tokens[own] - shift, states=read.states[own])


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """What is quoted of a passage, as offsets within it: the words that answer, the sentence they stand in, and the value in them."""

    quote: Span
    sentence: Span
    value: tuple[int, int, Value] | None


def select_span(
    text: str,
    stretches: Sequence[Span],
    window: Window,
    read: RerankOutput | None,
    reader: Reader | None,
    weight: Mapping[str, float],
    kind: AnswerType,
    question: str,
    published: date | None,
) -> AnswerSpan:
    """Choose the words of a passage to quote: those the reader finds in its window, or without it the best sentence.

    Where a label with its value in a summary is best, the value is quoted. Where a value of a kind is asked after and the sentence has one,
    or for dates and numbers the best sentence, the words quoted have it too.

    Args:
        text: of the passage.
        stretches: what may be quoted of it, best first; see `quotable`.
        window: what a reranker was to read of it.
        read: what it made of it; None where it did not read it.
        reader: knows the reranker's states; None to go without.
        weight: how much each of the question's stems tells.
        kind: of answer that is wanted.
        question: as it was read.
        published: the day the passage's document was published.
    """

    def value(span: Span) -> tuple[int, int, Value] | None:
        found = answer_value(text[slice(*span)], kind, question, published)
        return (span[0] + found[0], span[0] + found[1], found[2]) if found else None

    own = window.within(read) if read and reader else None
    summary = _summary(text, kind)
    for pair in summary:
        if own and (pair.start, pair.end) == stretches[0]:
            quote = pair.end - len(pair.value), pair.end
            return AnswerSpan(quote, stretches[0], value(quote))
    if own is None or reader is None or not len(own.tokens):
        return AnswerSpan(stretches[0], stretches[0], value(stretches[0]))
    start, end = reader.quote(text[window.start : window.end], own, weight, kind)
    quote = window.start + start, window.start + end
    sentence = (
        _around(quote, [(pair.start, pair.end) for pair in summary])
        or _around(quote, stretches)
        or _touched(quote, stretches)
    )
    found = value(quote)
    if found is None and (found := value(sentence)):
        quote = sentence
    elif found is None and kind in _SURE and (found := value(stretches[0])):
        quote = sentence = stretches[0]
    return AnswerSpan(quote, sentence, found)


def _around(quote: Span, stretches: Sequence[Span]) -> Span | None:
    """The shortest stretch that holds a quote; None where none does."""
    return min(
        (span for span in stretches if span[0] <= quote[0] and quote[1] <= span[1]),
        key=lambda span: span[1] - span[0],
        default=None,
    )


def _touched(quote: Span, stretches: Sequence[Span]) -> Span:
    """All the stretches that a quote reaches into."""
    touched = [quote, *(span for span in stretches if span[0] < quote[1] and quote[0] < span[1])]
    return min(start for start, _ in touched), max(end for _, end in touched)


def candidate_spans(text: str, headings: str, weight: Mapping[str, float], kind: AnswerType) -> list[Span]:
    """What may be quoted of a passage, as offsets within it, best first: sentences, and labels with their values in a summary.

    What holds more of the question comes first; a value of the kind that is asked after counts as much as a half of the question, and a
    date as all of it, where anything of the question stands beside it. Headings come last.

    Args:
        text: of the passage, not empty.
        headings: those it stands under, which may be part of its text.
        weight: how much each of the question's stems tells.
        kind: of answer that is wanted.
    """
    own = [(each.start, each.end) for each in _summary(text, kind)]
    spans = own + [
        span
        for span in sentences(text)
        if not any(span[0] <= start and end <= span[1] and _is_summary(text[slice(*span)]) for start, end in own)
    ]
    worths = _worths(text, spans, weight, kind)
    named = headings.split(" > ")
    order = sorted(
        range(len(spans)),
        key=lambda number: (" ".join(text[slice(*spans[number])].split()) in named, -worths[number], spans[number]),
    )
    return [spans[number] for number in order]


def _summary(text: str, kind: AnswerType) -> list[Pair]:
    """The labels of a summary that have a value of the kind that is asked after."""
    return [each for each in pairs(text, kind in ("rating", "date")) if holds(each.value, kind)]


def _is_summary(sentence: str) -> bool:
    """Whether what was taken for a sentence is lines of a summary."""
    return sentence.count("\n") >= _SUMMARY_LINES


def passage_window(text: str, weight: Mapping[str, float], kind: AnswerType, most_words: int) -> Span:
    """The best sentence of a passage with as many of the sentences beside it as fit, the better side first.

    Args:
        text: of the passage, not empty.
        weight: how much each of the question's stems tells.
        kind: of answer that is wanted.
        most_words: how long the window may be, unless its one sentence is longer.
    """
    spans = sentences(text)
    worths = _worths(text, spans, weight, kind)
    lengths = [len(text[start:end].split()) for start, end in spans]
    first = last = max(range(len(spans)), key=lambda number: (worths[number], -number))
    words_left = most_words - lengths[first]
    while True:
        beside = [
            number for number in (last + 1, first - 1) if 0 <= number < len(spans) and lengths[number] <= words_left
        ]
        if not beside:
            return spans[first][0], spans[last][1]
        chosen = max(beside, key=lambda number: worths[number])
        words_left -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)


def matched_words(text: str, weight: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Where a question's words stand in a text, as highlights of kind "term"."""
    return tuple(Highlight(start, end, "term") for start, end in word_spans(text, weight))


def _worths(text: str, spans: Sequence[Span], weight: Mapping[str, float], kind: AnswerType) -> list[float]:
    shares = [covered(weight, stems(text[start:end])) for start, end in spans]
    worth = _VALUE_WORTH.get(kind, 0.0)
    return [
        share + (worth if worth and share and holds(text[start:end], kind) else 0.0)
        for share, (start, end) in zip(shares, spans, strict=True)
    ]
