"""The pages of documents."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from typing import Annotated

from fastapi import FastAPI, Query
from starlette.responses import HTMLResponse, Response

from qa.decide import index_info
from web.field_errors import FieldError
from web.problems import Problem
from web.schema import LINK_ALLOWED
from web.service import PAGE_METHODS, Service
from web.views.document import show_document
from web.views.rendering import render


def add_documents(app: FastAPI, service: Service) -> None:
    """Add the pages of documents.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.api_route("/documents/{document_id:path}", methods=PAGE_METHODS, include_in_schema=False)
    def document(
        document_id: str,
        start: Annotated[int | None, Query(ge=0)] = None,
        end: Annotated[int | None, Query(ge=1)] = None,
    ) -> Response:
        """A whole document; the span from `start` to `end` is marked."""
        with service.live.lease() as (snapshot, _):
            index = index_info(snapshot)
            shown = snapshot.document(document_id)
        if shown is None:
            raise Problem(
                404,
                "There is no such document in the index. It may have been removed or renamed since the link was made.",
            )
        return HTMLResponse(render(show_document(shown, _cited(start, end, len(shown.text)), index)))


def _cited(start: int | None, end: int | None, length: int) -> tuple[int, int] | None:
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
