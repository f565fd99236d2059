"""What is ticked for an evidence pack stays ticked while what was found is looked through."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from starlette.testclient import TestClient

from qa.pack import PASSAGES_MAX
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
