from __future__ import annotations

from starlette.testclient import TestClient

from tests.town import problem


def test_static_files_are_kept_for_ever_under_a_name_made_from_their_content(client: TestClient) -> None:
    page = client.get("/").text
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    response = client.get(style)
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    for name in ("style.css", "app.py", "..%2fapp.py", "%2e%2e/app.py"):
        problem(client.get(f"/static/{name}"), 404)
