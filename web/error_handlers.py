"""Every error of the app becomes a problem: what nobody expected, what the framework refuses, what cannot be read."""

from __future__ import annotations

import logging

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import ChapterError
from web.field_errors import field_errors
from web.live import NotReady
from web.problems import SENTENCES, Problem, respond
from web.request_models import RequestSchema

log = logging.getLogger(__name__)


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
            await respond(Request(scope), Problem(500, SENTENCES[500]))(scope, receive, send)


def install(app: FastAPI, schema: RequestSchema) -> None:
    """Make every error of an app a problem.

    Args:
        app: the app.
        schema: what a request may hold.
    """

    async def http_error(request: Request, error: HTTPException) -> Response:
        if isinstance(error, Problem):
            return respond(request, error)
        status = error.status_code
        headers = dict(error.headers or {})
        sentence = SENTENCES.get(status, str(error.detail))
        if status == 405:
            headers["Allow"] = ", ".join(_methods(request))
            sentence = f"{request.method} is not possible here. Use {' or '.join(headers['Allow'].rsplit(', ', 1))}."
        return respond(request, Problem(status, sentence, (), headers))

    async def invalid(request: Request, error: RequestValidationError) -> Response:
        content_type = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if request.method == "POST" and content_type != "application/json" and not content_type.endswith("+json"):
            return respond(request, Problem(415, "Send JSON, with the header Content-Type: application/json."))
        errors = field_errors(error.errors(), schema, request.url.path)
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
