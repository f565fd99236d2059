"""Superlatives: which is the cheapest is not told by what compares nothing, as where one of them stands."""

from __future__ import annotations

import re

from corpus.language.folding import searchable
from corpus.language.vocabulary import alternatives, load

_TABLE = load("superlatives")

_ASKS_WHICH = re.compile(
    rf"\b(?:which|who)(?:['’]s)?(?:\s+[\w'’-]{{1,30}}){{0,6}}?\s+the\s+(?:[\w-]{{1,30}}\s+)?(?P<most>most|least|[a-z]{{2,20}}est)\b"
    rf"(?!\s+{alternatives(_TABLE['ways'])}\b)"
)
_COMPARES = re.compile(
    rf"\b(?:{alternatives(_TABLE['comparing'])}|[a-z]{{2,20}}(?:est|er\s+than)|as\s+\w{{1,30}}\s+as)\b"
)
_NOT_COMPARED = frozenset[str](_TABLE["not_compared"])
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_COMPARED = 2
"""So many figures may be compared by who reads them."""


def lacks_superlative(question: str, said: str) -> bool:
    """Whether a question asks which of several is the most of something, and a sentence compares nothing.

    Args:
        question: such as "Which hall is the cheapest?".
        said: such as "The Mill Hall stands by the weir.", with what it stands under; two figures may be compared.
    """
    asked = _ASKS_WHICH.search(searchable(question).casefold())
    if asked is None or asked["most"] in _NOT_COMPARED:
        return False
    plain = searchable(said).casefold()
    return not _COMPARES.search(plain) and len(frozenset(_FIGURE.findall(plain))) < _COMPARED
