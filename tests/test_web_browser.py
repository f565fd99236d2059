from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from index.build import build
from index.encoder import HashingEncoder
from tests.served import browser_at, served, watched_page
from tests.showcase import harbour

NOTICE = "\n\n".join(
    f"Notice {number}. The council met in the town hall and agreed the minutes of the meeting before."
    for number in range(200)
)
POOL = (
    "The pool reopened on 3 May 2021. 😀 Lanes must be booked two days ahead, and children under eight swim with "
    "an adult."
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running service over one long document and a short one."""
    folder, index = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("index")
    (folder / "notices 2021.txt").write_text(f"{NOTICE}\n\n{POOL}\n\n{NOTICE}", encoding="utf-8")
    (folder / "library.txt").write_text("The library lends garden tools from April to September.", encoding="utf-8")
    for town in ("Wendham", "Ashcombe", "Kirkbury"):
        (folder / f"{town}.md").write_text(
            f"# {town} park report\n\nThe park of {town} was planted in May 2019.\n", encoding="utf-8"
        )
    (folder / "harbour.pdf").write_bytes(harbour())
    build([folder], index, HashingEncoder())
    with served(index, encoder="hashing", reranker="none") as address:
        yield address


@pytest.fixture(params=[True], ids=["scripts"])
def page(chromium: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a real browser, in which nothing may go wrong; with the parameter False, one without scripts."""
    viewport: ViewportSize = {"width": 1280, "height": 800}
    with (
        browser_at(chromium) as browser,
        watched_page(browser, viewport=viewport, java_script_enabled=request.param) as page,
    ):
        yield page


def test_a_question_leads_to_the_cited_words_in_view(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_label("Your question").fill("When did the pool reopen?")
    page.get_by_label("Your question").press("Enter")
    expect(page.get_by_role("heading", name="The answer in the documents")).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=When\+did\+the\+pool\+reopen"))
    quote = page.locator(".answer blockquote").inner_text()

    page.locator(".answer").get_by_role("button", name="Copy quote and reference").click()
    expect(page.locator(".answer [role=status]").first).not_to_be_empty()

    page.get_by_role("link", name="Read it in the document", exact=True).click()
    expect(page.locator("#cited")).to_be_in_viewport()
    expect(page.locator("#cited")).to_have_text("The pool reopened on 3 May 2021.")
    assert "The pool reopened on 3 May 2021." in quote
    assert page.evaluate("window.scrollY") > 200

    page.go_back()
    page.locator("details.passage > summary").first.click()
    page.locator(".passages .actions a").first.click()
    expect(page.locator("#cited")).to_be_in_viewport()
    page.wait_for_load_state()
    passage = page.request.get(f"{address}/ask", params={"q": "When did the pool reopen?"}).json()["passages"][0]
    marked = page.locator("mark.cited").all_text_contents()
    assert "".join("".join(marked).split()) == "".join(passage["text"].split())

    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    page.locator("details.passage > summary").nth(1).press("Enter")
    page.locator(".votes details summary").nth(1).click()
    page.get_by_label("Your comment on passage 2").fill("Not about the pool.")
    page.get_by_role("button", name="Not helpful (passage 2)").click()
    expect(page.locator("#judged")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("judged=kept&passage=2"))
    page.reload()
    page.get_by_role("button", name="Nothing here answers it").press("Enter")
    expect(page.locator(".votes.whole #judged")).to_be_in_viewport()

    page.goto(f"{address}/docs")
    expect(page.get_by_role("heading", name="For developers")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    judged = "/?q=When+did+the+pool+reopen%3F&k=3&judged=kept&passage=1"
    for path in ("/", judged, "/docs", "/docs/records", "/docs/records/other", "/documents/library.txt"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_mended_name_is_undone_by_its_link(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_label("Your question").fill("When was the park of Wendhamm planted?")
    page.get_by_label("Your question").press("Enter")
    read = page.get_by_role("group", name="How the question was read")
    expect(read).to_contain_text("You typed “Wendhamm”; we looked for “Wendham”.")
    expect(read).to_contain_text("asks for a date")
    read.get_by_role("link", name="Search for “Wendhamm” instead").click()
    expect(page).to_have_url(re.compile("plain=Wendhamm"))
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendhamm planted?")
    page.get_by_role("link", name="Wendham", exact=True).click()
    expect(page.get_by_label("Your question")).to_have_value("When was the park of Wendham planted?")


def test_the_value_that_answers_is_underlined_in_the_quote(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F")
    value = page.locator(".answer blockquote mark.value")
    expect(value).to_have_text("3 May 2021")
    expect(value).to_have_css("text-decoration-line", "underline")
    expect(page.locator(".answer .value strong")).to_have_text("3 May 2021")


def test_three_passages_stand_under_the_answer_without_scrolling(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted%3F&k=5")
    below = page.locator("details.passage > summary")
    expect(below.first).to_contain_text("The answer above stands in this passage")
    for number in range(3):
        expect(below.nth(number)).to_be_in_viewport(ratio=1)
    where = page.locator(".passages .where").first  # of the answer's passage; the card tells it
    expect(where).to_be_hidden()
    below.first.click()
    expect(where).to_be_visible()


def test_a_question_that_was_asked_takes_little_room(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+was+the+park+of+Wendham+planted%3F")
    choices, other = page.get_by_text("More choices"), page.get_by_label("What about", exact=True)

    def middle(one: Locator) -> float:
        box = one.bounding_box()
        assert box
        return box["y"] + box["height"] / 2

    assert abs(middle(choices) - middle(other)) < 8, "beside one another"
    choices.click()
    expect(page.get_by_label("Number of passages")).to_be_visible()
    assert middle(other) > middle(page.get_by_label("Number of passages"))
    page.set_viewport_size({"width": 320, "height": 640})
    page.reload()
    assert middle(other) > middle(choices) + 20


BOTH = pytest.mark.parametrize("page", [True, False], ids=["scripts", "no scripts"], indirect=True)


@BOTH
def test_a_long_document_is_read_in_parts_with_its_title_in_view(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    page.get_by_role("link", name="Read it in the document", exact=True).click()
    expect(page.locator("#cited")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.get_by_role("link", name="Your question’s words in this document").click()
    expect(page.locator("#match + mark")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()

    page.get_by_label("Find in this document").last.fill("Notice 150")
    page.get_by_label("Find in this document").last.press("Enter")
    expect(page.locator(".find [role=status]")).to_have_text("2 places.")
    expect(page.locator("mark.match")).to_have_text("Notice 150")
    expect(page.locator("mark.match")).to_be_in_viewport()
    page.get_by_role("link", name="Next", exact=True).press("Enter")
    expect(page.locator("mark.match")).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Match").get_by_text("Match 2 of 2")).to_be_in_viewport()
    page.get_by_role("link", name="Next part").first.click()
    expect(page).to_have_url(re.compile("part="))
    expect(page.locator("#text")).to_be_in_viewport()

    page.get_by_role("link", name="Back to results").click()
    expect(page).to_have_url(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")


@BOTH
def test_words_are_cited_checked_and_found_again(address: str, page: Page) -> None:
    page.goto(f"{address}/?q=When+did+the+pool+reopen%3F&k=3")
    answer = page.locator(".answer")
    answer.locator("details.cite summary").click()
    copied = answer.get_by_label("Quote and reference").input_value()
    said, _, found_at = copied.partition(" http")
    assert said.startswith("“The pool reopened on 3 May 2021.” (Notice 0. ") and said.endswith(", date not known)")
    assert f"http{found_at}".startswith(f"{address}/documents/notices")
    assert answer.get_by_label("Quote alone").input_value() == "The pool reopened on 3 May 2021."
    reference = answer.get_by_label("Reference alone").input_value()
    answer.get_by_role("link", name="Permanent link to these words").click()
    expect(page.locator("mark.cited")).to_have_text("The pool reopened on 3 May 2021.")

    page.get_by_role("link", name="Check a quotation").click()
    for pasted, verdict in (
        (copied, "These words stand in the document exactly"),
        (copied.replace("3 May", "4 May"), "The document has other words"),
        (reference, "This reference is right"),
        ("Penguins moult on the ice.", "These words stand in none of the documents"),
    ):
        page.get_by_label("Quotation or reference").fill(pasted)
        page.get_by_label("Quotation or reference").press("Tab")
        expect(page.get_by_role("button", name="Check")).to_be_focused()
        page.get_by_role("button", name="Check").press("Enter")
        expect(page.get_by_role("heading", level=2)).to_have_text(verdict)
    page.goto(f"{address}/documents/library.txt?start=0&end=9&words=The+library+lends+garden+spades")
    expect(page.locator(".notice")).to_contain_text("has changed since these words were cited")
    expect(page.locator("del")).to_have_text("spades")
    moved = {"start": 99, "end": 198, "words": POOL[:32].replace("3 May", "4 May")}
    page.goto(f"{address}/documents/notices%202021.txt?{urlencode(moved)}#cited")
    expect(page.locator("#cited")).to_be_in_viewport()
    expect(page.locator(".notice")).not_to_be_in_viewport()
    page.get_by_role("link", name="Not as it was cited: see how").press("Enter")
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator("del")).to_have_text("4")
    page.goto(f"{address}/documents/gone.txt?start=0&end=9&words=The+pool+reopened+on+3+May+2021.")
    expect(page.get_by_role("heading", level=2)).to_have_text("These words stand in the document exactly")


COVERED = """(() => {
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !focused.contains(there) && document.querySelector(".head").contains(there);
})()"""
"""Whether the head of a document stands over the middle of what has the focus."""


def test_the_head_of_a_document_hides_no_focus_and_gives_way_in_a_small_window(address: str, page: Page) -> None:
    page.goto(f"{address}/documents/harbour.pdf?part=1")
    for _ in range(12):
        page.keyboard.press("Tab")
    page.evaluate("scrollBy({ top: 3_000, behavior: 'instant' })")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(COVERED)
    page.set_viewport_size({"width": 320, "height": 256})
    expect(page.locator(".head")).to_have_css("position", "static")


@BOTH
def test_documents_are_browsed_by_keyboard(address: str, page: Page) -> None:
    page.goto(f"{address}/")
    page.get_by_role("link", name="Documents", exact=True).press("Enter")
    page.get_by_label("Words of the title, publisher or file name").fill("park report")
    page.get_by_label("Words of the title, publisher or file name").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("3 documents")
    page.get_by_role("navigation", name="Kind").get_by_role("link").first.press("Enter")
    expect(page).to_have_url(re.compile("type="))
    page.get_by_role("link", name="Show all").press("Enter")
    expect(page).to_have_url(f"{address}/documents")
    expect(page.get_by_role("navigation", name="Year").get_by_role("link").first).to_be_visible()
    page.get_by_role("link", name="Wendham park report").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wendham park report")


@BOTH
def test_the_original_page_stands_beside_the_text(address: str, page: Page) -> None:
    page.goto(f"{address}/documents/harbour.pdf?find=line+7+of+chapter+5&match=1#match")
    expect(page.locator("mark.match")).to_be_in_viewport()
    image = page.get_by_alt_text("Page 5 of the original file")
    expect(image).to_be_in_viewport()
    image.evaluate("image => image.decode()")
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_alt_text("Page 6 of the original file")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Chapter 6")).to_be_in_viewport()
    page.get_by_alt_text("Page 6 of the original file").evaluate("image => image.decode()")
    page.get_by_role("link", name="Page 5", exact=True).press("Enter")
    expect(page.get_by_alt_text("Page 5 of the original file")).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Chapter 5")).to_be_in_viewport()
    page.get_by_label("Go to page").fill("3")
    page.get_by_label("Go to page").press("Enter")
    expect(page.get_by_role("heading", name="Chapter 3")).to_be_in_viewport()
    expect(page.get_by_alt_text("Page 3 of the original file")).to_be_in_viewport()
    page.get_by_role("link", name="Chapter 2").click()
    expect(page.get_by_role("heading", name="Chapter 2")).to_be_in_viewport()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the original file").click()
    assert download.value.suggested_filename == "harbour.pdf"


@pytest.mark.parametrize("page", [True], indirect=True)
def test_the_picture_goes_along_with_the_text_that_is_read(address: str, page: Page) -> None:
    page.goto(f"{address}/documents/harbour.pdf?page=2#page-2")
    expect(page.get_by_alt_text("Page 2 of the original file")).to_be_visible()
    page.locator("#page-4").evaluate("start => start.scrollIntoView()")
    picture = page.get_by_alt_text("Page 4 of the original file")
    expect(picture).to_be_visible()
    picture.evaluate("image => image.decode()")
    expect(page.locator(".beside-text .at")).to_have_text("Page 4 of 8")
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_role("heading", name="Chapter 5")).to_be_in_viewport()
    expect(page.get_by_alt_text("Page 5 of the original file")).to_be_visible()


@BOTH
def test_below_the_text_the_picture_is_gone_through_by_itself(address: str, page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 600})
    page.goto(f"{address}/documents/harbour.pdf?page=2#printed")
    page.get_by_role("link", name="Next page").click()
    expect(page.get_by_alt_text("Page 3 of the original file")).to_be_in_viewport()
