"""The span of a document that an address marks."""

from __future__ import annotations

from web.field_errors import FieldError
from web.problems import Problem
from web.schema import LINK_ALLOWED


def cited_span(start: int | None, end: int | None, length: int) -> tuple[int, int] | None:
    """The span that an address marks in a document of some length; None when it marks none.

    Raises:
        Problem: 422, when there is no such span.
    """
    if start is None and end is None:
        return None
    if start is None or end is None:
        missing = "start" if start is None else "end"
        raise _wrong_span(missing, "The address names only one end of the cited words.")
    if not start < end <= length:
        raise _wrong_span(
            "end",
            f"The address asks for characters {start} to {end}, but this document has {length} characters "
            "and the first must come before the last. The document may have changed since the link was made.",
        )
    return start, end


def _wrong_span(field: str, message: str) -> Problem:
    return Problem(422, message, (FieldError(field, message, LINK_ALLOWED[field]),))
