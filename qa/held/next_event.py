"""Next events: of a list of events with their days the first that is yet to come answers what is next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.kinds import Span, Value
from corpus.language.lasting.holding import days_of
from corpus.language.times.dates import dates
from corpus.language.times.parts import says_when
from corpus.language.times.tense import says_next
from corpus.language.vocabulary import alternatives, load
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.held.answering import STATED
from qa.held.valued import read_passages, sentence_spans
from qa.passages.asked import Asked
from qa.passages.candidates import Candidate
from qa.passages.quoted import AnswerSpan
from qa.passages.sentences import QUOTABLE
from qa.tables.named_rows import header_of

_TABLE: Final = load("holding")["next_event"]
_CALLED_OFF: Final = re.compile(rf"\b{alternatives(_TABLE['called_off'])}\b", re.I)
_NOT_ITSELF: Final = re.compile(rf"\b{alternatives(_TABLE['not_itself'])}\b", re.I)
"""With one of these a line tells of something beside the event: "Gala entry forms to be handed in"."""
_RECURS: Final = re.compile(rf"\b{alternatives(_TABLE['recurring'])}\b", re.I)
_ANY: Final = frozenset(stems(" ".join(_TABLE["any"])))
"""Stems of words for any event, which need not stand in its line."""
_LEAST: Final = 2
"""Fewer lines with a day are no list of events."""
_MOST_WORDS: Final = 25
"""A longer line tells more than an event."""
_NONE_TO_COME: Final = "None of the days that were found is to come: the last of them is {day}."


@dataclass(frozen=True, slots=True)
class _Event:
    """A line of a list of events.

    Attributes:
        candidate: the passage that it is of.
        line: where it stands in that.
        date: where its day does, with the day.
        days: its first and last day, as ordinals.
        recurs: whether it comes again and again from its day on: "Every Monday from 5 January".
    """

    candidate: Candidate
    line: Span
    date: tuple[int, int, Value]
    days: Span
    recurs: bool


def of_next_events(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where it is asked what is next, or when, the first line of a list of events that is to come.

    A line is of what is asked about where it has all words of the question, with what it stands under, but for words
    such as "event".

    Args:
        course: of the question.
        chosen: its passages in order.

    Returns:
        Where all such lines are over, a sentence that tells it in words, "within five years"; else with no confidence.
    """
    asked = course.asked
    query = asked.query
    today = query.today.toordinal()
    if not says_next(query.question) or query.interpretation.periods or chosen.timeline:
        return chosen
    first, sentence = chosen.ranking.candidates[0], chosen.spans[0].sentence
    if says_next(first.passage.text[slice(*sentence)]) and any(days[1] >= today for days in _days_told(chosen)):
        return chosen
    events = list(_events(asked, chosen))
    told = sorted((event for event in events if not event.recurs), key=lambda event: event.days)
    coming = next((event for event in told if event.days[1] >= today), None)
    if coming:
        quote = coming.date[:2] if asked.answer_type == "date" else coming.line
        value = coming.date if asked.answer_type == "date" else None
        found = chosen.with_first(coming.candidate, AnswerSpan(quote, coming.line, value), STATED)
        is_chosen = coming.candidate.row == first.row and coming.line[0] <= sentence[0] < coming.line[1]
        sure = max(STATED, chosen.confidence.probability) if is_chosen else STATED
        return found.as_sure(sure)
    is_coming = any(days[1] >= today for days in _days_told(chosen))
    if len(told) < len(events) or not told or is_coming:
        return chosen
    if in_words := _told_in_words(asked, chosen):
        return in_words
    return replace(chosen.as_sure(0.0), ended=_NONE_TO_COME.format(day=told[-1].date[2].text))


def _told_in_words(asked: Asked, chosen: Chosen) -> Chosen | None:
    """What was chosen with a sentence first that tells in words what is next: "The next one will be within five years".

    None where no sentence of what is asked about does. It is less sure where it does not have all words of the
    question, with what it stands under.
    """
    wanted = frozenset(asked.query.terms) - _ANY
    for candidate in read_passages(asked, chosen.ranking):
        text, above = candidate.passage.text, f"{candidate.document.title}\n{candidate.passage.heading}"
        for span, kind in sentence_spans(asked, candidate):
            sentence = text[slice(*span)]
            own = frozenset(stems(sentence))
            if kind not in QUOTABLE or not says_next(sentence) or wanted.isdisjoint(own) or dates(sentence, None):
                continue
            is_whole = wanted <= own | frozenset(stems(above)) and says_when(sentence)
            return chosen.with_first(candidate, AnswerSpan(span, span, None), STATED) if is_whole else chosen
    return None


def _days_told(chosen: Chosen) -> Iterator[Span]:
    """The first and last days that the sentence of the first words tells."""
    candidate, span = chosen.ranking.candidates[0], chosen.spans[0]
    sentence = candidate.passage.text[slice(*span.sentence)]
    yield from filter(None, map(days_of, dates(sentence, candidate.document.said)))


def _events(asked: Asked, chosen: Chosen) -> Iterator[_Event]:
    """The lines of lists of events that are of what is asked about."""
    wanted = frozenset(asked.query.terms) - _ANY
    for candidate in read_passages(asked, chosen.ranking):
        lines = list(_lines(candidate))
        if len(lines) < _LEAST:
            continue
        passage, above = candidate.passage, f"{candidate.document.title}\n{candidate.passage.heading}"
        for event in lines:
            said = passage.text[slice(*event.line)]
            told = frozenset(stems(f"{above}\n{header_of(passage, event.line)}\n{said}"))
            is_own = not wanted or not wanted.isdisjoint(stems(said)) or wanted <= frozenset(stems(above))
            if wanted <= told and is_own and not _CALLED_OFF.search(said) and not _NOT_ITSELF.search(said):
                yield event


def _lines(candidate: Candidate) -> Iterator[_Event]:
    """The lines of a passage that give one day, each as an event."""
    text, start = candidate.passage.text, 0
    for line in text.splitlines(keepends=True):
        found = list(dates(line, candidate.document.said))
        days = days_of(found[0]) if len(found) == 1 else None
        if days and found[0].normalized and len(found[0].text.split()) < len(line.split()) <= _MOST_WORDS:
            own = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            value = Value("date", found[0].text, found[0].normalized)
            place = start + found[0].start, start + found[0].end, value
            yield _Event(candidate, own, place, days, _RECURS.search(line) is not None)
        start += len(line)
