"""Proposals, promises and plans: words that only put forward or promise what is asked are no surer than not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.distinctions.forecasts import only_promised
from corpus.language.kinds import PlacedValue
from corpus.language.lasting.holding import days_of
from corpus.language.predicates import only_put_forward
from corpus.language.times.dates import dates
from corpus.language.times.tense import STATE_ENDS, only_plans_state, only_to_come
from corpus.language.wording import day_in_words
from corpus.language.words import stems
from qa.answer import Notice
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.citing.citation import flattened
from qa.passages.quoted import QuotedWords

_PROPOSED: Final = "These words{of} only put this forward: that it was decided so was not found."
_PROMISED: Final = "These words{of} only tell that somebody said it would be so: that it came so was not found."
_WAS_TO_BE: Final = "The passages that were read say when this was to be: “{told}” Whether it came so was not found."
_PLANNED: Final = "The passages that were read only say that this was to be: “{told}” Whether it came so was not found."
_IS_TO_BE: Final = "The passages that were read say when this is to be: “{told}” That it has come yet was not found."


def of_proposal(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where its first words are only a proposal or a promise, with a notice, and no surer than not.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    candidate = chosen.ranking.candidates[0]
    words = QuotedWords(asked, candidate.passage, candidate.document.title, chosen.spans[0])
    following = "\n".join(words.sentences_after)
    question, said = asked.query.question, words.sentence_text
    is_proposed = only_put_forward(question, said, following, words.stands_under)
    if not chosen.confidence.probability or not (is_proposed or only_promised(question, said)):
        return chosen
    day = candidate.document.day
    told = (_PROPOSED if is_proposed else _PROMISED).format(
        of=f" of {day_in_words(date.fromordinal(day))}" if day else ""
    )
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, Notice("proposed", told)))


def of_plan(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where nothing tells whether or when something was done, with when it was to be as the reason.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    if asked.answer_type == "yes_no":
        return _unless_planned(course, chosen)
    if asked.answer_type != "date" or chosen.confidence.probability or chosen.ended:
        return chosen
    for candidate, span in zip(chosen.ranking.candidates, chosen.spans, strict=False):
        words = QuotedWords(asked, candidate.passage, candidate.document.title, span)
        told = frozenset(stems(f"{words.stands_under}\n{words.sentence_text}"))
        if span.value and told.issuperset(asked.query.terms) and _is_planned(words, span.value):
            days = days_of(span.value[2])
            is_over = days is not None and days[1] < asked.query.today.toordinal()
            reason = _WAS_TO_BE if is_over else _IS_TO_BE
            return replace(chosen, ended=reason.format(told=flattened(words.sentence_text)))
    return chosen


def _unless_planned(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where its first words say only that something was to be so, with that as the reason."""
    asked, placed = course.asked, zip(chosen.ranking.candidates, chosen.spans, strict=False)
    told = [QuotedWords(asked, candidate.passage, candidate.document.title, span) for candidate, span in placed]
    if not told or not only_plans_state(asked.query.question, told[0].sentence_text):
        return chosen
    unsure, said_of = chosen.as_sure(0.0), f"{told[0].title}\n{told[0].stands_under}\n{told[0].sentence_text}"
    if not frozenset(stems(said_of)).issuperset(frozenset(asked.query.terms) - STATE_ENDS):
        return unsure
    sentence, said = told[0].sentence_text, chosen.ranking.candidates[0].document.said
    days = [end for mention in dates(sentence, said) if (end := days_of(mention))]
    is_over = bool(days) and days[-1][1] < asked.query.today.toordinal()
    reason = _WAS_TO_BE if is_over else _IS_TO_BE if days else _PLANNED
    return replace(unsure, ended=reason.format(told=flattened(sentence)))


def _is_planned(words: QuotedWords, day: PlacedValue) -> bool:
    """Whether a sentence tells of a day only as one to come, where it is asked when something was done."""
    start = words.span.sentence[0]
    return only_to_come(words.question, words.sentence_text, day[0] - start, day[1] - start)
