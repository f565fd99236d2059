"""Other dates: of a question when something was, every date that the passages read give for it, and how many say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language.lasting.holding import days_of
from corpus.language.nearness import clause_ends
from corpus.language.times.dates import dates
from corpus.language.words import stems
from qa.choosing.answer_model import Chosen, Other
from qa.choosing.course import Course
from qa.choosing.statements import Matter, Statement, documents_of, statements
from qa.passages.asked import Asked
from qa.passages.quoted import is_unasked_day

_HAPPENED: Final = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.I)
"""A question with one of these asks when something happened; "when does it open?" may ask for the hours."""
_ASIDE_WORDS: Final = 5
"""A clause of so few words with a date, such as "in March 1987", dates what stands beside it."""


@dataclass(frozen=True, slots=True)
class DateGroup:
    """Statements of one date, the most exact first.

    Attributes:
        first, last: the days of the most exact of them, as ordinals.
        told: the statements.
    """

    first: int
    last: int
    told: tuple[Statement, ...]


def other_dates(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen, with the other dates that the passages read give for what is asked about.

    These are dates of the event, and never those of documents: of sentences that hold all that is asked about, by the
    date that stands beside its words. Nothing is added where the words chosen have no date, where the first or the
    latest is asked for, or where judgements over time answer.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    value = chosen.spans[0].value
    if value is None or asked.answer_type != "date" or chosen.timeline or asked.query.interpretation.order:
        return chosen
    best = Statement(chosen.ranking.candidates[0], chosen.spans[0])
    if not _HAPPENED.search(asked.query.question) or is_unasked_day(asked, best.sentence):
        return chosen
    matter = Matter(asked)
    told = [one for one in statements(asked, chosen.ranking) if _is_dated(matter, one) and _is_asked_time(asked, one)]
    groups = grouped([best, *told])
    own = next(group for group in groups if best in group.told)
    known = [other.candidate.document_index for other in chosen.others]
    others = [
        Other(group.told[0].candidate, group.told[0].span, "date", documents_of(group.told))
        for group in sorted(groups, key=lambda group: (-documents_of(group.told), -group.last))
        if group is not own and group.told[0].candidate.document_index not in known
    ]
    supporting = max(chosen.supporting, documents_of(own.told) - 1)
    is_more = others or supporting > chosen.supporting
    return replace(chosen, others=(*chosen.others, *others), supporting=supporting) if is_more else chosen


def grouped(told: Sequence[Statement]) -> list[DateGroup]:
    """Statements by their dates; one of a year supports the one day or month of that year that others tell.

    Args:
        told: statements with dates.
    """
    dated = [(days, one) for one in told if (days := days_of(one.value))]
    groups: list[DateGroup] = []
    for (first, last), one in sorted(dated, key=lambda placed: placed[0][1] - placed[0][0]):
        within = [place for place, group in enumerate(groups) if first <= group.first and group.last <= last]
        if len(within) == 1:
            group = groups[within[0]]
            groups[within[0]] = replace(group, told=(*group.told, one))
        elif not within:
            groups.append(DateGroup(first, last, (one,)))
    return groups


def _is_asked_time(asked: Asked, one: Statement) -> bool:
    """Whether a date is within a time that the question names; true where it names none."""
    periods, days = asked.query.interpretation.periods, days_of(one.value)
    return not periods or any(
        days
        and (not each.last or days[0] <= each.last.toordinal())
        and (not each.first or each.first.toordinal() <= days[1])
        for each in periods
    )


def _is_dated(matter: Matter, one: Statement) -> bool:
    """Whether it is the matter that the date of a statement dates: they share a clause, or it is the only date."""
    sentence, within = one.sentence, one.within
    stops = [0, *clause_ends(sentence), len(sentence)]
    place = max(index for index, stop in enumerate(stops[:-1]) if stop <= within[0])
    clause = sentence[stops[place] : stops[place + 1]]
    plain = set(matter.plain)
    if plain & set(stems(clause)):
        return True
    beside = sentence[stops[max(0, place - 1)] : stops[min(len(stops) - 1, place + 2)]]
    is_only = len({mention.normalized for mention in dates(sentence, None)}) == 1
    return is_only and len(clause.split()) <= _ASIDE_WORDS and bool(plain & set(stems(beside)))
