from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.feedback import FeedbackStore, Judgement, text_hash
from qa.request import Filters
from qa.settings import read_settings
from tests.town import parsed
from web.app import create_app
from web.views.voting import NOTICES

HTML = {"Accept": "text/html,application/xhtml+xml"}
QUESTION = "When did the pool reopen?"
DOCUMENTS = [
    {
        "id": "pool",
        "title": "Pool",
        "text": "The pool reopened on 3 May 2021.",
        "published": "2021-05-03",
        "source": "Leisure",
    },
    {
        "id": "lanes",
        "title": "Lanes",
        "text": "Lanes of the pool must be booked two days ahead.",
        "published": "2022-05-03",
        "source": "Leisure",
    },
    {"id": "parks", "title": "Parks", "text": "The parks are open until dusk, and the pool is not.", "source": "Parks"},
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    place = tmp_path_factory.mktemp("documents") / "all.jsonl"
    place.write_text("\n".join(json.dumps(line) for line in DOCUMENTS), encoding="utf-8")
    assert not build([place], folder, HashingEncoder()).failed
    return folder


@contextmanager
def serving(index: Path, feedback: Path, **settings: Any) -> Iterator[TestClient]:
    given = read_settings(
        index=index, encoder="hashing", reranker="none", question_max_chars=200, k_max=9, feedback=feedback, **settings
    )
    with TestClient(create_app(given), base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client


@pytest.fixture
def store(tmp_path: Path) -> FeedbackStore:
    return FeedbackStore(tmp_path / "feedback.sqlite", 365)


@pytest.fixture
def client(index: Path, store: FeedbackStore) -> Iterator[TestClient]:
    with serving(index, store.path) as client:
        yield client


def asked(client: TestClient, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """An answer, and a judgement of its second passage that is right in every field."""
    answer = client.post("/ask", json={"question": QUESTION, "k": 3, **more}).json()
    body = {
        "kind": "answers_it",
        "question": QUESTION,
        "k": 3,
        "snapshot": answer["index"]["snapshot"],
        "passage_id": answer["passages"][1]["passage_id"],
    }
    return answer, body | more


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["detail"].endswith(".")
    return body


def pressed(client: TestClient, address: str, label: str, comment: str = "") -> tuple[Any, dict[str, str | list[str]]]:
    """What the service answers when a button of a page is pressed without script, and the fields that were sent."""
    page = parsed(client.get(address).text)
    button = next(each for each in page.iter("button") if " ".join(each.text_content().split()) == label)
    form = next(each for each in button.iterancestors("form"))
    assert (form.get("method"), form.get("action")) == ("post", "/feedback")
    fields: dict[str, str | list[str]] = {}
    for each in form.iter("input"):
        name = each.get("name") or ""
        fields[name] = (
            each.get("value") or "" if name != "source" else [*fields.get("source", []), each.get("value") or ""]
        )
    fields |= {"kind": button.get("value") or "", "comment": comment}
    return client.post("/feedback", data=fields, headers={**HTML, "Sec-Fetch-Site": "same-origin"}), fields


# What is kept


def test_a_judgement_is_kept_with_the_ranking_that_was_shown(client: TestClient, store: FeedbackStore) -> None:
    answer, body = asked(client)
    response = client.post("/feedback", json=body | {"comment": "  the second line \n"})
    assert response.status_code == 201, response.text
    assert response.json() == {
        "kind": "answers_it",
        "question": QUESTION,
        "snapshot": answer["index"]["snapshot"],
        "rank": 2,
        "retention_days": 365,
    }
    (kept,) = store.judgements()
    assert (kept.kind, kept.question, kept.snapshot, kept.rank, kept.comment) == (
        "answers_it",
        QUESTION,
        body["snapshot"],
        2,
        "the second line",
    )
    assert abs(kept.given - datetime.now(UTC)) < timedelta(minutes=1)
    cited = [(each["citation"], each["text"]) for each in answer["passages"]]
    assert [(each.document_id, each.start, each.end, each.sha256) for each in kept.ranking] == [
        (citation["document_id"], citation["start"], citation["end"], text_hash(text)) for citation, text in cited
    ]


def test_nothing_answers_is_about_no_passage_and_filters_are_kept(client: TestClient, store: FeedbackStore) -> None:
    _, body = asked(client, filters={"published_from": "2021-01-01", "source": ["Leisure"]})
    assert client.post("/feedback", json=body | {"kind": "nothing_answers", "passage_id": None}).status_code == 201
    (kept,) = store.judgements()
    assert (kept.rank, kept.filters) == (None, Filters(date(2021, 1, 1), None, ("Leisure",)))
    assert {each.document_id for each in kept.ranking} == {"pool", "lanes"}


def test_the_page_s_buttons_work_without_script_and_keep_the_results(client: TestClient, store: FeedbackStore) -> None:
    ticked = "&order=date&item=pool%3A0-3"
    address = f"/?q=When+did+the+pool+reopen%3F&k=2&published_from=2021-01-01&source=Leisure{ticked}"
    response, _ = pressed(client, address, "Helpful (passage 2)", "two\r\nlines")
    assert response.status_code == 303
    where = urlsplit(response.headers["location"])
    assert (where.path, where.fragment, where.netloc) == ("/", "judged", "")
    assert {**parse_qs(where.query)} == {
        "q": [QUESTION],
        "k": ["2"],
        "published_from": ["2021-01-01"],
        "source": ["Leisure"],
        "order": ["date"],
        "page": ["1"],
        "item": ["pool:0-3"],
        "judged": ["kept"],
        "passage": ["2"],
    }
    (kept,) = store.judgements()
    assert (kept.kind, kept.rank, kept.comment, kept.filters.source) == ("thumbs_up", 2, "two\nlines", ("Leisure",))
    page = parsed(client.get(response.headers["location"]).text)
    (notice,) = page.xpath("//*[@id='judged']")
    assert notice.text_content() == NOTICES["kept"]
    assert "passage 2" in notice.getparent().get("aria-label")
    assert len(page.xpath("//article")) == 2

    response, _ = pressed(client, address, "Nothing here answers it")
    assert store.judgements()[1].kind == "nothing_answers"
    page = parsed(client.get(response.headers["location"]).text)
    assert page.xpath("//form[@aria-label='Judge all passages']//*[@id='judged']")


def test_names_left_as_typed_stay_so_when_a_button_is_pressed(client: TestClient, store: FeedbackStore) -> None:
    response, fields = pressed(client, "/?q=When+did+the+pool+reopen%3F&k=2&as_typed=1", "Helpful (passage 2)")
    assert fields["as_typed"] == "1"
    assert parse_qs(urlsplit(response.headers["location"]).query)["as_typed"] == ["1"]
    assert store.judgements()[0].rank == 2


def test_a_fast_answer_can_be_judged(client: TestClient, store: FeedbackStore) -> None:
    _, body = asked(client, fast=True, as_typed=True)
    assert client.post("/feedback", json=body).status_code == 201
    assert store.judgements()[0].rank == 2


def test_every_button_and_comment_has_a_name_of_its_own(client: TestClient) -> None:
    page = parsed(client.get("/?q=When+did+the+pool+reopen%3F&k=3").text)
    names = [" ".join(each.text_content().split()) for each in page.xpath("//form[@action='/feedback']//button")]
    assert len(names) == len(set(names)) == 10
    labels = {each.get("for"): each.text_content() for each in page.xpath("//form[@action='/feedback']//label")}
    boxes = page.xpath("//textarea[@name='comment']")
    assert [each.get("id") for each in boxes] == list(labels) and len(set(labels.values())) == 4


def test_a_misleading_address_shows_no_notice(client: TestClient) -> None:
    for query in ("judged=%3Cb%3E", "passage=2", "judged="):
        assert 'id="judged"' not in client.get(f"/?q=pool&{query}").text
    page = client.get("/?q=pool&judged=kept&passage=99").text
    assert page.count('id="judged"') == 1


# What is refused


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8000"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "http://127.0.0.1:8000.evil.example"},
        {"Origin": "null"},
        {"Origin": "http://[broken"},
    ],
)
def test_what_comes_from_another_site_is_refused(
    client: TestClient, store: FeedbackStore, headers: dict[str, str]
) -> None:
    _, body = asked(client)
    problem(client.post("/feedback", json=body, headers=headers), 403)
    problem(client.post("/feedback", data=body, headers=headers), 403)
    assert "another site" in client.post("/feedback", data=body, headers={**headers, **HTML}).text
    assert not store.path.exists()


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://127.0.0.1:8000"}, {"Origin": "https://127.0.0.1:8000"}],
)
def test_what_comes_from_the_own_page_or_from_a_program_is_taken(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/feedback", json=asked(client)[1], headers=headers).status_code == 201
    assert client.post("/feedback", data=asked(client)[1], headers=headers).status_code == 303


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"passage_id": "pool:0-5"}, "'pool:0-5' is not among the 3"),
        ({"passage_id": "../../etc/passwd"}, "is not among"),
        ({"k": 1}, "is not among the 1"),
        ({"filters": {"document": ["pool"]}}, "is not among the 1"),
        ({"snapshot": "0123456789ab"}, "The documents have changed"),
    ],
)
def test_what_was_not_shown_cannot_be_judged(
    client: TestClient, store: FeedbackStore, change: dict[str, Any], words: str
) -> None:
    _, body = asked(client)
    found = problem(client.post("/feedback", json=body | change), 409)
    assert words in found["detail"]
    assert found["title"] == ("The documents have changed" if "snapshot" in change else "No such passage")
    assert not store.path.exists()


def test_a_page_from_before_a_rebuild_shows_the_new_results_and_says_so(
    client: TestClient, store: FeedbackStore
) -> None:
    _, body = asked(client)
    response = client.post("/feedback", data=body | {"snapshot": "0123456789ab"}, headers=HTML)
    page = parsed(client.get(response.headers["location"]).text)
    assert page.xpath("string(//*[@id='judged'])") == NOTICES["changed"]
    assert len(page.xpath("//article")) == 3
    assert store.judgements() == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "love"}, "kind"),
        ({"passage_id": None}, "passage_id"),
        ({"kind": "nothing_answers"}, "passage_id"),
        ({"question": " "}, "question"),
        ({"question": "x" * 201}, "question"),
        ({"k": 10}, "k"),
        ({"snapshot": ""}, "snapshot"),
        ({"snapshot": "s" * 101}, "snapshot"),
        ({"comment": "x" * 501}, "comment"),
        ({"comment": "\ud800"}, "comment"),
        ({"filters": {"published_from": "yesterday"}}, "filters.published_from"),
        ({"name": "Ann"}, "name"),
    ],
)
def test_a_wrong_field_is_named_with_what_is_allowed(
    client: TestClient, store: FeedbackStore, change: dict[str, Any], field: str
) -> None:
    _, body = asked(client)
    sent = json.dumps(body | change)
    errors = problem(client.post("/feedback", content=sent, headers={"Content-Type": "application/json"}), 422)[
        "errors"
    ]
    assert [error["field"] for error in errors] == [field]
    assert errors[0]["allowed"]
    if field == "name":
        assert (
            errors[0]["allowed"] == "kind, question, k, filters, as_typed, plain, fast, snapshot, passage_id, comment"
        )
    assert not store.path.exists()


def test_a_field_given_twice_is_refused(client: TestClient, store: FeedbackStore) -> None:
    _, body = asked(client)
    twice = json.dumps(body)[:-1] + ', "kind": "thumbs_down"}'
    refused = problem(client.post("/feedback", content=twice, headers={"Content-Type": "application/json"}), 422)
    assert [error["field"] for error in refused["errors"]] == ["kind"]
    assert not store.path.exists()


def test_a_broken_form_is_refused_in_a_sentence(client: TestClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    problem(client.post("/feedback", content=b"", headers=form), 422)
    problem(client.post("/feedback", content=b"a=1&" * 500, headers=form), 422)
    problem(client.post("/feedback", content=b"\xff\xfe=%ff&kind=%00", headers=form), 422)
    problem(client.post("/feedback", content=b"x" * 200_000, headers=form), 413)
    problem(client.post("/feedback", content=b"{}", headers={"Content-Type": "text/plain"}), 415)
    refused = problem(client.get("/feedback"), 405)
    assert "POST" in refused["detail"]
    page = client.post("/feedback", data={"kind": "<script>"}, headers=HTML)
    assert page.status_code == 422 and "text/html" in page.headers["content-type"] and "<script>alert" not in page.text


@pytest.mark.parametrize(
    "hostile", ['"><script>alert(1)</script>', "' onclick='x", "</textarea><b>", "&amp;\u202epool"]
)
def test_hostile_words_are_kept_and_shown_as_words(client: TestClient, store: FeedbackStore, hostile: str) -> None:
    question = f"pool {hostile}"
    response, fields = pressed(client, f"/?{urlencode({'q': question, 'k': 2})}", "Not helpful (passage 1)", hostile)
    assert fields["question"] == question
    assert (store.judgements()[0].question, store.judgements()[0].comment) == (question, hostile)
    page = client.get(response.headers["location"]).text
    assert "<script>alert" not in page and "</textarea><b>" not in page
    assert parsed(page).xpath("string(//input[@name='question']/@value)") == question


# Off, full and broken


def test_turned_off_there_are_no_buttons_and_nothing_is_kept(index: Path, store: FeedbackStore) -> None:
    with serving(index, store.path) as client:
        _, body = asked(client)
        assert client.post("/feedback", json=body).status_code == 201
    with serving(index, store.path, feedback_retention_days=0) as client:
        assert store.judgements() == []
        page = client.get("/?q=pool&judged=kept&passage=1").text
        assert "feedback" not in page and "Helpful" not in page and 'id="judged"' not in page
        assert "QA_FEEDBACK_RETENTION_DAYS" in problem(client.post("/feedback", json=body), 404)["detail"]
        problem(client.post("/feedback", data=body), 404)
        assert "/feedback" not in client.get("/openapi.json").text
    assert store.judgements() == []


def test_what_is_too_old_is_deleted_when_the_service_starts(index: Path, store: FeedbackStore) -> None:
    store.keep(
        Judgement(datetime.now(UTC) - timedelta(days=40), "nothing_answers", "When?", Filters(), "f00", (), None)
    )
    with serving(index, store.path, feedback_retention_days=30), sqlite3.connect(store.path) as connection:
        assert connection.execute("SELECT count(*) FROM judgements").fetchone() == (0,)


def test_a_disk_that_takes_nothing_is_said_and_the_results_stay(
    index: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with serving(index, tmp_path / "file" / "feedback.sqlite") as client:
        _, body = asked(client)
        said = problem(client.post("/feedback", json=body), 503)["detail"]
        assert "could not be kept" in said and str(tmp_path) not in said
        assert str(tmp_path) in caplog.text
        response = client.post("/feedback", data=body, headers=HTML)
        page = parsed(client.get(response.headers["location"]).text)
        assert page.xpath("string(//*[@id='judged'])") == NOTICES["not_kept"]
        assert len(page.xpath("//article")) == 3


def test_a_damaged_store_does_not_keep_the_service_from_starting(
    index: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "feedback.sqlite").write_bytes(b"not a database, but long enough to be looked at " * 100)
    with serving(index, tmp_path / "feedback.sqlite") as client:
        assert client.get("/ask?q=pool").status_code == 200
        problem(client.post("/feedback", json=asked(client)[1]), 503)
    assert "Old feedback could not be deleted" in caplog.text
