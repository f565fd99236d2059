"""Supposed cases: what an example makes up is nothing that happened, nor what it puts in as given an answer."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.vocabulary import alternatives, load

_TABLE: Final = load("supposed")
_ASIDE: Final = rf"{alternatives(_TABLE['asides'])},?\s*"
_SUPPOSING: Final = re.compile(
    rf"\W*(?:(?i:{_ASIDE}{alternatives(_TABLE['cases'])}\b)|(?i:{alternatives(_TABLE['supposing'])}\b)"
    rf"|(?i:{alternatives(_TABLE['saying'])})(?:(?i:,?\s*{_ASIDE})|,?\s+(?:(?i:{alternatives(_TABLE['somebody'])}\b)|(?=[A-Z]))))"
)
_GIVEN_ENDS: Final = re.compile(r"[,:;](?!\d)|\Z")
_ASKS_PAST: Final = re.compile(rf"\b{alternatives(_TABLE['asking_past'])}\b", re.I)
_ASKS_CASE: Final = re.compile(rf"\b{alternatives(_TABLE['asking_case'])}\b", re.I)


def is_only_supposed(question: str, sentence: str, start: int) -> bool:
    """Whether a sentence makes up a case, and a question asks what was so, or words are of what the case puts in.

    Args:
        question: such as "When did Mr Brown leave?".
        sentence: such as "Suppose that Mr Brown leaves on a Friday: his rent is due on the Monday after.".
        start: where in it the words begin that may answer.
    """
    supposing = _SUPPOSING.match(sentence)
    if supposing is None:
        return False
    if _ASKS_PAST.search(question) and not _ASKS_CASE.search(question):
        return True
    given = _GIVEN_ENDS.search(sentence, supposing.end())
    return given is not None and supposing.start() < start < given.start()
