"""Named days: what is so on other days says nothing of Christmas Eve, where the same paper tells of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.language.kinds import QUESTIONS_KEPT, TEXTS_KEPT
from corpus.language.lasting.hours import asks_opening, tells_opening, weekdays_asked
from corpus.language.times.parts import weekdays_in
from corpus.language.vocabulary import alternatives, load

_TABLE: Final = load("dates")
_NAMED: Final = re.compile(
    rf"\b{alternatives([*_TABLE['feasts'], *_TABLE['easter'], *_TABLE['short_feasts'], *_TABLE['holidays']])}s?\b", re.I
)


@lru_cache(maxsize=QUESTIONS_KEPT)
def days_named(question: str) -> frozenset[str | int]:
    """The feasts and holidays that a question names, in lower case, or else its days of the week, Monday as 0.

    Args:
        question: such as "How late is the yard open on Christmas Eve?".
    """
    return _feasts(question) or weekdays_asked(question)


def is_told_of_day_elsewhere(question: str, sentence: str, above: str, others: Sequence[str]) -> bool:
    """Whether a question names a day, a sentence does not, and another one of its passage does.

    A sentence that names no day at all may be of the one that the sentence before it names. Where hours are asked for,
    the other one has to tell some.

    Args:
        question: such as "How late is the yard open on Christmas Eve?".
        sentence: such as "The yard is open from 8am to 6pm, but not on Wednesdays.".
        above: what it stands under.
        others: the other sentences of the passage, such as "On Christmas Eve the gates close at 2pm.".
    """
    wanted = days_named(question)
    if not wanted or not _days(sentence) or not wanted.isdisjoint(_days(f"{above}\n{sentence}")):
        return False
    told = (other for other in others if not wanted.isdisjoint(_days(other)))
    return any(tells_opening(other) or not asks_opening(question) for other in told)


@lru_cache(maxsize=TEXTS_KEPT)
def _days(text: str) -> frozenset[str | int]:
    """The feasts, holidays and days of the week that a text names."""
    return _feasts(text) | weekdays_in(text)


def _feasts(text: str) -> frozenset[str | int]:
    """The feasts and holidays that a text names, in lower case."""
    return frozenset(match[0].casefold().removesuffix("s") for match in _NAMED.finditer(text.replace("’", "'")))
