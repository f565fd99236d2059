"""Ordinals: the third car is not the second one."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.date_parts import MONTH_NUMBERS, ORDINALS
from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives
from corpus.language.words import stem_of

_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{alternatives(ORDINALS)})|(?P<digits>[0-9]{{1,2}})(?:st|nd|rd|th))\s+(?:or\s+\w+\s+|and\s+(?:last|final)\s+)?(?P<noun>[a-z]{{2,}})"
)


@lru_cache(maxsize=TEXTS_KEPT)
def _numbered(text: str) -> frozenset[tuple[str, int]]:
    """What a text numbers by ordinals: the stem of each thing with its number; days of months are none."""
    found = _ORDINAL.finditer(searchable(text).casefold())
    return frozenset(
        (stem_of(match["noun"]), ORDINALS[match["word"]] if match["word"] else int(match["digits"]))
        for match in found
        if match["noun"] not in MONTH_NUMBERS and match["noun"] != "of"
    )


def tells_of_another_number(question: str, sentence: str, under: str = "") -> bool:
    """Whether a sentence tells only of the second of what a question asks the third of.

    Args:
        question: such as "How much is a permit for a third car?".
        sentence: such as "Resident's parking permit, second car".
        under: what it stands under, which counts where the sentence numbers no such thing.
    """
    asked, told = _numbered(question), _numbered(sentence)
    own = {noun for noun, _ in told}
    told |= {(noun, number) for noun, number in _numbered(under) if noun not in own}
    nouns = {noun for noun, _ in told}
    return any(noun in nouns and (noun, number) not in told for noun, number in asked)
