"""Ends: a sentence that tells only from when something is so does not tell when it ends, nor the other way round."""

from __future__ import annotations

import re

from corpus.language.lasting.ended import ended
from corpus.language.predicates import negated
from corpus.language.rows import CELL_END
from corpus.language.times.parts import ANY_MONTH, WEEKDAY, YEAR
from corpus.language.vocabulary import alternatives, load

_TABLE = load("predicates")["ends"]
_TIME = rf"(?:\d|{ANY_MONTH}\b|{WEEKDAY}|{YEAR}\b)"
_CELL_END = re.escape(CELL_END)
_FROM, _UNTIL = (
    re.compile(rf"\b{alternatives(_TABLE[name])}(?:\s+|{_CELL_END})(?:\w+\s+){{0,2}}?{_TIME}", re.I)
    for name in ("from", "until")
)
_LIFTED = re.compile(rf"\b{alternatives(_TABLE['lifted'])}\b", re.I)
_OVER = rf"\b{alternatives(_TABLE['over'])}\s*(?:[.,;?!]|$)"
_LEAVES = r"\bdid\s+(?:[\w'’-]+\s+){1,6}leave\b"
"""But "annual leave"."""
_ENDS, _BEGINS, _AGAIN = (rf"(?<![\w-]){alternatives(_TABLE[name])}(?![\w-])" for name in ("end", "beginning", "again"))
_ASKS_END, _ASKS_BEGINNING, _TELLS_END = (
    re.compile(pattern, re.I) for pattern in (f"{_ENDS}|{_OVER}|{_LEAVES}", _BEGINS, f"{_ENDS}|{_OVER}|{_AGAIN}")
)
_TO = re.compile(rf"(?:\s(?:to|and)\s+(?:\w+\s+)?|\d\s?[–-]\s?|\s[–-]\s){_TIME}", re.I)
"""The second of two times: "from 6 July to 24 July", "6–24 July"."""


def are_both_ends(one: str, other: str, words: str) -> bool:
    """Whether one question asks when something begins, another when it ends, and some words tell from when to when."""
    ends, begins = (
        [pattern.search(question) is not None for question in (one, other)] for pattern in (_ASKS_END, _ASKS_BEGINNING)
    )
    return ends[0] != ends[1] and begins == ends[::-1] and _TO.search(words) is not None


def tells_other_end(question: str, sentence: str) -> bool:
    """Whether a question asks when something ends, and a sentence tells only from when on it is so, or the reverse.

    Args:
        question: such as "When does the ban end?".
        sentence: such as "From 18 July no hoses may be used."; what is not so until a day begins with it.
    """
    ends, begins = (pattern.search(question) is not None for pattern in (_ASKS_END, _ASKS_BEGINNING))
    is_from, is_until = (pattern.search(sentence) is not None for pattern in (_FROM, _UNTIL))
    if ends == begins or (is_from and is_until) or negated(question) or _TO.search(sentence):
        return False
    if ends:
        return is_from and not (_TELLS_END.search(sentence) or ended(sentence))
    if _ASKS_BEGINNING.search(sentence):
        return False
    is_over = not is_from and (is_until or _LIFTED.search(sentence) is not None)
    return ended(sentence) is not None or (is_over and not negated(sentence))
