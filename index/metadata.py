"""What a document's title and beginning say of the time it is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from corpus.document import Document
from corpus.language.times.parts import TOLD_YEARS, years_in

HEAD_CHARS: Final = 1500
"""So much of a document's beginning says of which time it is."""


def day_of(document: Document) -> int:
    """A document's day of publication, or else the day that it is of, as a proleptic ordinal; 0 when there is none."""
    return document.day.toordinal() if document.day else 0


def years_of(document: Document) -> tuple[int, ...]:
    """The years that a document's title, its beginning, its day of publication and the day it is of name, ascending."""
    years = years_in(_head(document), TOLD_YEARS)
    return tuple(sorted(years | ({day.year for day in (document.published, document.dated) if day})))


DERIVED: Final[Mapping[str, Callable[[Document], Any]]] = MappingProxyType({"day": day_of, "years": years_of})
"""What a build works out of each document beside what it says of itself: by the field of `DocumentMeta`, as JSON can
hold it; tuples come back as tuples."""


def _head(document: Document) -> str:
    return f"{document.title}\n{document.text[:HEAD_CHARS]}"
