"""Errors as people and programs meet them: RFC 9457 problems, or a page for a browser."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import ChapterError
from web.fields import REPEATED
from web.live import NotReady
from web.pages import ErrorPage, frame, render

log = logging.getLogger(__name__)

API_PATHS = frozenset({"/ask", "/healthz", "/readyz", "/openapi.json"})
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
    409: "It is about another snapshot, or about a passage that the question does not find.",
    413: "The body is larger than the service reads.",
    415: "The body is not JSON.",
    422: "A field is missing, unknown or out of range.",
    503: "There is no index yet, or no model, or feedback cannot be written down.",
}
"""When each problem happens, for the reference."""
_SENTENCES = {
    400: "The body of the request cannot be read. Send a JSON object in UTF-8.",
    404: "There is nothing at this address. Check it for a slip, or start again from the first page.",
    500: "This is a fault in the service, not in your question. It has been written to the service's log; please try again.",
}
_NAMES = {
    "query": "q, k, published_from, published_to, source, document, as_typed, fast, explain",
    "body": "question, k, filters, as_typed, fast, explain, expect",
    "/feedback": "kind, question, k, filters, as_typed, fast, snapshot, passage_id, comment",
    "filters": "published_from, published_to, source, document",
    "expect": "document, start, end",
}
SCHEMA: dict[str, Any] = {
    "title": "Problem",
    "description": "What is wrong and what to change (RFC 9457).",
    "type": "object",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string", "description": "Where this kind of problem is described."},
        "title": {"type": "string", "description": "The kind of problem in a few words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "A sentence that says what to change."},
        "errors": {
            "type": "array",
            "description": "One entry for each field at fault; empty when no field is.",
            "items": {
                "type": "object",
                "required": ["field", "message", "allowed"],
                "properties": {
                    "field": {"type": "string"},
                    "message": {"type": "string"},
                    "allowed": {"type": ["string", "null"]},
                },
            },
        },
    },
}


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field at fault: its name, what is wrong with it, and what is allowed there (None: not known)."""

    field: str
    message: str
    allowed: str | None = None


class Problem(HTTPException):
    """A refusal with a sentence that says what to change.

    Args:
        status: the HTTP status.
        detail: the sentence.
        errors: the fields at fault.
        headers: further response headers.
        title: the kind of problem in a few words, where it is not the usual one of its status.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
        *,
        title: str = "",
    ) -> None:
        super().__init__(status, detail, headers)
        self.errors = tuple(errors)
        self.title = title


def described(status: int) -> dict[str, Any]:
    """A problem as OpenAPI describes a response."""
    return {"description": PROBLEM_TEXTS[status], "content": {"application/problem+json": {"schema": SCHEMA}}}


def field_errors(found: Sequence[Mapping[str, Any]], allowed: Mapping[str, str], path: str) -> tuple[FieldError, ...]:
    """Pydantic's findings in plain words.

    Args:
        found: what `RequestValidationError.errors()` returns.
        allowed: for each field's name, what may stand there.
        path: of the request.

    Returns:
        One entry a finding, in order.
    """
    return tuple(_field_error(error, allowed, path) for error in found)


def _field_error(error: Mapping[str, Any], allowed: Mapping[str, str], path: str) -> FieldError:
    origin, *place = error["loc"]
    kind = error["type"]
    names = [str(part) for part in place if not isinstance(part, int)]
    field = _readable(".".join(names)) or "body"
    rule = allowed.get(field, allowed.get(names[-1])) if names else "a JSON object"
    if kind == "json_invalid":
        return FieldError(
            "body",
            f"The body is not valid JSON: it breaks off or goes wrong at character {place[-1]}.",
            "a JSON object",
        )
    if kind == "extra_forbidden":
        known = _NAMES[names[0]] if len(names) > 1 else _NAMES.get(path, _NAMES[origin])
        return FieldError(field, f"There is no field {field!r}; the fields are {known}.", known)
    if error.get("input") is REPEATED:
        return FieldError(field, f"{field!r} is given more than once; give it once.", rule)
    if kind == "dates_in_wrong_order":
        first, last = (".".join([*names, name]) for name in ("published_from", "published_to"))
        return FieldError(first, f"{first!r} is later than {last!r}; change one of them.", allowed["published_from"])
    if kind == "stretch_in_wrong_order":
        end = ".".join([*names, "end"])
        return FieldError(end, f"{end!r} must be more than {'.'.join([*names, 'start'])!r}.", allowed[end])
    if kind == "wrong_passage":
        return FieldError(
            "passage_id",
            "'passage_id' must name the passage that is judged, and must be left out for nothing_answers.",
            allowed["passage_id"],
        )
    if kind == "string_unicode":
        return FieldError(field, f"{field!r} holds half a character, a lone surrogate; take it out.", rule)
    if kind == "missing":
        return FieldError(field, f"{field!r} is missing; it must be {rule}.", rule)
    return FieldError(field, f"{field!r} must be {rule}." if rule else f"{field!r} is wrong: {error['msg']}.", rule)


def _readable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()[:200]


def respond(request: Request, problem: Problem) -> Response:
    """The problem as application/problem+json, or as a page when a browser asks for a page."""
    title = problem.title or TITLES.get(problem.status_code) or HTTPStatus(problem.status_code).phrase
    headers = {"Vary": "Accept", **(problem.headers or {})}
    if request.url.path not in API_PATHS and "text/html" in request.headers.get("accept", ""):
        page = ErrorPage(frame(title), problem.status_code, title, _readable_detail(problem))
        return HTMLResponse(render(page), problem.status_code, headers)
    body = {
        "type": f"/docs#problem-{problem.status_code}",
        "title": title,
        "status": problem.status_code,
        "detail": _readable_detail(problem),
        "errors": [asdict(error) for error in problem.errors],
    }
    return JSONResponse(body, problem.status_code, headers, media_type="application/problem+json")


def _readable_detail(problem: Problem) -> str:
    return problem.detail.encode("utf-8", "replace").decode()


class CatchAll:
    """Turns an exception nobody expected into a logged 500 that shows nothing of the inside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            if started or scope["type"] != "http":
                raise
            log.exception("%s %r failed", scope["method"], scope["path"])
            await respond(Request(scope), Problem(500, _SENTENCES[500]))(scope, receive, send)


def install(app: FastAPI, allowed: Mapping[str, str]) -> None:
    """Make every error of an app a problem.

    Args:
        app: the app.
        allowed: as `field_errors` takes it.
    """

    async def http_error(request: Request, error: HTTPException) -> Response:
        if isinstance(error, Problem):
            return respond(request, error)
        status = error.status_code
        headers = dict(error.headers or {})
        sentence = _SENTENCES.get(status, str(error.detail))
        if status == 405:
            headers["Allow"] = ", ".join(_methods(request))
            sentence = f"{request.method} is not possible here. Use {' or '.join(headers['Allow'].rsplit(', ', 1))}."
        return respond(request, Problem(status, sentence, (), headers))

    async def invalid(request: Request, error: RequestValidationError) -> Response:
        content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if request.method == "POST" and content_type != "application/json" and not content_type.endswith("+json"):
            return respond(request, Problem(415, "Send JSON, with the header Content-Type: application/json."))
        errors = field_errors(error.errors(), allowed, request.url.path)
        return respond(request, Problem(422, " ".join(error.message for error in errors), errors))

    async def not_ready(request: Request, error: NotReady) -> Response:
        return respond(request, Problem(503, str(error), (), {"Retry-After": "5"}))

    async def failed(request: Request, error: ChapterError) -> Response:
        log.error("%s %r could not be answered: %s", request.method, request.url.path, error)
        return respond(
            request,
            Problem(503, "The index cannot be read just now. The service's log says why.", (), {"Retry-After": "30"}),
        )

    app.exception_handler(HTTPException)(http_error)
    app.exception_handler(RequestValidationError)(invalid)
    app.exception_handler(NotReady)(not_ready)
    app.exception_handler(ChapterError)(failed)


def _methods(request: Request) -> list[str]:
    methods: set[str] = set()
    for route in request.app.routes:
        if route.matches(request.scope)[0] is not Match.NONE:
            methods |= getattr(route, "methods", None) or set()
    return sorted(methods)
