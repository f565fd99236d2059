from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests.town import JSON, problem


def test_a_large_body_is_refused_with_and_without_a_declared_length(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(200):
            yield b" " * 1000

    problem(client.post("/ask", content=b" " * 200_000, headers=JSON), 413)
    problem(client.post("/ask", content=pieces(), headers=JSON), 413)
    problem(client.request("GET", "/healthz", content=b" " * 200_000), 413)


def test_every_response_carries_the_security_headers(client: TestClient) -> None:
    for path in (
        "/",
        "/?q=pool",
        "/ask?q=pool",
        "/ask",
        "/documents/roads",
        "/docs",
        "/openapi.json",
        "/healthz",
        "/nowhere",
        "/favicon.svg",
    ):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "cache-control" in headers
        assert "server" not in headers
    assert client.get("/ask?q=pool").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "192.168.7.9"])
def test_own_names_and_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "a b", "[::1", "127.0.0.1:8000:1"],
)
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    problem(client.get("/ask?q=pool", headers={"Host": host}), 421)
