from __future__ import annotations

import json
import logging
import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from web.app import create_app
from web.problems import SCHEMA

POOL = """The town pool closed for repairs on 4 January 2021.

The pool reopened on 3 May 2021. Lanes must be booked two days ahead, and children under eight swim with an adult.
"""
LIBRARY = """The library lends garden tools from April to September.

Each reader may keep a tool for fourteen days. A spade that comes back late costs fifty pence a day.
"""
PARKS = "The parks are open until dusk 😀 every day."
JSON = {"Content-Type": "application/json"}
HTML = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two text files and a .jsonl of three documents with metadata, made with the hashing encoder."""
    folder = tmp_path_factory.mktemp("documents")
    (folder / "leisure").mkdir()
    (folder / "leisure" / "pool & baths.txt").write_text(POOL, encoding="utf-8")
    (folder / "library.txt").write_text(LIBRARY, encoding="utf-8")
    lines = [
        {"id": "parks/1", "title": "Parks", "text": PARKS, "published": "2022-03-01", "source": "Parks team"},
        {
            "id": "parks/2",
            "title": "Benches",
            "text": "New benches came to the river walk.",
            "published": "2023-03-01",
            "source": "Parks team",
        },
        {
            "id": "roads",
            "title": "<b>Roads</b>",
            "text": "<script>alert('x')</script> The ring road has two lanes.",
            "source": "Roads team",
        },
    ]
    (folder / "more.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    where = tmp_path_factory.mktemp("index")
    report = build([folder], where, HashingEncoder())
    assert not report.failed
    return where


@pytest.fixture(scope="module")
def client(index: Path) -> Iterator[TestClient]:
    settings = read_settings(index=index, encoder="hashing", reranker="none", question_max_chars=200, k_max=9)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem in a response, checked against the schema that the reference shows."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body.keys() == SCHEMA["properties"].keys()
    assert body["status"] == status
    assert body["detail"].endswith(".")
    for error in body["errors"]:
        assert error.keys() == SCHEMA["properties"]["errors"]["items"]["properties"].keys()
    return body


# Answers


def test_an_answer_quotes_a_document_and_links_to_it(client: TestClient) -> None:
    answer = client.get("/ask", params={"q": "When did the pool reopen?"}).json()
    assert answer["status"] == "answered"
    assert answer["answer"]["quote"] == "The pool reopened on 3 May 2021."
    first = answer["passages"][0]
    assert first["citation"]["document_id"].endswith("pool & baths.txt")
    assert answer["index"]["documents"] == 5
    assert client.get(first["citation"]["link"]).status_code == 200


def test_get_and_post_answer_alike(client: TestClient) -> None:
    got = client.get("/ask", params={"q": "How long may a tool be kept?", "k": 2, "published_to": "2999-12-31"}).json()
    posted = client.post(
        "/ask", json={"question": "How long may a tool be kept?", "k": 2, "filters": {"published_to": "2999-12-31"}}
    ).json()
    assert got | {"took_ms": 0} == posted | {"took_ms": 0}


def test_the_explanation_comes_only_when_it_is_asked_for(client: TestClient) -> None:
    assert client.post("/ask", json={"question": "pool"}).json()["explanation"] is None
    assert client.post("/ask", json={"question": "pool", "explain": True}).json()["explanation"]
    assert client.get("/ask", params={"q": "pool"}).json()["explanation"] is None
    assert client.get("/ask", params={"q": "pool", "explain": "true"}).json()["explanation"]


def test_fast_goes_without_the_reranker(index: Path) -> None:
    settings = read_settings(index=index, encoder="hashing", reranker="overlap")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:

        def read(answer: Any) -> int:
            found: int = answer.json()["explanation"]["candidates"]["read"]
            return found

        asked = {"q": "When did the pool reopen?", "explain": "true"}
        assert read(client.get("/ask", params=asked)) > 0
        assert read(client.get("/ask", params=asked | {"fast": "true"})) == 0
        assert read(client.post("/ask", json={"question": asked["q"], "explain": True, "fast": True})) == 0


def test_what_was_expected_is_told_with_the_explanation_without_asking_for_it(client: TestClient) -> None:
    end = len(PARKS)
    body = {
        "question": "When did the pool reopen?",
        "filters": {"document": ["roads"]},
        "expect": {"document": "parks/1", "start": 0, "end": end},
    }
    expected = client.post("/ask", json=body).json()["explanation"]["expected"]
    assert (expected["stage"], expected["passage_ids"]) == ("filtered", [f"parks/1:0-{end}"])


def test_an_expected_stretch_that_ends_before_it_starts_is_refused_in_a_sentence(client: TestClient) -> None:
    body = {"question": "pool", "expect": {"document": "roads", "start": 9, "end": 9}}
    assert problem(client.post("/ask", json=body), 422)["detail"] == "'expect.end' must be more than 'expect.start'."


def test_abstaining_is_a_200_with_the_nearest_passages(client: TestClient) -> None:
    response = client.get("/ask", params={"q": "Which penguins moult in Antarctica?"})
    answer = response.json()
    assert response.status_code == 200
    assert (answer["status"], answer["answer"]) == ("abstained", None)
    assert answer["reason"]
    assert answer["passages"]


def test_repeated_filters_are_alternatives(client: TestClient) -> None:
    def found(*sources: str) -> set[str]:
        answer = client.get("/ask", params={"q": "parks benches lanes", "k": 9, "source": list(sources)}).json()
        return {passage["citation"]["document_id"] for passage in answer["passages"]}

    assert found("Parks team") == {"parks/1", "parks/2"}
    assert found("Parks team", "Roads team") == {"parks/1", "parks/2", "roads"}


def test_dates_filter_and_undated_documents_are_left_out(client: TestClient) -> None:
    answer = client.get(
        "/ask",
        params={"q": "parks benches lanes", "k": 9, "published_from": "2022-03-01", "published_to": "2022-12-31"},
    ).json()
    assert [passage["citation"]["document_id"] for passage in answer["passages"]] == ["parks/1"]


@pytest.mark.parametrize(
    "question", ["\x00", "pool\x00\x1f", "😀" * 50, "\u202e\ufeff", "' OR 1=1 --", "%", "٣٤", "\ufffd"]
)
def test_odd_questions_are_answered_or_abstained_from(client: TestClient, question: str) -> None:
    assert client.post("/ask", json={"question": question}).json()["question"] == question
    assert client.get("/", params={"q": question}).status_code == 200


# What is refused


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%20%09", "q"),
        ("q=" + "a" * 201, "q"),
        ("q=a&k=0", "k"),
        ("q=a&k=10", "k"),
        ("q=a&k=five", "k"),
        ("q=a&k=", "k"),
        ("q=a&published_from=2022-02-30", "published_from"),
        ("q=a&published_from=1640995200", "published_from"),
        ("q=a&published_to=2022-01-01T00:00:00", "published_to"),
        ("q=a&published_from=2023-01-01&published_to=2022-01-01", "published_from"),
        ("q=a&source=", "source"),
        ("q=a&document=" + "x" * 1001, "document"),
        ("q=a&sauce=Ofsted", "sauce"),
        ("q=a&expect=roads:0-9", "expect"),
        ("q=a&fast=very", "fast"),
        ("q=a&as_typed=", "as_typed"),
        ("q=a&explain=1&explain=0", "explain"),
        ("q=a&q=b", "q"),
        ("q=a&k=1&k=1", "k"),
        ("q=a&published_to=2022-01-01&published_to=2023-01-01", "published_to"),
    ],
)
def test_a_wrong_parameter_is_named_with_what_is_allowed(client: TestClient, query: str, field: str) -> None:
    errors = problem(client.get(f"/ask?{query}"), 422)["errors"]
    assert [error["field"] for error in errors] == [field]
    assert errors[0]["allowed"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ([], "body"),
        ({"question": None}, "question"),
        ({"question": 7}, "question"),
        ({"question": "a", "k": "5"}, "k"),
        ({"question": "a", "k": True}, "k"),
        ({"question": "a", "k": 2.5}, "k"),
        ({"question": "a", "explain": "yes"}, "explain"),
        ({"question": "a", "fast": 1}, "fast"),
        ({"question": "a", "as_typed": "true"}, "as_typed"),
        ({"question": "a", "expect": "roads:0-9"}, "expect"),
        ({"question": "a", "expect": {"start": 0, "end": 9}}, "expect.document"),
        ({"question": "a", "expect": {"document": "roads", "start": -1, "end": 9}}, "expect.start"),
        ({"question": "a", "expect": {"document": "roads", "start": 9, "end": 1}}, "expect.end"),
        ({"question": "a", "expect": {"document": "roads", "start": 0, "end": "9"}}, "expect.end"),
        ({"question": "a", "expect": {"document": "roads", "start": 0, "end": 9, "stop": 9}}, "expect.stop"),
        ({"question": "a", "kk": 1}, "kk"),
        ({"question": "a", "body": 1}, "body"),
        ({"question": "a", "filters": {"from": "2022-01-01"}}, "filters.from"),
        ({"question": "a", "filters": {"published_from": 20220101}}, "filters.published_from"),
        (
            {"question": "a", "filters": {"published_from": "2023-01-01", "published_to": "2022-01-01"}},
            "filters.published_from",
        ),
        ({"question": "a", "filters": {"source": "Ofsted"}}, "filters.source"),
        ({"question": "a", "filters": {"document": [1]}}, "filters.document"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(client: TestClient, body: object, field: str) -> None:
    errors = problem(client.post("/ask", json=body), 422)["errors"]
    assert [error["field"] for error in errors] == [field]
    assert errors[0]["allowed"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b'{"question": "a", "question": "b"}', "question"),
        (b'{"question": "a", "k": 1, "k": 2}', "k"),
        (b'{"question": "a", "explain": true, "expl\\u0061in": true}', "explain"),
        (b'{"question": "a", "filters": {}, "filters": {"source": ["Ofsted"]}}', "filters"),
        (b'{"question": "a", "filters": {"source": ["a"], "source": ["b"]}}', "filters.source"),
        (
            b'{"question": "a", "filters": {"published_from": null, "published_from": "2022-01-01"}}',
            "filters.published_from",
        ),
        (b'{"question": "a", "filters": {"document": [{"a": 1, "a": 2}]}}', "filters.document"),
        (b'{"question": "a", "kk": 1, "kk": 2}', "kk"),
    ],
)
def test_a_field_given_twice_is_refused_by_its_name(client: TestClient, body: bytes, field: str) -> None:
    refused = problem(client.post("/ask", content=body, headers=JSON), 422)
    assert [error["field"] for error in refused["errors"]] == [field]
    assert refused["errors"][0]["allowed"]


def test_a_refusal_of_what_is_given_twice_says_so(client: TestClient) -> None:
    said = "'k' is given more than once; give it once."
    assert problem(client.get("/ask?q=a&k=1&k=2"), 422)["detail"] == said
    assert (
        problem(client.post("/ask", content=b'{"question": "a", "k": 1, "k": 2}', headers=JSON), 422)["detail"] == said
    )


def test_the_page_takes_the_last_of_several(client: TestClient) -> None:
    page = client.get("/?q=parks&q=pool&k=1&k=2")
    assert page.status_code == 200 and 'value="pool"' in page.text and page.text.count("<article") == 2


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"question":', 422),
        (b"", 422),
        (b'{"question": "\\ud800"}', 422),
        (b'{"question": "a", "\\ud800": 1}', 422),
        (b'{"question": "a", "k": NaN}', 422),
        (b'{"question": "\xff"}', 400),
        (b"[" * 50_000, 400),
        (b'{"question": "a", "k": ' + b"9" * 5_000 + b"}", 400),
    ],
)
def test_a_body_that_is_no_question_is_refused_in_a_sentence(client: TestClient, body: bytes, status: int) -> None:
    problem(client.post("/ask", content=body, headers=JSON), status)


def test_a_large_body_is_refused_with_and_without_a_declared_length(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(200):
            yield b" " * 1000

    problem(client.post("/ask", content=b" " * 200_000, headers=JSON), 413)
    problem(client.post("/ask", content=pieces(), headers=JSON), 413)
    problem(client.request("GET", "/healthz", content=b" " * 200_000), 413)


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded"])
def test_a_body_that_is_not_json_is_refused(client: TestClient, content_type: str | None) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    problem(client.post("/ask", content=b'{"question": "a"}', headers=headers), 415)


def test_a_wrong_method_is_told_the_right_ones(client: TestClient) -> None:
    response = client.delete("/ask")
    assert "Use GET, HEAD or POST." in problem(response, 405)["detail"]
    assert response.headers["allow"] == "GET, HEAD, POST"
    assert client.post("/").headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/ask?q=pool", "/healthz", "/readyz", "/openapi.json", "/docs", "/?q=pool"])
def test_where_get_is_head_is_too(client: TestClient, path: str) -> None:
    assert client.head(path).status_code == 200


def test_a_head_is_refused_like_a_get_and_stands_in_no_description(client: TestClient) -> None:
    assert client.head("/ask?q=").status_code == 422
    assert {method for methods in client.get("/openapi.json").json()["paths"].values() for method in methods} == {
        "get",
        "post",
    }


def test_nothing_at_an_address_is_a_problem_for_programs_and_a_page_for_people(client: TestClient) -> None:
    problem(client.get("/nowhere"), 404)
    page = client.get("/nowhere", headers=HTML)
    assert page.status_code == 404
    assert "This page is not here" in page.text
    problem(client.get("/ask", headers=HTML), 422)


# Pages


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong_beside_each_field(client: TestClient) -> None:
    response = client.get(
        "/", params={"q": "pool", "k": "99", "published_from": "31/02/2022", "published_to": "", "source": "Parks team"}
    )
    assert response.status_code == 422
    assert response.headers["content-type"].startswith("text/html")
    assert 'value="pool"' in response.text
    assert 'value="31/02/2022"' in response.text
    assert 'value="99"' in response.text
    assert 'value="Parks team" checked' in response.text
    assert 'aria-describedby="fault-k"' in response.text
    assert 'aria-describedby="fault-published_from"' in response.text
    assert "from 1 to 9" in response.text


@pytest.mark.parametrize(
    ("fault", "field"),
    [("k=99", "k"), ("published_from=soon", "published_from"), ("published_to=soon", "published_to")],
)
def test_a_fault_among_the_choices_opens_them_and_a_button_follows(client: TestClient, fault: str, field: str) -> None:
    page = lxml.html.fromstring(client.get(f"/?q=pool&{fault}").text)
    assert page.xpath(f"//details[@open]//input[@id='field-{field}'][@aria-invalid='true']")
    assert page.xpath(
        "//details[@open]/descendant::*[self::input or self::button][last()][self::button][@type='submit']"
    )


@pytest.mark.parametrize("source", ["Parks team", "Nobody's"])
def test_too_many_publishers_are_said_beside_the_publishers(client: TestClient, source: str) -> None:
    page = lxml.html.fromstring(client.get("/", params={"q": "pool", "source": [source] * 101}).text)
    assert page.xpath("//details[@open]//*[@id='fault-source']")


def test_an_empty_question_is_asked_for(client: TestClient) -> None:
    response = client.get("/", params={"q": "  ", "k": "5"})
    assert response.status_code == 422
    assert "Type a question." in response.text


def test_the_results_page_shows_quote_citation_and_what_was_searched(client: TestClient) -> None:
    page = client.get("/", params={"q": "When did the pool reopen?", "k": "3"}).text
    assert '<blockquote><p>The pool reopened on <mark class="value">3 May 2021</mark>.</p></blockquote>' in page
    assert '<p class="value">Date: <strong>3 May 2021</strong></p>' in page
    assert "Read it in the document" in page
    chances = re.findall(
        r"Chance (that this passage answers|that it answers): <strong>(?:high|fair|low)</strong> \((?:under )?\d+%\)",
        page,
    )
    assert chances == ["that this passage answers"] + ["that it answers"] * page.count("<article")
    assert "Of passages given 80%, about eight in ten answer" in page
    assert '<mark class="quote' in page
    assert "5 documents" in page


def test_an_abstained_page_says_that_what_follows_is_no_answer(client: TestClient) -> None:
    page = client.get("/", params={"q": "Which penguins moult in Antarctica?"}).text
    assert "No answer found" in page
    assert "They are not an answer to it." in page
    assert "<article" in page
    assert '<mark class="quote' not in page


def test_what_a_document_says_is_never_run(client: TestClient) -> None:
    for page in (
        client.get("/", params={"q": "ring road lanes <i>"}).text,
        client.get("/documents/roads?start=0&end=8").text,
    ):
        assert "<script>alert" not in page
        assert "<b>Roads" not in page
        assert "&lt;b&gt;Roads&lt;/b&gt;" in page
    assert 'value="ring road lanes &lt;i&gt;"' in client.get("/", params={"q": "ring road lanes <i>"}).text


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


# The service


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


def test_static_files_are_kept_for_ever_under_a_name_made_from_their_content(client: TestClient) -> None:
    page = client.get("/").text
    style = page.split('rel="stylesheet" href="')[1].split('"')[0]
    response = client.get(style)
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in response.headers["cache-control"]
    for name in ("style.css", "app.py", "..%2fapp.py", "%2e%2e/app.py"):
        problem(client.get(f"/static/{name}"), 404)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:80", "[::1]:8000", "192.168.7.9"])
def test_own_names_and_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "a b", "[::1", "127.0.0.1:8000:1"],
)
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    problem(client.get("/ask?q=pool", headers={"Host": host}), 421)


def test_health_readiness_and_robots(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").json()
    assert ready["snapshot"] == client.get("/ask?q=pool").json()["index"]["snapshot"]
    assert "Disallow: /" in client.get("/robots.txt").text


def test_the_reference_shows_every_operation_and_its_limits(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    page = client.get("/docs").text
    for path in described["paths"]:
        assert f"<code>{path}</code>" in page
    limit = next(each for each in described["paths"]["/ask"]["get"]["parameters"] if each["name"] == "k")["schema"]
    assert (limit["minimum"], limit["maximum"]) == (1, 9)
    assert "HTTPValidationError" not in json.dumps(described)
    assert "//cdn" not in page


def test_a_fault_inside_is_logged_and_shows_nothing_of_the_inside(
    index: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(read_settings(index=index, encoder="hashing", reranker="none"))

    @app.get("/broken")
    def broken() -> None:
        raise sqlite3.OperationalError("secret detail")

    with TestClient(app, base_url="http://127.0.0.1") as client:
        response = client.get("/broken")
        page = client.get("/broken", headers=HTML)
    assert "secret" not in response.text + page.text
    assert "Traceback" not in response.text + page.text
    problem(response, 500)
    assert response.headers["content-security-policy"]
    assert "secret detail" in caplog.text


# Snapshots


def test_without_an_index_the_service_says_so_until_one_is_built(tmp_path: Path) -> None:
    documents, where = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    (documents / "pool.txt").write_text(POOL, encoding="utf-8")
    with TestClient(
        create_app(read_settings(index=where, encoder="hashing", reranker="none")), base_url="http://127.0.0.1"
    ) as client:
        assert client.get("/healthz").status_code == 200
        assert "qa build" in problem(client.get("/readyz"), 503)["detail"]
        assert "qa build" in problem(client.get("/ask?q=pool"), 503)["detail"]
        page = client.get("/", headers=HTML)
        assert (page.status_code, "qa build" in page.text) == (503, True)
        build([documents], where, HashingEncoder())
        wait_for(lambda: client.get("/readyz").status_code == 200)
        assert client.get("/ask?q=pool").json()["passages"]


def test_an_index_that_cannot_be_used_is_told_apart_from_none_until_it_is_built_again(tmp_path: Path) -> None:
    documents, where = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    (documents / "pool.txt").write_text(POOL, encoding="utf-8")
    build([documents], where, HashingEncoder())
    manifest = next(where.glob("snapshots/*/manifest.json"))
    manifest.write_text(json.dumps(json.loads(manifest.read_text(encoding="utf-8")) | {"format": 2}), encoding="utf-8")
    with TestClient(
        create_app(read_settings(index=where, encoder="hashing", reranker="none")), base_url="http://127.0.0.1"
    ) as client:
        said = problem(client.get("/ask?q=pool"), 503)["detail"]
        assert "cannot be used" in said and "qa build" in said and str(where) not in said
        (documents / "more.txt").write_text("The hall is green.", encoding="utf-8")
        build([documents], where, HashingEncoder())
        wait_for(lambda: client.get("/readyz").status_code == 200)


def test_without_a_model_the_service_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = read_settings(index=tmp_path, models=tmp_path, encoder="all-MiniLM-L6-v2")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        assert "qa models pull" in problem(client.get("/readyz"), 503)["detail"]
    assert "cannot answer" in caplog.text


def test_a_new_snapshot_takes_over_without_a_failed_request(tmp_path: Path) -> None:
    documents, where = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    (documents / "pool.txt").write_text(POOL, encoding="utf-8")
    old = build([documents], where, HashingEncoder()).snapshot
    statuses, snapshots = set[int](), set[str]()
    with TestClient(
        create_app(read_settings(index=where, encoder="hashing", reranker="none")), base_url="http://127.0.0.1"
    ) as client:
        stop = threading.Event()

        def keep_asking() -> None:
            while not stop.is_set():
                for address in ("/ask?q=When did the pool reopen?", "/documents/pool.txt?start=0&end=8", "/?q=pool"):
                    response = client.get(address)
                    statuses.add(response.status_code)
                    if address.startswith("/ask"):
                        snapshots.add(response.json()["index"]["snapshot"])

        askers = [threading.Thread(target=keep_asking) for _ in range(4)]
        for asker in askers:
            asker.start()
        try:
            for number in range(5):
                (documents / f"more{number}.txt").write_text(f"{LIBRARY} Edition {number}.", encoding="utf-8")
                new = build([documents], where, HashingEncoder()).snapshot
                wait_for(lambda new=new: client.get("/readyz").json()["snapshot"] == new)
        finally:
            stop.set()
            for asker in askers:
                asker.join()
        assert client.get("/readyz").json()["documents"] == 6
    assert statuses == {200}
    assert old in snapshots
    assert len(snapshots) > 1


def test_a_damaged_new_snapshot_is_logged_and_the_old_one_serves_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    documents, where = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    (documents / "pool.txt").write_text(POOL, encoding="utf-8")
    old = build([documents], where, HashingEncoder()).snapshot
    with (
        TestClient(
            create_app(read_settings(index=where, encoder="hashing", reranker="none")), base_url="http://127.0.0.1"
        ) as client,
        caplog.at_level(logging.ERROR),
    ):
        (documents / "library.txt").write_text(LIBRARY, encoding="utf-8")
        new = build([documents], tmp_path / "elsewhere", HashingEncoder()).snapshot
        folder = where / "snapshots" / new
        (tmp_path / "elsewhere" / "snapshots" / new).rename(folder)
        store = next(folder.glob("*.sqlite"))
        store.write_bytes(store.read_bytes()[:-100])
        (where / "live").write_text(new, encoding="utf-8")
        assert client.get("/readyz").json()["snapshot"] == old
        wait_for(lambda: new in caplog.text)
        assert client.get("/ask?q=When did the pool reopen?").json()["index"]["snapshot"] == old


def wait_for(happens: Any) -> None:
    """Wait up to ten seconds until something happens."""
    pause = threading.Event()
    for _ in range(200):
        if happens():
            return
        pause.wait(0.05)
    pytest.fail("It did not happen within ten seconds.")
