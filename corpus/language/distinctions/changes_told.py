"""Figures of another day told by a change: "There were 469. This is an increase from 358 in March 2014."."""

from __future__ import annotations

import re
from datetime import date

from corpus.language.kinds import Span
from corpus.language.sentences import sentences
from corpus.language.times.dates import times_with_days
from corpus.language.times.parts import ALL_YEARS
from corpus.language.vocabulary import alternatives, load

_TABLE = load("dates")["compared_figures"]
_OPENS = re.compile(
    rf"\W*{alternatives(_TABLE['this'])}\s+(?:an?\s+)?(?:[\w-]+\s+)?{alternatives(_TABLE['changes'])}"
    rf"(?=\s+(?:{alternatives(_TABLE['goes_on'])}\b|\d)|\W*$)",
    re.I,
)
_ASKS_CHANGE = re.compile(rf"\b{alternatives([*_TABLE['changes'], *_TABLE['earlier']])}\b", re.I)


def compared_figures(question: str, text: str, sentence: Span) -> Span | None:
    """A sentence that tells a figure by how it changed, with the one before that says of what; None for any other.

    Or a sentence with the next one, where only that tells of the time that the question names.

    Args:
        question: such as "How many plans were there in March 2014?".
        text: of the passage, such as "In 2015 there were 469 plans. This is an increase from 358 in March 2014."
        sentence: where the sentence stands in it.
    """
    first = text.rfind("\n", 0, sentence[0]) + 1
    if _OPENS.match(text, *sentence):
        before = sentences(text[first : sentence[0]])
        return (first + before[-1][0], sentence[1]) if before else None
    following = text[sentence[1] :].partition("\n")[0]
    start, end = next(iter(sentences(following)), (0, 0))
    if start == end or not _OPENS.match(following, start, end):
        return None
    asked = _days(question)
    is_next = _meet(asked, _days(following[start:end])) and not _meet(asked, _days(text[slice(*sentence)]))
    return (sentence[0], sentence[1] + end) if is_next else None


def of_asked_time(question: str, text: str, span: Span) -> Span:
    """Of words with a figure and how it changed the part that is of the time asked about.

    Without a time the newer figure counts, where no change is asked about; other words stay as they are.

    Args:
        question: such as "How many plans were there in 2015?".
        text: with the words, such as "469 plans. This is an increase from 358 at 31 March 2014."
        span: where they stand in it.
    """
    said = text[slice(*span)]
    change = next((own for own in sentences(said)[1:] if _OPENS.match(said, *own)), None)
    asked = _days(question)
    if change is None or (not asked and _ASKS_CHANGE.search(question)):
        return span
    start, end = span[0] + change[0], span[0] + change[1]
    return (start, end) if _meet(asked, _days(said[slice(*change)])) else (span[0], start)


def _days(text: str) -> list[tuple[date, date]]:
    """The first and last days of the times of a text that have a year."""
    return [days for _, days in times_with_days(text, ALL_YEARS)]


def _meet(asked: list[tuple[date, date]], told: list[tuple[date, date]]) -> bool:
    return any(first <= end and start <= last for first, last in asked for start, end in told)
