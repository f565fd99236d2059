"""A table is shown with its count, its rows and what it may leave out, and can be downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.judged_papers import MARLOW_2018, WENDHAM, Paper, in_parts, report
from tests.town import HTML, parsed
from web.app import create_app
from web.views.tabled import PAGE_ROWS

ASKED = "Which councils are good or outstanding?"


LAST = "Their leaders’ plans for good and lasting help are clear, and are known to all who work there. "


@contextmanager
def client_of(folder: Path, papers: Sequence[Paper]) -> Iterator[TestClient]:
    """A client of a service over some reports."""
    (folder / "papers").mkdir()
    for number, paper in enumerate(papers):
        file = folder / "papers" / f"{number:03}-inspection-of-local-authority-services.txt"
        file.write_text(f"{paper['title']}\n\n{paper['text']}", encoding="utf-8")
    build([folder / "papers"], folder / "index", HashingEncoder())
    settings = read_settings(index=folder / "index", encoder="hashing", reranker="none")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service over some reports."""
    with client_of(tmp_path_factory.mktemp("tabled"), (*WENDHAM, MARLOW_2018)) as client:
        yield client


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a service over wordy reports of sixty councils, all of them good."""
    names = product(("Al", "Bor", "Cal", "Dun", "El", "Fen"), "by cote den ford ham ley mere ston wick worth".split())
    papers = [report("".join(name), "5 to 16 June 2023", "2023-08-01", "Good") for name in names]
    wordy = [{**paper, "text": f"{paper['text']}\n{LAST * 9}\n"} for paper in papers]
    with client_of(tmp_path_factory.mktemp("many"), wordy) as client:
        yield client


def test_a_page_of_a_long_table_weighs_little(many: TestClient) -> None:
    """What a browser loads for it, before it is compressed, stays under 100 kB on each page of its rows."""
    for number in ("1", "2"):
        page = many.get("/", params={"q": "Which councils are good?", "k": "10", "rows": number}, headers=HTML)
        files = set(re.findall(r'(?:href|src)="(/static/[^"]+|/favicon.svg)"', page.text))
        assert len(files) == 4 and page.text.count("<article") == 5
        assert page.text.count('<th scope="row"') == PAGE_ROWS
        assert len(page.content) + sum(len(many.get(file).content) for file in files) < 100_000


def test_a_long_table_is_gone_through_in_pages(many: TestClient) -> None:
    def page_of(rows: str) -> Any:
        found = many.get("/", params={"q": "Which councils are good?", "rows": rows, "page": "2"}, headers=HTML)
        return parsed(found.text).xpath("//div[contains(@class, 'results')]")[0]

    pages = [page_of(str(number)) for number in (1, 2, 3, 4)]
    names = [str(name) for page in pages for name in page.xpath(".//section[@class='answer']//tbody/tr/th/text()")]
    assert len(names) == len(set(names)) == 60 and names == sorted(names)
    assert all("60 authorities" in page.text_content() for page in pages)
    assert "Rows 46 to 60 of 60 stand here" in pages[3].text_content()
    steps = [page.xpath(".//nav[@aria-label='Page of the table']//button") for page in pages]
    assert [[button.get("value") for button in each] for each in steps] == [["2"], ["1", "3"], ["2", "4"], ["3"]]
    assert pages[1].xpath(".//form[@id='pack']/input[@name='rows']/@value") == ["2"]
    assert page_of("99").text_content() == pages[3].text_content()
    assert many.get("/ask.csv", params={"q": "Which councils are good?"}).text.count("\n") == 61
    assert many.get("/pack", params={"q": "Which councils are good?", "rows": "2"}, headers=HTML).status_code == 200


def test_each_row_of_a_long_table_is_cited_and_chosen(many: TestClient) -> None:
    page = parsed(many.get("/", params={"q": "Which councils are good?", "rows": "4"}, headers=HTML).text)
    rows = page.xpath("//section[@class='answer']//tbody/tr")
    cited = [row.xpath(".//details[@class='cite']//textarea[@data-copy]/text()")[0] for row in rows]
    names = [str(row.xpath("./th/text()")[0]) for row in rows]
    assert len(rows) == 15 and all(name in said and said[0] == "“" for name, said in zip(names, cited, strict=True))
    chosen = rows[3].xpath(".//input[@name='item']/@value")
    pack = parsed(many.get("/pack", params={"q": "Which councils are good?", "item": chosen}, headers=HTML).text)
    assert names[3] in pack.xpath("//main")[0].text_content()


def test_a_short_table_has_no_pages(judged: TestClient) -> None:
    page = parsed(judged.get("/", params={"q": ASKED, "rows": "2"}, headers=HTML).text)
    assert len(page.xpath("//section[@class='answer']//tbody/tr")) == 2
    assert not page.xpath("//nav[@aria-label='Page of the table']")


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
    assert columns_of("Which councils are outstanding?")[0] == "Who"


def card_of(client: TestClient, question: str) -> Any:
    return parsed(client.get("/", params={"q": question}, headers=HTML).text).xpath("//section[@class='answer']")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was Marlow inspected?", "Date: 5 to 16 March 2018"),
        ("When was the latest inspection of Wendham?", "Date: 5 to 16 June 2023"),
        ("When was Wendham inspected?", "3 inspections"),
        ("Which councils are outstanding?", "1 authority: Marlow"),
        ("Which councils are good or outstanding?", "2 authorities"),
    ],
)
def test_of_one_row_what_is_asked_for_is_the_value(judged: TestClient, question: str, told: str) -> None:
    (value,) = card_of(judged, question).xpath("./p[@class='value']")
    assert value.text_content() == told and value.xpath("./strong/text()")[0] in (told, told.partition(": ")[2])


def test_one_that_is_counted_by_an_earlier_judgement_is_no_value(judged: TestClient) -> None:
    """Of 2020 no document tells; that Marlow was outstanding two years before is told as that."""
    (value,) = card_of(judged, "Which councils were outstanding in 2020?").xpath("./p[@class='value']")
    assert value.text_content() == "1 authority: by an earlier judgement, the last one known then"


def test_when_one_was_inspected_stands_on_a_line_too(judged: TestClient) -> None:
    line = card_of(judged, "When was Wendham inspected?").xpath("./*[@aria-label='These dates on a line']")
    assert len(line) == 1
    links = line[0].xpath(".//*[local-name()='a']")
    assert ["2023" in link.get("aria-label") for link in links].count(True) == 1 and len(links) == 3
    assert all(judged.get(link.get("href")).status_code == 200 for link in links)
    compared = ("Compare Marlow and Wendham", "Compare Wendham in 2017 and 2023")
    for other in ("When was Marlow inspected?", "When were councils inspected?", ASKED, *compared):
        assert not card_of(judged, other).xpath(".//*[@aria-label='These dates on a line']"), other


@pytest.mark.parametrize(
    ("question", "leads_to"),
    [
        ("When was Wendham inspected?", ["/timeline?subject=Wendham"]),
        ("Compare Marlow and Wendham", ["/timeline?subject=Marlow&beside=Wendham"]),
        ("Which councils are outstanding?", ["/timeline?subject=Marlow"]),
        ("How was Wendham rated in 2021?", ["/timeline?subject=Wendham"]),
    ],
)
def test_all_judgements_of_one_or_two_are_a_press_away(judged: TestClient, question: str, leads_to: list[str]) -> None:
    (link,) = card_of(judged, question).xpath(".//p[@class='over-time']/a")
    assert [link.get("href")] == leads_to
    assert ("compared with another" in link.text) == ("beside" not in leads_to[0])


def test_no_charts_are_led_to_of_more_than_two_or_of_visits_without_a_grade(tmp_path: Path) -> None:
    opening = "Monitoring visit of Marlow local authority children's services\nVisit dates: 3 to 4 March 2020\n"
    visit = {"title": "Marlow: monitoring visit", "text": f"{opening}This letter tells what was found in Marlow.\n"}
    with client_of(
        tmp_path, (*WENDHAM, MARLOW_2018, report("Ashby", "6 to 17 June 2022", "2022-08-01", "Good"), visit)
    ) as client:
        for question, rows in (("Which councils had a monitoring visit?", 1), ("When were councils inspected?", 5)):
            card = card_of(client, question)
            assert len(card.xpath(".//tbody/tr")) == rows, question
            assert not card.xpath(".//p[@class='over-time']"), question


def test_the_note_of_a_report_is_told_once_and_each_row_has_a_name_of_its_own(tmp_path: Path) -> None:
    """A report without an overall judgement is told so beside its first row, not beside each."""
    later = in_parts("Wendham", "2 to 13 February 2026", "2026-03-20", "Good")
    with client_of(tmp_path, (*WENDHAM, MARLOW_2018, later)) as client:
        card = card_of(client, "Compare Wendham and Marlow")
    when = [" ".join(cell.text_content().split()) for cell in card.xpath(".//td[@class='when']")]
    assert ["13 February 2026" in told for told in when].count(True) == 2, when
    assert ["without" in told for told in when].count(True) == 1, when
    names = [" ".join(label.text_content().split()) for label in card.xpath(".//label[@class='tick']")]
    assert len({*names}) == len(names) > 1, names


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
