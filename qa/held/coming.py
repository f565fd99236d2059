"""Coming dates: a question when something is asks for the next time, and is told where that has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.kinds import PlacedValue, Value
from corpus.language.lasting.holding import days_of
from corpus.language.times.dates import dates
from corpus.language.vocabulary import alternatives, load
from qa.answer import Notice
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import Statement, statements
from qa.held.valued import beside
from qa.passages.asked import Asked
from qa.passages.editions import are_alike, of_whom
from qa.query.holding import asks_of_past

_IS: Final = alternatives(load("holding")["asking"]["when_is"])
_ASKS_NEXT: Final = re.compile(rf"\b(?:when|(?:what|which)\s+(?:day|date))(?:['’]s|\s+{_IS})\b", re.I)
_SINCE_WHEN: Final = re.compile(rf"\b{alternatives(load('holding')['asking']['since_when'])}\b", re.I)
_PASSED: Final = "That day has passed: no later one was found."


def of_coming_dates(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; of a question when something is, with the next day first that is told in the same words.

    So of "Spring term 2026: starts 5 January 2026" and the same for 2027 that of 2027 answers in the autumn between.
    Where no day to come is told, it is the last one of the document, and a notice says that it has passed.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    read, question = asked.query.interpretation, asked.query.question
    best = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    days = days_of(best.value) if best.span.value and best.value.kind == "date" else None
    is_open = read.answer_type == "date" and not (read.periods or read.order or chosen.timeline)
    is_next = _ASKS_NEXT.search(question) and not _SINCE_WHEN.search(question)
    if not is_open or days is None or asks_of_past(question) or not is_next:
        return chosen
    today = asked.query.today.toordinal()
    told = sorted(_alike(asked, chosen, best), key=lambda one: one[0])
    beside_it = [one for one in told if one[1].candidate.document_index == best.candidate.document_index]
    last, following = next((one for one in told if one[0] >= today), ([(days[1], best), *beside_it])[-1])
    if _is_another(days[1], last, today):
        others = (*chosen.others, Other(best.candidate, best.span, "earlier")) if days[1] < today else chosen.others
        chosen = replace(chosen.with_first(following.candidate, following.span), others=others)
    has_passed = max(last, days[1]) < today
    return replace(chosen, notices=(*chosen.notices, Notice("passed", _PASSED))) if has_passed else chosen


def _is_another(day: int, other: int, today: int) -> bool:
    """Whether another day that is told is a later time, or a nearer one, of the same: of another year, or yet to come.

    Of two days of one year that are over, or yet to come, one may be wrong.
    """
    is_of_other_year = date.fromordinal(day).year != date.fromordinal(other).year
    return other != day and other > min(day, today) and (is_of_other_year or day < today <= other)


def _alike(asked: Asked, chosen: Chosen, best: Statement) -> Iterator[tuple[int, Statement]]:
    """The statements that say the same as one of other days, each with its last day.

    Of several dates in a sentence, such as a first and a last day, it is the one in the same place.
    """
    own, placed = beside(best), _placed(best)
    place = next((place for place, one in enumerate(placed) if one[:2] == best.within), None)
    for one in statements(asked, chosen.ranking):
        others = _placed(one)
        if place is not None and len(others) == len(placed):
            start, (first, last, value) = one.span.sentence[0], others[place]
            value_place = (start + first, start + last, value)
            one = replace(one, span=replace(one.span, quote=value_place[:2], value=value_place))
        is_of_same = of_whom(one.candidate.document) == of_whom(best.candidate.document)
        if (days := days_of(one.value)) and is_of_same and are_alike(own, beside(one)):
            yield days[1], one


def _placed(statement: Statement) -> list[PlacedValue]:
    """The dates of a sentence as values, by where they stand in it."""
    said = statement.candidate.document.said
    found = dates(statement.sentence, said)
    return [(one.start, one.end, Value("date", one.text, one.normalized)) for one in found]
