"""Quotes: the sentence of a passage that answers, and the words to mark in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.splitting import sentences
from index.lexical import stems, words
from qa.answer import Highlight
from qa.ranking import covered

_WHEN = re.compile(r"\b(when|what (year|date|day|month)|which (year|date|day|month)|how long ago|since when)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b((19|20)\d\d|\d{1,2}(st|nd|rd|th)?\s+(of\s+)?(january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(january|february|march|april|june|july|august|september|october|november|december))\b",
    re.IGNORECASE,
)
_DATE_SHARE = 0.25


def best_sentence(passage_text: str, question: str, weight: Mapping[str, float]) -> tuple[int, int]:
    """The sentence of a passage that holds most of a question, as offsets within the passage.

    A question after a time prefers a sentence with a date in it. Among equals the first wins.

    Args:
        passage_text: not empty.
        question: in the user's words.
        weight: how much each of the question's stems tells.
    """
    asks_when = bool(_WHEN.search(question))

    def worth(span: tuple[int, int]) -> tuple[float, int]:
        sentence = passage_text[span[0] : span[1]]
        dated = _DATE_SHARE if asks_when and _DATED.search(sentence) else 0.0
        return covered(dict(weight), stems(sentence)) + dated, -span[0]

    return max(sentences(passage_text), key=worth)


def matched_words(text: str, weight: Mapping[str, float]) -> tuple[Highlight, ...]:
    """Where a question's words stand in a text, as highlights of kind "term"."""
    return tuple(Highlight(word.start, word.end, "term") for word in words(text) if word.stem in weight)
