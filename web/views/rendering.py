"""From a page's record to its HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from web.views.document import DocumentPage
from web.views.error import ErrorPage
from web.views.holdings import HoldingsPage
from web.views.home import HomePage
from web.views.packing import PackPage
from web.views.reference import RecordsPage, ReferencePage
from web.views.timelines import TimelinePage
from web.views.verifying import VerifyPage

FOLDER = Path(__file__).parents[1] / "templates"
TEMPLATES: Mapping[type, str] = {
    HomePage: "home.html",
    DocumentPage: "document.html",
    ErrorPage: "error.html",
    ReferencePage: "reference.html",
    RecordsPage: "records.html",
    VerifyPage: "verify.html",
    HoldingsPage: "holdings.html",
    TimelinePage: "timeline.html",
    PackPage: "pack.html",
}
Page = (
    HomePage
    | DocumentPage
    | ErrorPage
    | ReferencePage
    | RecordsPage
    | VerifyPage
    | HoldingsPage
    | TimelinePage
    | PackPage
)
_INDENTATION = re.compile(r"^[ \t]+", re.M)


class _Unindented(Extension):
    """Templates are written with indentation, which nobody who reads a page needs: a tenth of its bytes."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """A template without its indentation; what is filled in keeps its own."""
        return _INDENTATION.sub("", source)


_environment = Environment(
    extensions=[_Unindented],
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(page: Page) -> str:
    """The HTML of a page; its template sees the fields of its record and nothing else.

    An error's page is made by a template named after the status, such as 404.html, where there is one.
    """
    names = [TEMPLATES[type(page)]]
    if isinstance(page, ErrorPage):
        names.insert(0, f"{page.status}.html")
    shown = {field.name: getattr(page, field.name) for field in fields(page)}
    return _environment.select_template(names).render(shown)
