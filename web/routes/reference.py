"""The reference for developers."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from web.problems import PROBLEM_TEXTS
from web.service import PAGE_METHODS, Service, site_of
from web.views.reference import OTHER_RECORDS, RECORDS_OF_ASK, records_page, reference_page
from web.views.rendering import render


def add_reference(app: FastAPI, service: Service) -> None:
    """Add /docs and the two pages of records.

    Args:
        app: the app, whose OpenAPI document is shown.
        service: whose documents the examples are of.
    """

    @app.api_route("/docs", methods=PAGE_METHODS, include_in_schema=False)
    def docs(request: Request) -> Response:
        """The reference for developers."""
        page = reference_page(app.openapi(), PROBLEM_TEXTS, site_of(request), service.live.example, service.live.index)
        return HTMLResponse(render(page))

    @app.api_route(RECORDS_OF_ASK, methods=PAGE_METHODS, include_in_schema=False)
    def records() -> Response:
        """The records that questions and answers are made of."""
        return HTMLResponse(render(records_page(app.openapi(), True, service.live.index)))

    @app.api_route(OTHER_RECORDS, methods=PAGE_METHODS, include_in_schema=False)
    def other_records() -> Response:
        """All other records that are sent and answered."""
        return HTMLResponse(render(records_page(app.openapi(), False, service.live.index)))
