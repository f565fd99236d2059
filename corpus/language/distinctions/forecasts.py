"""Forecasts and gifts: what was expected did not yet come, nor what was asked for, and a gift is no cost."""

from __future__ import annotations

import re

from corpus.language.lasting.holding import verb_stem
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("forecasts")
_CAME = re.compile(rf"\b{alternatives(_TABLE['came'])}\b", re.I)
_EXPECTING = re.compile(rf"\b{alternatives(_TABLE['expected'])}\b", re.I)
_EXPECTED = re.compile(
    rf"\b(?:{alternatives(_TABLE['being'])}\s+(?:\w{{1,20}}\s+)?{alternatives(_TABLE['expected'])}\s+to\s+(?!have\b)|will\s+(?!have\b))"
    r"(?:[^\s.,;]{1,40}[ \t]+){0,8}$",
    re.I,
)
_PROMISE = re.compile(
    rf"\b{alternatives(_TABLE['promising'])}\b(?P<what>[^.;:!?]{{0,80}}?)\bwould\s+(?:also\s+|not\s+)?(?!have\b)(?P<verb>[a-z]{{2,20}})",
    re.I,
)
_ASKS_DONE, _ASKS_PROMISE = (
    re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("done_asked", "promise_asked")
)
_TO_DO = re.compile(r"\bto\s+[a-z]+", re.I)
_ASKS_COST, _GIVEN = (re.compile(rf"\b{alternatives(_TABLE[name])}\b", re.I) for name in ("costing", "given"))
_TOWARDS = re.compile(rf"(?:\s+\w{{1,20}}){{0,3}}?\s+{alternatives(_TABLE['towards'])}\b", re.I)
_ASKS_BY_HOW_MUCH = re.compile(rf"\b{alternatives(_TABLE['by_how_much'])}\b", re.I)
_CHANGES = re.compile(rf"\b{alternatives([*_TABLE['nouns'], *_TABLE['verbs']])}\b", re.I)
_TELLS_CHANGE = re.compile(
    rf"\b{alternatives([*_TABLE['nouns'], *_TABLE['verbs'], *_TABLE['changing'], *_TABLE['compared']])}", re.I
)
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


def only_promised(question: str, sentence: str) -> bool:
    """Whether a question asks what was done, and a sentence only tells that somebody said it would be.

    Args:
        question: such as "When did the shop open?".
        sentence: such as "Mrs Pell told the Council that she would open the shop on 2 May."
    """
    promise = _PROMISE.search(sentence)
    if promise is None or not _ASKS_DONE.search(question) or _ASKS_PROMISE.search(question):
        return False
    asked = frozenset(map(verb_stem, stems(_TO_DO.sub(" ", question))))
    told = frozenset(map(verb_stem, stems(f"{sentence[: promise.start()]} {promise['what']}")))
    return verb_stem(stem_of(promise["verb"])) in asked - told


_AMENDS = re.compile(r"\bamend(?:ment|ed)\b", re.I)


def lacks_change(question: str, sentence: str, before: str = "") -> bool:
    """Whether a question asks by how much something changes, and a sentence tells of no change.

    Args:
        question: such as "By how much will rents rise?".
        sentence: such as "VAT is charged at 20%.".
        before: what stands before it, where an amendment may be of a change: "She moved an amendment of 4%."
    """
    said = f"{before}\n{sentence}" if _AMENDS.search(sentence) else sentence
    asks = _ASKS_BY_HOW_MUCH.search(question) is not None and _CHANGES.search(question) is not None
    return asks and _TELLS_CHANGE.search(said) is None


def only_contribution(question: str, sentence: str, end: int) -> bool:
    """Whether a question asks what something costs, and a value is only what somebody gave towards it.

    Args:
        question: such as "What did the roof cost?".
        sentence: such as "The county gave £600 towards the roof.".
        end: where the value ends in it.
    """
    if not _ASKS_COST.search(question) or _GIVEN.search(question):
        return False
    return _TOWARDS.match(sentence, end) is not None
