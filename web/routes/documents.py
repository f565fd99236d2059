"""The pages of documents."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import FastAPI, Query
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from qa.decide import index_info
from qa.request import AskRequest
from qa.verify import QUOTE_MAX_CHARS
from web.problems import Problem
from web.request_models import RequestSchema
from web.service import PAGE_METHODS, Service
from web.spans import cited_span
from web.views.document import View, show_document
from web.views.form import Parameters, typed
from web.views.holdings import Choice, show_holdings
from web.views.recalling import recall
from web.views.rendering import render

FIND_MAX_CHARS = 200

Offset = Annotated[int | None, Query(ge=0)]
Words = Annotated[str, Query(max_length=500)]
Number = Annotated[int | None, Query(ge=1, le=1_000_000)]


def add_documents(app: FastAPI, service: Service) -> None:
    """Add the pages of documents.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.api_route("/documents", methods=PAGE_METHODS, include_in_schema=False)
    def documents(
        title: Words = "", source: Words = "", kind: Words = "", year: Words = "", page: Number = None
    ) -> Response:
        """What the documents are, and what the last build said of files."""
        choice = Choice(title.strip(), source, kind, year, page or 1)
        with service.live.lease() as (snapshot, _):
            shown = show_holdings(snapshot.metadata, choice, index_info(snapshot), service.originals.last_build())
        return HTMLResponse(render(shown))

    @app.api_route("/documents/{document_id:path}", methods=PAGE_METHODS, include_in_schema=False)
    def document(
        request: Request,
        document_id: str,
        start: Offset = None,
        end: Annotated[int | None, Query(ge=1)] = None,
        part: Number = None,
        page: Number = None,
        match: Number = None,
        find: Annotated[str, Query(max_length=FIND_MAX_CHARS)] = "",
        words: Annotated[str, Query(max_length=QUOTE_MAX_CHARS)] = "",
        file: Annotated[str, Query(max_length=64)] = "",
    ) -> Response:
        """A document; the span from `start` to `end` is marked, or the words that a permanent link cites."""
        recalled = None
        with service.live.lease() as (snapshot, _):
            index = index_info(snapshot)
            found = snapshot.document(document_id)
            if found and words.strip():
                recalled = recall(snapshot, found, (start, end), words, file)
        if found is None and words.strip():
            return RedirectResponse(f"/verify?{urlencode({'quote': words})}", 303)
        if found is None:
            raise Problem(
                404,
                "There is no such document in the index. It may have been removed or renamed since the link was made.",
            )
        asked = asked_before(request.query_params, service.schema)
        view = View(
            recalled.span if recalled else cited_span(start, end, len(found.text)),
            find.strip(),
            part,
            page,
            match,
            *(carried(asked, service.schema) if asked else ()),
        )
        if recalled:
            view = replace(view, recalled=recalled)
        return HTMLResponse(render(show_document(found, view, index, has_original=service.originals.has(found))))


def asked_before(parameters: Parameters, schema: RequestSchema) -> AskRequest | None:
    """The question from whose results somebody came; None where there is none, or it is not one that could be asked."""
    given = typed(parameters, schema)
    if "q" not in given:
        return None
    try:
        return schema.request(schema.models["form"].model_validate(given))
    except ValidationError:
        return None


def carried(asked: AskRequest, schema: RequestSchema) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """A question, the names and values that ask it again, and where its results are."""
    return asked.question, (("q", asked.question), *schema.form_fields(asked)), schema.address(asked)
