"""Evidence packs: what was chosen of what questions found, as a page, a table and a Word document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import FastAPI
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from index.snapshot import Snapshot
from qa.citing.pack import Pack, gather
from qa.deciding.decide import index_info
from qa.request import AskRequest
from web.field_errors import FieldError
from web.pack_address import DAY, NEXT, PackAddress, WrongPack, asked_of, read_address
from web.pack_files import as_csv, as_docx
from web.problems import Problem
from web.request_models import RequestSchema
from web.service import PAGE_METHODS, Service, site_of
from web.spreadsheets import CSV
from web.views.packing import show_pack
from web.views.rendering import render

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add_packs(app: FastAPI, service: Service) -> None:
    """Add /pack, /pack.csv and /pack.docx.

    The words are read from the documents; an address only names them, with what tells whether they are still the same.

    Args:
        app: the app.
        service: what its routes share.
    """
    schema = service.schema

    @app.api_route("/pack", methods=PAGE_METHODS, include_in_schema=False)
    def pack_page(request: Request) -> Response:
        """The pack, and what can be added to it of what another question finds."""
        today = date.today()
        address = _address(request, schema, today)
        following = address.unticked or _next_request(address, schema)
        with service.live.lease() as (snapshot, assistant):
            pack = _gathered(address, schema, snapshot, today)
            answer = assistant.ask(snapshot, following) if following else None
            adding: tuple[tuple[str, str], ...] = ()
            if following:
                adding = (("q", following.question), *schema.form_fields(following), (DAY, today.isoformat()))
            index = index_info(snapshot)
            page = show_pack(pack, address, schema, index, site_of(request), snapshot, adding, answer)
        return HTMLResponse(render(page))

    def file(request: Request, write: Callable[[Pack, str], bytes], media_type: str, suffix: str) -> Response:
        today = date.today()
        address = _address(request, schema, today)
        with service.live.lease() as (snapshot, _):
            pack = _gathered(address, schema, snapshot, today)
        named = f'attachment; filename="evidence-pack-{today.isoformat()}{suffix}"'
        return Response(write(pack, site_of(request)), media_type=media_type, headers={"Content-Disposition": named})

    @app.api_route("/pack.csv", methods=PAGE_METHODS, include_in_schema=False)
    def pack_table(request: Request) -> Response:
        """The pack as a table."""
        return file(request, as_csv, CSV, ".csv")

    @app.api_route("/pack.docx", methods=PAGE_METHODS, include_in_schema=False)
    def pack_document(request: Request) -> Response:
        """The pack as a Word document."""
        return file(request, as_docx, _DOCX, ".docx")


def _address(request: Request, schema: RequestSchema, today: date) -> PackAddress:
    try:
        return read_address(request.query_params.multi_items(), schema, today)
    except WrongPack as wrong:
        raise Problem(422, str(wrong), wrong.errors) from None


def _gathered(address: PackAddress, schema: RequestSchema, snapshot: Snapshot, today: date) -> Pack:
    return gather(snapshot, [asked_of(part, schema, today) for part in address.parts], today)


def _next_request(address: PackAddress, schema: RequestSchema) -> AskRequest | None:
    """The question of which something is to be added; None for none."""
    if not address.next:
        return None
    try:
        return schema.request(schema.models["form"].model_validate({"q": address.next}))
    except ValidationError as invalid:
        _, message = schema.fault(invalid.errors()[0])
        raise Problem(422, message, (FieldError(NEXT, message, schema.allowed["question"]),)) from None
