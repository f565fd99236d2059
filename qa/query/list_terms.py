"""List terms: which words of a question the list that answers it should have, in it or above it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stem_of, stems
from qa.query.idf import idf_coverage

_TABLE = load("lists")
_TOLD = frozenset(map(stem_of, _TABLE["told"]))
_IMPROVING = frozenset(map(stem_of, next(group for group in _TABLE["alike"] if "improve" in group)))
_WORDS = load("questions")["answer_types"]
_NEEDS = [*_WORDS["needs"], *_WORDS["having"], "have"]
_ASKING = frozenset(map(stem_of, (*_TABLE["asking"], *_NEEDS, *_WORDS["permitting"])))
_OF_ANY = frozenset(map(stem_of, _TABLE["of_any"]))
_SAID = re.compile(
    r"\b(?:what|which)\s+(?:did|(?!is\b|are\b|was\b|were\b)[^?]*?\b(?:did|is|are|was|were))\b(?P<rest>[^?]*)", re.I
)
_PAST = re.compile(r"\b(?:did|had|was|were|\w+[^\We]ed|agreed)\b", re.I)
_TO_TACKLE = re.compile(rf"\b{alternatives(_NEEDS)}\s+(?:to\s+)?(?P<verb>{alternatives(_TABLE['tackling'])})\b", re.I)


def unneeded(question: str, terms: Collection[str]) -> frozenset[str]:
    """The stems that the list for a question need not have, in it or above it.

    They are what any items are called, as "areas" or "kinds", and "must" and the like. Where it is asked what has to
    get better, they are who asked for that, and that it is to be tackled, too.

    Args:
        question: for several things.
        terms: its stems.
    """
    if _IMPROVING.isdisjoint(terms):
        return _ASKING
    return _ASKING.union(_TOLD, *(stems(match["verb"]) for match in _TO_TACKLE.finditer(question)))


def list_coverage(idf: Mapping[str, float], unneeded: Collection[str], known: Collection[str]) -> float:
    """The share of the idf of terms that a list has; what it need not have counts where it has it.

    Args:
        idf: of the terms, by stem.
        unneeded: of them.
        known: the stems of the list, or of what stands above it.
    """
    return idf_coverage({stem: value for stem, value in idf.items() if stem in known or stem not in unneeded}, known)


def predicate_asked(question: str, terms: Collection[str]) -> str:
    """What was done to the things that are asked for, or they are, by its last term: "neglect"; "" for nothing.

    Nor for what any items of a list are: "Which forms are needed?".

    Args:
        question: such as "Which duties did the caretaker neglect?".
        terms: the stems that the list for it should have.
    """
    found = _SAID.search(question)
    last = next((stem for stem in reversed(stems(found["rest"])) if stem in terms), "") if found else ""
    return "" if last in _OF_ANY else last


def tells_of_a_deed(lead: str) -> bool:
    """Whether what leads into a list tells what was done: "Tenders were received from:"."""
    return _PAST.search(lead) is not None
