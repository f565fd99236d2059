from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/ask?q=pool", "/healthz", "/readyz", "/openapi.json", "/docs", "/?q=pool"])
def test_where_get_is_head_is_too(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


def test_a_head_is_refused_like_a_get_and_stands_in_no_description(client: TestClient) -> None:
    assert client.head("/ask?q=").status_code == 422
    assert {method for methods in client.get("/openapi.json").json()["paths"].values() for method in methods} == {
        "get",
        "post",
    }
