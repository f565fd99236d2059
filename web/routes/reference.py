"""The reference for developers."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.responses import HTMLResponse, Response

from web.problems import PROBLEM_TEXTS
from web.service import PAGE_METHODS
from web.views.reference import reference_page
from web.views.rendering import render


def add_reference(app: FastAPI) -> None:
    """Add /docs.

    Args:
        app: the app, whose OpenAPI document is shown.
    """

    @app.api_route("/docs", methods=PAGE_METHODS, include_in_schema=False)
    async def docs() -> Response:
        """The reference for developers."""
        return HTMLResponse(render(reference_page(app.openapi(), PROBLEM_TEXTS)))
