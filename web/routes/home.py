"""The first page: the form, and the answer below it when something was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from fastapi import FastAPI
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.snapshot import Snapshot
from qa.decide import index_info
from qa.pipeline import Assistant
from qa.request import AskRequest
from web.pack_address import DAY
from web.service import PAGE_METHODS, Service
from web.views.answer import show_answer
from web.views.form import settled, show_form, typed
from web.views.found import show_found, view_of, with_all_found
from web.views.frame import frame
from web.views.home import HomePage
from web.views.rendering import render
from web.views.understood import show_understood
from web.views.voting import show_voting

_TITLE_CHARS = 80


def add_home(app: FastAPI, service: Service) -> None:
    """Add the first page.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.api_route("/", methods=PAGE_METHODS, include_in_schema=False)
    def home(request: Request) -> Response:
        """The form and, when something was asked, the answer below it."""
        with service.live.lease() as (snapshot, assistant):
            page = _page(request, service, snapshot, assistant)
        return HTMLResponse(render(page), 422 if page.form.errors else 200)


def _page(request: Request, service: Service, snapshot: Snapshot, assistant: Assistant) -> HomePage:
    """The page that an address asks for."""
    schema, parameters = service.schema, request.query_params
    given, index = typed(parameters, schema), index_info(snapshot)
    if "q" not in parameters:
        examples = tuple((one, schema.address(AskRequest(one))) for one in service.live.examples)
        return HomePage(frame("Ask a question", index), show_form(given, schema, snapshot), examples=examples)
    try:
        asked = schema.request(schema.models["form"].model_validate({"q": "", **given}))
    except ValidationError as invalid:
        faults = dict(schema.fault(error) for error in invalid.errors())
        return HomePage(frame("Please change your question", index), show_form(given, schema, snapshot, faults))
    answer = assistant.ask(snapshot, with_all_found(asked, schema))
    found = show_found(answer, asked, view_of(parameters), schema)
    voting = None
    if service.settings.feedback_retention_days:
        seen = replace(asked, k=max((asked.k, *(passage.rank for passage in found.passages))))
        voting = show_voting(answer, seen, schema, parameters.get("judged", ""), parameters.get("passage", ""))
    return HomePage(
        frame(asked.question[:_TITLE_CHARS], index),
        show_form(settled(given, asked), schema, snapshot),
        show_understood(answer, asked, schema),
        show_answer(answer, snapshot, asked, schema, found.passages),
        voting,
        urlencode(carried := [("q", asked.question), *schema.form_fields(asked)]),
        (*carried, (DAY, date.today().isoformat())),
        found,
    )
