"""Addresses that give a page to browsers, and JSON to those who ask for it."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Match
from starlette.types import Scope

from web.once import NamesOnce

ALSO_A_PAGE: Final[dict[str, Any]] = {"x-also-a-page": True}
"""What a route declares of itself in the OpenAPI document."""
_BY_ACCEPT: Final = {"Vary": "Accept"}
"""What both forms say, so that nobody who keeps one gives it to those who ask for the other."""


class PageRoute(NamesOnce):
    """Takes what asks for a page, and leaves everything else at its address to the next route, which gives JSON."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route."""
        accepted = Headers(scope=scope).get("accept", "") if scope["type"] == "http" else ""
        return super().matches(scope) if "text/html" in accepted else (Match.NONE, {})


def wants_json(request: Request) -> bool:
    """Whether a request asks for JSON and not for a page."""
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def as_json(record: object) -> Response:
    """A record as JSON."""
    body = TypeAdapter(type(record)).dump_json(record)
    return Response(body, media_type="application/json", headers=_BY_ACCEPT)


def as_page(html: str) -> HTMLResponse:
    """A page at an address that gives JSON, too."""
    return HTMLResponse(html, headers=_BY_ACCEPT)
