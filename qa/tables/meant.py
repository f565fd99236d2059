"""Meant columns: those that a question asks for by other words than their names, by what was done or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.language.amounts.counted import asks_count
from corpus.language.amounts.numbers import names_length
from corpus.language.vocabulary import alternatives, load

_COLUMNS_ASKED = tuple(
    (frozenset[str](one["names"]), re.compile(rf"(?!.*\bwhy\b).*\b{alternatives(one['asking'])}\b", re.I))
    for one in load("tables")["columns_asked"]
)
_SENTENCE_END = re.compile(r"[.!?;]\s+(?=\w)")
"""Before what is asked after a story: "They applied for money. How much did they get?"."""
_LEAST_CHARS = 4
"""The name of a column that is shorter may be a small word, as "A" in "What is a ticket?"."""
_AUXILIARY = alternatives(load("tables")["told_behind"])
_IN_UNIT = re.compile(r"(?:^|[(,]|\bin\b) ?([a-z]+) ?\)?$", re.I)
"""A column's name that is or ends with a unit: "Weeks", "Wait (weeks)", "Wait in weeks"."""


def meant_columns(names: Sequence[str], question: str) -> list[int]:
    """The columns that a question asks for, and not why, by other words than their names: "was given" for "Awarded".

    Args:
        names: of the columns of a table.
        question: as it was asked; its last sentence counts first.
    """
    last = _SENTENCE_END.split(question)[-1]
    return _meant(names, last) or _meant(names, question)


def _meant(names: Sequence[str], question: str) -> list[int]:
    return [
        place
        for place, name in enumerate(names)
        if any(name.casefold() in called and asking.match(question) for called, asking in _COLUMNS_ASKED)
    ]


def told_columns(names: Sequence[str], question: str) -> list[int]:
    """The one column by which a question says what was done: "Not upheld" of "How many complaints were not upheld?".

    Args:
        names: of the columns of a table, such as "Complaints received", "Upheld" and "Not upheld".
        question: as it was asked.
    """
    asked = " ".join(question.casefold().split())
    found = [
        place
        for place, name in enumerate(names)
        if len(name) >= _LEAST_CHARS and re.search(rf"\b{_AUXILIARY}\s+{re.escape(name.casefold())}(?!\w)", asked)
    ]
    return found if len(found) == 1 else []


def is_in_time(question: str, name: str) -> bool:
    """Whether a question asks how many there are of something, and a column is in weeks or the like, not asked for.

    Args:
        question: such as "How many people are waiting?".
        name: of the column, such as "Wait (weeks)"; "Waiting over 52 weeks" is in none.
    """
    unit = _IN_UNIT.search(name)
    if unit is None or not names_length(unit[1]) or names_length(question):
        return False
    return asks_count(question)
