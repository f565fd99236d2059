"""The service: /ask and the other endpoints, and the pages."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio.to_thread
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

from qa.errors import FeedbackError
from qa.feedback import FeedbackStore
from qa.settings import Settings, read_settings
from web.compression import Compression
from web.error_handlers import CatchAll, install
from web.live import LiveSnapshot
from web.once import NamesOnce
from web.openapi import DescribedAPI, operation_id
from web.originals import Originals
from web.page_images import PageImages
from web.request_models import RequestSchema, request_schema
from web.routes.ask import add_ask
from web.routes.documents import add_documents
from web.routes.feedback import add_feedback
from web.routes.files import add_files
from web.routes.health import add_health
from web.routes.home import add_home
from web.routes.originals import add_originals
from web.routes.packs import add_packs
from web.routes.reference import add_reference
from web.routes.timeline import add_timeline
from web.routes.verify import add_verify
from web.security import BodyLimit, KnownHosts, SecurityHeaders
from web.service import Service

log = logging.getLogger(__name__)

_BODY_BYTES = 64 * 1024
_BYTES_A_CHARACTER = 12


def create_app(settings: Settings, schema: RequestSchema | None = None) -> FastAPI:
    """The service as an ASGI app; the encoder and the index are loaded when it starts.

    Args:
        settings: which index, which encoder, and the limits of a request.
        schema: what a request may hold; without one, the fields of `web.schema`.
    """
    schema = schema or request_schema(settings)
    store = FeedbackStore(settings.feedback, settings.feedback_retention_days)
    service = Service(settings, schema, LiveSnapshot(settings), store, Originals(settings.index), PageImages())

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(_start, service)
        yield
        await anyio.to_thread.run_sync(service.live.stop)

    app = DescribedAPI(
        title="Chapter and Verse",
        summary="Ask a question, get the passages that answer it, each with its source.",
        description="Nothing is generated: every word of an answer stands in a source. Offsets count code points and "
        "are half-open.",
        version="1",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=operation_id,
        lifespan=lifespan,
        middleware=[
            Middleware(Compression),
            Middleware(SecurityHeaders),
            *([Middleware(CORSMiddleware, **_cors(settings))] if settings.cors_origins else []),
            Middleware(CatchAll),
            Middleware(KnownHosts, names=(settings.host, *settings.allowed_hosts)),
            Middleware(BodyLimit, max_bytes=_BODY_BYTES + _BYTES_A_CHARACTER * settings.question_max_chars),
        ],
    )
    app.state.live = service.live
    app.router.route_class = NamesOnce
    for add in (
        add_ask,
        add_home,
        add_documents,
        add_originals,
        add_verify,
        add_timeline,
        add_packs,
        add_feedback,
        add_health,
        add_reference,
    ):
        add(app, service)
    add_files(app)
    install(app, schema)
    return app


def app_from_environment() -> FastAPI:
    """The service with its settings read from the environment, for a server's worker processes."""
    return create_app(read_settings())


def _cors(settings: Settings) -> dict[str, Any]:
    """What pages of other sites may do: read, and ask in a body; no cookie is ever looked at."""
    return {
        "allow_origins": settings.cors_origins,
        "allow_methods": ["GET", "HEAD", "POST"],
        "allow_headers": ["Content-Type"],
        "max_age": 600,
    }


def _start(service: Service) -> None:
    """Delete feedback that is too old, and load models and index; what goes wrong is logged."""
    try:
        service.store.delete_old()
    except FeedbackError as error:
        log.error("Old feedback could not be deleted: %s", error)
    service.live.start()
