from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from qa.errors import SettingsError
from qa.settings import read_settings
from web.app import create_app


@pytest.mark.parametrize("path", ["/ask?q=pool", "/healthz", "/readyz", "/openapi.json", "/docs", "/?q=pool"])
def test_where_get_is_head_is_too(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


def test_a_head_is_refused_like_a_get_and_stands_in_no_description(client: TestClient) -> None:
    assert client.head("/ask?q=").status_code == 422
    assert {method for methods in client.get("/openapi.json").json()["paths"].values() for method in methods} == {
        "get",
        "post",
    }


def test_pages_of_other_sites_may_call_the_service_only_where_a_setting_says_so(tmp_path: Path) -> None:
    asked = {"Origin": "https://intranet.example"}
    for origins, allowed in (((), None), (("https://intranet.example",), "https://intranet.example"), (("*",), "*")):
        settings = read_settings(index=tmp_path, encoder="hashing", reranker="none", cors_origins=origins)
        with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
            for answer in (client.get("/healthz", headers=asked), client.get("/nothing", headers=asked)):
                assert answer.headers.get("access-control-allow-origin") == allowed
                assert "access-control-allow-credentials" not in answer.headers
            other = client.get("/healthz", headers={"Origin": "https://evil.example"})
            assert other.headers.get("access-control-allow-origin") == ("*" if allowed == "*" else None)
            before = {
                **asked,
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "content-type",
            }
            assert (client.options("/ask", headers=before).status_code == 200) is bool(origins)
    with pytest.raises(SettingsError):
        read_settings(cors_origins=("https://intranet.example/path",))
