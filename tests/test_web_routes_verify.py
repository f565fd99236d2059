from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.town import HTML, parsed, problem

ASKED = {"Accept": "application/json"}


def test_a_quotation_is_checked_as_a_page_and_in_json(client: TestClient) -> None:
    quote = {"quote": "Lanes must be booked two days ahead"}
    page = client.get("/verify", params=quote, headers=HTML)
    assert "These words stand there exactly" in page.text
    assert parsed(page.text).xpath("//a[@class='read']/@href")[0].startswith("/documents/leisure%2Fpool%20%26%20baths")
    body = client.get("/verify", params=quote, headers=ASKED).json()
    assert (body["status"], body["document_id"]) == ("exact", "leisure/pool & baths.txt")

    changed = client.get("/verify", params={"quote": "Lanes must be booked three days ahead"}, headers=HTML).text
    assert "<del>three</del> <ins>two</ins>" in changed
    assert "stand in none of the documents" in client.get("/verify?quote=Cheese+moons", headers=HTML).text


def test_the_empty_page_asks_for_something_and_json_says_what_is_missing(client: TestClient) -> None:
    page = client.get("/verify", headers=HTML)
    assert page.status_code == 200 and "<section" not in page.text
    problem(client.get("/verify", headers=ASKED), 422)


@pytest.mark.parametrize("headers", [HTML, ASKED])
def test_too_long_a_quotation_is_refused_in_the_form_that_was_asked_for(
    client: TestClient, headers: dict[str, str]
) -> None:
    response = client.get("/verify", params={"quote": "x" * 4_001}, headers=headers)
    assert response.status_code == 422
    assert ("<h1>" in response.text) is (headers is HTML)


def test_what_is_pasted_is_shown_and_never_run(client: TestClient) -> None:
    for pasted in ("</textarea><script>alert(1)</script>", "Lanes must be <b>booked</b> two days ahead"):
        page = client.get("/verify", params={"quote": pasted}, headers=HTML).text
        assert "<script>alert" not in page and "<b>booked" not in page


def test_a_reference_alone_is_checked(client: TestClient) -> None:
    page = client.get("/verify", params={"quote": "(Parks team, Benches, published 1 March 2023)"}, headers=HTML).text
    assert "This reference is right" in page
    page = client.get("/verify", params={"quote": "(Parks team, Benches, published 1 May 2023)"}, headers=HTML).text
    assert "<del>May</del> <ins>March</ins>" in page
