from __future__ import annotations

import io
from urllib.parse import urlencode

import docx
import pytest
from starlette.testclient import TestClient

from tests.town import HTML, PARKS, parsed, problem

POOL = "When did the pool reopen?"


def ticked(client: TestClient, question: str, *numbers: int) -> str:
    """The address of the pack that the form of the results makes of what is ticked there."""
    page = parsed(client.get("/", params={"q": question}, headers=HTML).text)
    hidden = [(one.get("name"), one.get("value")) for one in page.xpath("//form[@id='pack']//input")]
    items = [one.get("value") for one in page.xpath("//input[@form='pack' and @name='item']")]
    return urlencode([*hidden, *(("item", items[number]) for number in numbers)])


def test_what_is_ticked_in_the_results_becomes_a_pack_in_three_forms(client: TestClient) -> None:
    query = ticked(client, POOL, 0, 1)
    page = client.get(f"/pack?{query}", headers=HTML)
    shown = parsed(page.text)
    assert shown.xpath("//h2[@id='question-1']")[0].text_content() == POOL
    quotes = [" ".join(one.text_content().split()) for one in shown.xpath("//ol/li/blockquote")]
    assert quotes[0] == "The pool reopened on 3 May 2021." and len(quotes) == 2
    for link in shown.xpath("//div[@class='checked']//a"):
        assert client.get(link.get("href")).text.count('id="cited"') == 1
        assert client.get(link.text_content().removeprefix("http://127.0.0.1:8000")).text.count('id="cited"') == 1
    table = client.get(shown.xpath("//a[contains(@href, '.csv')]/@href")[0])
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert "The pool reopened on 3 May 2021." in table.text
    word = client.get(shown.xpath("//a[contains(@href, '.docx')]/@href")[0])
    assert word.headers["content-disposition"].endswith('.docx"')
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word.content)).paragraphs)
    assert "“The pool reopened on 3 May 2021.”" in text and "http://127.0.0.1:8000/documents/" in text
    assert client.head(f"/pack?{query}").status_code == client.head(f"/pack.csv?{query}").status_code == 200


def test_passages_of_another_question_are_added(client: TestClient) -> None:
    first = ticked(client, POOL, 0)
    asked = parsed(client.get(f"/pack?{first}&ask=When+are+the+parks+open%3F", headers=HTML).text)
    form = asked.xpath("//form[@aria-label='Passages to add']")[0]
    pairs = [(one.get("name"), one.get("value")) for one in form.xpath(".//input[@type='hidden']")]
    offer = next(one for one in form.xpath(".//label") if PARKS[:20] in one.text_content())
    pairs.append(("item", offer.xpath(".//input/@value")[0]))
    both = parsed(client.get(f"/pack?{urlencode(pairs)}", headers=HTML).text)
    questions = [one.text_content() for one in both.xpath("//section/h2[starts-with(@id, 'question')]")]
    assert questions == [POOL, "When are the parks open?"]
    taken_out = parsed(client.get(both.xpath("//ol//p[@class='actions']/a/@href")[0], headers=HTML).text)
    assert [one.text_content() for one in taken_out.xpath("//section/h2[starts-with(@id, 'question')]")] == questions[
        1:
    ]


def test_a_pack_of_nothing_asks_for_a_question(client: TestClient) -> None:
    for address in ("/pack", f"/pack?{ticked(client, POOL)}"):
        page = client.get(address, headers=HTML)
        assert page.status_code == 200 and "Nothing is chosen yet" in page.text
    assert "No passage was found" in client.get("/pack?ask=%3F", headers=HTML).text


def test_where_nothing_is_ticked_the_question_is_offered_again_with_its_filters(client: TestClient) -> None:
    query = urlencode({"q": "When are the parks open?", "source": "Parks team", "on": "2022-07-31"})
    page = parsed(client.get(f"/pack?{ticked(client, POOL, 0)}&{query}", headers=HTML).text)
    assert [one.text_content() for one in page.xpath("//section/h2[starts-with(@id, 'question')]")] == [POOL]
    assert "Nothing was ticked" in page.xpath("//p[@role='status']")[0].text_content()
    form = page.xpath("//form[@aria-label='Passages to add']")[0]
    carried = [(one.get("name"), one.get("value")) for one in form.xpath(".//input[@type='hidden']")]
    assert ("q", "When are the parks open?") in carried and ("source", "Parks team") in carried
    offered = [one.text_content() for one in form.xpath(".//label")]
    assert offered and all("Parks team" in one for one in offered)


def test_no_words_are_taken_from_the_request(client: TestClient) -> None:
    item = "library.txt:0-9~00000000"
    page = client.get("/pack", params={"q": "<script>alert(1)</script>", "item": item}, headers=HTML).text
    assert "<script>alert" not in page and "these words are not found in it" in page
    assert "<ol" in page and "<blockquote" not in page


@pytest.mark.parametrize("path", ["/pack", "/pack.csv", "/pack.docx"])
@pytest.mark.parametrize(("query", "field"), [("item=x:0-5", "item"), ("q=One&item=x", "item"), ("q=One&a=b", "a")])
def test_a_wrong_address_is_refused_by_name(client: TestClient, path: str, query: str, field: str) -> None:
    body = problem(client.get(f"{path}?{query}"), 422)
    assert [error["field"] for error in body["errors"]] == [field]


def test_too_long_a_question_to_add_from_is_refused(client: TestClient) -> None:
    assert problem(client.get(f"/pack?ask={'x' * 201}"), 422)["errors"][0]["field"] == "ask"


def test_a_short_link_tells_when_other_words_stand_there(client: TestClient) -> None:
    page = client.get("/documents/library.txt?start=0&end=9&check=00000000", headers=HTML).text
    assert "the cited words are not found in it" in page and 'id="cited"' not in page
    assert client.get("/documents/library.txt?start=0&end=999999&check=00000000", headers=HTML).status_code == 200


def test_words_with_markup_are_words_on_the_page_and_in_the_files(client: TestClient) -> None:
    query = urlencode({"q": "How many lanes?", "item": "roads:0-27"})
    page = client.get(f"/pack?{query}", headers=HTML).text
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page and "<b>Roads" not in page
    assert "<script>alert('x')</script>" in client.get(f"/pack.csv?{query}").text
    made = docx.Document(io.BytesIO(client.get(f"/pack.docx?{query}").content))
    assert "“<script>alert('x')</script>”" in [paragraph.text for paragraph in made.paragraphs]


def test_a_quotation_has_one_position_in_the_answer_the_card_the_pack_and_the_check(client: TestClient) -> None:
    answer = client.get("/ask", params={"q": POOL}).json()["answer"]
    sentence, document = answer["sentence"], answer["document_id"]
    span = f"start={sentence['start']}&end={sentence['end']}"
    card = parsed(client.get("/", params={"q": POOL}, headers=HTML).text).xpath("//section[@class='answer']")[0]
    assert span in card.xpath(".//a[@class='read']/@href")[0]
    assert span in card.xpath(".//details[contains(@class, 'cite')]//a/@href")[0]
    assert f"{document}:{sentence['start']}-{sentence['end']}~" in card.xpath(".//input[@name='item']/@value")[0]
    pack = parsed(client.get(f"/pack?{ticked(client, POOL, 0)}", headers=HTML).text)
    assert all(span in link.get("href") for link in pack.xpath("//div[@class='checked']//a"))
    checked = client.get("/verify", params={"quote": sentence["text"]}, headers={"Accept": "application/json"}).json()
    assert (checked["document_id"], checked["start"], checked["end"]) == (document, sentence["start"], sentence["end"])
    where = {"document": document, "quote": sentence["text"], "near": sentence["start"]}
    assert span in client.get("/cite", params=where, follow_redirects=False).headers["location"]
