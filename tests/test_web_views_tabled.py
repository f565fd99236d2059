"""A table is shown with its count, its rows and what it may leave out, and can be downloaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.judged_papers import MARLOW_2018, WENDHAM
from tests.town import HTML, parsed
from web.app import create_app

ASKED = "Which councils are good or outstanding?"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service over some reports."""
    folder: Path = tmp_path_factory.mktemp("tabled")
    (folder / "papers").mkdir()
    for number, paper in enumerate((*WENDHAM, MARLOW_2018)):
        (folder / "papers" / f"{number}.txt").write_text(f"{paper['title']}\n\n{paper['text']}", encoding="utf-8")
    build([folder / "papers"], folder / "index", HashingEncoder())
    settings = read_settings(index=folder / "index", encoder="hashing", reranker="none")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


def test_the_page_shows_each_row_with_its_link(judged: TestClient) -> None:
    (answer,) = parsed(judged.get("/", params={"q": ASKED}, headers=HTML).text).xpath("//section[@class='answer']")
    assert answer.xpath(".//p[@class='value']")[0].text_content().strip() == "2 authorities"
    assert [name.text_content().strip() for name in answer.xpath(".//tbody//th")] == ["Marlow", "Wendham"]
    assert answer.xpath(".//tbody//strong/text()") == ["Outstanding", "Good"]
    for link in answer.xpath(".//tbody//a/@href"):
        assert judged.get(link).status_code == 200
    assert "4 documents were searched." in answer.text_content()
    assert [told.text for told in answer.xpath("./details[@class='meaning']/summary")] == ["What the chance means"]


def test_whom_a_row_is_of_is_told_unless_the_question_names_nobody_else(judged: TestClient) -> None:
    def columns_of(question: str) -> list[str]:
        page = parsed(judged.get("/", params={"q": question}, headers=HTML).text)
        return [str(told) for told in page.xpath("//section[@class='answer']//thead//th/text()")]

    assert columns_of("When was Wendham inspected?")[:2] == ["Judgement", "When"]
    assert columns_of("Which councils are outstanding?")[0] == "Whom"


def test_a_row_is_chosen_for_a_pack_and_cited(judged: TestClient) -> None:
    def answer_to(question: str) -> Any:
        return parsed(judged.get("/", params={"q": question}, headers=HTML).text).xpath("//section[@class='answer']")[0]

    rows = answer_to("When was Marlow inspected?").xpath(".//tbody/tr")
    assert len(rows) == 1 and "Marlow: inspection" in rows[0].xpath(".//textarea")[1].text
    pack = judged.get("/pack", params={"q": "When?", "item": rows[0].xpath(".//input/@value")[0]}, headers=HTML)
    assert "16 March 2018" in parsed(pack.text).xpath("//blockquote")[0].text_content()
    several = answer_to(ASKED).xpath(".//tbody/tr")
    assert all(row.xpath(".//input[@name='item']") for row in several)


def test_the_table_is_downloaded_from_the_page(judged: TestClient) -> None:
    page = parsed(judged.get("/", params={"q": ASKED}, headers=HTML).text)
    found = judged.get(page.xpath("//section[@class='answer']//a[@class='read']/@href")[0])
    assert found.status_code == 200 and found.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in found.headers["content-disposition"]
    assert found.content.startswith(b"\xef\xbb\xbfsubject,") and len(found.text.splitlines()) == 3


def test_json_has_the_rows_and_what_they_are_of(judged: TestClient) -> None:
    told = judged.get("/ask", params={"q": ASKED}).json()
    assert [row["subject"] for row in told["rows"]] == ["Marlow", "Wendham"]
    assert told["table"]["count"] == 2 and told["table"]["documents"] == 4
    assert told["rows"][0]["evidence"]["quote"]
    other = judged.get("/ask", params={"q": "How was Wendham rated in 2021?"}).json()
    assert other["rows"] == [] and other["table"] is None


def test_what_has_no_table_says_why_it_cannot_be_downloaded(judged: TestClient) -> None:
    found = judged.get("/ask.csv", params={"q": "Which councils were judged inadequate in 1999?"})
    assert found.status_code == 404 and "documents were looked at" in found.json()["detail"]
    assert judged.get("/ask.csv", params={"q": "How was Wendham rated in 2021?"}).status_code == 404
    assert judged.get("/ask.csv").status_code == 422


def test_an_answer_without_a_table_shows_none(judged: TestClient) -> None:
    page = parsed(judged.get("/", params={"q": "How was Wendham rated in 2021?"}, headers=HTML).text)
    assert page.xpath("//section[@class='answer']//blockquote")
    assert not page.xpath("//a[starts-with(@href, '/ask.csv')]")
