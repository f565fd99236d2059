"""Quotes: the sentence of a passage that answers, and the words to mark in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.splitting import sentences
from index.lexical import stems, word_spans
from qa.answer import AnswerType, Highlight
from qa.evidence import covered
from qa.statements import pairs
from qa.values import holds

_VALUE_WORTH = {"date": 1.0, "person": 0.5, "number": 0.5, "rating": 0.5}
"""What a value of the kind that is asked after adds to the share of the question's weight that a sentence holds."""
_SUMMARY_LINES = 2


def quotable(text: str, headings: str, weight: Mapping[str, float], kind: AnswerType) -> list[tuple[int, int]]:
    """What may be quoted of a passage, as offsets within it, best first: sentences, and labels with their values in a summary.

    What holds more of the question comes first; a value of the kind that is asked after counts as much as a half of the question, and a
    date as all of it, where anything of the question stands beside it. Headings come last.

    Args:
        text: of the passage, not empty.
        headings: those it stands under, which may be part of its text.
        weight: how much each of the question's stems tells.
        kind: of answer that is wanted.
    """
    own = [(each.start, each.end) for each in pairs(text, kind in ("rating", "date")) if holds(each.value, kind)]
    spans = own + [
        span for span in sentences(text) if not any(span[0] <= start and end <= span[1] and _is_summary(text[slice(*span)]) for start, end in own)
    ]
    worths = _worths(text, spans, weight, kind)
    named = headings.split(" > ")
    order = sorted(range(len(spans)), key=lambda number: (" ".join(text[slice(*spans[number])].split()) in named, -worths[number], spans[number]))
    return [spans[number] for number in order]


def _is_summary(sentence: str) -> bool:
    """Whether what was taken for a sentence is lines of a summary."""
    return sentence.count("\n") >= _SUMMARY_LINES


def window(text: str, weight: Mapping[str, float], kind: AnswerType, most_words: int) -> tuple[int, int]:
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
        beside = [number for number in (last + 1, first - 1) if 0 <= number < len(spans) and lengths[number] <= words_left]
        if not beside:
            return spans[first][0], spans[last][1]
        chosen = max(beside, key=lambda number: worths[number])
        words_left -= lengths[chosen]
        first, last = min(first, chosen), max(last, chosen)


def matched_words(text: str, weight: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Where a question's words stand in a text, as highlights of kind "term"."""
    return tuple(Highlight(start, end, "term") for start, end in word_spans(text, weight))


def _worths(text: str, spans: Sequence[tuple[int, int]], weight: Mapping[str, float], kind: AnswerType) -> list[float]:
    shares = [covered(weight, stems(text[start:end])) for start, end in spans]
    worth = _VALUE_WORTH.get(kind, 0.0)
    return [share + (worth if worth and share and holds(text[start:end], kind) else 0.0) for share, (start, end) in zip(shares, spans, strict=True)]
