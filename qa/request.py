"""The request: a question and how to answer it, whichever way it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from index.seams import DocumentMeta  # the command line reads this module before it knows whether it needs an index

_SUFFIX_CHARS = 5


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is limited to; an empty filter limits nothing.

    Attributes:
        published_from, published_to: first and last day, both included, of the publication of documents, or else of
            what they are of, such as an inspection. A document without either never passes a date filter.
        source: publishers, any of which will do.
        document: document ids, any of which will do.
        authority: authorities, by the label, any of which will do.
        type: kinds of document as `type_of` names them, any of which will do.
        about_from, about_to: first and last day, both included, of which passages speak: one of their dates must meet
            them.
    """

    published_from: date | None = None
    published_to: date | None = None
    source: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    about_from: date | None = None
    about_to: date | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def asks_times(self) -> bool:
        """Whether they limit of which time passages speak."""
        return bool(self.about_from or self.about_to)

    def passes(self, document: DocumentMeta) -> bool:
        """Whether a document passes all that tell documents apart."""
        if self.published_from or self.published_to:
            first, last = self.published_from or date.min, self.published_to or date.max
            if not first.toordinal() <= document.day <= last.toordinal() or not document.day:
                return False
        labels = dict(document.labels)
        return (
            (not self.source or document.source in self.source)
            and (not self.document or document.id in self.document)
            and (not self.authority or labels.get("authority") in self.authority)
            and (not self.type or type_of(document.id, labels) in self.type)
        )


OTHER: Final = "Other"
"""The kind of a document that has neither a label nor a suffix."""


def type_of(document_id: str, labels: Mapping[str, str]) -> str:
    """What kind of document it is: by its label, or else by the suffix of its file.

    Args:
        document_id: of the document.
        labels: of the document.
    """
    suffix = document_id.rpartition("/")[2].rpartition(".")[2]
    is_usual = suffix.isalnum() and len(suffix) <= _SUFFIX_CHARS and "." in document_id
    return labels.get("type") or (suffix.upper() if is_usual else OTHER)


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
        plain: words of the question to take as they are typed: neither corrected, nor read as a short form, a time, a
            name, an order or what says which kind of answer is wanted.
        fast: leave out the reranker: quicker, less exact.
        explain: also say how the order was reached, stage by stage.
        expect: where the answer is known to stand; the explanation says which stage lost it.
        today: what "last year" counts from; None for the day it is.
        quoted: of how many passages, from the first on, the words to quote are looked for; the others come without
            marks and dates. None for all.
    """

    question: str
    k: int = 5
    filters: Filters = Filters()
    as_typed: bool = False
    plain: tuple[str, ...] = ()
    fast: bool = False
    explain: bool = False
    expect: Expected | None = None
    today: date | None = None
    quoted: int | None = None
