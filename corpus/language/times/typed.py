"""Days as people type them in a field: "3 May 2021", "last July", "2019"."""

from __future__ import annotations

from datetime import date
from typing import Final

from corpus.language.times.dates import dates, find_times
from corpus.language.times.parts import first_day, last_day

MOST_CHARS: Final = 60
"""What is longer is no day."""
_LEADS = ("", "It was on ", "It was in ")
"""What is put before a time so that a month alone, or a day without its year, is read as one that was."""


def typed_days(text: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what somebody typed as a time.

    Args:
        text: a day, month, year or any other time, with nothing beside it.
        today: what "last year" counts from; "last July", and a day without its year, is the last one up to then.

    Returns:
        Both days, the same where a day was typed; None where the text is not all of it one time.
    """
    typed = " ".join(text.split())
    if not typed or len(typed) > MOST_CHARS:
        return None
    for time in find_times(typed):
        if time.asked and (time.start, time.end) == (0, len(typed)):
            one, other = time.asked(today)
            return first_day(one), last_day(other)
    for lead in _LEADS:
        for mention in dates(lead + typed, today):
            if (mention.start, mention.end) == (len(lead), len(lead) + len(typed)):
                first, _, last = mention.normalized.partition("/")
                return _ends(first, last or first)
    return None


def _ends(first: str, last: str) -> tuple[date, date] | None:
    """The days at both ends of two dates in ISO 8601; None for a year that no calendar has."""
    try:
        one, other = (tuple(map(int, written.split("-"))) for written in (first, last))
        return first_day(one), last_day(other)
    except ValueError:
        return None
