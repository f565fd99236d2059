"""References to what is not among the documents, known by their form alone: "Planning Committee, 3 June 2019"."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.names import CONNECTORS
from corpus.language.times.dates import find_times
from corpus.language.vocabulary import load

_WORDS = load("citation")["reference"]
_PAPERS = frozenset[str](_WORDS["papers"])
_BESIDE = frozenset[str](_WORDS["beside"]) | CONNECTORS
_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 200


def names_in(referred: str) -> tuple[str, ...]:
    """The words of a reference that tell whose paper of which day is meant, in small letters; () for no reference.

    Beside its day and the words that stand in references there are only names in it ("Cabinet, 3 June 2019"), or what
    kind of paper it is ("minutes of 3 June 2019").

    Args:
        referred: words that stand beside a quotation.
    """
    if len(referred) > _LONGEST or not (times := list(find_times(referred))):
        return ()
    for time in times:
        referred = referred[: time.start] + " " * (time.end - time.start) + referred[time.end :]
    words = _WORD.findall(referred)
    names = [word for word in words if word.lower() not in _BESIDE]
    if any(word[0].islower() for word in names):
        return ()
    return tuple(word.lower() for word in names) or tuple(word for word in map(str.lower, words) if word in _PAPERS)
