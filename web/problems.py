"""Errors as people and programs meet them: RFC 9457 problems, or a page for a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from web.field_errors import FieldError, readable
from web.negotiation import ALSO_A_PAGE
from web.views.error import ErrorPage
from web.views.frame import frame
from web.views.rendering import render

PROBLEM_JSON = "application/problem+json"
TITLES = {
    400: "The request cannot be read",
    403: "Not from another site",
    404: "Not found",
    405: "Method not allowed",
    409: "The documents have changed",
    413: "Too much was sent",
    415: "Not JSON",
    421: "Unknown host name",
    422: "Something in the request needs changing",
    500: "Something went wrong here",
    503: "Not possible just now",
}
PROBLEM_TEXTS = {
    403: "A browser sent it from the page of another site.",
    404: "There is no such document.",
    409: "It is about another snapshot, or about a passage that the question does not find.",
    413: "The body is larger than the service reads.",
    415: "The body is not JSON.",
    422: "A field is missing, unknown or out of range.",
    503: "There is no index yet, or no model, or feedback cannot be written down.",
}
"""When each problem happens, for the reference."""
SENTENCES = {
    400: "The body of the request cannot be read. Send a JSON object in UTF-8.",
    404: "There is nothing at this address. Check it for a slip, or start again from the first page.",
    500: "This is a fault in the service, not in your question. It has been written to the service's log; please try "
    "again.",
}
"""What a problem says where its status is all that is known."""


@dataclass(frozen=True, slots=True)
class ProblemBody:
    """What is wrong and what to change (RFC 9457).

    Attributes:
        type: where this kind of problem is described.
        title: the kind of problem in a few words.
        status: the HTTP status.
        detail: a sentence that says what to change.
        errors: one entry for each field at fault; empty when no field is.
    """

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldError, ...]


class Problem(HTTPException):
    """A refusal with a sentence that says what to change.

    Args:
        status: the HTTP status.
        detail: the sentence.
        errors: the fields at fault.
        headers: further response headers.
        title: the kind of problem in a few words, where it is not the usual one of its status.
        back: where the results are from which somebody came; "" where they came from none.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        *,
        title: str = "",
        back: str = "",
    ) -> None:
        super().__init__(status, detail, headers)
        self.errors = tuple(errors)
        self.title = title
        self.back = back


def described(status: int) -> dict[str, Any]:
    """A problem as OpenAPI describes a response."""
    return {
        "description": PROBLEM_TEXTS[status],
        "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def gives_json(request: Request) -> bool:
    """Whether an address gives JSON to whoever reads it: it is documented and no page, or is the document itself."""
    app, path = request.scope.get("app"), request.url.path
    if not isinstance(app, FastAPI):
        return False
    documented = (
        route
        for route in app.routes
        if isinstance(route, APIRoute) and route.include_in_schema and route.openapi_extra != ALSO_A_PAGE
    )
    return path == app.openapi_url or any(path == route.path and "GET" in (route.methods or ()) for route in documented)


def respond(request: Request, problem: Problem) -> Response:
    """The problem as application/problem+json, or as a page when a browser asks for a page."""
    title = problem.title or TITLES.get(problem.status_code) or HTTPStatus(problem.status_code).phrase
    headers = {"Vary": "Accept", **(problem.headers or {})}
    if not gives_json(request) and "text/html" in request.headers.get("accept", ""):
        live = request.app.state.live if "app" in request.scope else None
        surrounding = frame(title, live.index if live else None)
        was_sent = request.method not in ("GET", "HEAD")
        page = ErrorPage(surrounding, problem.status_code, title, readable(problem.detail), problem.back, was_sent)
        return HTMLResponse(render(page), problem.status_code, headers)
    status = problem.status_code
    body = ProblemBody(f"/docs#problem-{status}", title, status, readable(problem.detail), problem.errors)
    return JSONResponse(asdict(body), status, headers, media_type=PROBLEM_JSON)
