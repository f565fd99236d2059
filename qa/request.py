"""The request: a question and how to answer it, whichever way it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from qa.answer import Filters


@dataclass(frozen=True, slots=True)
class Expected:
    """A span of a document that somebody knows to answer: half-open code-point offsets."""

    document_id: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"characters {self.start} to {self.end} of {self.document_id!r}"


@dataclass(frozen=True, slots=True)
class AskRequest:
    """A question and how to answer it.

    Attributes:
        question: in the user's words.
        k: how many passages to give, 1 or more.
        filters: what to limit the search to.
        as_typed: leave words as they are typed, though they may be misspelt.
        fast: leave out the reranker: quicker, less exact.
        explain: also say how the order was reached, stage by stage.
        expect: where the answer is known to stand; the explanation says which stage lost it.
        today: what "last year" counts from; None for the day it is.
    """

    question: str
    k: int = 5
    filters: Filters = Filters()
    as_typed: bool = False
    fast: bool = False
    explain: bool = False
    expect: Expected | None = None
    today: date | None = None
