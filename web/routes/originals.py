"""The original files of documents, and pictures of their pages."""

# Annotations are evaluated here, because FastAPI looks for their types in this module.

import os
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Query
from starlette.responses import Response, StreamingResponse

from corpus.document import Document
from web.originals import pieces
from web.page_drawing import Wanted, letters_of
from web.page_images import Busy
from web.problems import Problem
from web.service import PAGE_METHODS, Service
from web.spans import cited_span

PDF = "application/pdf"
_WORDS_MAX = 4_000
_FOR_A_WHILE = "private, max-age=600"


def add_originals(app: FastAPI, service: Service) -> None:
    """Add /originals and /page-images; both know a document by its id alone.

    Args:
        app: the app.
        service: what its routes share.
    """

    @app.api_route("/originals/{document_id:path}", methods=PAGE_METHODS, include_in_schema=False)
    def original(document_id: str) -> Response:
        """The file that a document was read from, to be kept and never shown as a page of ours."""
        document = _document(service, document_id)
        file = service.originals.open(document)
        if file is None:
            raise _not_here()
        name = quote(PurePosixPath(document.id).name, safe="")
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Content-Length": str(os.fstat(file.fileno()).st_size),
        }
        return StreamingResponse(pieces(file), media_type=document.media_type, headers=headers)

    @app.api_route("/page-images/{document_id:path}", methods=PAGE_METHODS, include_in_schema=False)
    def page_image(
        document_id: str,
        page: Annotated[int, Query(ge=1)],
        start: Annotated[int | None, Query(ge=0)] = None,
        end: Annotated[int | None, Query(ge=1)] = None,
    ) -> Response:
        """A page of a PDF as it is printed, with the words from `start` to `end` boxed."""
        document = _document(service, document_id)
        wanted = _wanted(document, page, cited_span(start, end, len(document.text)))
        file = service.originals.open(document) if document.media_type == PDF else None
        if file is None:
            raise _not_here()
        with file:
            try:
                image = service.page_images.image(file, document.sha256, wanted)
            except Busy:
                raise Problem(503, "Too many pages are being drawn just now.", headers={"Retry-After": "5"}) from None
        if image is None:
            raise Problem(404, "This page cannot be drawn. Download the original file to see it.")
        return Response(image, media_type="image/png", headers={"Cache-Control": _FOR_A_WHILE})


def _document(service: Service, document_id: str) -> Document:
    with service.live.lease() as (snapshot, _):
        document = snapshot.document(document_id)
    if document is None:
        raise Problem(404, "There is no such document in the index.")
    return document


def _not_here() -> Problem:
    return Problem(
        404,
        "The original file is not offered: it is no longer where it was when the index was built, it has changed "
        "since, or it holds many documents.",
    )


def _wanted(document: Document, page: int, cited: tuple[int, int] | None) -> Wanted:
    """What to draw: a page, and of the cited words those that stand on it.

    Raises:
        Problem: 404, when the document has no such page.
    """
    if page > len(document.pages):
        raise Problem(404, f"This document has no page {page}.")
    first = document.pages[page - 1]
    last = document.pages[page] if page < len(document.pages) else len(document.text)
    if cited is None or cited[0] >= last or cited[1] <= first:
        return Wanted(page)
    start, end = max(cited[0], first), min(cited[1], last, cited[0] + _WORDS_MAX)
    words = document.text[start:end]
    sought = letters_of(words)
    return Wanted(page, words, letters_of(document.text[first:start]).count(sought) if sought else 0)
