from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from web.negotiation import wants_json


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("application/json", True),
        ("application/json, */*;q=0.5", True),
        ("text/html,application/xhtml+xml,application/json;q=0.5", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_is_given_to_those_who_ask_for_it_and_for_no_page(accept: str, wanted: bool) -> None:
    request = Request({"type": "http", "headers": [(b"accept", accept.encode())]})
    assert wants_json(request) is wanted


@pytest.mark.parametrize(
    "address", ["/documents", "/documents/roads", "/verify?quote=dusk", "/timeline?subject=Wendham"]
)
def test_both_forms_of_an_address_say_that_there_are_two(client: TestClient, address: str) -> None:
    for accepted, kind in (("text/html", "text/html"), ("application/json", "application/json")):
        told = client.get(address, headers={"Accept": accepted}).headers
        assert told["content-type"].startswith(kind) and "Accept" in told["vary"].split(", "), accepted
