"""Addresses that give a page to browsers, and JSON to those who ask for it."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

ALSO_A_PAGE: Final[dict[str, Any]] = {"x-also-a-page": True}
"""What a route declares of itself in the OpenAPI document."""


def wants_json(request: Request) -> bool:
    """Whether a request asks for JSON and not for a page."""
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def as_json(record: object) -> Response:
    """A record as JSON."""
    body = TypeAdapter(type(record)).dump_json(record)
    return Response(body, media_type="application/json", headers={"Vary": "Accept"})
