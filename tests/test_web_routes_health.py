from __future__ import annotations

from starlette.testclient import TestClient


def test_health_readiness_and_robots(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["snapshot"] == client.get("/ask?q=pool").json()["index"]["snapshot"]
    assert "Disallow: /" in client.get("/robots.txt").text
