from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.test_qa_timeline import NEWS, REPORT
from web.app import create_app


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service over a report and the news of it."""
    folder: Path = tmp_path_factory.mktemp("judged")
    (folder / "papers").mkdir()
    (folder / "papers" / "report.txt").write_text(REPORT["text"], encoding="utf-8")
    (folder / "papers" / "news.txt").write_text(f"Published: 14 October 2022\n\n{NEWS['text']}", encoding="utf-8")
    build([folder / "papers"], folder / "index", HashingEncoder())
    settings = read_settings(index=folder / "index", encoder="hashing", reranker="none")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


def test_a_timeline_is_served_with_its_evidence(judged: TestClient) -> None:
    told = judged.get("/timeline", params={"subject": "Wendham Council"}).json()
    assert told["subject"] == "Wendham" and told["nearest"] == []
    entry = next(each for each in told["entries"] if (each["aspect"], each["grade"]) == ("overall", "inadequate"))
    assert (entry["first"], entry["last"], entry["documents"]) == ("2022-07-29", "2022-07-29", 2)
    assert judged.get(entry["evidence"][0]["link"]).status_code == 200
    assert judged.head("/timeline?subject=Wendham").status_code == 200


def test_somebody_unknown_has_an_empty_one_with_the_nearest_names(judged: TestClient) -> None:
    answered = judged.get("/timeline?subject=Wendam")
    assert answered.status_code == 200
    assert answered.json() == {"subject": "Wendam", "entries": [], "nearest": ["Wendham"]}


@pytest.mark.parametrize(
    "address", ["/timeline", "/timeline?subject=", f"/timeline?subject={'x' * 201}", "/timeline?subject=a&subject=b"]
)
def test_what_is_asked_wrongly_is_refused_by_name(judged: TestClient, address: str) -> None:
    refused = judged.get(address)
    assert refused.status_code == 422
    assert [error["field"] for error in refused.json()["errors"]] == ["subject"]
