from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.testclient import TestClient

from web.once import REPEATED, NamesOnce, given_once


def with_query(query: str) -> Request:
    return Request({"type": "http", "query_string": query.encode(), "headers": []})


@pytest.mark.parametrize("query", ["", "q=1", "q=1&k=2", "source=a&source=b", "k=1&source=a&source=a"])
def test_each_name_once_passes_and_others_may_repeat(query: str) -> None:
    given_once(["q", "k"])(with_query(query))


@pytest.mark.parametrize(("query", "names"), [("q=1&q=1", ["q"]), ("k=1&q=1&k=&q=", ["q", "k"]), ("q=&q=", ["q"])])
def test_a_name_given_twice_is_found_even_with_the_same_value(query: str, names: list[str]) -> None:
    with pytest.raises(RequestValidationError) as refused:
        given_once(["q", "k"])(with_query(query))
    assert [error["loc"] for error in refused.value.errors()] == [("query", name) for name in names]
    assert all(error["input"] is REPEATED for error in refused.value.errors())


def test_json_with_a_name_twice_is_read_with_a_mark_in_its_place() -> None:
    app = FastAPI()
    app.router.route_class = NamesOnce

    @app.post("/")
    def read(body: dict[str, Any]) -> list[str]:
        return [name for name, value in body.items() if value is REPEATED]

    sent = b'{"a": 1, "b": 2, "\\u0061": 1, "c": {"d": 1}}'
    assert TestClient(app).post("/", content=sent, headers={"Content-Type": "application/json"}).json() == ["a"]
