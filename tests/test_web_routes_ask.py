from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from qa.settings import read_settings
from tests.town import JSON, PARKS, problem
from web.app import create_app


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


def test_fast_goes_without_the_reranker(town: Path) -> None:
    settings = read_settings(index=town, encoder="hashing", reranker="overlap")
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
