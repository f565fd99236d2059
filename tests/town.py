"""A town's documents, and what the tests of the web room expect of a service over them."""

from __future__ import annotations

import threading
from typing import Any

import lxml.html
from pydantic import TypeAdapter

from web.field_errors import FieldError
from web.problems import ProblemBody

POOL = """The town pool closed for repairs on 4 January 2021.

The pool reopened on 3 May 2021. Lanes must be booked two days ahead, and children under eight swim with an adult.
"""
LIBRARY = """The library lends garden tools from April to September.

Each reader may keep a tool for fourteen days. A spade that comes back late costs fifty pence a day.
"""
PARKS = "The parks are open until dusk 😀 every day."
DOCUMENTS = [
    {"id": "parks/1", "title": "Parks", "text": PARKS, "published": "2022-03-01", "source": "Parks team"},
    {
        "id": "parks/2",
        "title": "Benches",
        "text": "New benches came to the river walk.",
        "published": "2023-03-01",
        "source": "Parks team",
    },
    {
        "id": "roads",
        "title": "<b>Roads</b>",
        "text": "<script>alert('x')</script> The ring road has two lanes.",
        "source": "Roads team",
    },
]
JSON = {"Content-Type": "application/json"}
HTML = {"Accept": "text/html,application/xhtml+xml"}


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem in a response, checked against the record that the reference shows."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body.keys() == TypeAdapter(ProblemBody).json_schema()["properties"].keys()
    assert body["status"] == status
    assert body["detail"].endswith(".")
    for error in body["errors"]:
        assert error.keys() == TypeAdapter(FieldError).json_schema()["properties"].keys()
    return body


def parsed(page: str) -> Any:
    """A page's elements; its stubs know too little of XPath to help."""
    return lxml.html.fromstring(page)


def wait_for(happens: Any) -> None:
    """Wait up to a minute until something happens."""
    pause = threading.Event()
    for _ in range(1_200):
        if happens():
            return
        pause.wait(0.05)
    raise AssertionError("It did not happen within a minute.")
