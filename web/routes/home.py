"""The first page: the form, and the answer below it when something was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from fastapi import FastAPI
from pydantic import ValidationError
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from corpus.language.wording import day_in_words
from index.snapshot import Snapshot
from qa.answer import Answer
from qa.deciding.decide import index_info
from qa.pipeline import Assistant
from qa.query import Interpretation, understand
from qa.request import AskRequest
from qa.suggesting.follow_up import FollowUp, can_follow, follow_up
from web.pack_address import DAY
from web.request_models import RequestSchema
from web.service import PAGE_METHODS, Service, site_of
from web.views.answer import show_answer
from web.views.form import settled, show_form, typed
from web.views.found import JUDGED_PASSAGE, show_found, view_of, with_all_found
from web.views.frame import frame
from web.views.home import Following, HomePage, ShownFollowUp
from web.views.refusal import show_refusal
from web.views.rendering import render
from web.views.ticking import show_ticks, ticks_of
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
    given, index, suggested = typed(parameters, schema), index_info(snapshot), service.live.suggestions
    if "about" in parameters and "q" not in given:
        about = parameters["about"].strip()
        given["q"] = f"What about {about}?" if about else parameters.get("after", "")  # nothing typed: as before
    if not parameters.keys() & {"q", "about"}:
        examples = tuple((one, schema.address(AskRequest(one))) for one in service.live.examples)
        form = show_form(given, schema, snapshot)
        return HomePage(frame("Ask a question", index), form, examples=examples, suggestions=suggested)
    try:
        asked = schema.request(schema.models["form"].model_validate({"q": "", **given}))
    except ValidationError as invalid:
        faults = dict(schema.fault(error) for error in invalid.errors())
        form = show_form(given, schema, snapshot, faults)
        return HomePage(frame("Please change your question", index), form, suggestions=suggested)
    before, today = _before(parameters, service), date.today()
    followed = follow_up(asked.question, before, partial(_read, snapshot))
    told = _told(followed, asked, schema) if followed else None
    if followed and followed.question:
        asked = replace(asked, question=followed.question, plain=())
    view = view_of(parameters, asked)
    answer = assistant.ask(snapshot, with_all_found(asked, view, schema))
    onward = _onward(answer, asked)
    found = show_found(answer, onward, view, schema)
    shown = show_answer(answer, snapshot, onward, schema, found.passages, view.rows)
    ticks = show_ticks(ticks_of(parameters, onward, schema), shown)
    carried = [("q", onward.question), *schema.form_fields(onward)]
    voting = None
    if service.settings.feedback_retention_days:
        seen = replace(asked, k=max((asked.k, *(passage.rank for passage in found.passages))))
        back = urlencode([*carried, *view.pairs, *ticks.pairs])
        said = parameters.get("judged", ""), parameters.get(JUDGED_PASSAGE, "")
        voting = show_voting(answer, seen, schema, *said, back)
    return HomePage(
        frame(asked.question[:_TITLE_CHARS], index, site_of(request)),
        show_form(settled({**given, "q": asked.question}, asked), schema, snapshot),
        show_understood(answer, asked, schema),
        shown,
        voting,
        urlencode(carried),
        (*carried, (DAY, today.isoformat())),
        found,
        show_refusal(answer, onward, schema, snapshot.metadata, service.live.examples),
        told,
        Following(
            before if told and told.why else onward.question,
            tuple(schema.form_fields(replace(asked, plain=()))),
            answer.interpretation is not None and can_follow(answer.interpretation),
        ),
        suggested,
        asked_on=day_in_words(today),
        ticks=ticks,
    )


def _onward(answer: Answer, asked: AskRequest) -> AskRequest:
    """What links and buttons ask again: of a message that was pasted the words alone that were taken for its question.

    A long message in each link would make the page heavy.
    """
    asking = answer.interpretation.asking if answer.interpretation else None
    return replace(asked, question=asking) if asking and not asked.plain else asked


def _before(parameters: QueryParams, service: Service) -> str:
    """The question before, where an address names one that could be asked; else ""."""
    before = parameters.get("after") or ""
    return before if len(before) <= service.settings.question_max_chars else ""


def _read(snapshot: Snapshot, question: str) -> Interpretation:
    return understand(question, snapshot, today=date.today()).interpretation


def _told(followed: FollowUp, asked: AskRequest, schema: RequestSchema) -> ShownFollowUp:
    """How a question was read that goes on from the one before."""
    earlier, alone = (
        schema.address(replace(asked, question=one, plain=())) for one in (followed.before, followed.said)
    )
    return ShownFollowUp(followed.said, followed.why, earlier, alone)
