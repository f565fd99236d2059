"""Contrasts: the shallow end is not the deep end, lunch is not dinner, and a yoga class is no dance class."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import load
from corpus.language.words import WRITTEN_WORD, stem_of, stems

_TABLE = load("contrasts")
_BEFORE = {word: group for group, words in enumerate(_TABLE["before_a_thing"]) for word in words}
_ALONE = {stem_of(word): group for group, words in enumerate(_TABLE["alone"]) for word in words}
_BODIES, _NO_KINDS = frozenset(map(stem_of, _TABLE["bodies"])), frozenset[str](_TABLE["no_kinds"])
_THINGS = frozenset[str]([*_TABLE["things"], *_TABLE["bodies"]])
_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""A word, or a part of one with a hyphen: a street-trading licence is one for street trading."""


def tells_of_contrast(question: str, said: str) -> bool:
    """Whether a question asks about one of a contrast and words tell only of the other, as of the shallow end."""
    asked, told = _contrasted(question), _contrasted(said)
    return any(
        (noun, group, own) not in told and any(one[:2] == (noun, group) for one in told) for noun, group, own in asked
    )


def tells_of_another_kind(question: str, said: str, under: str) -> bool:
    """Whether a question asks about one kind of thing and words tell only of another, as of a dance for a yoga class.

    Args:
        question: such as "How much is a yoga class?".
        said: the sentence, such as "Dance classes cost £5."
        under: what it stands under, where the kind asked about may stand; a body that the sentence does not name
            is the one named there, as of minutes.
    """
    asked, told, present = _kinds(question), _kinds(said), frozenset(stems(f"{under}\n{said}"))
    told |= {(of, kind) for of, kind in _kinds(under) if of in _BODIES and not any(of == own for own, _ in told)}
    return any(
        kind not in present and (others := {other for of, other in told if of == thing}) and all(others)
        for thing, kind in asked
        if kind
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _contrasted(text: str) -> frozenset[tuple[str, int, str]]:
    """What a text names by one of a contrast: the stem of the thing, which contrast, and by which side of it."""
    words = _words(text)
    before = {
        (stem_of(noun), _BEFORE[word], word)
        for word, noun in pairwise(words)
        if word in _BEFORE and noun not in _BEFORE
    }
    alone = {("", -1 - _ALONE[stem], stem) for word in words if (stem := stem_of(word)) in _ALONE}
    return frozenset(before | alone)


@lru_cache(maxsize=TEXTS_KEPT)
def _kinds(text: str) -> frozenset[tuple[str, str]]:
    """The things in a text that there are several kinds of, as stems, each with the stem of its kind; "" for none."""
    words = ["", *_PART.findall(searchable(text).casefold())]
    return frozenset(
        (stem_of(thing), "" if kind in _NO_KINDS else stem_of(kind))
        for kind, thing in pairwise(words)
        if thing in _THINGS
    )


def _words(text: str) -> list[str]:
    return WRITTEN_WORD.findall(searchable(text).casefold())
