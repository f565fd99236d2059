from __future__ import annotations

import json

from starlette.testclient import TestClient

from web.assets import ASSETS


def test_the_reference_shows_every_operation_and_its_limits(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    page = client.get("/docs").text
    for path in described["paths"]:
        assert f"<code>{path}</code>" in page
    limit = next(each for each in described["paths"]["/ask"]["get"]["parameters"] if each["name"] == "k")["schema"]
    assert (limit["minimum"], limit["maximum"]) == (1, 9)
    assert "HTTPValidationError" not in json.dumps(described)
    assert "//cdn" not in page


def test_no_page_of_the_reference_is_heavy(client: TestClient) -> None:
    """With style sheet and scripts each stays under 90 kB."""
    for path in ("/docs", "/docs/records", "/docs/records/other"):
        page = client.get(path)
        static = [
            asset for asset in ASSETS.values() if asset.served_as in page.text or asset.media_type == "image/svg+xml"
        ]
        assert len(static) == 4, "two style sheets, a script, the icon"
        assert len(page.content) + sum(len(asset.content) for asset in static) < 90_000, path
