"""The page says how a question was read, and every link in it asks again with all that was chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import lxml.html
import pytest
from starlette.testclient import TestClient

from corpus.document import Block
from index.build import build
from index.encoder import HashingEncoder
from qa.answer import Answer
from qa.query import Interpretation
from qa.query.entities import Name
from qa.query.spelling import Correction
from qa.request import AskRequest
from qa.settings import read_settings
from tests.pages import ASKED, INFO, SCHEMA, OnlyOne, answer_from, document
from web.app import create_app
from web.views.answer import show_answer
from web.views.understood import show_understood

TOWNS = ["Wendham", "Ashcombe", "Kirkbury", "Oldminster", "Brackworth", "Tidehaven"]


LIMITS = {"k": "2", "published_from": "2015-01-01", "source": ["Leisure & parks", "Nobody"]}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports on the pools of six towns, two of the first one."""
    folder = tmp_path_factory.mktemp("understood")
    places = [*zip(TOWNS, range(2016, 2022), strict=True), (TOWNS[0], 2023)]
    lines = [
        {
            "id": f"{town}-{year}",
            "title": f"{town} pool report {year}",
            "text": f"The pool of {town} was inspected on 3 May {year}. Inspectors rated it good.",
            "published": f"{year}-06-01",
            "source": "Leisure & parks",
        }
        for town, year in places
    ]
    (folder / "all.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert not build([folder / "all.jsonl"], folder / "index", HashingEncoder()).failed
    return folder / "index"


@contextmanager
def serving(index: Path, answer_confidence: float) -> Iterator[TestClient]:
    settings = read_settings(
        index=index,
        encoder="hashing",
        reranker="none",
        answer_confidence=answer_confidence,
        feedback=index.parent / "feedback.sqlite",
    )
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture(scope="module")
def answering(index: Path) -> Iterator[TestClient]:
    with serving(index, 0.0) as client:
        yield client


@pytest.fixture(scope="module")
def refusing(index: Path) -> Iterator[TestClient]:
    with serving(index, 1.0) as client:
        yield client


def asked(client: TestClient, question: str, **fields: Any) -> Any:
    """A results page's elements; its stubs know too little of XPath to help."""
    return opened(client, f"/?{urlencode({'q': question, **fields}, doseq=True)}")


def opened(client: TestClient, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    return lxml.html.fromstring(response.text)


def told(page: Any) -> str:
    """What the page says of how the question was read."""
    return " ".join("".join(page.xpath("//*[@class='understood']//text()")).split())


def pieces(page: Any) -> list[str]:
    """What stands in the line of how the question was read, without the links that take it away."""
    return [str(each).strip() for each in page.xpath("//p[@class='pieces']/span/text()")]


def link(page: Any, words: str) -> str:
    """The address of the one link that begins with these words, outside of the passages."""
    (found,) = [
        each.get("href") for each in page.xpath("//a[not(ancestor::article)]") if each.text_content().startswith(words)
    ]
    return str(found)


def fields_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_names_time_order_and_kind_stand_under_the_form(answering: TestClient) -> None:
    assert pieces(asked(answering, "When was the latest inspection of Wendham in 2023?")) == [
        "Wendham (2 documents)",
        "2023",
        "the latest",
        "asks for a date",
    ]


def test_a_question_with_nothing_to_tell_gets_no_line(answering: TestClient) -> None:
    assert not asked(answering, "pool inspectors").xpath("//*[@class='understood']")
    assert not opened(answering, "/").xpath("//*[@class='understood']")


def test_a_correction_is_shown_and_its_link_undoes_it_with_all_other_choices(answering: TestClient) -> None:
    page = asked(answering, "When was Wendhamm inspected?", **LIMITS)
    assert told(page).startswith("You typed “Wendhamm”; we looked for “Wendham”. Search for “Wendhamm” instead")
    undo = link(page, "Search for")
    chosen = {name: value if isinstance(value, list) else [value] for name, value in LIMITS.items()}
    assert fields_of(undo) == {"q": ["When was Wendhamm inspected?"], **chosen, "plain": ["Wendhamm"]}
    undone = opened(answering, undo)
    assert undone.xpath("//input[@id='field-q']/@value") == ["When was Wendhamm inspected?"]
    assert "we looked for" not in told(undone) and "“Wendhamm” is in none of the documents." in told(undone)
    again = link(undone, "×Read “Wendhamm” as before")
    assert fields_of(again) == {name: value for name, value in fields_of(undo).items() if name != "plain"}
    assert "we looked for “Wendham”" in told(opened(answering, again))


def test_an_unknown_name_is_refused_with_the_nearest_names_to_ask_about_instead(refusing: TestClient) -> None:
    page = asked(refusing, "Was Wendhamm's pool rated good?", as_typed=1, **LIMITS)
    refusal = " ".join(page.xpath("string(//*[@class='no-answer'])").split())
    assert "No answer found The documents here do not mention Wendhamm." in refusal
    instead = link(page, "Wendham")
    assert (
        fields_of(instead)["q"] == ["Was Wendham's pool rated good?"]
        and fields_of(instead)["source"] == LIMITS["source"]
    )
    assert "Wendham (2 documents)" in told(opened(refusing, instead))
    assert "none of the documents" not in told(page)


def test_a_refusal_over_time_says_what_is_held(refusing: TestClient) -> None:
    refusal = asked(refusing, "When was Wendham inspected in 1999?").xpath("string(//*[@class='no-answer'])")
    assert "1999" in refusal and "2016 and 2023" in refusal
    assert "1999 (no document dated then)" in told(asked(refusing, "When was Wendham inspected in 1999?"))


def test_an_odd_as_typed_is_no_fault_of_the_form(answering: TestClient) -> None:
    assert asked(answering, "pool", as_typed="perhaps").xpath("//article")


def test_names_and_words_of_a_question_are_never_run(answering: TestClient) -> None:
    response = answering.get("/", params={"q": 'Was <b>Wendhamm</b> rated "good"\'><script>alert(1)</script>?'})
    assert "<script>alert" not in response.text and "<b>Wendham" not in response.text
    assert "we looked for" in response.text


def pairs_of(address: str) -> list[tuple[str, str]]:
    assert address.startswith("/?")
    return parse_qsl(urlsplit(address).query)


def test_a_correction_is_undone_by_an_address_with_all_that_was_asked() -> None:
    read = Interpretation("Is Bristol good?", mended=(Correction("Bristle", 3, 10, "Bristol"),))
    shown = show_understood(
        Answer(
            "Is Bristle good?",
            "abstained",
            "not_answered",
            0.1,
            None,
            (),
            INFO,
            1.0,
            reason_text="No.",
            interpretation=read,
        ),
        replace(ASKED, question="Is Bristle good?"),
        SCHEMA,
    )
    assert shown and shown.correct == ""
    (one,) = shown.corrections
    assert (one.typed, one.meant) == ("Bristle", "Bristol")
    limits = [("k", "3"), ("published_from", "2020-01-01"), ("source", "A & B")]
    assert pairs_of(one.undo) == [("q", "Is Bristle good?"), *limits, ("plain", "Bristle")]


def test_an_unknown_name_is_replaced_by_a_near_one_with_its_ending() -> None:
    read = Interpretation("Is Bristle's pool open?", names=(Name("Bristle", 3, 12, 0, False, ("Bristol", "Brighton")),))
    refused = Answer(
        "Is Bristle's pool open?",
        "abstained",
        "name_not_in_corpus",
        0.1,
        None,
        (),
        INFO,
        1.0,
        reason_text="No Bristle.",
        interpretation=read,
    )
    shown = show_answer(refused, OnlyOne(document("", ())), ASKED, SCHEMA)
    assert shown.reason == "No Bristle."
    assert [(name, dict(pairs_of(link))["q"]) for name, link in shown.unknown[0].nearest] == [
        ("Bristol", "Is Bristol's pool open?"),
        ("Brighton", "Is Brighton's pool open?"),
    ]
    assert show_understood(refused, AskRequest("Q?"), SCHEMA) is None


def test_what_goes_without_saying_is_not_told() -> None:
    read = answer_from(document("Words.", (Block(0, 6),)))
    assert show_understood(read, AskRequest("Q?"), SCHEMA) is None
    assert show_understood(replace(read, interpretation=Interpretation("Q?")), AskRequest("Q?"), SCHEMA) is None


def test_a_time_is_taken_away_and_read_again_by_links(answering: TestClient) -> None:
    page = asked(answering, "When was Wendham inspected in 2023?", **LIMITS)
    assert "2023" in pieces(page)
    without = opened(answering, link(page, "×Do not read “2023” as a time"))
    assert "“2023” as plain words" in pieces(without) and "2023" not in pieces(without)
    assert without.xpath("//input[@id='field-q']/@value") == ["When was Wendham inspected in 2023?"]
    left = fields_of(link(without, "Ask without “2023”"))
    assert left == {
        name: value for name, value in fields_of(link(page, "×Do not read “2023” as a time")).items() if name != "plain"
    } | {"q": ["When was Wendham inspected?"]}
    again = link(without, "×Read “2023” as before")
    assert pieces(opened(answering, again)) == pieces(page)


def test_each_limit_of_the_search_is_taken_away_by_a_link_of_its_own(answering: TestClient) -> None:
    page = asked(answering, "pool", **LIMITS, type=["Other"], authority=["Nobody"])
    limits = ["Dated since 1 January 2015", "Publisher: Leisure & parks", "Publisher: Nobody"]
    assert pieces(page) == [*limits, "Authority: Nobody", "Kind of document: Other"]
    for words, gone in (
        ("Dated since 1 January 2015", {"published_from": ["2015-01-01"]}),
        ("Publisher: Nobody", {"source": ["Nobody"]}),
        ("Authority: Nobody", {"authority": ["Nobody"]}),
    ):
        left = fields_of(link(page, f"×Search without “{words}”"))
        asked_all = {"q": ["pool"], "k": ["2"], "published_from": ["2015-01-01"], "source": LIMITS["source"]}
        asked_all |= {"authority": ["Nobody"], "type": ["Other"]}
        expected = {
            name: [one for one in values if one not in gone.get(name, [])] for name, values in asked_all.items()
        }
        assert left == {name: values for name, values in expected.items() if values}


def test_the_time_spoken_of_is_a_limit_that_is_taken_away_whole(answering: TestClient) -> None:
    page = asked(answering, "pool", about_from="May 2017", about_to="2019")
    assert "Speaks of May 2017 to December 2019" in pieces(page)
    assert page.xpath("//input[@id='field-about_from']/@value") == ["1 May 2017"]
    left = fields_of(link(page, "×Search without “Speaks of May 2017 to December 2019”"))
    assert not left.keys() & {"about_from", "about_to"} and left["q"] == ["pool"]


def test_a_limit_that_no_control_asks_for_goes_along_with_the_next_question(answering: TestClient) -> None:
    page = asked(answering, "pool", authority="Wendham")
    assert page.xpath("//form[@role='search']//input[@type='hidden'][@name='authority']/@value") == ["Wendham"]
    assert "No document fits" in page.xpath("string(//*[@class='no-answer'])")


def test_days_are_typed_as_people_write_them_and_stay_what_they_were(answering: TestClient) -> None:
    page = asked(answering, "pool", published_from="May 2017", published_to="2019")
    assert "Dated May 2017 to December 2019" in pieces(page)
    assert page.xpath("//input[@id='field-published_from']/@value") == ["1 May 2017"]
    assert page.xpath("//input[@id='field-published_to']/@value") == ["31 December 2019"]
    towns = {each.text_content().split()[0] for each in page.xpath("//article//h3/a")}
    assert towns == {"Ashcombe", "Kirkbury", "Oldminster"}
    fault = answering.get("/", params={"q": "pool", "published_from": "some day"})
    assert fault.status_code == 422 and "Write it such as 31 July 2022" in fault.text
    assert answering.get("/ask", params={"q": "pool", "published_from": "May 2017"}).status_code == 422
