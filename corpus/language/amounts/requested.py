"""Requested: what somebody asked for is not what they got."""

from __future__ import annotations

import re

from corpus.language.vocabulary import alternatives, load

_TABLE = load("forecasts")
_GOT, _GOT_IT, _REQUESTED, _GRANTED = (
    re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("got", "got_it", "requested", "granted")
)
_BETWEEN = r"\s+(?:(?:a|an|the|only|up|to|grant|sum|of|about|some|another|him|her|them|it)\s+){0,4}$"
_REQUESTED_OF, _GRANTED_OF = (re.compile(rf"{word.pattern}{_BETWEEN}", re.I) for word in (_REQUESTED, _GRANTED))
_GRANTED_ALL = re.compile(
    rf"[:;,.–—-]\s*(?:this\s+was\s+|and\s+)?{_GRANTED.pattern}(?=\s*(?:[.;,]|$|in\s+full\b))", re.I
)
_BEFORE_CHARS = 160
"""A value is told to be asked for, or granted, by what stands so near before it."""


def only_requested(question: str, sentence: str, start: int) -> bool:
    """Whether a question asks what somebody got, and a value is only what was asked for.

    Args:
        question: such as "How much did the band get?".
        sentence: such as "The band had asked for £600."
        start: where the value begins in it.
    """
    if not _asks_got(question) or _GOT_IT.search(sentence, start) or _GRANTED_ALL.search(sentence, start):
        return False
    return _REQUESTED_OF.search(sentence[max(0, start - _BEFORE_CHARS) : start]) is not None


def is_granted(question: str, sentence: str, start: int) -> bool:
    """Whether a question asks what somebody got, and a value is what a sentence says was granted.

    Args:
        question: such as "How much did the band get?".
        sentence: such as "The band asked for £600: agreed up to £200."
        start: where the value begins in it.
    """
    return _asks_got(question) and _GRANTED_OF.search(sentence[max(0, start - _BEFORE_CHARS) : start]) is not None


def _asks_got(question: str) -> bool:
    return _GOT.search(question) is not None and _REQUESTED.search(question) is None
