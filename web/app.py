"""The service: /ask and the other endpoints, and the pages."""

# Annotations are evaluated here, because the limits in them come from the settings of one app.

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal, Self

import anyio.to_thread
from fastapi import Depends, FastAPI, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from index.snapshot import Snapshot
from qa.answer import Answer, Filters, IndexInfo
from qa.errors import FeedbackError
from qa.feedback import FeedbackStore
from qa.request import AskRequest
from qa.settings import Settings, read_settings
from web.assets import ASSETS, BY_ADDRESS
from web.feedback import add_feedback
from web.fields import (
    AskFilters,
    Day,
    Documents,
    ExpectedStretch,
    NamesOnce,
    Sources,
    allowed,
    given_once,
    in_order,
    not_blank,
)
from web.live import LiveSnapshot
from web.pages import (
    Asked,
    HomePage,
    frame,
    render,
    show_answer,
    show_document,
    show_form,
    show_understood,
    show_voting,
)
from web.problems import PROBLEM_TEXTS, CatchAll, FieldError, Problem, described, install
from web.reference import EXAMPLE, reference_page
from web.security import BodyLimit, KnownHosts, SecurityHeaders

log = logging.getLogger(__name__)

_BODY_BYTES = 64 * 1024
_BYTES_A_CHARACTER = 12
_PAGE_METHODS = ["GET", "HEAD"]
AS_TYPED = "Whether to leave words as they are typed, though they may be misspelt."
FAST = "Whether to go without the reranker: quicker, less exact."
EXPLAIN = "Whether to say how the answer came about, stage by stage, in `explanation`."


def create_app(settings: Settings) -> FastAPI:
    """The service as an ASGI app; the encoder and the index are loaded when it starts.

    Args:
        settings: which index, which encoder, and the limits of a request.
    """
    live = LiveSnapshot(settings)
    store = FeedbackStore(settings.feedback, settings.feedback_retention_days)

    def start() -> None:
        try:
            store.delete_old()
        except FeedbackError as error:
            log.error("Old feedback could not be deleted: %s", error)
        live.start()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(start)
        yield
        await anyio.to_thread.run_sync(live.stop)

    app = FastAPI(
        title="Chapter and Verse",
        summary="Ask a question, get the passages that answer it, each with its source.",
        description="Nothing is generated: every word of an answer stands in a source. Offsets count code points and are half-open.",
        version="1",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(CatchAll),
            Middleware(KnownHosts, names=(settings.host, *settings.allowed_hosts)),
            Middleware(BodyLimit, max_bytes=_BODY_BYTES + _BYTES_A_CHARACTER * settings.question_max_chars),
        ],
    )
    app.router.route_class = NamesOnce
    _add_questions(app, settings, live)
    add_feedback(app, settings, live, store)
    _add_service(app, live)
    install(app, allowed(settings))
    return app


def app_from_environment() -> FastAPI:
    """The service with its settings read from the environment, for a server's worker processes."""
    return create_app(read_settings())


def _add_questions(app: FastAPI, settings: Settings, live: LiveSnapshot) -> None:
    rules = allowed(settings)

    class AskQuery(BaseModel):
        model_config = ConfigDict(extra="forbid")
        q: Annotated[str, AfterValidator(not_blank)] = Field(
            min_length=1, max_length=settings.question_max_chars, description=f"The question: {rules['q']}."
        )
        k: int = Field(5, ge=1, le=settings.k_max, description="How many passages to return.")
        published_from: Day = Field(
            None, description="The first day of publication; undated documents are then left out."
        )
        published_to: Day = Field(None, description="The last day of publication.")
        source: Sources = Field([], description="A publisher; repeat it for several, any of which will do.")
        document: Documents = Field([], description="A document's id; repeat it for several, any of which will do.")
        as_typed: bool = Field(False, description=AS_TYPED)
        fast: bool = Field(False, description=FAST)
        explain: bool = Field(False, description=EXPLAIN)

        @model_validator(mode="after")
        def _check(self) -> Self:
            in_order(self.published_from, self.published_to)
            return self

        def filters(self) -> Filters:
            return Filters(self.published_from, self.published_to, tuple(self.source), tuple(self.document))

    class AskBody(BaseModel):
        """A question and how to answer it."""

        model_config = ConfigDict(extra="forbid")
        question: Annotated[str, AfterValidator(not_blank)] = Field(
            min_length=1, max_length=settings.question_max_chars, description=f"The question: {rules['question']}."
        )
        k: int = Field(5, ge=1, le=settings.k_max, strict=True, description="How many passages to return.")
        filters: AskFilters = Field(
            default_factory=lambda: AskFilters.model_validate({}), description="What the search is limited to."
        )
        as_typed: bool = Field(False, strict=True, description=AS_TYPED)
        fast: bool = Field(False, strict=True, description=FAST)
        explain: bool = Field(False, strict=True, description=EXPLAIN)
        expect: ExpectedStretch | None = Field(
            None,
            description="Where the answer is known to stand: `explanation`, which then comes in any case, says which stage lost it.",
        )

    responses: dict[int | str, dict[str, Any]] = {
        200: {
            "description": "An answer with its source, or the reason why there is none and the nearest passages.",
            "content": {"application/json": {"example": EXAMPLE}},
        },
        422: described(422),
        503: described(503),
    }

    @app.head("/ask", include_in_schema=False, dependencies=[Depends(given_once)])
    @app.get("/ask", summary="Ask a question", responses=responses, dependencies=[Depends(given_once)])
    def get_ask(asked: Annotated[AskQuery, Query()]) -> Answer:
        """The question and its limits stand in the address, so an answer can be linked to."""
        with live.lease() as (snapshot, assistant):
            return assistant.ask(
                snapshot,
                AskRequest(
                    asked.q,
                    k=asked.k,
                    filters=asked.filters(),
                    explain=asked.explain,
                    as_typed=asked.as_typed,
                    fast=asked.fast,
                ),
            )

    @app.post(
        "/ask", summary="Ask a question in a body", responses={**responses, 413: described(413), 415: described(415)}
    )
    def post_ask(asked: AskBody) -> Answer:
        """The same, for long questions and filters, and with `expect`."""
        expected = asked.expect.expected() if asked.expect else None
        with live.lease() as (snapshot, assistant):
            return assistant.ask(
                snapshot,
                AskRequest(
                    asked.question,
                    k=asked.k,
                    filters=asked.filters.filters(),
                    explain=asked.explain or expected is not None,
                    as_typed=asked.as_typed,
                    fast=asked.fast,
                    expect=expected,
                ),
            )

    @app.api_route("/", methods=_PAGE_METHODS, include_in_schema=False)
    def home(request: Request) -> Response:
        """The form and, when something was asked, the answer below it."""
        params = request.query_params
        given: dict[str, Any] = {
            name: params[name] for name in ("q", "k", "published_from", "published_to") if params.get(name)
        }
        given["source"] = [name for name in params.getlist("source") if name]
        given["as_typed"] = params.get("as_typed") in ("1", "true")
        faults: dict[str, str] = {}
        understood = answer = voting = None
        with live.lease() as (snapshot, assistant):
            if "q" in params:
                try:
                    query = AskQuery.model_validate({"q": "", **given})
                except ValidationError as invalid:
                    faults = _form_faults(invalid, settings)
                else:
                    asked = Asked(query.k, query.filters(), query.as_typed)
                    found = assistant.ask(
                        snapshot, AskRequest(query.q, k=asked.k, filters=asked.filters, as_typed=asked.as_typed)
                    )
                    understood, answer = show_understood(found, asked), show_answer(found, snapshot, asked)
                    if settings.feedback_retention_days:
                        voting = show_voting(found, asked, params.get("judged", ""), params.get("passage", ""))
            form = show_form(given, snapshot.sources(), settings.k_max, faults)
            index = _index_info(snapshot)
        title = "Please change your question" if faults else form.q[:80] if answer else "Ask a question"
        return HTMLResponse(
            render(HomePage(frame(title, index), form, understood, answer, voting)), 422 if faults else 200
        )

    @app.api_route("/documents/{document_id:path}", methods=_PAGE_METHODS, include_in_schema=False)
    def document(
        document_id: str,
        start: Annotated[int | None, Query(ge=0)] = None,
        end: Annotated[int | None, Query(ge=1)] = None,
    ) -> Response:
        """A whole document; the stretch from `start` to `end` is marked."""
        with live.lease() as (snapshot, _):
            index = _index_info(snapshot)
            found = snapshot.document(document_id)
        if found is None:
            raise Problem(
                404,
                "There is no such document in the index. It may have been removed or renamed since the link was made.",
            )
        if (start is None) != (end is None):
            raise _wrong_stretch(
                "start" if start is None else "end", "The address names only one end of the cited words.", rules
            )
        cited = None
        if start is not None and end is not None:
            if not start < end <= len(found.text):
                raise _wrong_stretch(
                    "end",
                    f"The address asks for characters {start} to {end}, but this document has {len(found.text)} characters "
                    "and the first must come before the last. The document may have changed since the link was made.",
                    rules,
                )
            cited = (start, end)
        return HTMLResponse(render(show_document(found, cited, index)))


def _form_faults(invalid: ValidationError, settings: Settings) -> dict[str, str]:
    """For each field of the form at fault, what to change, in the words of the form."""
    faults = {}
    for error in invalid.errors():
        name = str(error["loc"][0]) if error["loc"] else str(error.get("ctx", {}).get("field"))
        faults[name] = {
            (
                "q",
                "string_too_long",
            ): f"Your question is too long. Shorten it to at most {settings.question_max_chars:,} characters.",
            ("published_from", "not_a_day"): "“From” is not a day. Write 31 July 2022 as 2022-07-31.",
            ("published_to", "not_a_day"): "“To” is not a day. Write 31 July 2022 as 2022-07-31.",
            ("published_from", "dates_in_wrong_order"): "“From” comes after “To”. Change one of the two days.",
        }.get((name, error["type"])) or {
            "q": "Type a question.",
            "k": f"The number of passages must be a whole number from 1 to {settings.k_max}.",
        }.get(name, "Choose at most 100 publishers, from the list.")
    return faults


def _wrong_stretch(field: str, message: str, rules: Mapping[str, str]) -> Problem:
    return Problem(422, message, (FieldError(field, message, rules[field]),))


def _index_info(snapshot: Snapshot) -> IndexInfo:
    manifest = snapshot.manifest
    return IndexInfo(manifest.snapshot_id, manifest.documents, manifest.passages)


class Health(BaseModel):
    """The process is alive."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """Questions can be answered, and from what."""

    status: Literal["ready"] = "ready"
    snapshot: str
    documents: int
    passages: int
    encoder: str


def _add_service(app: FastAPI, live: LiveSnapshot) -> None:
    @app.head("/healthz", include_in_schema=False)
    @app.get("/healthz", summary="Liveness")
    async def healthz() -> Health:
        """200 while the process is alive, ready or not."""
        return Health()

    @app.head("/readyz", include_in_schema=False)
    @app.get("/readyz", summary="Readiness", responses={503: described(503)})
    def readyz() -> Readiness:
        """200 once encoder and index are loaded."""
        with live.lease() as (snapshot, assistant):
            index = _index_info(snapshot)
            return Readiness(
                snapshot=index.snapshot,
                documents=index.documents,
                passages=index.passages,
                encoder=assistant.encoder.name,
            )

    @app.api_route("/docs", methods=_PAGE_METHODS, include_in_schema=False)
    async def docs(request: Request) -> Response:
        """The reference for developers."""
        return HTMLResponse(render(reference_page(request.app.openapi(), PROBLEM_TEXTS)))

    @app.api_route("/static/{name}", methods=_PAGE_METHODS, include_in_schema=False)
    async def static(name: str) -> Response:
        """A static file, to be kept for a year, since another content has another address."""
        asset = BY_ADDRESS.get(name)
        if asset is None:
            raise Problem(404, "There is no such file.")
        return Response(
            asset.content, media_type=asset.media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"}
        )

    @app.api_route("/favicon.svg", methods=_PAGE_METHODS, include_in_schema=False)
    @app.api_route("/favicon.ico", methods=_PAGE_METHODS, include_in_schema=False)
    async def favicon() -> Response:
        """The picture in the browser's tab."""
        icon = ASSETS["favicon.svg"]
        return Response(icon.content, media_type=icon.media_type, headers={"Cache-Control": "public, max-age=86400"})

    @app.api_route("/robots.txt", methods=_PAGE_METHODS, include_in_schema=False)
    async def robots() -> Response:
        """Search engines stay out."""
        return PlainTextResponse("User-agent: *\nDisallow: /\n", headers={"Cache-Control": "public, max-age=86400"})
