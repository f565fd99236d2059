"""Whom a question over many documents asks for: authorities, or others that it calls homes, schools or hospitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from corpus.judgements.scales import Scale
from corpus.language.vocabulary import alternatives, load
from qa.across.visited import Keys
from qa.judged.question import taken, words_of
from qa.judged.subjects import Subject, find_subject

_TABLE = load("across_questions")
SEVERAL: Final[Mapping[str, str]] = _TABLE["others"]
"""What others than authorities are called, one and several."""
AUTHORITY: Final = "authority"
ANYBODY: Final = "anybody"
"""Whom a question asks for that calls nobody anything: "Who was judged inadequate?", "How many are good now?"."""
_ONE: Final[Mapping[str, str]] = {word: one for one, several in SEVERAL.items() for word in (one, several)}
_AUTHORITIES = re.compile(rf"(?<![\w-]){alternatives(_TABLE['judged'])}(?![\w-])", re.I)
_PLACES = re.compile(rf"\b{alternatives(_TABLE['no_place'])}", re.I)
_ANYBODY = re.compile(rf"\b(?:who|how\s+many)\s+{alternatives(_TABLE['anybody'])}\b", re.I)
_OTHERS = re.compile(
    rf"(?<![\w-])(?:{alternatives(_TABLE['any_of'])}\s+(?:care\s+)?{alternatives(SEVERAL)}|{alternatives(SEVERAL.values())})(?![\w-])",
    re.I,
)


def whom_asked(question: str, scales: Sequence[Scale]) -> tuple[str | None, Sequence[Scale]]:
    """Whom a question asks for, by what it calls one of them, and the scales by which such are judged.

    Args:
        question: as it is searched.
        scales: by which judgements are known.

    Returns:
        "" where it calls nobody so, or "anybody" where it asks who or how many they are all the same; None where it
        calls others so than authorities, and none but authorities are judged by any of these scales.
    """
    if _AUTHORITIES.search(_PLACES.sub(" ", question)):
        return AUTHORITY, scales
    others = _OTHERS.search(question)
    if others and _are_of_authorities(question[: others.end()], scales):
        return AUTHORITY, scales
    if others is None:
        return ANYBODY if _ANYBODY.search(question) else "", scales
    own = [scale for scale in scales if not scale.of_authorities]
    return (_ONE[others[0].casefold().split()[-1]], own) if own else (None, scales)


def subjects_named(words: Sequence[str], known: Collection[Subject]) -> tuple[tuple[Subject, ...], list[str]]:
    """Whom some words name, in their order, and the words that are left.

    Args:
        words: of a question, as names are compared; "" where others were taken out.
        known: whose judgements are known.
    """
    found: dict[Subject, int] = {}
    left = list(words)
    while named := find_subject(left, known):
        subject, start, end = named
        left[start:end] = [""] * (end - start)
        found[subject] = min(start, found.get(subject, start))
    return tuple(sorted(found, key=lambda one: found[one])), [word for word in left if word]


def without_about(text: str, scales: Sequence[Scale], known: Collection[Subject]) -> tuple[str, list[Keys]]:
    """A text without the words for what some scales are about, but those of a name in it, and what all of them mean.

    Args:
        text: of a question, in small letters: "compare elm row bakery and elmgate café", where one is about bakeries.
        scales: by which facts are known.
        known: whose judgements are known.
    """
    bare, meant = taken(text, ((scale.key, "", scale.about) for scale in scales))
    named = frozenset(word for name in subjects_named(words_of(text), known)[0] for word in name)
    if not meant or not named:
        return bare, meant
    others = ([each for each in scale.about if not named.issuperset(filter(None, words_of(each)))] for scale in scales)
    return taken(text, (("", "", words) for words in others))[0], meant


def _are_of_authorities(said: str, scales: Sequence[Scale]) -> bool:
    """Whether the words of a question up to a place end with what authorities are judged for: "children's services"."""
    about = (words for scale in scales if scale.of_authorities for words in scale.about)
    return any(said.casefold().endswith(words.casefold()) for words in about)
