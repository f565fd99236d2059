"""/verify: whether pasted words stand in the documents, as a page or in JSON."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

from dataclasses import replace
from typing import Annotated
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from fastapi import FastAPI, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.document import Document
from corpus.language.kinds import Span
from index.snapshot import Snapshot
from qa.citing.citation import quoted
from qa.citing.listed import item_begin
from qa.citing.nearest_words import without_edges
from qa.citing.verdict import Verdict
from qa.citing.verify import QUOTE_MAX_CHARS, verify
from web.negotiation import ALSO_A_PAGE, as_json, as_page, wants_json
from web.problems import Problem, described
from web.routes.documents import carried
from web.service import PAGE_METHODS, Service, site_of
from web.views.addresses import DocumentAddress
from web.views.blocks import Group, group_blocks
from web.views.citing import Cite, cite_span
from web.views.rendering import render
from web.views.verifying import GONE, Shown, show_verdict

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
        verdict = shown = None
        words = quote.strip()
        if words and len(words) <= QUOTE_MAX_CHARS:
            with service.live.lease() as (snapshot, _):
                verdict = verify(snapshot, words, document, near)
                shown = _shown(snapshot, verdict)
        if not wants_json(request):
            gone = request.query_params.get(GONE, "")[:_ID_CHARS] if verdict else ""
            page = as_page(render(show_verdict(quote, verdict, shown, service.live.index, gone, site_of(request))))
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


def _shown(snapshot: Snapshot, verdict: Verdict) -> Shown | None:
    """The words that a document has, laid out, and how to cite them: as they were pasted where these stand there."""
    if not verdict.written or verdict.document_id is None or verdict.start is None or verdict.end is None:
        return None
    document = snapshot.document(verdict.document_id)
    if document is None:
        return None
    words = verdict.start, verdict.end
    if verdict.sentence:
        whole = document.text.find(verdict.sentence, max(words[0] - len(verdict.sentence), 0))
        around = whole, whole + len(verdict.sentence)
        cite = cite_span(document, *(around if verdict.after else words))
        return Shown(cite, _laid_out(document, words), _laid_out(document, around))
    return Shown(_citing(document, verdict, words), _laid_out(document, words))


def _citing(document: Document, verdict: Verdict, words: Span) -> Cite:
    """How to cite words, as they were pasted where these leave some out, and without what pages have at their edges."""
    whole = cite_span(document, *words)
    is_in_lines = "\n" in whole.quote
    if verdict.status != "with_omissions" and (is_in_lines or not verdict.page_edges):
        return whole
    within = without_edges(document, *words)[slice(*words)] if verdict.status != "with_omissions" else verdict.cited
    marked = "\n".join(map(quoted, within.split("\n"))) if is_in_lines else quoted(within)
    return replace(whole, quote=marked, text=whole.text.replace(whole.quote, marked, 1))


def _laid_out(document: Document, words: Span) -> tuple[Group, ...]:
    """Words of a document in items, rows and paragraphs, an item that begins with them with its sign."""
    start = item_begin(document, words[0])
    groups = group_blocks(document, words[0] if start is None else start, words[1], (), page_starts=False)
    return tuple(replace(group, leads=()) for group in groups)
