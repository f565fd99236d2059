from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from qa.settings import read_settings
from tests.town import HTML, problem
from web.app import create_app


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_a_body_that_is_not_json_is_refused(client: TestClient, content_type: str | None) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    problem(client.post("/ask", content=b'{"question": "a"}', headers=headers), 415)


def test_a_wrong_method_is_told_the_right_ones(client: TestClient) -> None:
    response = client.delete("/ask")
    assert "Use GET, HEAD or POST." in problem(response, 405)["detail"]
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert client.post("/").headers["allow"] == "GET, HEAD"


def test_nothing_at_an_address_is_a_problem_for_programs_and_a_page_for_people(client: TestClient) -> None:
    problem(client.get("/nowhere"), 404)
    page = client.get("/nowhere", headers=HTML)
    assert page.status_code == 404
    assert "This page is not here" in page.text
    problem(client.get("/ask", headers=HTML), 422)


def test_a_fault_inside_is_logged_and_shows_nothing_of_the_inside(town: Path, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(read_settings(index=town, encoder="hashing", reranker="none"))

    @app.get("/broken")
    def broken() -> None:
        raise sqlite3.OperationalError("secret detail")

    with TestClient(app, base_url="http://127.0.0.1") as client:
        response = client.get("/broken")
        page = client.get("/broken", headers=HTML)
    assert "secret" not in response.text + page.text
    assert "Traceback" not in response.text + page.text
    problem(response, 500)
    assert response.headers["content-security-policy"]
    assert "secret detail" in caplog.text
