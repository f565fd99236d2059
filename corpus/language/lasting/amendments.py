"""Amendments: what a text says in brackets of a rule before them, that it holds no more or how it was worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.language.lasting.holding import days_of, told_time
from corpus.language.lists import marker_at
from corpus.language.rows import CELL_END
from corpus.language.sentences import sentences, trimmed
from corpus.language.times.dates import dates
from corpus.language.times.parts import ANY_MONTH, YEAR
from corpus.language.vocabulary import alternatives, load

_TABLE: Final = load("ended")["amended"]
_BRACKETED: Final = re.compile(r"\[(?P<square>[^\[\]]{4,600})\]|(?:(?<=[.;:]\s)|^)\((?P<round>[^()]{4,300})\)", re.M)
"""In round ones only where these are a sentence of their own: "Ada Moor had the licence (revoked in 2019)" is none."""
_CALLED: Final = rf"(?:(?:the|this)\s+(?:\w+\s+)?{alternatives(_TABLE['called'])}\s+)?"
_ENDED: Final = re.compile(
    rf"\s*{_CALLED}(?:{alternatives(_TABLE['before'])}\s+){{0,2}}(?P<told>{alternatives(_TABLE['ended'])})"
    rf"(?=\W*$|[,:;.]|\s+(?:{alternatives(_TABLE['behind'])}\b"
    rf"|(?:{alternatives(_TABLE['before_day'])}\s+)?(?:\d|{ANY_MONTH}|{alternatives(_TABLE['open'])}\b)))",
    re.I,
)
_TIMED: Final = re.compile(rf"\b(?:{YEAR}|{alternatives(_TABLE['open'])})\b|^\W*(?:\w+\W+)?\w+\W*$", re.I)
_READ: Final = re.compile(
    rf"\s*(?:{alternatives(_TABLE['until'])}\s[^:;.“\"]{{4,60}}?|{alternatives(_TABLE['formerly'])})"
    rf"[\s,]*(?:(?:the|this|it)\b[^:;.“\"]{{0,40}}?)?(?:\b{alternatives(_TABLE['read'])}\b[^:;.“\"]{{0,20}})?[:“\"]",
    re.I,
)
"""Such as "Until 31 May 2009 this byelaw read: " and "Formerly: "."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What stands in brackets of a rule.

    Attributes:
        start, end: where the brackets stand.
        told: where the words end that say it; behind them may stand how the rule was worded.
        ruled: where the paragraph or item before it begins, which it is of; where it begins itself for none.
        has_ended: whether the rule holds no more, rather than was worded otherwise.
    """

    start: int
    end: int
    told: int
    ruled: int
    has_ended: bool


def amendments(text: str, said: date | None, today: date) -> Iterator[Amendment]:
    """The amendments in brackets of a text that say that a rule holds no more, or how it was worded.

    One that is over, or is to come, is none: "[Suspended from 1 March to 30 June 2024]".

    Args:
        text: of a passage.
        said: the day of its document.
        today: the day on which it is asked.
    """
    for found in _BRACKETED.finditer(text):
        words = found["square"] or found["round"]
        note = words[: _note_end(words)]
        read = _READ.match(words)
        if read or (_ENDED.match(note) and _TIMED.search(note) and _is_so(note, said, today)):
            told = found.start() + 1 + (read.end() if read else len(note))
            yield Amendment(*found.span(), told, _ruled(text, found.start()), read is None)


def _note_end(words: str) -> int:
    """Where the words of an amendment end, before those of the rule: "Deleted on 4 April 2019: No dogs."."""
    note, colon, _ = words.partition(":")
    return len(note) + len(colon)


def _is_so(note: str, said: date | None, today: date) -> bool:
    """Whether what an amendment tells is so on a day, neither over nor to come."""
    until = told_time(note, (0, len(note)), note, 0, said).until
    days = [days for mention in dates(note, said) if (days := days_of(mention))]
    is_begun = all(first <= today.toordinal() for first, last in days if last != until)
    return is_begun and (not until or today.toordinal() <= until)


def _ruled(text: str, place: int) -> int:
    """Where the paragraph, the item or the row begins that ends at a place; the place itself where none does."""
    before = text[:place].rstrip()
    line = before.rfind("\n") + 1
    if CELL_END in before[line:]:
        return line
    paragraph = before.rfind("\n\n") + 1
    begins = [paragraph + start for start, _ in sentences(before[paragraph:])]
    items = [start for start in begins if marker_at(text[start:])]
    closed = [bracket.end() for bracket in _BRACKETED.finditer(before, paragraph) if _ENDED.match(bracket[0][1:])]
    return next((start for start, _ in trimmed(text, max([paragraph, *items, *closed]), place)), place)
