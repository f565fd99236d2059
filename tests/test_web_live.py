from __future__ import annotations

import json
import logging
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.town import HTML, LIBRARY, POOL, parsed, problem, wait_for
from web.app import create_app


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
            wait_for(lambda: old in snapshots)
            for number in range(5):
                (documents / f"more{number}.txt").write_text(f"{LIBRARY} Edition {number}.", encoding="utf-8")
                new = build([documents], where, HashingEncoder()).snapshot
                wait_for(lambda new=new: new in snapshots)
        finally:
            stop.set()
            for asker in askers:
                asker.join()
        assert client.get("/readyz").json()["documents"] == 6
    assert statuses == {200}
    assert len(snapshots) == 6


def test_a_link_of_results_made_before_a_document_changed_marks_no_other_words(tmp_path: Path) -> None:
    documents, where = tmp_path / "documents", tmp_path / "index"
    documents.mkdir()
    (documents / "pool.txt").write_text(POOL, encoding="utf-8")
    build([documents], where, HashingEncoder())
    settings = read_settings(index=where, encoder="hashing", reranker="none", answer_confidence=0.0)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        answer = client.get("/ask?q=When did the pool reopen?").json()["answer"]
        link = answer["citation"]["link"]
        assert '<mark class="cited"' in client.get(link).text
        quote = answer["sentence"]["text"]
        for text, is_there in ((f"{LIBRARY} {POOL}", True), (f"{LIBRARY} {POOL.replace('2021', '2022')}", False)):
            (documents / "pool.txt").write_text(text, encoding="utf-8")
            new = build([documents], where, HashingEncoder()).snapshot
            wait_for(lambda new=new: client.get("/readyz").json()["snapshot"] == new)
            page = client.get(link).text
            assert ('<mark class="cited"' in page) == (f'id="cited">{quote}</mark>' in page) == is_there
            assert "has changed since" in page


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


def test_examples_are_questions_that_the_live_snapshot_answers(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    guide = (
        "# Guide\n\n# When did the pool reopen?\n\nThe pool reopened on 3 May 2021.\n\n# Who sells zebras?\n\nNobody."
    )
    (documents / "guide.md").write_text(guide, encoding="utf-8")
    where = tmp_path / "index"
    build([documents], where, HashingEncoder())
    settings = read_settings(index=where, encoder="hashing", reranker="overlap")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        wait_for(lambda: "ask-examples" not in {thread.name for thread in threading.enumerate()})
        examples = parsed(client.get("/").text).xpath("//*[@aria-label='Examples']//a")
        for example in examples:
            answer = client.get("/ask", params={"q": example.text_content()}).json()
            assert answer["status"] == "answered" and answer["confidence"] >= 0.7
            assert client.get(example.get("href")).status_code == 200
        own = json.loads(parsed(client.get("/docs").text).xpath("//section[@aria-labelledby='example']//code")[-1].text)
        assert own["question"] == (examples[0].text_content() if examples else "When did the pool reopen?")
        assert len(examples) <= 4
