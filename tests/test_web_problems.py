from __future__ import annotations

import json

import pytest
from fastapi import FastAPI
from starlette.requests import Request

from qa.settings import read_settings
from tests.town import HTML
from web.app import create_app
from web.field_errors import FieldError
from web.problems import PROBLEM_TEXTS, TITLES, Problem, described, gives_json, respond

APP = create_app(read_settings(encoder="hashing", reranker="none"))


def asking(path: str, accept: str = "*/*", method: str = "GET") -> Request:
    headers = [(b"accept", accept.encode())]
    return Request({"type": "http", "app": APP, "method": method, "path": path, "headers": headers})


def test_a_problem_is_json_with_where_it_is_described_and_each_field() -> None:
    problem = Problem(422, "Change k.", [FieldError("k", "Wrong.", None)], {"Retry-After": "5"})
    response = respond(asking("/ask"), problem)
    assert json.loads(bytes(response.body)) == {
        "type": "/docs#problem-422",
        "title": "Something in the request needs changing",
        "status": 422,
        "detail": "Change k.",
        "errors": [{"field": "k", "message": "Wrong.", "allowed": None}],
    }
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.headers["vary"], response.headers["retry-after"]) == ("Accept", "5")


@pytest.mark.parametrize(
    ("path", "accept", "media_type"),
    [
        ("/nowhere", HTML["Accept"], "text/html; charset=utf-8"),
        ("/nowhere", "application/json", "application/problem+json"),
        ("/nowhere", "", "application/problem+json"),
        ("/ask", HTML["Accept"], "application/problem+json"),
        ("/healthz", HTML["Accept"], "application/problem+json"),
        ("/readyz", HTML["Accept"], "application/problem+json"),
        ("/openapi.json", HTML["Accept"], "application/problem+json"),
        ("/docs", HTML["Accept"], "text/html; charset=utf-8"),
        ("/feedback", HTML["Accept"], "text/html; charset=utf-8"),
    ],
)
def test_a_browser_gets_a_page_except_from_the_api(path: str, accept: str, media_type: str) -> None:
    response = respond(asking(path, accept), Problem(503, "Not yet."))
    assert (response.status_code, response.headers["content-type"]) == (503, media_type)
    assert response.headers["vary"] == "Accept"


@pytest.mark.parametrize("status", [500, 503])
def test_only_a_page_that_nothing_was_sent_to_is_tried_again_by_its_address(status: int) -> None:
    pages = {
        method: bytes(respond(asking("/feedback", HTML["Accept"], method), Problem(status, "Not yet.")).body).decode()
        for method in ("GET", "HEAD", "POST")
    }
    assert {method for method, page in pages.items() if "Try this page again" in page} == {"GET", "HEAD"}
    assert "Go back to the page before, and send it again." in pages["POST"]


def test_an_address_that_is_added_to_the_api_gives_json_and_a_page_does_not() -> None:
    app = FastAPI()
    app.get("/count")(lambda: 1)
    app.get("/page", include_in_schema=False)(lambda: 1)
    app.post("/judge")(lambda: 1)
    paths = ("/count", "/page", "/judge", "/openapi.json", "/elsewhere")
    given = {path: gives_json(Request({"type": "http", "app": app, "path": path, "headers": []})) for path in paths}
    assert given == {"/count": True, "/page": False, "/judge": False, "/openapi.json": True, "/elsewhere": False}
    assert not gives_json(Request({"type": "http", "path": "/count", "headers": []}))


def test_a_title_is_the_problem_s_own_or_that_of_its_status() -> None:
    def title(problem: Problem) -> str:
        return str(json.loads(bytes(respond(asking("/ask"), problem).body))["title"])

    assert title(Problem(409, "No.", title="No such passage")) == "No such passage"
    assert title(Problem(409, "No.")) == TITLES[409]
    assert title(Problem(418, "No.")) == "I'm a Teapot"


def test_half_a_character_in_a_sentence_is_replaced() -> None:
    assert json.loads(bytes(respond(asking("/ask"), Problem(404, "\ud800")).body))["detail"] == "?"
    assert "?" in bytes(respond(asking("/", HTML["Accept"]), Problem(404, "\ud800")).body).decode()


def test_every_problem_of_the_reference_has_a_title_and_refers_to_the_one_schema() -> None:
    assert PROBLEM_TEXTS.keys() <= TITLES.keys()
    assert described(413)["description"] == PROBLEM_TEXTS[413]
