"""Gapping: which clause tells of the kind that is asked about, where a sentence tells of several, each in few words."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.language.amounts.numbers import numbers
from corpus.language.codes import codes
from corpus.language.kinds import Span
from corpus.language.times.parts import says_when
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import Word, words

_BETWEEN = re.compile(
    rf"[,;:]\s+(?:{alternatives(load('clauses')['clauses'])}\s+)?|(?<=\S)\s+{alternatives(load('clauses')['clauses'])}\s+",
    re.I,
)
_BESIDE_CHARS = 2
"""Two words with no more between stand beside each other."""


def clause_asked(question: str, said: str, within: Span) -> Span | None:
    """The clause of a sentence that tells of the kind of thing a question names, where words are of another kind.

    Each tells a number or a time. Of "A day trip needs four weeks' notice, a residential trip a full term" the second
    clause, for the notice that a residential trip needs.

    Args:
        question: as it was asked.
        said: the sentence.
        within: words of it, as half-open offsets.

    Returns:
        Where it stands; None where words are not of another kind, their clause has the code that is asked for, or no
        clause or several are of the kind asked about.
    """
    clauses = _clauses(said)
    own = next((one for one in clauses if one[0] <= within[0] and within[1] <= one[1]), None)
    if (
        own is None
        or len(clauses) == 1
        or not _gives_value(said[slice(*within)])
        or any(code.stands_in(said[slice(*own)]) for code in codes(question))
    ):
        return None
    asked = _beside(question)
    known = {stem for pair in asked for stem in pair}
    of_own = _beside(said[slice(*own)])
    told = {stem for pair in of_own for stem in pair}
    kinds = {
        (thing, kind)
        for thing, kind in (pair for one, other in asked for pair in ((one, other), (other, one)))
        if kind not in told and any(thing in pair and not known.issuperset(pair) for pair in of_own)
    }
    others = [
        one
        for one in clauses
        if one != own
        and _gives_value(said[slice(*one)])
        and any(frozenset(kind) in map(frozenset, _beside(said[slice(*one)])) for kind in kinds)
    ]
    return others[0] if len(others) == 1 else None


def _gives_value(words: str) -> bool:
    """Whether some words have a number or a time, as clauses have that tell of several kinds alike."""
    return says_when(words) or next(iter(numbers(words)), None) is not None


def _clauses(text: str) -> list[Span]:
    """Where the clauses of a sentence stand, without what joins them."""
    ends = [(0, 0), *(match.span() for match in _BETWEEN.finditer(text)), (len(text.rstrip(".!? ")),) * 2]
    return [(one[1], other[0]) for one, other in pairwise(ends) if one[1] < other[0]]


def _beside(text: str) -> set[tuple[str, str]]:
    """The stems of words that stand beside each other in a text, as pairs in their order."""

    def near(one: Word, other: Word) -> bool:
        return other.start - one.end <= _BESIDE_CHARS

    return {(one.stem, other.stem) for one, other in pairwise(words(text)) if near(one, other)}
