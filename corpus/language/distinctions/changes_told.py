"""Figures of another day told by a change: "There were 469. This is an increase from 358 in March 2014."."""

from __future__ import annotations

import re
from datetime import date

from corpus.language.kinds import Span
from corpus.language.lasting.apart import has_value, is_beside, parts_of, values_apart
from corpus.language.lasting.holding import days_of
from corpus.language.sentences import sentences
from corpus.language.times.dates import dates, times_with_days
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


def of_asked_time(question: str, text: str, span: Span, said: date | None = None) -> Span:
    """Of words with figures of several times the part that is of the time asked about.

    Without a time the newer figure counts, where no change is asked about; other words stay as they are.

    Args:
        question: such as "How many plans were there in 2015?".
        text: with the words, such as "469 plans. This is an increase from 358 at 31 March 2014.", or in one sentence
            "It fell from 31% in 2020 to 22% this year.".
        span: where they stand in it.
        said: the day that "this year" counts from.
    """
    words = text[slice(*span)]
    change = next((own for own in sentences(words)[1:] if _OPENS.match(words, *own)), None)
    asked = _days(question)
    if not asked and _ASKS_CHANGE.search(question):
        return span
    if change is None:
        first, last = _part_of_time(asked, words, said)
        return span[0] + first, span[0] + last
    start, end = span[0] + change[0], span[0] + change[1]
    return (start, end) if _meet(asked, _days(words[slice(*change)])) else (span[0], start)


def _part_of_time(asked: list[Span], words: str, said: date | None) -> Span:
    """The one part of some words that is of a time, or without one the newest; all of them where that is not clear."""
    whole = 0, len(words)
    parts = [part for part in parts_of(words) if has_value(words[slice(*part)])]
    own = [part for part in parts if not is_beside(words, part[0])]
    if not asked and len(own) == 1 < len(parts):
        return own[0]
    if not values_apart(words):
        return whole
    times = {part: [days for one in dates(words[slice(*part)], said) if (days := days_of(one))] for part in parts}
    if asked:
        meant = [part for part in parts if _meet(asked, times[part])]
        return meant[0] if len(meant) == 1 else whole
    newest = sorted(own, key=lambda part: max((last for _, last in times[part]), default=0))
    is_clear = len(own) > 1 and all(times[part] for part in own) and times[newest[-2]] != times[newest[-1]]
    return newest[-1] if is_clear else whole


def _days(text: str) -> list[Span]:
    """The first and last days, as ordinals, of the times of a text that have a year."""
    return [(first.toordinal(), last.toordinal()) for _, (first, last) in times_with_days(text, ALL_YEARS)]


def _meet(asked: list[Span], told: list[Span]) -> bool:
    return any(first <= end and start <= last for first, last in asked for start, end in told)
