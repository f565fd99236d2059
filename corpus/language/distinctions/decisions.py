"""Decisions: what was considered is not what was decided, where the sentences after it tell that."""

from __future__ import annotations

import re

from corpus.language.vocabulary import alternatives, load

_TABLE = load("decisions")
_ASKS = re.compile(rf"\b{alternatives(_TABLE['asking'])}\b", re.I)
_ASKS_ELSE = re.compile(rf"\b{alternatives(_TABLE['not_asking'])}\b", re.I)
_CONSIDERS = re.compile(rf"\b{alternatives(_TABLE['considering'])}\b", re.I)
_DECIDES = re.compile(rf"\b{alternatives(_TABLE['decided'])}\b", re.I)


def only_considers(question: str, sentence: str, following: str) -> bool:
    """Whether a question asks for what was decided, and a sentence only tells of what went before the decision.

    Args:
        question: such as "What was decided about the skate park?".
        sentence: such as "Two sites for the skate park were considered."
        following: what is said after it of the same matter, such as "The council chose the glebe."; where that tells of
            no decision, what was considered is the nearest to one.
    """
    if not _ASKS.search(question) or _ASKS_ELSE.search(question):
        return False
    return (
        _CONSIDERS.search(sentence) is not None
        and _DECIDES.search(sentence) is None
        and _DECIDES.search(following) is not None
    )
