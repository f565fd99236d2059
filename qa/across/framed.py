"""How a question over many documents is framed: whether it asks which things there were, or something of one."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile
from typing import Final

from corpus.language.names import WORD, bare
from corpus.language.vocabulary import alternatives, load
from qa.across.whom import SEVERAL

_TABLE = load("framed_questions")
_OWNERS: Final = r"(?:[\w-]+\s+){0,3}[\w-]+['’]s?\s"
"""Whose: "Wendham's ", "the people of Wells' "."""
_ASKING = re.compile(rf"\b{alternatives(_TABLE['asking'])}(?=['’]s\b|\b)(?P<is>['’]s\b)?", re.I)
_ACROSS = load("across_questions")
_HEADS: Final = {*_TABLE["heads"], *SEVERAL, *SEVERAL.values()}.union(
    phrase.split()[-1] for name in ("judged", "reports", "times") for phrase in _ACROSS[name]
)
_BREAKS: Final = frozenset(_TABLE["breaks"])
_DEFINITE: Final = re.compile(
    rf"\W*(?:{alternatives(_TABLE['being'])}\s+(?:{alternatives(_TABLE['definite'])}\b|{_OWNERS})|(?:has|have|had)\s+{_OWNERS}[^?]*\bbeen\b)",
    re.I,
)
_WHO_DID: Final = re.compile(rf"\W*{alternatives(_TABLE['undergoing'])}\b", re.I)
_ANY_ONE: Final = re.compile(
    rf"\b{alternatives(_TABLE['any_one'])}\s+(?:[\w'’-]+\s+)?{alternatives(_TABLE['bodies'])}\b", re.I
)
_USUAL: Final = re.compile(rf"\W*{alternatives(_TABLE['usual'])}\b", re.I)
_SUPERLATIVE: Final = re.compile(rf"\b{alternatives(_TABLE['superlatives'])}\b(?!\s+recent)", re.I)
"""Which of them has the most no row tells."""


def asks_which(question: str, things: Collection[str], *, is_told: bool) -> bool:
    """Whether a question asks which things there were, how many or when; not what one is, or what somebody did in it.

    "Which visits were there in 2019?" does, "What is a visit?", "What did the visit find?" and "Who made the visit?" do
    not, though all their words may be words of such a question.

    Args:
        question: as it is searched.
        things: the words for what may be listed beside those for whom and for reports, in small letters.
        is_told: whether it tells whose, of which time, which of several, or with which grade.
    """
    if _ANY_ONE.search(question) or _SUPERLATIVE.search(question):
        return False
    asking = _ASKING.search(question)
    if asking is None:
        return True
    word, rest = asking[0].casefold(), question[asking.end() :]
    if asking["is"]:
        word, rest = word[:-2], f"is{rest}"
    if word in _TABLE["persons"]:
        return _WHO_DID.match(rest) is not None
    if word in _TABLE["times"]:
        return is_told or _USUAL.match(rest) is None
    if noun := _noun(rest):
        return not _HEADS.union(things).isdisjoint(noun)
    return word not in _TABLE["unnamed"] or (is_told and _DEFINITE.match(rest) is not None)


def _noun(text: str) -> list[str]:
    """The words of the noun that a text begins with: "inadequate councils" of "inadequate councils are there"."""
    return list(takewhile(lambda word: word not in _BREAKS, map(bare, WORD.findall(text))))
