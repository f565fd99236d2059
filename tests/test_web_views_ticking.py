"""What is ticked for an evidence pack stays ticked while what was found is looked through."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from qa.citing.pack import PASSAGES_MAX
from tests.town import HTML, parsed
from web.views.ticking import Ticks, read_ticks

QUESTION = {"q": "When did the pool reopen?", "k": "1"}


def test_what_names_no_words_is_no_tick_and_a_pack_has_its_bounds() -> None:
    assert read_ticks(["a:1-2", "nonsense", "a:1-2", "b:9-3"]) == ("a:1-2",)
    assert len(read_ticks(f"a:{number}-{number + 1}" for number in range(200))) == PASSAGES_MAX
    assert Ticks().kept == "" and Ticks(("a b:1-2",)).kept == "&item=a+b%3A1-2"


def test_what_is_ticked_stays_so_in_another_order_and_on_another_page(client: TestClient) -> None:
    first = parsed(client.get("/", params=QUESTION, headers=HTML).text)
    ticks = [tick.get("value") for tick in first.xpath("//label[@class='tick']/input")]
    assert len(ticks) == 2 and not first.xpath("//label[@class='tick']/input[@checked]")
    for looked in ({"order": "date"}, {"page": "2"}, {"order": "date", "page": "2"}):
        page = parsed(client.get("/", params={**QUESTION, **looked, "item": ticks}, headers=HTML).text)
        hidden = page.xpath("//form[@id='pack']/input[@name='item']/@value")
        checked = page.xpath("//label[@class='tick']/input[@checked]/@value")
        assert sorted(hidden + checked) == sorted(ticks)
        if "page" in looked:
            assert f"{len(hidden)} ticked on" in page.xpath("//p[contains(@class, 'packing')]")[0].text_content()
        sent = [(one.get("name"), one.get("value")) for one in page.xpath("//form[@id='pack']/input")]
        pack = client.get("/pack", params=[*sent, *(("item", one) for one in checked)], headers=HTML)
        assert pack.status_code == 200
        assert len(parsed(pack.text).xpath("//ol[@class='pieces-of']/li")) == len(ticks)


def test_what_is_ticked_is_kept_by_a_narrower_search_and_back_from_a_document(client: TestClient) -> None:
    ticks = ["parks/1:0-5", "library.txt:0-9"]
    page = parsed(client.get("/", params={**QUESTION, "item": ticks}, headers=HTML).text)
    narrower = page.xpath("//nav[@class='facet']//a/@href")[0]
    opened = page.xpath("//article//h3/a/@href")[0]
    assert [parse_qs(urlsplit(one).query)["item"] for one in (narrower, opened)] == [ticks, ticks]
    document = parsed(client.get(opened, headers=HTML).text)
    back = next(link for link in document.xpath("//a/@href") if link.startswith("/?q="))
    assert parse_qs(urlsplit(back).query)["item"] == ticks


ABOUT = {"q": "What about roads?", "after": QUESTION["q"]}


def pack_of(page: HtmlElement, client: TestClient) -> list[tuple[str, list[str]]]:
    """The questions of the pack that a page would make, each with the words that were chosen for it."""
    sent = [(one.get("name"), one.get("value")) for one in page.xpath("//form[@id='pack']/input")]
    ticked = page.xpath("//label[@class='tick']/input[@checked]/@value")
    made = parsed(client.get("/pack", params=[*sent, *(("item", one) for one in ticked)], headers=HTML).text)
    parts = made.xpath("//section[@aria-labelledby][h2[starts-with(@id, 'question-')]]")
    return [(one.xpath("h2")[0].text_content(), one.xpath(".//bdi/text()")) for one in parts]


def sent_by(page: HtmlElement, form: str) -> dict[str, list[str]]:
    """What the hidden fields of a form send, as it is without scripts."""
    found: dict[str, list[str]] = {}
    for one in page.xpath(f"{form}//input[@type='hidden'][not(@disabled)]"):
        found.setdefault(one.get("name"), []).append(one.get("value"))
    return found


@pytest.mark.parametrize("form", ["//form[@role='search']", "//form[@class='other']"])
def test_what_is_ticked_is_kept_for_its_own_question_when_another_is_asked(client: TestClient, form: str) -> None:
    ticks = ["parks/1:0-5", "library.txt:0-9"]
    question = {**QUESTION, "q": "When did the pool reopen in 2021?"}
    first = parsed(client.get("/", params={**question, "item": ticks}, headers=HTML).text)
    if not first.xpath(form):
        pytest.fail("the form is not there")
    sent = sent_by(first, form)
    asked = {**sent, **({"about": "2022"} if "other" in form else {"q": "Where are the roads?"})}
    second = parsed(client.get("/", params=asked, headers=HTML).text)
    assert "2 ticked for earlier questions are kept" in second.text_content()
    tick = second.xpath("//article//label[@class='tick']/input/@value")[0]
    third = parsed(client.get("/", params={**asked, "item": tick}, headers=HTML).text)
    parts = pack_of(third, client)
    assert parts[0][0] == question["q"] and [len(chosen) for _, chosen in parts] == [2, 1]

    opened = third.xpath("//article//h3/a/@href")[0]
    document = parsed(client.get(opened, headers=HTML).text)
    back = next(link for link in document.xpath("//a/@href") if link.startswith("/?q="))
    again = parsed(client.get(back, headers=HTML).text)
    assert pack_of(again, client) == parts

    onward = parsed(client.get("/", params={**sent_by(third, form), "q": "Who lends tools?"}, headers=HTML).text)
    assert [len(chosen) for _, chosen in pack_of(onward, client)] == [2, 1], "all of both questions"
    own = {**question, "kept": sent_by(third, form)["kept"][0]}
    back_at = parsed(client.get("/", params=own, headers=HTML).text)
    assert "1 ticked for an earlier question is kept" in back_at.text_content()
    assert {len(chosen) for _, chosen in pack_of(back_at, client)} == {1, 2}, "its own are ticks again"


def test_without_ticks_nothing_is_kept_and_what_cannot_be_read_is_nothing(client: TestClient) -> None:
    page = parsed(client.get("/", params=QUESTION, headers=HTML).text)
    assert "kept" not in sent_by(page, "//form[@role='search']")
    for kept in (
        "",
        "nonsense",
        "q=&item=a",
        "item=a%3A1-2",
        "q=a&item=no",
        "kept=kept%3D",
        "%00" * 50,
        "q=x&on=3000-01-01",
    ):
        shown = client.get("/", params={**QUESTION, "kept": kept}, headers=HTML)
        assert shown.status_code == 200 and "ticked for" not in shown.text, kept


def test_ticks_are_kept_by_a_button_where_there_are_no_scripts(client: TestClient) -> None:
    page = parsed(client.get("/", params=QUESTION, headers=HTML).text)
    (button,) = page.xpath("//noscript//button")
    assert (button.get("form"), button.get("formaction")) == ("pack", "/")
    sent = sent_by(page, "//form[@id='pack']")
    tick = page.xpath("//article//label[@class='tick']/input/@value")[0]
    kept = parsed(client.get("/", params={**sent, "item": tick}, headers=HTML).text)
    assert all("item=" in one for one in kept.xpath("//article//h3/a/@href"))
