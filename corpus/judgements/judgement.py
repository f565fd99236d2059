"""A judgement that a document states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Basis = Literal["inspected", "stated", "document", "reckoned"]
Standing = Literal["given", "told"]
OF_DOCUMENT: Final[frozenset[Basis]] = frozenset({"document", "reckoned"})
"""What gives a time that is not that of a judgement, but of the document that tells what holds."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement that a document states: whose, of what, which grade, as of when, and where it stands.

    Attributes:
        subject: whom it is of: the document's `authority` label, or the name that the sentence names; "" for neither.
        aspect: the key of what is judged in its scale, such as "overall" or "care_leavers".
        grade: the key of the grade in its scale, such as "requires_improvement".
        scale: the key of the scale.
        day: the proleptic ordinal of the day it is as of, or of the first day of the time it is as of; 0 where unknown.
        until: that of the last day of this time: of the end of a month or year that is named; equals day for a day.
        basis: what gives the day: the inspection the document is of ("inspected"), the sentence ("stated"), the day
            the document is of ("document"), or, where it has none, the days it names without a year ("reckoned").
        standing: "given" where the document gives it, "told" where it tells of an earlier one or of another's. A goal,
            a plan, a condition or a denial is no judgement.
        start, end: half-open offsets into the document's text of the words that state it.
        after: the ordinal of a day on which it was not given yet, where nothing says when it was: a past time that the
            document names; 0 where that is not known either, or where a day is.
    """

    subject: str
    aspect: str
    grade: str
    scale: str
    day: int
    until: int
    basis: Basis
    standing: Standing
    start: int
    end: int
    after: int = 0
