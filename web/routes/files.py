"""The files of the pages: style, script, picture; and what search engines are told."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.responses import PlainTextResponse, Response

from web.assets import ASSETS, BY_ADDRESS
from web.problems import Problem
from web.service import PAGE_METHODS

_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


def add_files(app: FastAPI) -> None:
    """Add the static files, the picture in the browser's tab and /robots.txt.

    Args:
        app: the app.
    """

    @app.api_route("/static/{name}", methods=PAGE_METHODS, include_in_schema=False)
    async def static(name: str) -> Response:
        """A static file, to be kept for a year, since another content has another address."""
        asset = BY_ADDRESS.get(name)
        if asset is None:
            raise Problem(404, "There is no such file.")
        return Response(asset.content, media_type=asset.media_type, headers=_FOR_EVER)

    @app.api_route("/favicon.svg", methods=PAGE_METHODS, include_in_schema=False)
    @app.api_route("/favicon.ico", methods=PAGE_METHODS, include_in_schema=False)
    async def favicon() -> Response:
        """The picture in the browser's tab."""
        icon = ASSETS["favicon.svg"]
        return Response(icon.content, media_type=icon.media_type, headers=_FOR_A_DAY)

    @app.api_route("/robots.txt", methods=PAGE_METHODS, include_in_schema=False)
    async def robots() -> Response:
        """Search engines stay out."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n", headers=_FOR_A_DAY)
