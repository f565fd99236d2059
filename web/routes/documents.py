"""The pages of documents."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from dataclasses import replace
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import FastAPI, Path, Query
from pydantic import BaseModel, Field, ValidationError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from qa.citing.verify import QUOTE_MAX_CHARS
from qa.deciding.decide import index_info
from qa.request import AskRequest
from qa.versions.chain import other_editions_of
from web.document_json import DocumentList, DocumentText, list_of, text_of
from web.negotiation import ALSO_A_PAGE, as_json, as_page, wants_json
from web.problems import Problem, described
from web.request_models import RequestSchema
from web.service import Service, site_of
from web.spans import cited_span
from web.views.addresses import DocumentAddress
from web.views.document import View, show_document
from web.views.form import Parameters, typed
from web.views.holdings import PAGE_DOCUMENTS, Choice, chosen, copies_of, show_holdings
from web.views.recalling import recall, recall_checked
from web.views.rendering import render
from web.views.ticking import ticks_of
from web.views.verifying import GONE

Words = Annotated[str, Query(max_length=500)]
DocumentId = Annotated[str, Path(description="As in `citation.document_id`.")]
Number = Annotated[int | None, Query(ge=1, le=1_000_000)]
_NO_DOCUMENT = "There is no such document in the index. It may have been removed or renamed since the link was made."


class DocumentQuery(BaseModel):
    """What an address asks to see of a document."""

    start: int | None = Field(None, ge=0, description="Where the span to mark starts.")
    end: int | None = Field(None, ge=1, description="Where it ends.")
    part: Number = Field(None, description="Which part of a long one.")
    page: Number = Field(None, description="Which page.")
    goto: Number = Field(None, description="Which page to go to, the last one for any beyond it.")
    match: Number = Field(None, description="Which place of what is looked for.")
    find: str = Field("", max_length=200, description="What is looked for in it.")
    words: str = Field("", max_length=QUOTE_MAX_CHARS, description="What was cited, by a permanent link.")
    check: str = Field(
        "", max_length=64, description="The beginning of the SHA-256 of what was cited, by a short link."
    )
    file: str = Field("", max_length=64, description="The SHA-256 of the file then, or its beginning.")


def add_documents(app: FastAPI, service: Service) -> None:
    """Add the list of documents, and the page of each.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.head("/documents", include_in_schema=False)
    @app.get(
        "/documents",
        summary="What the documents are",
        response_model=DocumentList,
        responses={status: described(status) for status in (422, 503)},
        openapi_extra=ALSO_A_PAGE,
    )
    def list_documents(
        request: Request,
        title: Annotated[Words, Query(description="Words that stand in the title or the id.")] = "",
        source: Annotated[Words, Query(description="The publisher.")] = "",
        kind: Annotated[Words, Query(alias="type", description="The label `type`, or the suffix in capitals.")] = "",
        year: Annotated[Words, Query(description="The year of the document's day, or undated.")] = "",
        page: Annotated[Number, Query(description="Which page of 50 documents, from 1.")] = None,
        language: Annotated[Words, Query(description="The language, such as English or Welsh.")] = "",
    ) -> Response:
        """Documents, the newest first. JSON where `Accept` asks for it; else a page, with what the last build said."""
        choice = Choice(title.strip(), source, kind, year, page or 1, language)
        with service.live.lease() as (snapshot, _):
            index = index_info(snapshot)
            metadata, languages = snapshot.metadata, service.live.languages
        if wants_json(request):
            return as_json(list_of(chosen(metadata, choice, languages), choice.page, PAGE_DOCUMENTS, index.snapshot))
        return as_page(render(show_holdings(metadata, choice, index, service.originals.last_build(), languages)))

    _add_document(app, service)


def _add_document(app: FastAPI, service: Service) -> None:
    @app.head("/documents/{document_id:path}", include_in_schema=False)
    @app.get(
        "/documents/{document_id:path}",
        summary="A document",
        response_model=DocumentText,
        responses={status: described(status) for status in (404, 422, 503)},
        openapi_extra=ALSO_A_PAGE,
    )
    def read_document(request: Request, document_id: DocumentId, asked: Annotated[DocumentQuery, Query()]) -> Response:
        """Its text with its blocks, in JSON where `Accept` asks for it; else a page with a span of it marked."""
        with service.live.lease() as (snapshot, _):
            index, metadata = index_info(snapshot), snapshot.metadata
            found = snapshot.document(document_id)
            editions = other_editions_of(snapshot, snapshot.find_document(document_id), date.today())
            recalled = None
            if found and asked.words.strip():
                recalled = recall(snapshot, found, (asked.start, asked.end), asked.words, asked.file)
            elif found and asked.check:
                recalled = recall_checked(found, (asked.start, asked.end), asked.check)
        if found is None and asked.words.strip():
            return RedirectResponse(f"/verify?{urlencode({'quote': asked.words, GONE: document_id})}", 303)
        if found is None:
            raise Problem(404, _NO_DOCUMENT, back=carried(request.query_params, service.schema)[2])
        if wants_json(request):
            return as_json(text_of(found, index.snapshot))
        cited = recalled.span if recalled else cited_span(asked.start, asked.end, len(found.text))
        asked_pairs = carried(request.query_params, service.schema)
        if asked.goto and found.pages:
            page = min(asked.goto, len(found.pages))
            return RedirectResponse(DocumentAddress(found.id, cited, asked_pairs[1]).to(f"page-{page}", page=page), 303)
        view = View(
            cited,
            asked.find.strip(),
            asked.part,
            asked.page,
            asked.match,
            *asked_pairs,
        )
        build = service.originals.last_build()
        shown = show_document(
            found,
            replace(view, recalled=recalled),
            index,
            has_original=service.originals.has(found),
            copies=copies_of([found], metadata, build.files if build else ()).get(found.id, ()),
            editions=editions,
            site=site_of(request),
        )
        return as_page(render(shown))


def asked_before(parameters: Parameters, schema: RequestSchema) -> AskRequest | None:
    """The question from whose results somebody came; None where there is none, or it is not one that could be asked."""
    given = typed(parameters, schema)
    if "q" not in given:
        return None
    try:
        return schema.request(schema.models["form"].model_validate(given))
    except ValidationError:
        return None


def carried(parameters: Parameters, schema: RequestSchema) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """The question from whose results somebody came, what asks it again with what was ticked there, and where they are.

    Without such a question there is nothing of these.
    """
    asked = asked_before(parameters, schema)
    if asked is None:
        return "", (), ""
    ticks = ticks_of(parameters, asked, schema)
    pairs = (("q", asked.question), *schema.form_fields(asked), *ticks.pairs)
    return asked.question, pairs, f"{schema.address(asked)}{ticks.kept}"
