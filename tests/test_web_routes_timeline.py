from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.test_qa_judged_timeline import NEWS, REPORT
from tests.town import HTML, parsed
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
    (error,) = refused.json()["errors"]
    assert error["field"] == "subject" and "'subject'" in error["message"] and "None" not in error["message"]
    assert "such as that of a council" in error["allowed"]


def test_without_a_name_it_is_said_what_to_give(judged: TestClient) -> None:
    assert judged.get("/timeline").json()["detail"] == (
        "'subject' is missing; it must be a name of at most 200 characters, such as that of a council or a school."
    )


def test_a_browser_gets_a_page_and_everybody_else_the_json_as_before(judged: TestClient) -> None:
    for accepted in ("*/*", "application/json", "application/json, text/plain, */*"):
        answered = judged.get("/timeline?subject=Wendham", headers={"Accept": accepted})
        assert answered.json()["subject"] == "Wendham" and answered.headers["Vary"].startswith("Accept")
    page = judged.get("/timeline?subject=Wendham&beside=Wendam", headers=HTML)
    assert page.status_code == 200 and page.headers["Vary"].startswith("Accept")
    shown = parsed(page.text)
    points = shown.xpath("//svg[contains(@class, 'chart')]//a")
    assert [point.get("aria-label") for point in points] == ["Wendham, 2018: Good", "Wendham, 29 July 2022: Inadequate"]
    for point in points:
        assert judged.get(point.get("href")).status_code == 200
    assert "No document here states a judgement of “Wendam”." in page.text
    assert judged.head("/timeline", headers=HTML).status_code == 200


def test_the_page_lists_whom_there_is_to_choose_and_keeps_what_was_typed(judged: TestClient) -> None:
    shown = parsed(judged.get("/timeline", headers=HTML).text)
    assert shown.xpath("//ul[@class='choosing']//a/@href") == ["/timeline?subject=Wendham"]
    assert shown.xpath("//datalist/option/@value") == ["Wendham"]
    typed = judged.get("/timeline", params={"subject": '"><script>alert(1)</script>'}, headers=HTML)
    assert "<script>alert" not in typed.text


@pytest.mark.parametrize("address", [f"/timeline?beside={'x' * 201}", "/timeline?subject=a&subject=b"])
def test_a_page_asked_wrongly_says_so_as_a_page(judged: TestClient, address: str) -> None:
    refused = judged.get(address, headers=HTML)
    assert refused.status_code == 422 and "<h1>" in refused.text


def test_the_answer_card_leads_to_the_timeline(judged: TestClient) -> None:
    shown = parsed(judged.get("/?q=How+was+Wendham+rated+in+2018%3F", headers=HTML).text)
    assert shown.xpath("//a[starts-with(@href, '/timeline')]/@href")[-1] == "/timeline?subject=Wendham"


def test_a_judgement_on_the_answer_card_opens_with_a_way_back(judged: TestClient) -> None:
    shown = parsed(judged.get("/?q=How+was+Wendham+rated+in+2018%3F", headers=HTML).text)
    links = shown.xpath("//section[@class='answer']//table[@class='judged']//a/@href")
    assert links
    for link in links:
        assert (
            parsed(judged.get(link, headers=HTML).text).xpath("//a[@class='back']/@href")[0].startswith("/?q=How+was")
        )
