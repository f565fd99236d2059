"""The reference for developers."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.problems import PROBLEM_TEXTS
from web.service import PAGE_METHODS, Service, site_of
from web.views.reference import records_page, reference_page
from web.views.rendering import render


def add_reference(app: FastAPI, service: Service) -> None:
    """Add /docs and /docs/records.

    Args:
        app: the app, whose OpenAPI document is shown.
        service: whose documents the examples are of.
    """

    @app.api_route("/docs", methods=PAGE_METHODS, include_in_schema=False)
    def docs(request: Request) -> Response:
        """The reference for developers."""
        page = reference_page(app.openapi(), PROBLEM_TEXTS, site_of(request), service.live.example, service.live.index)
        return HTMLResponse(render(page))

    @app.api_route("/docs/records", methods=PAGE_METHODS, include_in_schema=False)
    def records() -> Response:
        """The records that are sent and answered."""
        return HTMLResponse(render(records_page(app.openapi(), service.live.index)))
