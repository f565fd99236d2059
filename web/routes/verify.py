"""/verify: whether pasted words stand in the documents, as a page or in JSON."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from dataclasses import replace
from typing import Annotated
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from fastapi import FastAPI, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from index.snapshot import Snapshot
from qa.citing.citation import quoted
from qa.citing.nearest_words import without_edges
from qa.citing.omitted import sentences_around
from qa.citing.verdict import Verdict
from qa.citing.verify import QUOTE_MAX_CHARS, verify
from web.negotiation import ALSO_A_PAGE, as_json, as_page, wants_json
from web.problems import Problem, described
from web.routes.documents import carried
from web.service import PAGE_METHODS, Service
from web.views.addresses import DocumentAddress
from web.views.citing import Cite, cite_span
from web.views.rendering import render
from web.views.verifying import GONE, show_verdict

Near = Annotated[
    int | None,
    Query(ge=0, le=1_000_000_000, description="The offset in that document at or after which they are said to stand."),
]


_ID_CHARS = 1_000


def add_verify(app: FastAPI, service: Service) -> None:
    """Add /verify, and /cite for words that are chosen in a document.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.head("/verify", include_in_schema=False)
    @app.get(
        "/verify",
        summary="Check a quotation or a reference",
        response_model=Verdict,
        responses={status: described(status) for status in (422, 503)},
        openapi_extra=ALSO_A_PAGE,
    )
    def check_quotation(
        request: Request,
        quote: Annotated[
            str, Query(description=f"The words, with their reference or without; at most {QUOTE_MAX_CHARS:,} letters.")
        ] = "",
        document: Annotated[
            str | None, Query(max_length=1000, description="The id of the document they are said to stand in.")
        ] = None,
        near: Near = None,
    ) -> Response:
        """Whether the words stand in the document that is named, elsewhere, changed, or not at all.

        JSON where `Accept` asks for it.
        """
        verdict = cite = None
        words = quote.strip()
        if words and len(words) <= QUOTE_MAX_CHARS:
            with service.live.lease() as (snapshot, _):
                verdict = verify(snapshot, words, document, near)
                cite = _citing(snapshot, verdict)
        if not wants_json(request):
            gone = request.query_params.get(GONE, "")[:_ID_CHARS] if verdict else ""
            page = as_page(render(show_verdict(quote, verdict, cite, service.live.index, gone)))
            page.status_code = 422 if words and verdict is None else 200
            return RedirectResponse(link, 303) if (link := _own_link(words, request)) else page
        if verdict is None:
            is_wrong = "is too long" if words else "is missing"
            raise Problem(422, f"'quote' {is_wrong}; it must be text of 1 to {QUOTE_MAX_CHARS:,} characters.")
        return as_json(verdict)

    @app.api_route("/cite", methods=PAGE_METHODS, include_in_schema=False)
    def cite_words(
        request: Request,
        document: Annotated[str, Query(max_length=1000)],
        quote: Annotated[str, Query(min_length=1, max_length=QUOTE_MAX_CHARS)],
        near: Near = None,
    ) -> Response:
        """Lead to the document with some words of it marked and cited, or to what became of them."""
        with service.live.lease() as (snapshot, _):
            found = verify(snapshot, quote.strip(), document, near)
        if found.status != "exact" or found.document_id != document or found.start is None or found.end is None:
            return RedirectResponse(f"/verify?{urlencode({'quote': quote, 'document': document})}", 303)
        asked = carried(request.query_params, service.schema)[1]
        return RedirectResponse(DocumentAddress(document, (found.start, found.end), asked).to("cite-these"), 303)


def _own_link(words: str, request: Request) -> str:
    """Where an address of this service leads that marks words in a document, which tells what became of them; or ""."""
    try:
        parts = urlsplit(words)
    except ValueError:
        return ""
    is_own = (parts.scheme, parts.netloc) == (request.url.scheme, request.url.netloc)
    is_cited = parts.path.startswith("/documents/") and {"start", "end"} <= parse_qs(parts.query).keys()
    if not is_own or not is_cited or any(letter.isspace() for letter in words):
        return ""
    return urlunsplit(("", "", parts.path, parts.query, parts.fragment))


def _citing(snapshot: Snapshot, verdict: Verdict) -> Cite | None:
    """How to cite the words that a document has, as they were pasted where these stand there; None for no words."""
    if not verdict.written or verdict.document_id is None or verdict.start is None or verdict.end is None:
        return None
    document = snapshot.document(verdict.document_id)
    if document is None:
        return None
    words = verdict.start, verdict.end
    whole = cite_span(document, *(sentences_around(document.text, words) if verdict.after else words))
    if verdict.sentence or not (verdict.status == "with_omissions" or verdict.page_edges):
        return whole
    within = without_edges(document, *words)[slice(*words)]
    marked = quoted(verdict.cited if verdict.status == "with_omissions" else within)
    return replace(whole, quote=marked, text=whole.text.replace(whole.quote, marked, 1))
