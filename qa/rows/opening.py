"""Opening hours: the one row of a document that is of the day of the week for which a question asks the hours."""

from __future__ import annotations

import re
from typing import Final

from corpus.language.lasting.hours import asks_opening, tells_opening, weekdays_asked
from corpus.language.rows import row_name
from corpus.language.times.parts import WEEKDAY, weekdays_in
from corpus.language.vocabulary import load
from corpus.language.words import stems
from index.snapshot import Snapshot
from qa.memo import once_a_document
from qa.passages.called import says_name
from qa.passages.quoted import QuotedWords
from qa.query.periods import CALENDAR

_DAY: Final = WEEKDAY.removesuffix(r"\b\.?")
_OF_DAYS: Final = re.compile(rf"\W*(?:(?:{_DAY}s?|and|to|on|until)\b[\W\d]*)+", re.I)
_LABEL: Final = re.compile(r"[^:\n]{2,60}?:(?=\s)")
_ASKING: Final = load("holding")["asking"]
_OF_HOURS: Final = frozenset(
    stem
    for words in (_ASKING["hours_of"], _ASKING["at_open"], _ASKING["opening"], CALENDAR)
    for word in words
    for stem in stems(word)
)
"""What only asks for hours, or names a day or month, is no place."""
_LEAST: Final = 2
"""A document with one row of a day of the week alone has no table of hours."""


def is_asked_by_day(words: QuotedWords) -> bool:
    """Whether words stand in the one row of their document for the weekday whose opening hours a question asks for.

    The names of the question must stand in the document's title or what the row stands under, as must one of its other
    words where it has no name.

    Args:
        words: that may answer "What time does the library close on Thursday?".
    """
    question = words.question
    asked = weekdays_asked(question)
    label = _label(words.sentence_text)
    is_of_day = bool(asked) and bool(label) and asked <= weekdays_in(label)
    if not is_of_day or not asks_opening(question) or not tells_opening(words.sentence_text[len(label) :]):
        return False
    names = [name for name in words.asked.query.interpretation.names if name.known]
    around = words.above
    is_of_place = all(says_name(around, name) for name in names)
    is_meant = bool(names) or not (set(words.asked.question_stems) - _OF_HOURS).isdisjoint(stems(around))
    return is_of_place and is_meant and _is_only_one(words, asked)


def _label(line: str) -> str:
    """The days of the week that a row or a line with a label is of, as it is written; "" where it is of none alone."""
    name = row_name(line)
    labelled = None if name else _LABEL.match(line)
    label = name or (labelled[0] if labelled else "")
    return label if _OF_DAYS.fullmatch(label) else ""


def _is_only_one(words: QuotedWords, asked: frozenset[int]) -> bool:
    """Whether a document has several lines of weekdays and only one of them is of some day."""
    labelled = _labelled(words.asked.snapshot, words.passage.document_id)
    return len(labelled) >= _LEAST and sum(map(asked.issubset, labelled)) == 1


@once_a_document
def _labelled(snapshot: Snapshot, document_id: str) -> tuple[frozenset[int], ...]:
    """The days of the week of each line of a document that is of days alone, in order."""
    document = snapshot.document(document_id)
    labels = (_label(line.strip()) for line in (document.text if document else "").splitlines())
    return tuple(weekdays_in(label) for label in labels if label)
