"""Causes: what something led to is not why it was so, nor is why it was so what it led to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from corpus.language.context import before
from corpus.language.predicates import negated
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

_TABLE = load("causes")
_ASKS_CAUSE = re.compile(rf"\b{alternatives(_TABLE['asks_cause'])}\b", re.I)
_ASKS_EFFECT = re.compile(
    rf"\b{alternatives(_TABLE['asks_effect'])}\b(?P<of>[^?.]{{1,200}}?)\b{alternatives(_TABLE['effect_verbs'])}\W*$"
    rf"|\b{alternatives(_TABLE['asks_effect_of'])}\b(?P<whose>[^?.]{{1,200}})",
    re.I,
)
_MOST_LINKS: Final = 8
"""A sentence with more links than these tells of no one cause."""
_WHY = re.compile(r"\bwhy\s+(?:was|were|is|are)\b", re.I)
_WHY_AT_ALL = re.compile(r"\bwhy\b", re.I)
_WAS = re.compile(r"\b(?:was|were|is|are)\b", re.I)
_REASON = re.compile(rf"\b{alternatives(_TABLE['reasons']['words'])}\b|n['’]t\b|ing\b", re.I)
_NO_REASON = re.compile(
    rf"\bneither\b[^.;:]{{1,80}}\bnor\b[^.;:,]{{1,60}}\b{alternatives(_TABLE['reasons']['being'])}\s+(?:the\s+)?{alternatives(_TABLE['reasons']['nouns'])}\b"
    rf"|(?:\bnot|n['’]t)\s+{alternatives(_TABLE['reasons']['denied'])}\b",
    re.I,
)
_REASON_BESIDE = re.compile(rf"\b{alternatives(_TABLE['reasons']['in_its_place'])}\b", re.I)
_SET_AGAINST = re.compile(r"(?:,|\band)\s*$", re.I)
"""Before a "not because" that what was the reason goes before."""
_MORE = re.compile(r"[.;:!?()]|\s[–—-]\s|\n")
_CLOSERS = ".!\"'”’)*_ \n"
_LINK = re.compile(
    rf"\b(?:(?P<backwards>{alternatives(_TABLE['backwards'])})|(?P<forwards>{alternatives(_TABLE['forwards'])}))\b",
    re.I,
)


def tells_other_way(question: str, sentence: str) -> bool:
    """Whether a question asks why something is so and a sentence tells only what it led to, or the other way round.

    Args:
        question: such as "Why was the drain blocked?" or "What did the storm cause?".
        sentence: such as "The blocked drain caused the flood."
    """
    effect = _ASKS_EFFECT.search(question)
    if effect:
        asked = frozenset(stems(effect["of"] or effect["whose"]))
        return _is_only(1, asked, sentence)
    cause = _ASKS_CAUSE.search(question)
    if cause is None:
        return False
    return _is_only(0, frozenset(stems(f"{question[: cause.start()]} {question[cause.end() :]}")), sentence)


def tells_reason(sentence: str) -> bool:
    """Whether a sentence has words that tell a reason, such as "because of"."""
    return _REASON.search(sentence) is not None


def gives_no_reason(question: str, sentence: str) -> bool:
    """Whether a question asks why something is so, and a sentence says only that it is so.

    Args:
        question: such as "Why was the reading room shut?".
        sentence: such as "The reading room was shut in May."; what says less, or who did it, may
            tell why.
    """
    asks = _WHY.search(question)
    if asks is None or not _WAS.search(sentence) or _REASON.search(sentence) or _MORE.search(sentence.rstrip(_CLOSERS)):
        return False
    asked = frozenset(stems(question[asks.end() :]))
    return bool(asked) and asked <= frozenset(stems(sentence))


def denies_reason(question: str, sentence: str) -> bool:
    """Whether a question asks why something is so, and a sentence says only what was not the reason.

    Args:
        question: such as "Why did the shop shut?".
        sentence: such as "Neither rent nor rates were the reason."; one that gives another reason may tell why, such as
            "It shut for want of money, not because of the rent."
    """
    denied = _NO_REASON.search(sentence) if _WHY_AT_ALL.search(question) and not negated(question) else None
    if denied is None or before(_SET_AGAINST, sentence, denied.start()):
        return False
    links = (_LINK.search(sentence, 0, denied.start()), _LINK.search(sentence, denied.end()))
    return not any(links) and not _REASON_BESIDE.search(sentence, denied.end())


def _is_only(side: int, asked: frozenset[str], sentence: str) -> bool:
    """Whether all that is asked about stands on one side of a link, 0 for causes, and nothing of it on the other."""
    links = [(frozenset(stems(cause)), frozenset(stems(effect))) for cause, effect in _links(sentence)]
    if not asked or any(not asked.isdisjoint(link[1 - side]) for link in links):
        return False
    return any(asked <= link[side] and link[1 - side] for link in links)


def _links(sentence: str) -> Iterator[tuple[str, str]]:
    """Each cause that a sentence tells of, with what came of it."""
    for link in islice(_LINK.finditer(sentence), _MOST_LINKS):
        before, after = sentence[: link.start()], sentence[link.end() :]
        if not before.strip(" \"'“‘"):
            cause, comma, effect = after.partition(",")
            yield (cause, effect) if comma else (after, "")
        else:
            yield (after, before) if link["backwards"] else (before, after)
