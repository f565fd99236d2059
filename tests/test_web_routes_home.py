from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.town import HTML, parsed
from web.app import create_app


def test_the_page_takes_the_last_of_several(client: TestClient) -> None:
    page = client.get("/?q=parks&q=pool&k=1&k=2")
    assert page.status_code == 200 and 'value="pool"' in page.text and page.text.count("<article") == 2


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


def test_links_ask_the_question_of_a_long_message_alone(client: TestClient) -> None:
    asked = "When did the town pool reopen?"
    story = "I went there with my two children on Sunday after lunch as we do, and it was shut, so we all had to go on."
    message = f"{story} {asked} Many thanks, Jo"
    page = parsed(client.get("/", params={"q": message}, headers=HTML).text)
    results = page.xpath("//div[contains(@class, 'results')]")[0]
    assert "3 May 2021" in results.text_content() and "children" in page.xpath("//input[@id='field-q']/@value")[0]
    links = [link for link in results.xpath(".//a/@href") if "q=" in link]
    assert links and all("children" not in link for link in links)
    alone = parsed(client.get("/", params={"q": asked}, headers=HTML).text)
    (quoted,), (again,) = (one.xpath("//section[@class='answer']//blockquote") for one in (page, alone))
    assert quoted.text_content() == again.text_content()


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
        r"Chance (that these words are right|that it answers): <strong>(?:high|fair|low)</strong> \((?:under )?\d+%\)",
        page.replace('<span class="unseen"> that it answers</span>', " that it answers"),
    )
    likely = [
        one
        for one in client.get("/ask", params={"q": "When did the pool reopen?", "k": "3"}).json()["passages"][1:]
        if one["probability"] >= 0.2
    ]
    assert chances == ["that these words are right"] + ["that it answers"] * len(
        likely
    )  # that of the first is the answer's
    assert "over eight in ten of the answers given 80% or more were right" in page
    assert '<mark class="quote' in page
    assert "5 documents" in page


def test_an_abstained_page_says_that_what_follows_is_no_answer(client: TestClient) -> None:
    page = client.get("/", params={"q": "Which penguins moult in Antarctica?"}).text
    assert "No answer found" in page
    assert "None of them is sure enough to be shown as the answer." in page
    assert "Chance that" not in page
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


def test_the_first_page_begins_in_the_field_and_says_how_many_documents_there_are(client: TestClient) -> None:
    first, results = client.get("/").text, client.get("/?q=pool").text
    assert " autofocus" in first and " autofocus" not in results
    assert '<a href="/documents">5 documents</a> are searched.' in first


def test_words_have_one_reference_in_results_in_their_document_in_a_pack_and_in_json(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    rules = ("7. A berth at the old quay costs forty pounds a week.", "8. Berths are let by the harbour master.")
    text = "\n\n".join(("# Harbour rules", "## Moorings", *rules))
    (folder / "rules.md").write_text(text, encoding="utf-8")
    build([folder], tmp_path / "index", HashingEncoder())
    settings = read_settings(index=tmp_path / "index", encoder="hashing", reranker="none")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        asked = {"q": "What does a berth cost?"}
        page = parsed(client.get("/", params=asked, headers=HTML).text)
        references = {" ".join(one.split()) for one in page.xpath("(//article//textarea)[2]/text()")}
        (told,) = references
        named = told.partition(", http")[0]
        assert named.endswith("paragraphs 7 to 8")
        opened = client.get(page.xpath("//article//h3/a/@href")[0], headers=HTML).text
        assert told in parsed(opened).xpath("//*[@id='cite-these']//textarea/text()")
        item = page.xpath("//article//label[@class='tick']/input/@value")
        pack = parsed(client.get("/pack", params={**asked, "item": item}, headers=HTML).text)
        assert [" ".join(one.text_content().split()) for one in pack.xpath("//p[@class='from']")] == [named]
        cited = client.get("/ask", params=asked).json()["passages"][0]["citation"]
        assert (cited["paragraph"], cited["last_paragraph"]) == ("7", "8")


@pytest.mark.parametrize(
    "question", ["What does a berth cost in the north?", "Which berths are there?", "Where is a crane?"]
)
def test_a_row_of_a_table_is_told_in_one_form_wherever_it_stands_in_a_line(tmp_path: Path, question: str) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    table = "| Berth | Price | Keeper |\n|---|---|---|\n| North | £4 | Ada Moor |\n| South | £6 | Ben Wick |"
    (folder / "prices.md").write_text(f"# Berths\n\nA crane stands in the north.\n\n{table}\n", encoding="utf-8")
    build([folder], tmp_path / "index", HashingEncoder())
    settings = read_settings(index=tmp_path / "index", encoder="hashing", reranker="none")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        results = parsed(client.get("/", params={"q": question}, headers=HTML).text)
        items = results.xpath("//label[@class='tick']/input/@value")
        pages = [
            results,
            *(
                parsed(client.get(path, params=params, headers=HTML).text)
                for path, params in (
                    ("/verify", {"quote": "North; £4; Ada Moor"}),
                    ("/verify", {"quote": "North; £5; Ada Moor"}),
                    ("/pack", {"q": question, "item": items}),
                    ("/documents/prices.md", {}),
                )
            ),
        ]
        for page in pages:
            told = [text for text in page.xpath("//main//text()") if "Ada Moor" in text or "£4" in text]
            assert told and not [text for text in told if " | " in text or "£4 ·" in text or "· £4" in text]
