from __future__ import annotations

import pytest
from starlette.requests import Request

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
