"""Corrections: what a text takes back answers nothing."""

from __future__ import annotations

import re

from corpus.language.times.parts import ANY_MONTH, WEEKDAY
from corpus.language.vocabulary import alternatives, load

_TABLE = load("corrections")
_SAID = re.compile(rf"\b{alternatives(_TABLE['sources'])}\s+(?:\w+\s+){{0,3}}?{alternatives(_TABLE['said'])}\b", re.I)
_WRONGLY = re.compile(rf"\b{alternatives(_TABLE['wrongly'])}\b", re.I)
_TAKEN_BACK = re.compile(
    rf"\s*{alternatives(_TABLE['taking_back'])}\s+(?:is|was|were|are)\s+(?:\w+\s+)?{alternatives(_TABLE['wrong'])}\b",
    re.I,
)

_GOES_ON = re.compile(r"\s*[:;,–—-]\s*")
_UPDATE = re.compile(
    rf"[\W_]*{alternatives(_TABLE['updates'])}\b(?P<when>[^:.\n]{{0,40}}?)(?P<stop>[:.]\**(?=\s)|\s[–—-]\s|\**$)", re.I
)
"""How a later note in a paper begins: "Update, 9 July: ", or as a heading of its own."""
_WORD = re.compile(r"[a-z]{3,}", re.I)
_DAY_WORD = re.compile(rf"{ANY_MONTH}|{WEEKDAY}|{alternatives(_TABLE['beside_updates'])}", re.I)


def is_taken_back(sentence: str, at: int, following: str) -> bool:
    """Whether a text takes back what a sentence of it says, as in "We wrote that it was good. That was wrong".

    Args:
        sentence: itself.
        at: where the words in question stand in it.
        following: what follows on it.
    """
    is_said = _SAID.search(sentence, 0, at) is not None
    return is_said and (_WRONGLY.search(sentence, 0, at) is not None or _TAKEN_BACK.match(following) is not None)


def after_taking_back(sentence: str) -> int:
    """Where a sentence goes on that first takes back what was said ("That was wrong: the fee is £13"); else 0."""
    lead = _TAKEN_BACK.match(sentence)
    stop = _GOES_ON.match(sentence, lead.end()) if lead else None
    return stop.end() if stop else 0


def update_start(line: str) -> int | None:
    """Where the words of a later note begin that a line opens; None where it opens none. All of a heading opens one.

    Args:
        line: such as "Update, 9 July: the bridge opens on 31 July." or "Correction".
    """
    opening = _UPDATE.match(line)
    is_day = opening is not None and all(
        _DAY_WORD.fullmatch(word) is not None for word in _WORD.findall(opening["when"])
    )
    return opening.end() if opening and is_day else None
