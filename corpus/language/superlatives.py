"""Superlatives: which is the cheapest is not told by which is the smallest."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.language.folding import searchable
from corpus.language.kinds import TEXTS_KEPT
from corpus.language.vocabulary import alternatives, load

_GROUPS = tuple(map(frozenset[str], load("superlatives")["alike"]))
_MOST = alternatives(frozenset[str]().union(*_GROUPS))
_SAID = re.compile(rf"\bthe\s+(?:[\w-]+\s+)?(?P<most>{_MOST})\b")
_LABEL = re.compile(rf"^[^\w\n]*(?P<most>{_MOST})\b[^:\n]*:", re.M)
_ENDING = "est"
"""Only what ends so asks by itself for one of several: "first" and "most" mean much else."""


def tells_of_another_superlative(question: str, sentence: str) -> bool:
    """Whether a question asks which is the cheapest, say, and a sentence tells only which is something else.

    Args:
        question: such as "Which car park is the cheapest?".
        sentence: such as "Priory Yard is the smallest, with 22 spaces."; what is said by no superlative may be meant.
    """
    asked, told = _superlatives(question), _superlatives(sentence)
    return bool(told) and any(not any(one in group and told & group for group in _GROUPS) for one in asked)


@lru_cache(maxsize=TEXTS_KEPT)
def _superlatives(text: str) -> frozenset[str]:
    """The superlatives that a text says of one of several."""
    plain = searchable(text).casefold()
    said = (match["most"] for pattern in (_SAID, _LABEL) for match in pattern.finditer(plain))
    return frozenset(most for most in said if most.endswith(_ENDING))
