"""Forecasts and changes: what was expected is not what came of it, and a rise of 6% is not a share of 6%."""

from __future__ import annotations

import re

from corpus.language.vocabulary import alternatives, load

_TABLE = load("forecasts")
_CAME = re.compile(rf"\b{alternatives(_TABLE['came'])}\b", re.I)
_EXPECTING = re.compile(rf"\b{alternatives(_TABLE['expected'])}\b", re.I)
_EXPECTED = re.compile(
    rf"\b(?:{alternatives(_TABLE['being'])}\s+(?:\w{{1,20}}\s+)?{alternatives(_TABLE['expected'])}\s+to\s+(?!have\b)|will\s+(?!have\b))"
    r"(?:[^\s.,;]{1,40}[ \t]+){0,8}$",
    re.I,
)
_CHANGE = re.compile(
    rf"\b(?:{alternatives(_TABLE['nouns'])}\s+(?:\w{{1,20}}\s+)?of|{alternatives(_TABLE['verbs'])}(?:\s+by)?)"
    r"\s+(?:(?:about|around|over|nearly|almost|some|a\s+further)\s+)?$",
    re.I,
)
_ASKS_CHANGE = re.compile(rf"\b{alternatives([*_TABLE['nouns'], *_TABLE['verbs'], *_TABLE['changing']])}s?\b", re.I)
_BEFORE_CHARS = 160
"""A value is told to be expected, or a change, by what stands so near before it."""


def only_forecast(question: str, sentence: str, start: int) -> bool:
    """Whether a question asks what came of something, and a value is only what is expected of it.

    Args:
        question: such as "How much did the path cost?".
        sentence: such as "The path is expected to cost £600.".
        start: where the value begins in it.
    """
    if not _CAME.search(question) or _EXPECTING.search(question):
        return False
    return _EXPECTED.search(sentence[max(0, start - _BEFORE_CHARS) : start]) is not None


def only_change(question: str, sentence: str, start: int) -> bool:
    """Whether a value is told as a change, as in "an increase of 6%", and a question does not ask for one.

    Args:
        question: such as "What percentage of pupils were excluded?".
        sentence: in which the value stands.
        start: where it begins.
    """
    if _ASKS_CHANGE.search(question):
        return False
    return _CHANGE.search(sentence[max(0, start - _BEFORE_CHARS) : start]) is not None
