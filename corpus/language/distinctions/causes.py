"""Causes: what was not the reason is not why something was so."""

from __future__ import annotations

import re

from corpus.language.context import before
from corpus.language.predicates import negated
from corpus.language.vocabulary import alternatives, load

_TABLE = load("causes")
_WHY_AT_ALL = re.compile(r"\bwhy\b", re.I)
_REASON = re.compile(rf"\b{alternatives(_TABLE['reasons']['words'])}\b|n['’]t\b|ing\b", re.I)
_NO_REASON = re.compile(
    rf"\bneither\b[^.;:]{{1,80}}\bnor\b[^.;:,]{{1,60}}\b{alternatives(_TABLE['reasons']['being'])}\s+(?:the\s+)?{alternatives(_TABLE['reasons']['nouns'])}\b"
    rf"|(?:\bnot|n['’]t)\s+{alternatives(_TABLE['reasons']['denied'])}\b",
    re.I,
)
_REASON_BESIDE = re.compile(rf"\b{alternatives(_TABLE['reasons']['in_its_place'])}\b", re.I)
_SET_AGAINST = re.compile(r"(?:,|\band)\s*$", re.I)
"""Before a "not because" that what was the reason goes before."""
_LINK = re.compile(
    rf"\b(?:(?P<backwards>{alternatives(_TABLE['backwards'])})|(?P<forwards>{alternatives(_TABLE['forwards'])}))\b",
    re.I,
)
_AMOUNT = re.compile(r"[^:|\n]{1,80}[:|]\s*[£€$]?\d[\d.,]*\s?%?(?:\s(?:of|a|an|per)\s[\w’'-]{1,30}){0,2}[\s.;]*")
"""A label with what is counted or paid: "Grade 9 to 11: 11% of salary"."""


def tells_reason(sentence: str) -> bool:
    """Whether a sentence has words that tell a reason, such as "because of"."""
    return _REASON.search(sentence) is not None


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


def tells_amounts_alone(sentence: str) -> bool:
    """Whether a sentence is nothing but lines of a label with an amount, which say nothing of why.

    Args:
        sentence: such as "Grade 9 to 11: 11% of salary".
    """
    lines = [line for line in sentence.split("\n") if line.strip()]
    return bool(lines) and all(_AMOUNT.fullmatch(line) for line in lines)
