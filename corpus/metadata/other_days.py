"""Words before a day, or in the line above it, that make it the day of something other than the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.times.parts import WEEKDAY
from corpus.language.vocabulary import alternatives, load

_WORDS = load("metadata")
_OTHER = _WORDS["other_days"]
_SHORT_WORDS = 10
_LIST_LINES = 4
_ALONE = re.compile(rf"\W*{alternatives(_OTHER['words'])}\W*$", re.I)
_AT_END = re.compile(rf"\b{alternatives(_OTHER['words'])}(?:\s+(?:on|is|of))?(?:\W|{WEEKDAY})*$", re.I)
_OPEN_END = re.compile(rf"(?:[:,;(]|\b{alternatives(_OTHER['open_ends'])})$", re.I)
_LABEL = re.compile(rf"(?<![\w’'-]){alternatives(_OTHER['labels'])}(?![\w-])", re.I)
_TELLING = re.compile(rf"(?<![\w’'-]){alternatives(_OTHER['telling'])}(?![\w-])", re.I)
_LIST = re.compile(rf"\b{alternatives(_OTHER['lists'])}\b", re.I)
_FIRST_WORDS = sorted({*_WORDS["published"]["first_words"], *_WORDS["updated"]["first_words"]})
_OWN_LABEL = re.compile(
    rf"\W*(?:{alternatives(_FIRST_WORDS)}\s+)?(?:last\s+)?"
    + alternatives(
        [
            *_WORDS["published"]["labels"],
            *_WORDS["published"]["plain_labels"],
            *_WORDS["stated"]["labels"],
            *_WORDS["updated"]["labels"],
            *_WORDS["inspection"]["labels"],
            *_WORDS["meeting"]["labels"],
        ]
    )
    + r"(?:\s+date)?(?:\s+on)?\W*",
    re.I,
)


def leads_elsewhere(before: str) -> bool:
    """Whether the words of a line before its day say that the day is of something else: "Deadline for the report:"."""
    return bool(_AT_END.search(before) or _says_other(before, telling=True))


def is_taken_up(lines: Sequence[str], index: int, *, in_news: bool = False) -> bool:
    """Whether the lines above a line that is nothing but a day say of what else it is the day.

    Args:
        lines: of the document.
        index: of the line.
        in_news: whether the line above may be a headline, which tells what "closes" or comes "next" on other days.
    """
    above = lines[index - 1] if index else ""
    if _OPEN_END.search(above) or _ALONE.match(above) or _says_other(above, telling=not in_news):
        return True
    return any(_is_short(line) and _LIST.search(line) for line in lines[max(0, index - _LIST_LINES) : index])


def _says_other(words: str, *, telling: bool) -> bool:
    """Whether a few words label the day of something else, or tell of what is due or over on it."""
    if not _is_short(words) or _OWN_LABEL.fullmatch(words):
        return False
    return bool(_LABEL.search(words) or (telling and _TELLING.search(words)))


def _is_short(line: str) -> bool:
    return len(line.split()) <= _SHORT_WORDS
