"""Days that are not what is asked for: that of the first for the second, one to come, that of a review of the paper."""

from __future__ import annotations

from collections.abc import Callable

from corpus.language.distinctions.named_days import days_named, is_told_of_day_elsewhere
from corpus.language.imprints import is_only_of_paper
from corpus.language.lasting.holding import days_of
from corpus.language.lasting.hours import lacks_hour
from corpus.language.lasting.wanted_days import asks_of_past_day, is_of_one_before, is_of_other_number
from corpus.language.rows import is_row
from corpus.language.times.dates import times
from corpus.language.times.parts import weekdays_in, weekly_days
from corpus.language.times.tense import asks_when_meant, only_past, only_to_come
from corpus.language.values import value_spans
from qa.checks.own_years import another_own_year
from qa.passages.quoted import QuotedWords
from qa.query.asking import asking_sentences


def _day_of_other_number(words: QuotedWords) -> bool:
    """The question asks when the second of some was, and the day is told of the first."""
    return words.kind == "date" and is_of_other_number(words.question, _before(words))


def _day_of_one_before(words: QuotedWords) -> bool:
    """The question asks when the last of some was, and the day is told of the one before it."""
    is_of_last = words.asked.query.interpretation.order == "latest"
    return words.kind == "date" and is_of_last and is_of_one_before(_before(words))


def _before(words: QuotedWords) -> str:
    """What stands in their sentence before the day."""
    return words.sentence_text[: words.span.within[0]]


def _day_to_come(words: QuotedWords) -> bool:
    """The question asks when something was, and the only day that is quoted is yet to come."""
    value = words.span.value
    days = days_of(value[2]) if value and value[2].kind == "date" else None
    is_to_come = days is not None and days[0] > words.asked.query.today.toordinal()
    return words.kind == "date" and is_to_come and asks_of_past_day(words.question)


def _planned_day(words: QuotedWords) -> bool:
    """The question asks when something was done, and the sentence tells only for when it is planned."""
    question, said = words.question, words.sentence_text
    is_dated = words.kind == "date" and words.span.value is not None
    return is_dated and all(only_to_come(question, said, *day) for day in value_spans(said, "date"))


def _day_it_came(words: QuotedWords) -> bool:
    """The question asks when something was to be, and the sentence tells only when it was so."""
    question, said = words.question, words.sentence_text
    days = value_spans(said, "date") if words.kind == "date" and asks_when_meant(question) else []
    return bool(days) and all(only_past(question, said, *day) for day in days)


def _day_of_the_paper(words: QuotedWords) -> bool:
    """The question asks when something was, and the day is that on which the paper was reviewed or changed."""
    lead = _before(words).rpartition("\n")[2]
    return words.kind == "date" and is_only_of_paper(words.question, lead)


def _no_hour(words: QuotedWords) -> bool:
    """The question asks what time of the day something is, and the words tell none."""
    return lacks_hour(words.question, words.quote)


def _another_day_of_the_week(words: QuotedWords) -> bool:
    """The question asks what is so on Sundays, and the sentence tells of another day, as does what it stands under."""
    question, said = words.question, words.sentence_text
    if words.is_closed or words.kind in ("reason", "list"):
        return False
    asked, told = weekly_days(question), weekdays_in(f"{words.stands_under}\n{said}")
    is_of_others = bool(told) or (words.kind in ("date", "number") and bool(times(said)))
    return bool(asked) and asked.isdisjoint(told) and is_of_others


def _day_told_elsewhere(words: QuotedWords) -> bool:
    """The question names a day, the sentence is of others, and another sentence of the passage is of that one."""
    question = asking_sentences(words.question)
    if words.kind == "list" or not days_named(question) or is_row(words.sentence_text):
        return False
    return is_told_of_day_elsewhere(question, words.sentence_text, words.above, words.other_sentences)


DAY_CHECKS: tuple[Callable[[QuotedWords], bool], ...] = (
    _day_of_other_number,
    _day_of_one_before,
    _day_to_come,
    _planned_day,
    _day_it_came,
    _day_of_the_paper,
    _no_hour,
    _another_day_of_the_week,
    _day_told_elsewhere,
    another_own_year,
)
"""Each says whether the words answer with another day than the one that is asked for."""
