from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.town import HTML, PARKS, parsed, problem


def test_a_document_is_shown_whole_with_the_cited_code_points_marked(client: TestClient) -> None:
    start = PARKS.index("dusk 😀 every")
    page = client.get(f"/documents/parks%2F1?start={start}&end={start + 12}").text
    assert '<mark class="cited" id="cited">dusk 😀 every</mark> day.' in page
    assert "1 March 2022" in page
    assert client.get("/documents/parks/1").status_code == 200
    assert 'id="cited"' not in client.get("/documents/parks/1").text


@pytest.mark.parametrize(
    "stretch",
    [
        "start=5&end=5",
        "start=9&end=2",
        "start=0&end=100000",
        "start=-1&end=3",
        "start=x&end=3",
        "start=3",
        "end=3",
        "start=1e3&end=9",
    ],
)
def test_an_impossible_stretch_is_refused(client: TestClient, stretch: str) -> None:
    assert problem(client.get(f"/documents/roads?{stretch}"), 422)["errors"]
    page = client.get(f"/documents/roads?{stretch}", headers=HTML)
    assert page.status_code == 422
    assert "<h1>" in page.text


@pytest.mark.parametrize("name", ["nothing", "", "%00", "..%2f..%2fetc%2fpasswd", "roads/", "%ff"])
def test_an_unknown_document_is_not_found(client: TestClient, name: str) -> None:
    problem(client.get(f"/documents/{name}"), 404)


def test_the_way_back_asks_the_same_question_again_and_leads_nowhere_else(client: TestClient) -> None:
    page = client.get("/documents/roads", params={"q": "ring <road>", "k": "3", "source": ["Parks team", "Roads team"]})
    back = parsed(page.text).xpath("//a[@class='back']/@href")
    assert back == ["/?q=ring+%3Croad%3E&k=3&source=Parks+team&source=Roads+team"]
    for given in ({}, {"q": ""}, {"q": "x" * 300}, {"q": "ring", "k": "nine"}, {"q": "ring", "back": "//evil.example"}):
        page = client.get("/documents/roads", params=given)
        assert page.status_code == 200 and "evil" not in page.text
        assert ('class="back"' in page.text) is ("back" in given)


def test_a_document_that_has_gone_leads_back_to_the_results_of_its_question(client: TestClient) -> None:
    kept = {"q": "ring <road>", "k": "3", "source": "Roads team", "start": "3", "end": "9"}
    page = client.get("/documents/gone", params=kept, headers=HTML)
    assert page.status_code == 404
    link = parsed(page.text).xpath("//main//a[text()='Back to results']/@href")
    assert link == ["/?q=ring+%3Croad%3E&k=3&source=Roads+team"]
    for given in ({}, {"q": ""}, {"q": "ring", "k": "nine"}):
        assert "Back to results" not in client.get("/documents/gone", params=given, headers=HTML).text
    assert "back" not in problem(client.get("/documents/gone", params=kept), 404)


def test_results_open_documents_with_the_question(client: TestClient) -> None:
    page = client.get("/", params={"q": "When did the pool reopen?", "k": "3"}).text
    links = [
        link
        for link in parsed(page).xpath("//main//a/@href")
        if link.startswith("/documents/") and "words=" not in link
    ]
    assert links and all("&q=When+did+the+pool+reopen%3F&k=3#cited" in link for link in links)


def test_words_are_found_and_gone_through(client: TestClient) -> None:
    page = parsed(client.get("/documents/library.txt?find=a&match=2&q=library").text)
    assert page.xpath("//mark[@class='found match']") and page.xpath("//a[@id='match'][@aria-label='Next match']")
    steps = page.xpath("//nav[@aria-label='Match']")[0]
    assert "Match 2 of" in steps.text_content()
    assert steps.xpath("a[@rel='prev']/@href") == ["/documents/library.txt?q=library&k=5&find=a&match=1#match"]
    assert steps.xpath("a[@rel='next']/@href") == ["/documents/library.txt?q=library&k=5&find=a&match=3#match"]
    sent = {field.get("name"): field.get("value") for field in page.xpath("//form[@class='find']//input")}
    assert sent == {"q": "library", "k": "5", "match": "1", "find": "a"}
    assert "does not stand in this document" in client.get("/documents/library.txt?find=zebra").text


@pytest.mark.parametrize("wrong", ["part=0", "page=x", "match=-1", "match=99999999", f"find={'x' * 201}"])
def test_an_impossible_view_is_refused_by_name(client: TestClient, wrong: str) -> None:
    body = problem(client.get(f"/documents/roads?{wrong}"), 422)
    assert body["errors"][0]["field"] == wrong.partition("=")[0] and body["errors"][0]["allowed"]


@pytest.mark.parametrize("beyond", ["part=9", "page=9", "match=9&find=ring", "match=9"])
def test_a_view_beyond_the_end_shows_what_there_is(client: TestClient, beyond: str) -> None:
    assert "ring" in client.get(f"/documents/roads?{beyond}").text


ASKED = {"Accept": "application/json"}


def test_documents_are_listed_as_a_page_and_in_json(client: TestClient) -> None:
    page = client.get("/documents", headers=HTML)
    assert "5 documents, the newest first." in page.text and "Every file could be read." in page.text
    assert "&lt;b&gt;Roads&lt;/b&gt;" in page.text
    body = client.get("/documents", params={"source": "Parks team"}, headers=ASKED).json()
    assert (body["count"], body["page"], body["pages"]) == (2, 1, 1)
    assert [one["id"] for one in body["documents"]] == ["parks/2", "parks/1"]
    assert client.get("/documents?type=TXT&title=pool", headers=ASKED).json()["count"] == 1


def test_an_impossible_choice_of_documents_is_refused_by_name(client: TestClient) -> None:
    body = problem(client.get("/documents", params={"type": "x" * 501}, headers=ASKED), 422)
    assert body["errors"][0]["allowed"] == "text of at most 500 characters"


def test_every_offset_can_be_checked_in_the_json_of_a_document(client: TestClient) -> None:
    answer = client.get("/ask?q=When+did+the+pool+reopen%3F").json()
    quote = answer["answer"]
    body = client.get("/documents/leisure%2Fpool%20%26%20baths.txt", headers=ASKED).json()
    assert body["snapshot"] == answer["index"]["snapshot"]
    assert body["text"][quote["start"] : quote["end"]] == quote["quote"]
    assert body["facts"]["sha256"] == quote["citation"]["sha256"]
    assert all(body["text"][block["start"] : block["end"]].strip() for block in body["blocks"])
    problem(client.get("/documents/nothing", headers=ASKED), 404)


def test_a_link_to_words_of_a_document_that_has_gone_looks_for_them(client: TestClient) -> None:
    response = client.get("/documents/gone.txt?words=Lanes+must+be+booked&start=0&end=5", follow_redirects=False)
    to = response.headers["location"]
    assert (response.status_code, to) == (303, "/verify?quote=Lanes+must+be+booked&gone=gone.txt")
    assert "leads to “gone.txt”, which is no longer in the index" in client.get(to, headers=HTML).text
    assert "no longer in the index" not in client.get("/verify?quote=Lanes+must+be+booked", headers=HTML).text


def test_a_page_to_go_to_where_there_are_no_pages_is_no_matter(client: TestClient) -> None:
    assert client.get("/documents/roads?goto=3", headers=HTML, follow_redirects=False).status_code == 200
    problem(client.get("/documents/roads?goto=0"), 422)
