"""Pages and files are asked for alike: by GET and HEAD, and by nothing else."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.town import HTML
from web.assets import address


@pytest.mark.parametrize(
    "path",
    ["/", "/docs", "/docs/records", "/docs/records/other", "/documents/roads", address("style.css"), "/robots.txt"],
)
def test_pages_and_files_are_got_or_asked_for_their_head(client: TestClient, path: str) -> None:
    page, head, post = client.get(path), client.head(path), client.post(path, headers=HTML)
    assert (page.status_code, head.status_code, post.status_code) == (200, 200, 405)
    assert page.content and not head.content
    assert head.headers["content-type"] == page.headers["content-type"]
