"""What the routes of one app share."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from qa.feedback import FeedbackStore
from qa.settings import Settings
from web.live import LiveSnapshot
from web.originals import Originals
from web.page_images import PageImages
from web.request_models import RequestSchema

PAGE_METHODS = ["GET", "HEAD"]
"""How pages and files are asked for."""


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes of one app share.

    Attributes:
        settings: the limits of a request, and how long feedback is kept.
        schema: what a request may hold.
        live: the snapshot that is being served.
        store: where judgements are kept.
        originals: the files that documents were read from.
        page_images: pictures of their pages.
    """

    settings: Settings
    schema: RequestSchema
    live: LiveSnapshot
    store: FeedbackStore
    originals: Originals
    page_images: PageImages


def site_of(request: Request) -> str:
    """The address of the service as it was called, without a stroke at its end."""
    return str(request.base_url).rstrip("/")
