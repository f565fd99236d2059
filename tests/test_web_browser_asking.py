"""Asking in a real browser, with scripts and without: what was read is taken away, and what was found gone through."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.language.wording import day_in_words
from index.build import build
from index.encoder import HashingEncoder
from tests.served import browser_at, served, watched_page

TOWNS = ("Wendham", "Ashcombe", "Kirkbury", "Oldminster", "Brackworth")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running service over reports on the parks of five towns, in two years and by two publishers."""
    folder = tmp_path_factory.mktemp("asking")
    lines = [
        {
            "id": f"{town}-{year}.txt",
            "title": f"{town} park report {year}",
            "text": f"The park of {town} was planted in May {year}. It has {place + 3} gates.",
            "published": f"{year}-06-0{place + 1}",
            "source": "Parks team" if place % 2 else "Leisure board",
        }
        for place, town in enumerate(TOWNS)
        for year in (2019, 2022)
    ]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert not build([folder / "all.jsonl"], folder / "index", HashingEncoder()).failed
    with served(folder / "index", encoder="hashing", reranker="none") as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str, address: str) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in which nothing may go wrong, with scripts and without."""
    with watched_page(browser, java_script_enabled=request.param, viewport={"width": 1280, "height": 900}) as page:
        yield page


def fits(page: Page) -> bool:
    """Whether a page is no wider than a small window, once all of it is there."""
    page.wait_for_load_state()
    page.set_viewport_size({"width": 320, "height": 640})
    return bool(page.locator("html").evaluate("page => page.scrollWidth <= 320"))


def test_days_are_typed_as_people_write_them_and_a_limit_is_taken_away(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_label("Your question").fill("When was the park planted?")
    page.get_by_text("More choices").click()
    dated = page.get_by_role("group", name="Date", exact=True)
    dated.get_by_label("From").fill("May 2020")
    dated.get_by_label("To", exact=True).fill("2022")
    page.get_by_label("Parks team").check()
    page.get_by_label("Parks team").press("Enter")
    read = page.get_by_role("group", name="How the question was read")
    expect(read).to_contain_text("Dated May 2020 to December 2022")
    page.get_by_text("More choices").click()
    expect(dated.get_by_label("From")).to_have_value("1 May 2020")
    expect(page.locator("article")).to_have_count(2)
    read.get_by_role("link", name="Search without “Publisher: Parks team”").press("Enter")
    expect(page.locator("article")).to_have_count(5)
    expect(read).not_to_contain_text("Parks team")
    page.go_back()
    expect(read).to_contain_text("Parks team")
    assert fits(page)


def test_a_time_is_no_time_at_a_press_of_a_key_and_one_again(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted+in+2019%3F")
    read = page.get_by_role("group", name="How the question was read")
    read.get_by_role("link", name="Do not read “2019” as a time").press("Enter")
    expect(read).to_contain_text("“2019” as plain words")
    assert "plain=2019" in page.url
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendham planted in 2019?")
    read.get_by_role("link", name="Read “2019” as before").press("Enter")
    expect(read).not_to_contain_text("plain words")
    assert fits(page)


def test_a_time_that_is_taken_away_is_left_out_of_the_question_at_another_press(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted+in+2019%3F")
    read = page.get_by_role("group", name="How the question was read")
    read.get_by_role("link", name="Do not read “2019” as a time").press("Enter")
    expect(read).to_contain_text("“2019” as plain words")
    assert fits(page)
    read.get_by_role("link", name="Ask without “2019”").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendham planted?")
    expect(read).not_to_contain_text("2019")
    assert "plain" not in page.url
    page.go_back()
    read.get_by_role("link", name="Read “2019” as before").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendham planted in 2019?")


@pytest.mark.parametrize(
    ("question", "typed", "read_as", "told"),
    [
        ("When was the latest park of Wendham planted?", "Wendham", "a name", "Wendham (2 documents)"),
        ("When was the latest park of Wendham planted?", "latest", "saying which document", "the latest"),
        ("When was the park of Wendham planted?", "When", "asking for one kind of answer", "asks for a date"),
    ],
)
def test_each_piece_of_what_was_read_is_taken_away_and_had_again(
    address: str, page: Page, question: str, typed: str, read_as: str, told: str
) -> None:
    page.goto(f"{address}/?{urlencode({'q': question})}")
    read = page.get_by_role("group", name="How the question was read")
    expect(read).to_contain_text(told)
    read.get_by_role("link", name=f"Do not read “{typed}” as {read_as}").press("Enter")
    expect(read).to_contain_text(f"“{typed}” as plain words")
    expect(read).not_to_contain_text(told)
    expect(page.get_by_label("Your question")).to_have_value(question)
    read.get_by_role("link", name=f"Read “{typed}” as before").press("Enter")
    expect(read).to_contain_text(told)
    expect(read).not_to_contain_text("plain words")


def test_a_correction_is_taken_back_and_had_again(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendhamm+planted%3F")
    read = page.get_by_role("group", name="How the question was read")
    expect(read).to_contain_text("we looked for “Wendham”")
    read.get_by_role("link", name="Search for “Wendhamm” instead").press("Enter")
    expect(read).to_contain_text("“Wendhamm” as plain words")
    expect(read).not_to_contain_text("we looked for")
    read.get_by_role("link", name="Read “Wendhamm” as before").press("Enter")
    expect(read).to_contain_text("we looked for “Wendham”")


def test_what_was_found_is_gone_through_ordered_and_narrowed(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+planted%3F&k=3")
    expect(page.locator(".order")).to_contain_text("1 to 3 of 10")
    titles = page.locator("article h3 a")
    first = titles.first.inner_text()
    page.get_by_role("button", name="More passages").press("Enter")
    expect(page.locator(".order")).to_contain_text("4 to 6 of 10")
    expect(page.locator("#passages-heading")).to_be_in_viewport()
    expect(titles.first).not_to_have_text(first)
    page.get_by_role("button", name="Newest first").press("Enter")
    expect(titles.first).to_have_text("Brackworth park report 2022")
    page.get_by_text("Narrow the search").click()
    page.get_by_role("navigation", name="Year").get_by_role("link", name=re.compile("2019")).press("Enter")
    expect(page.get_by_role("group", name="How the question was read")).to_contain_text("Dated 2019")
    expect(page.locator(".order")).to_contain_text("1 to 3 of 5")
    page.locator("details.passage > summary").first.click()
    page.get_by_text("Why it stands here").first.click()
    expect(page.get_by_text("Nearness in meaning, at most 1").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Newest first")).to_be_hidden()
    expect(page.locator("details.passage[open] blockquote").first).to_be_visible()
    folded = page.locator("details.passage:not([open])").first  # stands on paper in a line or two, as on the screen
    expect(folded.locator(".excerpt")).to_be_visible()
    expect(folded.locator("blockquote")).to_be_hidden()
    assert fits(page)


def test_a_long_question_stands_whole_on_paper(address: str, page: Page) -> None:
    question = f"When was the park planted, {'and what stands in its oldest corner, ' * 4}where nobody goes?"
    page.goto(f"{address}/?{urlencode({'q': question})}")
    asked = page.get_by_text(question, exact=True)
    expect(asked).to_be_visible()  # the field cuts it off
    page.emulate_media(media="print")
    expect(asked).to_be_visible()
    expect(page.get_by_text(f"Asked on {day_in_words(date.today())}")).to_be_visible()
    expect(page.get_by_label("Your question")).to_be_hidden()


def test_a_question_that_a_narrow_field_cuts_off_stands_below_it_there_alone(address: str, page: Page) -> None:
    question = "When was the park of Wendham planted?"
    page.goto(f"{address}/?{urlencode({'q': question})}")
    asked = page.locator("form").get_by_text(question, exact=True)
    expect(asked).to_be_hidden()
    page.set_viewport_size({"width": 320, "height": 640})
    expect(asked).to_be_visible()
    page.goto(f"{address}/?q=Which+park%3F")
    expect(page.locator("form").get_by_text("Which park?", exact=True)).to_be_hidden()


def test_a_passage_of_a_later_page_can_be_judged(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+planted%3F&k=3&page=2")
    page.locator("details.passage > summary").first.click()
    page.get_by_role("button", name="Helpful (passage 4)", exact=True).click()
    expect(page.locator("#judged")).to_be_visible()
    page.goto(f"{address}/?q=When+was+the+park+planted%3F&page=2")
    page.locator("details.passage > summary").last.click()
    page.get_by_role("button", name="Not helpful (passage 10)").click()
    expect(page.locator("#judged")).to_be_in_viewport()


def test_the_same_is_asked_of_another_and_led_back(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted+in+2019%3F")
    page.get_by_label("Your question").fill("What about Kirkbury?")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Kirkbury planted in 2019?")
    expect(page.locator(".answer blockquote")).to_contain_text("Kirkbury")
    page.get_by_label("What about", exact=True).fill("2022")
    page.get_by_label("What about", exact=True).press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Kirkbury planted in 2022?")
    read = page.get_by_role("group", name="How the question was read")
    expect(read).to_contain_text("“What about 2022?” was read as the question above.")
    assert fits(page)
    read.get_by_role("link", name="Back to the question before").press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Kirkbury planted in 2019?")
    page.get_by_label("What about", exact=True).press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Kirkbury planted in 2019?")
    expect(page.locator(".answer blockquote")).to_contain_text("Kirkbury")
    page.goto(f"{address}/?q=What+about+Wendham%3F&after=How+many+gates+are+there%3F")
    expect(read).to_contain_text("no name that the other could take the place of. Ask the whole question.")


def test_names_and_titles_are_suggested_without_a_script(address: str, page: Page) -> None:
    page.goto(address)
    field = page.get_by_label("Your question")
    assert (
        field.evaluate("field => [...field.list.options].map(one => one.value)")[-2:]
        == [
            "Wendham park report 2022",
            "Wendham park report 2019",
        ]
        or field.evaluate("field => field.list.options.length") >= 12
    )
    assert field.get_attribute("autocomplete") is None


def test_a_refusal_leads_on_and_is_reported(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=Which+penguins+moult+in+Antarctica%3F&source=Parks+team")
    card = page.locator(".no-answer")
    expect(card.get_by_role("heading", name="What the documents hold")).to_be_visible()
    expect(card.get_by_role("link", name="In all: 10 documents, of 2019 to 2022")).to_be_visible()
    card.get_by_role("link", name="Search without “Publisher: Parks team”").press("Enter")
    expect(page).not_to_have_url(re.compile("source"))
    card.locator("details.comment summary").click()
    card.get_by_label("Your comment on where the answer stands").fill("In the zoo's report.")
    card.get_by_role("button", name="This should be answerable").press("Enter")
    expect(page.locator("#judged")).to_contain_text("Thank you.")
    assert fits(page)


def test_recent_questions_are_kept_in_the_browser_until_they_are_forgotten(
    address: str, page: Page, request: pytest.FixtureRequest
) -> None:
    for question in ("When was the park of Wendham planted?", "How many gates has <b>Ashcombe</b>?"):
        page.goto(address)
        page.get_by_label("Your question").fill(question)
        page.get_by_label("Your question").press("Enter")
        expect(page.locator(".results")).to_be_visible()
        page.wait_for_load_state()
    page.goto(address)
    recent = page.locator(".recent")
    if "no scripts" in request.node.name:
        expect(recent).to_be_hidden()  # nothing is kept
        return
    links = recent.get_by_role("link")
    expect(links).to_have_text(["How many gates has <b>Ashcombe</b>?", "When was the park of Wendham planted?"])
    links.last.press("Enter")
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendham planted?")
    page.goto(address)
    recent.get_by_role("button", name="Forget “How many gates has <b>Ashcombe</b>?”").press("Enter")
    expect(links).to_have_text(["When was the park of Wendham planted?"])
    expect(recent.get_by_role("button", name="Forget “When was the park of Wendham planted?”")).to_be_focused()
    page.reload()
    expect(links).to_have_text(["When was the park of Wendham planted?"])
    recent.get_by_role("button", name="Forget them all").press("Enter")
    expect(recent).to_be_hidden()
    page.reload()
    expect(recent).to_be_hidden()


@pytest.mark.parametrize("page", [True], ids=["scripts"], indirect=True)
def test_of_many_recent_questions_the_earlier_ones_are_folded_and_the_oldest_left_out(address: str, page: Page) -> None:
    asked = [{"question": f"Question {number}?", "address": f"/?q=Question+{number}"} for number in range(40)]
    page.goto(address)
    page.evaluate("kept => localStorage.setItem('recent-questions', kept)", json.dumps(asked))
    page.reload()
    links = page.locator(".recent").get_by_role("link")
    expect(links).to_have_count(8)
    page.get_by_text("Earlier questions").click()
    expect(links).to_have_count(30)
    expect(links.last).to_have_text("Question 29?")
    assert fits(page)


@pytest.mark.parametrize("page", [True], ids=["scripts"], indirect=True)
def test_that_an_answer_is_on_its_way_is_said_until_it_is_there(address: str, page: Page) -> None:
    page.goto(address)
    page.route(re.compile(r"/\?q="), lambda route: route.fulfill(status=204))  # with which the page stays as it is
    form = page.get_by_role("search")
    page.get_by_label("Your question").fill("When was the park planted?")
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text="Looking in the documents …")
    expect(said).to_be_visible()
    expect(form).to_have_attribute("aria-busy", "true")
    page.unroute_all()
    page.get_by_label("Your question").press("Enter")
    expect(page.locator(".results")).to_be_visible()
    expect(said).to_have_count(0)
    page.go_back()
    expect(form).not_to_have_attribute("aria-busy", "true")


def test_several_dates_stand_on_a_line_and_lead_to_their_words(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted%3F")
    line = page.get_by_role("group", name="These dates on a line")
    expect(line.get_by_role("link")).to_have_count(2)
    expect(page.locator(".answer .edition")).to_contain_text("May 2019")
    assert fits(page)
    line.get_by_role("link", name=re.compile("^May 2019")).press("Enter")
    expect(page.locator("#cited")).to_contain_text("planted in May 2019")
    page.go_back()
    page.emulate_media(media="print")
    expect(line).to_be_visible()


def test_a_page_of_many_passages_weighs_little(address: str, page: Page) -> None:
    response = page.goto(f"{address}/?q=When+was+the+park+planted%3F&k=50")
    assert response and len(response.body()) < 100_000
    expect(page.locator("article")).to_have_count(5)


def test_ticks_are_kept_while_what_was_found_is_looked_through(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+planted%3F&k=3")
    page.locator("article .tick input").nth(1).check()
    title = page.locator("article h3 a").nth(1).inner_text()
    page.get_by_role("button", name="More passages").press("Enter")
    expect(page.locator(".packing")).to_contain_text("1 ticked on another page is kept")
    page.locator("article .tick input").first.check()
    second = page.locator("article h3 a").first.inner_text()
    page.get_by_role("button", name="Newest first").press("Enter")
    expect(page.locator(".order strong")).to_have_text("Newest first")
    page.get_by_role("button", name="More passages").press("Enter")
    expect(page.locator(".order")).to_contain_text("4 to 6 of 10")
    page.get_by_role("button", name="Make an evidence pack of what is ticked").press("Enter")
    expect(page.locator(".pieces-of > li")).to_have_count(2)
    for name in (title, second):
        expect(page.locator(".pack")).to_contain_text(name)


def test_with_scripts_ticks_are_kept_on_the_way_to_a_document_and_back(address: str, browser: Browser) -> None:
    with watched_page(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"{address}/?q=When+was+the+park+planted%3F&k=3")
        page.locator("article .tick input").nth(1).check()
        page.locator("article h3 a").first.click()
        page.get_by_role("link", name="Back to results").first.click()
        expect(page.locator("article .tick input").nth(1)).to_be_checked()
        page.get_by_text("Narrow the search").click()
        page.get_by_role("navigation", name="Year").get_by_role("link").first.press("Enter")
        expect(page.locator(".tick :checked, #pack [name='item']")).to_have_count(1)
