"""/verify: whether pasted words stand in the documents, as a page or in JSON."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from typing import Annotated

from fastapi import FastAPI, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from qa.verify import QUOTE_MAX_CHARS, Verdict, verify
from web.negotiation import ALSO_A_PAGE, as_json, wants_json
from web.problems import Problem, described
from web.service import Service
from web.views.rendering import render
from web.views.verifying import show_verdict


def add_verify(app: FastAPI, service: Service) -> None:
    """Add /verify.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.head("/verify", include_in_schema=False)
    @app.get(
        "/verify",
        summary="Check a quotation or a reference",
        response_model=Verdict,
        responses={status: described(status) for status in (422, 503)},
        openapi_extra=ALSO_A_PAGE,
    )
    def check_quotation(
        request: Request,
        quote: Annotated[
            str, Query(max_length=QUOTE_MAX_CHARS, description="The words, with their reference or without.")
        ] = "",
        document: Annotated[
            str | None, Query(max_length=1000, description="The id of the document they are said to stand in.")
        ] = None,
    ) -> Response:
        """Whether the words stand in a document exactly, changed, or not at all. JSON where `Accept` asks for it."""
        verdict = None
        if quote.strip():
            with service.live.lease() as (snapshot, _):
                verdict = verify(snapshot, quote.strip(), document)
        if not wants_json(request):
            return HTMLResponse(render(show_verdict(quote, verdict)))
        if verdict is None:
            raise Problem(422, "'quote' is missing; it must be text of 1 to 4,000 characters.")
        return as_json(verdict)
