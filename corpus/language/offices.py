"""Offices: the secretary is not the treasurer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems

_TABLE = load("offices")
_HEADS = "head"
_OFFICE_OF = {stem_of(word): words[0] for words in _TABLE["others"] for word in words} | {
    stem_of(word): _HEADS for word in _TABLE["heads"]
}
_ASKED = re.compile(
    rf"\bwho(?:['’]s|\s+(?:is|was|are|were|will\s+be|became|acts?\s+as))\s+(?P<office>[^?]*?"
    rf"\b{alternatives([*_TABLE['heads'], *(word for words in _TABLE['others'] for word in words)])})\b",
    re.I,
)


def tells_of_another_office(question: str, said: str, under: str) -> bool:
    """Whether a question asks who holds an office, and what is said names only holders of others.

    Args:
        question: such as "Who is the treasurer?".
        said: the sentence with the words that may answer, such as "Its secretary is Ada Moor."
        under: what it stands under.
    """
    asked = _ASKED.search(question)
    wanted = _offices(asked["office"]) if asked else frozenset[str]()
    told = _offices(said)
    return bool(wanted and told) and wanted.isdisjoint(told | _offices(under))


@lru_cache(maxsize=TEXTS_KEPT)
def _offices(text: str) -> frozenset[str]:
    return frozenset(_named(stems(text)))


def _named(words: Iterable[str]) -> Iterable[str]:
    return (_OFFICE_OF[word] for word in words if word in _OFFICE_OF)
