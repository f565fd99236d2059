from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.town import HTML, PARKS, problem


def test_a_document_is_shown_whole_with_the_cited_code_points_marked(client: TestClient) -> None:
    start = PARKS.index("dusk 😀 every")
    page = client.get(f"/documents/parks%2F1?start={start}&end={start + 12}").text
    assert '<mark class="cited" id="cited">dusk 😀 every</mark> day.' in page
    assert "1 March 2022" in page
    assert client.get("/documents/parks/1").status_code == 200
    assert 'id="cited"' not in client.get("/documents/parks/1").text


@pytest.mark.parametrize(
    "stretch",
    [
        "start=5&end=5",
        "start=9&end=2",
        "start=0&end=100000",
        "start=-1&end=3",
        "start=x&end=3",
        "start=3",
        "end=3",
        "start=1e3&end=9",
    ],
)
def test_an_impossible_stretch_is_refused(client: TestClient, stretch: str) -> None:
    assert problem(client.get(f"/documents/roads?{stretch}"), 422)["errors"]
    page = client.get(f"/documents/roads?{stretch}", headers=HTML)
    assert page.status_code == 422
    assert "<h1>" in page.text


@pytest.mark.parametrize("name", ["nothing", "", "%00", "..%2f..%2fetc%2fpasswd", "roads/", "%ff"])
def test_an_unknown_document_is_not_found(client: TestClient, name: str) -> None:
    problem(client.get(f"/documents/{name}"), 404)
