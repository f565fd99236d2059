"""The day beside who wrote a text, or beside the newspaper that it stood in: "By Anna Field, 12 November 2026"."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.times.parts import WEEKDAY
from corpus.language.vocabulary import alternatives, load
from corpus.metadata.days import CLOCK, PlacedDay

_NEWS = load("metadata")["news"]
_NAME: Final = rf"(?!(?i:{WEEKDAY})\b)[A-Z][\w'’-]*"
_PERSON: Final = rf"{_NAME}(?:\s+{_NAME}){{1,3}}"
_AS: Final = r"(?:\s*,\s+(?:[a-z'’&-]+\s+){0,3}[a-z'’-]+)?"
_BYLINE: Final = (
    rf"(?i:{alternatives(_NEWS['written'])}\s+)?(?i:{alternatives(_NEWS['bylines'])})\s+{_PERSON}"
    rf"(?:\s+and\s+{_PERSON})?{_AS}"
)
_ISSUE: Final = r"(?:\s*[,(]?\s*(?i:no\.?|number|issue)\s*\d+\)?)?"
_NEWSPAPER: Final = (
    rf"(?!(?i:.*\b{alternatives(_NEWS['no_newspapers'])}\b))(?:(?:(?i:the)\s+)?(?:(?:{_NAME}|of|and|&)\s+){{0,5}}"
    rf"(?i:{alternatives(_NEWS['newspapers'])})|(?i:the\s+{alternatives(_NEWS['the_newspapers'])}))"
)
_NAMED: Final = rf"(?:{_BYLINE}|{_NEWSPAPER}{_ISSUE})"
_BEFORE = re.compile(rf"[\s*_]*{_NAMED}[\s*_]*[,:|(–—-]?[\s*_]*(?<=[\s*_(])(?:{WEEKDAY},?\s+)?$")
_AFTER = re.compile(rf"(?:{CLOCK})?\W*$")
_DAY_FIRST = re.compile(rf"[\s*_]*(?:{WEEKDAY},?\s+)?$", re.I)
_THEN = re.compile(rf"(?:{CLOCK})?\s*[,:|–—-][\s*_]*{_NAMED}[\s*_.]*$")


def is_beside_writer(line: str, placed: PlacedDay) -> bool:
    """Whether a line is nothing but a day, or a month, and who wrote then or which newspaper is of then.

    Args:
        line: of the first of a document.
        placed: the day or month, in the line.
    """
    if _BEFORE.match(line, 0, placed.start) and _AFTER.match(line, placed.end):
        return True
    return bool(_DAY_FIRST.match(line, 0, placed.start) and _THEN.match(line, placed.end))
