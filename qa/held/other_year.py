"""Another year: words of one that has only a part of the time asked about, as 2022/23 has of 2022, say which it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from corpus.language.kinds import Span
from corpus.language.wording import days_in_words
from qa.answer import Notice
from qa.checks.timed import times_of
from qa.choosing.answer_model import Chosen
from qa.choosing.course import Course
from qa.passages.asked import Asked
from qa.passages.quoted import QuotedWords
from qa.query.holding import is_time_led

_OTHER_YEAR: Final = "These words are of {told}, which has only a part of the time asked about ({asked})."


def of_other_year(course: Course, chosen: Chosen) -> Chosen:
    """What was chosen; where its first words are of another year that overlaps the one asked about, with a notice.

    So "In 2022/23 £410,000 was spent" does not tell how much was spent in 2022, and is no surer than not.

    Args:
        course: of the question.
        chosen: its passages in order.
    """
    asked = course.asked
    candidate, wanted = chosen.ranking.candidates[0], _days_asked(asked)
    if wanted is None or not chosen.confidence.probability:
        return chosen
    words = QuotedWords(asked, candidate.passage, candidate.document.title, chosen.spans[0])
    told, time = times_of(words)
    years = told or ([time.year] if time.year else [])
    if not years or not all(_only_meets(year, wanted) for year in years):
        return chosen
    first, last = map(date.fromordinal, years[0])
    notice = Notice(
        "other_year",
        _OTHER_YEAR.format(told=days_in_words(first, last), asked=asked.query.interpretation.periods[0].text),
    )
    return replace(chosen.as_one_of_two(), notices=(*chosen.notices, notice))


def _days_asked(asked: Asked) -> Span | None:
    """The first and last day of the one time at which something else than a date is asked for, as ordinals."""
    periods = asked.query.interpretation.periods
    if len(periods) != 1 or asked.answer_type == "date" or not is_time_led(asked.query.question, periods[0].text):
        return None
    first, last = periods[0].first, periods[0].last
    return (first.toordinal(), last.toordinal()) if first and last else None


def _only_meets(one: Span, other: Span) -> bool:
    """Whether two times have days in common, and each has days that the other has not."""
    return one[0] < other[0] <= one[1] < other[1] or other[0] < one[0] <= other[1] < one[1]
