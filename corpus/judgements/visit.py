"""A visit that a document tells of: an inspection, or one that gives no grade, such as a monitoring visit."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.judgements.judgement import Basis, Standing


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit that a document tells of, or several that it counts.

    Attributes:
        subject: who was visited: the document's `authority` label, or the name that the sentence names; "" for neither.
        kind: the key of the kind of visit in its scale, such as "monitoring_visit".
        scale: the key of the scale.
        day, until: the proleptic ordinals of its first and last day, or of the time within which it was; 0 where
            unknown.
        basis: what gives these days; see `Judgement`.
        standing: "given" where the document is its report, else "told".
        start, end: half-open offsets into the document's text of the words that tell of it.
        number: which of its kind it was, 5 for "the fifth monitoring visit"; 0 where that is not said.
        count: how many visits there were in this time, 7 for "seven monitoring visits"; else 1.
        after: the ordinal of a day on which it was yet to come, where no day of its own is known; 0 where that is not
            known either.
    """

    subject: str
    kind: str
    scale: str
    day: int
    until: int
    basis: Basis
    standing: Standing
    start: int
    end: int
    number: int = 0
    count: int = 1
    after: int = 0
