from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.town import HTML, parsed, problem
from web.app import create_app

ASKED = {"Accept": "application/json"}


def test_a_quotation_is_checked_as_a_page_and_in_json(client: TestClient) -> None:
    quote = {"quote": "Lanes must be booked two days ahead"}
    page = client.get("/verify", params=quote, headers=HTML)
    assert "These words stand in the document exactly" in page.text
    assert parsed(page.text).xpath("//a[@class='read']/@href")[0].startswith("/documents/leisure%2Fpool%20%26%20baths")
    body = client.get("/verify", params=quote, headers=ASKED).json()
    assert (body["status"], body["document_id"]) == ("exact", "leisure/pool & baths.txt")

    changed = client.get("/verify", params={"quote": "Lanes must be booked three days ahead"}, headers=HTML).text
    assert "<del>three</del> <ins>two</ins>" in changed
    assert "Cite what the document says" in changed
    assert any("must be booked two days ahead" in field for field in parsed(changed).xpath("//textarea/text()"))
    assert "stand in none of the documents" in client.get("/verify?quote=Cheese+moons", headers=HTML).text


def test_the_empty_page_asks_for_something_and_json_says_what_is_missing(client: TestClient) -> None:
    page = client.get("/verify", headers=HTML)
    assert page.status_code == 200 and "<section" not in page.text
    problem(client.get("/verify", headers=ASKED), 422)


@pytest.mark.parametrize("headers", [HTML, ASKED])
def test_too_long_a_quotation_is_refused_in_the_form_that_was_asked_for(
    client: TestClient, headers: dict[str, str]
) -> None:
    response = client.get("/verify", params={"quote": "x" * 4_001}, headers=headers)
    assert response.status_code == 422
    assert ("<h1>" in response.text) is (headers is HTML)
    assert "4,000" in response.text
    assert client.get("/verify", params={"quote": "x" * 4_000}, headers=headers).status_code == 200


def test_how_much_is_checked_is_said_before_and_nothing_that_is_pasted_is_lost(client: TestClient) -> None:
    empty = parsed(client.get("/verify", headers=HTML).text)
    (box,) = empty.xpath("//textarea[@name='quote']")
    assert empty.xpath("//*[@id=$id]/text()", id=box.get("aria-describedby")) == ["At most 4,000 letters at a time."]
    pasted = "Lanes must be booked two days ahead. " * 200
    assert int(box.get("maxlength")) > len(pasted)
    page = parsed(client.get("/verify", params={"quote": pasted}, headers=HTML).text)
    assert page.xpath("//textarea[@name='quote']")[0].text == pasted
    assert page.xpath("//h2[@id='verdict']/text()") == ["Too long to be checked at once"]
    assert "You pasted 7,399 letters" in page.text_content() and not page.xpath("//section[@class='answer']")


def test_what_is_pasted_is_shown_and_never_run(client: TestClient) -> None:
    for pasted in ("</textarea><script>alert(1)</script>", "Lanes must be <b>booked</b> two days ahead"):
        page = client.get("/verify", params={"quote": pasted}, headers=HTML).text
        assert "<script>alert" not in page and "<b>booked" not in page


def test_a_reference_alone_is_checked(client: TestClient) -> None:
    page = client.get("/verify", params={"quote": "(Parks team, Benches, published 1 March 2023)"}, headers=HTML).text
    assert "This reference is right" in page
    page = client.get("/verify", params={"quote": "(Parks team, Benches, published 1 May 2023)"}, headers=HTML).text
    assert "<del>May</del> <ins>March</ins>" in page


def test_words_that_stand_there_exactly_are_ready_to_be_cited(client: TestClient) -> None:
    shown = parsed(client.get("/verify", params={"quote": "Lanes must be booked two days ahead"}, headers=HTML).text)
    fields = [" ".join(one.text_content().split()) for one in shown.xpath("//details[@class='cite']//textarea")]
    assert fields[0].startswith("“Lanes must be booked two days ahead” (")
    assert fields[2] == "Lanes must be booked two days ahead"
    assert 'details class="cite"' not in client.get("/verify", params={"quote": "Cheese moons"}, headers=HTML).text


def test_chosen_words_lead_to_their_place_and_back_to_the_results(client: TestClient) -> None:
    pool = "leisure/pool & baths.txt"
    chosen = {"document": pool, "quote": "The pool reopened", "near": "55", "q": "When?", "k": "3"}
    answered = client.get("/cite", params=chosen, follow_redirects=False)
    assert answered.status_code == 303
    assert answered.headers["location"] == (
        "/documents/leisure%2Fpool%20%26%20baths.txt?start=53&end=70&q=When%3F&k=3#cite-these"
    )
    shown = parsed(client.get(answered.headers["location"], headers=HTML).text)
    assert shown.xpath("//mark[@id='cited']")[0].text_content() == "The pool reopened"
    assert shown.xpath("//*[@id='cite-these']//textarea")[2].text_content() == "The pool reopened"


def test_chosen_words_that_do_not_stand_there_are_compared(client: TestClient) -> None:
    for document, quote in (("library.txt", "The library lends garden spades"), ("gone.txt", "The library lends")):
        answered = client.get("/cite", params={"document": document, "quote": quote}, follow_redirects=False)
        assert answered.status_code == 303 and answered.headers["location"].startswith("/verify?quote=The+library")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("document=a", "quote"),
        ("quote=a", "document"),
        (f"document=a&quote={'x' * 4_001}", "quote"),
        ("document=a&quote=b&near=-1", "near"),
        ("document=a&quote=b&near=soon", "near"),
    ],
)
def test_what_is_chosen_wrongly_is_refused_by_name(client: TestClient, query: str, field: str) -> None:
    assert [error["field"] for error in problem(client.get(f"/cite?{query}"), 422)["errors"]] == [field]


def test_words_of_another_document_than_the_reference_names_are_told_apart(client: TestClient) -> None:
    quote = {"quote": "“New benches came to the river walk.” (Parks team, Parks, published 1 March 2022)"}
    page = parsed(client.get("/verify", params=quote, headers=HTML).text)
    assert page.xpath("//h2[@id='verdict']/text()") == ["Not in the document named; stands in Benches"]
    assert not page.xpath("//section[@class='answer']")
    assert page.xpath("//h3/text()") == ["Nothing in the document named comes near to these words"]
    assert page.xpath("//h3/following-sibling::p[@class='from']/a/@href") == ["/documents/parks%2F1"]
    body = client.get("/verify", params=quote, headers=ASKED).json()
    assert (body["status"], body["named"]["document_id"]) == ("elsewhere", "parks/1")
    near = {
        "quote": "“The river walks are open until dusk 😀 every day.” (Parks team, Benches, published 1 March 2023)"
    }
    assert "Not in the document named; nearly stands in Parks" in client.get("/verify", params=near, headers=HTML).text


def test_what_a_quotation_leaves_out_is_told_and_it_is_cited_as_it_was_pasted(client: TestClient) -> None:
    quote = {"quote": "Lanes must be booked […], and children [aged up to seven] swim with an adult."}
    page = parsed(client.get("/verify", params=quote, headers=HTML).text)
    assert page.xpath("//h2[@id='verdict']/text()") == ["Exact, with words left out"]
    told = [" ".join(one.text_content().split()) for one in page.xpath("//ul[@class='omissions']/li")]
    assert told == [
        "“[…]” stands for 3 words: “two days ahead”",
        "“[aged up to seven]” stands for 2 words: “under eight”",
    ]
    fields = [" ".join(one.text_content().split()) for one in page.xpath("//details[@class='cite']//textarea")]
    assert fields[0].startswith(f"“{quote['quote']}” (") and fields[2] == quote["quote"]
    put_in = {"quote": "[Mind that] Lanes must be booked two days ahead"}
    shown = client.get("/verify", params=put_in, headers=HTML).text
    assert "Exact, but for the words in square brackets" in shown and "is not in the document" in shown


def test_a_sense_that_an_omission_may_change_is_shown_with_the_whole_sentence(client: TestClient) -> None:
    quote = {"quote": "The pool reopened on 3 May 2021. Lanes must [not] be booked two days ahead"}
    page = parsed(client.get("/verify", params=quote, headers=HTML).text)
    assert page.xpath("//h2[@id='verdict']/text()") == ["Exact, but what is left out or put in may change the sense"]
    assert "swim with an adult." in page.xpath("//blockquote")[0].text_content()
    assert page.xpath("//ul[@class='omissions']//strong/text()") == ["May change the sense:"]


def test_pieces_that_do_not_stand_together_are_told_one_by_one(client: TestClient) -> None:
    quote = {"quote": "Lanes must be booked three days ahead […] Each reader may keep a tool"}
    page = client.get("/verify", params=quote, headers=HTML).text
    assert "No document was found that has all these pieces in this order" in page
    assert "<del>three</del> <ins>two</ins>" in page and "These words stand in the document exactly." in page


@pytest.mark.parametrize("quote", ["lanes must be booked two days ahead", "LANES must be booked two days ahead"])
def test_words_that_differ_by_their_capitals_alone_are_told_so(client: TestClient, quote: str) -> None:
    page = parsed(client.get("/verify", params={"quote": quote}, headers=HTML).text)
    assert page.xpath("//h2[@id='verdict']/text()") == ["The same words, with other capitals"]
    assert page.xpath("//del/text()") == [quote.split()[0]] and page.xpath("//ins/text()") == ["Lanes"]


def test_a_permanent_link_that_is_pasted_leads_to_its_words(client: TestClient) -> None:
    quote = {"quote": "Lanes must be booked two days ahead"}
    link = client.get("/verify", params=quote, headers=ASKED).json()["link"]
    pasted = {"quote": f" {client.base_url}{link}\n"}
    answered = client.get("/verify", params=pasted, headers=HTML, follow_redirects=False)
    assert (answered.status_code, answered.headers["location"]) == (303, link)
    assert "Lanes must be booked two days ahead" in client.get("/verify", params=pasted, headers=HTML).text
    assert client.get("/verify", params=pasted, headers=ASKED).json()["status"] == "not_found"


@pytest.mark.parametrize(
    "pasted",
    [
        "http://elsewhere.example/documents/leisure.txt?start=1&end=4",
        "{here}/documents/leisure.txt",
        "{here}//elsewhere.example/?start=1&end=4",
        "{here}/documents/a.txt?start=1&end=4 and more",
        "http://[here/documents/a.txt?start=1&end=4",
    ],
)
def test_another_address_leads_nowhere(client: TestClient, pasted: str) -> None:
    quote = pasted.format(here=client.base_url)
    answered = client.get("/verify", params={"quote": quote}, headers=HTML, follow_redirects=False)
    assert answered.status_code == 200


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder, index = tmp_path_factory.mktemp("rules"), tmp_path_factory.mktemp("index") / "index"
    text = "# Pool rules\n\nYou must not:\n\n- swim after dark;\n- dive from the wall; or\n- bring a dog.\n"
    steps = "# Opening\n\n1. Unlock the gate at seven.\n2. Count the visitors each hour.\n"
    (folder / "rules.md").write_text(text, encoding="utf-8")
    (folder / "steps.md").write_text(steps, encoding="utf-8")
    build([folder], index, HashingEncoder())
    app = create_app(read_settings(index=index, encoder="hashing", reranker="none"))
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client


def test_items_that_their_lead_in_denies_are_shown_and_cited_with_it(rules: TestClient) -> None:
    page = parsed(rules.get("/verify", params={"quote": "• dive from the wall; or"}, headers=HTML).text)
    assert page.xpath("//h2[@id='verdict']/text()") == ["These words stand there, but after “not”"]
    whole, words = page.xpath("//blockquote[@class='compared']")
    items = ["swim after dark;", "dive from the wall; or", "bring a dog."]
    assert [one.text_content().strip() for one in whole.xpath(".//p | .//li")] == ["You must not:", *items]
    assert [one.text_content().strip() for one in words.xpath(".//li")] == items[1:2]
    assert page.xpath("//textarea[@data-copy]")[2].text == "You must not:\n• swim after dark;\n• " + "\n• ".join(
        items[1:]
    )


def test_an_item_is_shown_with_its_number_and_json_has_its_lines(rules: TestClient) -> None:
    quote = {"quote": "Unlock the gate at seven.\nCount the visitors each hour."}
    page = parsed(rules.get("/verify", params=quote, headers=HTML).text)
    shown = [one.text_content() for one in page.xpath("//blockquote//li")]
    assert shown == ["1. Unlock the gate at seven.", "2. Count the visitors each hour."]
    body = rules.get("/verify", params=quote, headers=ASKED).json()
    assert [line["kind"] for line in body["lines"]] == ["list_item", "list_item"]
    assert body["status"] == "exact" and body["lines"][0]["start"] == body["start"]
    changed = {"quote": "4. Unlock the gate at seven.\n5. Count the visitors each hour."}
    runs = rules.get("/verify", params=changed, headers=ASKED).json()["differences"]
    assert [run["begins"] for run in runs if run["begins"]] == ["list_item", "list_item"]


def test_items_with_words_left_out_are_cited_line_by_line_as_they_were_pasted(rules: TestClient) -> None:
    quote = {"quote": "1. Unlock the gate […] seven.\n2. Count the visitors each hour."}
    page = parsed(rules.get("/verify", params=quote, headers=HTML).text)
    assert page.xpath("//textarea[@data-copy]")[2].text == quote["quote"]


def test_the_words_that_leaving_some_out_turns_are_cited_alone(rules: TestClient) -> None:
    quote = {"quote": "You must […]:\n\n- swim after dark;\n- dive from the wall; or"}
    page = parsed(rules.get("/verify", params=quote, headers=HTML).text)
    whole = page.xpath("//blockquote[@class='compared']")[0]
    assert "bring a dog" in whole.text_content()
    cited = page.xpath("//textarea[@data-copy]")[2].text
    assert cited == "You must not:\n• swim after dark;\n• dive from the wall; or"
