"""Quotes: the sentence of a passage that answers, and the words to mark in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.splitting import sentences
from index.lexical import stems, words
from qa.answer import Highlight
from qa.ranking import covered

_WHEN = re.compile(r"\b(when|what (year|date|day|month)|which (year|date|day|month)|how long ago|since when)\b", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATED = re.compile(
    rf"\b(1\d{{3}}|20\d\d|\d{{1,2}}(st|nd|rd|th)?\s+(of\s+)?({_MONTHS})|({_MONTHS.replace('may|', '')})|may\s+\d+"
    r"|(in|by|since|until|about|around|after|before|circa)\s+\d{3}|\d{3,4}\s?(ad|bc|bce|ce)|\d{3,4}s|century|centuries)\b",
    re.IGNORECASE,
)


def best_sentence(text: str, headings: str, question: str, weight: Mapping[str, float]) -> tuple[int, int]:
    """The sentence of a passage that holds most of a question, as offsets within the passage.

    A question after a time prefers a sentence with a date in it to any without, if it holds anything of the
    question at all. A heading is chosen only where there is nothing else. Among equals the first wins.

    Args:
        text: of the passage, not empty.
        headings: those it stands under, which may be part of its text.
        question: in the user's words.
        weight: how much each of the question's stems tells.
    """
    found = sentences(text)
    spans = [span for span in found if " ".join(text[slice(*span)].split()) not in headings.split(" > ")] or found
    worths = _worths(text, spans, question, weight)
    return spans[max(range(len(spans)), key=lambda number: (worths[number], -number))]


def window(text: str, question: str, weight: Mapping[str, float], most_words: int) -> tuple[int, int]:
    """The best sentence of a passage with as many of the sentences beside it as fit, the better side first.

    Args:
        text: of the passage, not empty.
        question: in the user's words.
        weight: how much each of the question's stems tells.
        most_words: how long the window may be, unless its one sentence is longer.
    """
    spans = sentences(text)
    worths = _worths(text, spans, question, weight)
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


def lacks_date(text: str, question: str) -> bool:
    """Whether a question asks after a time and a text that should answer it holds no date."""
    return bool(_WHEN.search(question)) and not _DATED.search(text)


def matched_words(text: str, weight: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Where a question's words stand in a text, as highlights of kind "term"."""
    return tuple(Highlight(word.start, word.end, "term") for word in words(text) if word.stem in weight)


def _worths(text: str, spans: Sequence[tuple[int, int]], question: str, weight: Mapping[str, float]) -> list[float]:
    shares = [covered(weight, stems(text[start:end])) for start, end in spans]
    if not _WHEN.search(question):
        return shares
    return [share + bool(share and _DATED.search(text[start:end])) for share, (start, end) in zip(shares, spans, strict=True)]
