"""Rows: what many documents state, one thing a row, each with the words that state it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from corpus.judgements.judgement import Basis
from qa.judged.timeline import Evidence

MOST_ROWS: Final = 500
"""A table has no more rows; how many there would be is told."""
MOST_NAMED: Final = 3
"""So many of the documents in which nothing was found are named."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        subject: whom it is of, as the documents call it.
        what: the name of what was judged, or of the kind of visit.
        value: the name of the grade; "" for a visit that gave none, or whose grade is not known.
        first, last: the first and last day that it is as of; null where no document says.
        basis: what gives these days; see `TimelineEntry`.
        note: what else is to be known of it, in a few words; "" for nothing.
        documents: how many documents state it.
        evidence: the words that state it best.
    """

    subject: str
    what: str
    value: str
    first: date | None
    last: date | None
    basis: Basis
    note: str
    documents: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TableInfo:
    """What a table of rows is of.

    Attributes:
        asked: how the question was read, in a few words.
        count: how many of what was asked for there are, which may be more than the rows, or fewer.
        counted: of what, such as "authorities".
        documents: how many documents were looked at.
        silent: in how many of them nothing of the kind was found, so that they may say what is not counted.
        note: what else is to be known, in a sentence; "" for nothing.
        earlier: how many of these are counted by a judgement from before the time asked about, the last one known then.
        time: that time in words, such as "2023", where any are; else "".
        silent_titles: what the first of the silent documents are called.
    """

    asked: str
    count: int
    counted: str
    documents: int
    silent: int
    note: str = ""
    earlier: int = 0
    time: str = ""
    silent_titles: tuple[str, ...] = ()
