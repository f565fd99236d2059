"""Causes: what was not the reason is not why something was so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from corpus.language.context import before
from corpus.language.predicates import negated
from corpus.language.sentences import sentences
from corpus.language.times.parts import ANY_MONTH, WEEKDAY, YEAR
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems

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
_EFFECT_ASKED = re.compile(
    rf"\b(?:{alternatives(_TABLE['effects']['asked'])}|what\s+(?:did|does|has|have|had|will)\b[^?]{{1,80}}?"
    rf"\b{alternatives(_TABLE['effects']['leading'])}\b)\s*(?P<cause>[^?]*)",
    re.I,
)
_EFFECT_TOLD = re.compile(rf"\b{alternatives([*_TABLE['forwards'], *_TABLE['effects']['told']])}\b", re.I)
_TIME = re.compile(rf"\b(?:{ANY_MONTH}|{WEEKDAY}|{YEAR})\b")
_LEAST = 2
"""The sentence of a matter has so many words of the question at least, and most of them; so many has what is told."""
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


def tells_reason_of_another(terms: Collection[str], said: str, others: Iterable[str]) -> bool:
    """Whether the reasons in a text are of something else than a question asks why it is, of which another sentence is.

    Args:
        terms: the stems of what is asked about: of "complaint", "park" and "high".
        said: such as "Waiting times rose, because two doctors left."; one with no more than "This was because" before a
            reason goes on from the sentence before.
        others: the other sentences of its passage, such as "Complaints about parking remained high."
    """
    asked, told = frozenset(terms), [said[slice(*span)] for span in sentences(said)]
    linked = [(one, link) for one in told if (link := _LINK.search(one))]
    effects = [frozenset(stems(one[: link.start()])) for one, link in linked if link["backwards"]]
    if not effects or len(effects) < len(linked):
        return False
    if any(len(effect) < _LEAST or not asked.isdisjoint(effect) for effect in effects):
        return False
    rest = (*others, *(one for one in told if not _LINK.search(one)))
    return any(len(asked.intersection(stems(one))) >= max(_LEAST, len(asked) // 2 + 1) for one in rest)


def tells_no_effect(question: str, said: str) -> bool:
    """Whether a question asks what came of something, and a sentence tells only that, or the cause of something else.

    Args:
        question: such as "What was the effect of the boiler failing?".
        said: such as "The boiler failed." or "The lift stopped, because a part was missing."
    """
    asked = _EFFECT_ASKED.search(question)
    if asked is None:
        return False
    link = next((link for link in _LINK.finditer(said) if link["backwards"]), None)
    if link:
        return frozenset(stems(asked["cause"])).isdisjoint(stems(said[link.end() :])) and not _EFFECT_TOLD.search(said)
    return frozenset(stems(_TIME.sub(" ", said))) <= frozenset(stems(question))


def tells_amounts_alone(sentence: str) -> bool:
    """Whether a sentence is nothing but lines of a label with an amount, which say nothing of why.

    Args:
        sentence: such as "Grade 9 to 11: 11% of salary".
    """
    lines = [line for line in sentence.split("\n") if line.strip()]
    return bool(lines) and all(_AMOUNT.fullmatch(line) for line in lines)
