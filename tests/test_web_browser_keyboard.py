"""Everything from asking to citing is done by keyboard, with the focus always to be seen, at any size of text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.served import browser_at, watched_page
from tests.showcase import CITED, STATES, State

SEEN = """(() => {
  const focused = document.activeElement, style = getComputedStyle(focused), box = focused.getBoundingClientRect();
  const inner = focused.querySelector("circle, rect");
  const marks = style.outlineStyle !== "none" || (inner && getComputedStyle(inner).strokeWidth !== "0px");
  const isThere = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return focused === document.body || focused.matches("main") || (marks && isThere);
})()"""
"""Whether what has the focus shows so, and stands in the window."""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"


@pytest.fixture(scope="module")
def browser(chromium: str, showcase: str) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus; wherever it is on the way, it is to be seen."""
    for _ in range(150):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 300)")
    pytest.fail(f"Tab does not come to {wanted}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_question_is_asked_and_its_answer_cited_and_checked(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(showcase)
        expect(page.get_by_label("Your question")).to_be_focused()
        page.keyboard.type("Who may have a parking permit in zone A?")
        page.keyboard.press("Enter")
        answer = page.locator("section.answer")
        expect(answer.locator("blockquote")).to_contain_text(CITED)
        tab_to(page, answer.locator("details.cite summary"))
        page.keyboard.press("Enter")
        tab_to(page, answer.get_by_label("Quote and reference"))
        copied = answer.get_by_label("Quote and reference").input_value()
        assert CITED in copied
        tab_to(page, answer.get_by_role("link", name="Permanent link to these words"))
        page.keyboard.press("Enter")
        expect(page.locator("mark.cited")).to_have_text(CITED)
        tab_to(page, page.get_by_role("link", name="Check a quotation"))
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_label("Quotation or reference"))
        page.keyboard.insert_text(copied)
        tab_to(page, page.get_by_role("button", name="Check"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=2)).to_have_text("These words stand in the document exactly")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_matches_are_gone_through_without_leaving_them(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/documents/harbour.pdf")
        tab_to(page, page.get_by_label("Find in this document").last)
        page.keyboard.type("line 7")
        page.keyboard.press("Enter")
        for number in (1, 2, 3):
            expect(page.get_by_role("navigation", name="Match")).to_contain_text(f"Match {number} of 8")
            expect(page.locator("mark.match")).to_be_in_viewport()
            expect(page.locator("#match")).to_be_focused()
            page.keyboard.press("Enter")
        page.goto(f"{showcase}/documents/harbour.pdf?find=line+7&match=8#match")
        page.get_by_role("link", name="Back to the first match").press("Enter")
        expect(page.get_by_role("navigation", name="Match")).to_contain_text("Match 1 of 8")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_results_are_narrowed_opened_and_printed(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=How+was+Wendham+rated+in+2023%3F")
        tab_to(page, page.get_by_role("link", name="Skip to the answer"))
        page.keyboard.press("Enter")
        tab_to(page, page.locator(".answer a.read"))
        page.goto(f"{showcase}/?q=How+was+Wendham+rated+in+2023%3F")
        tab_to(page, page.get_by_role("link", name="Do not read “2023” as a time"))
        page.keyboard.press("Enter")
        read_again = page.get_by_role("link", name="Read “2023” as before")
        tab_to(page, read_again)
        page.keyboard.press("Enter")
        expect(read_again).to_have_count(0)
        tab_to(page, page.locator("details.narrow > summary"))
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("navigation", name="Year").get_by_role("link").first)
        page.keyboard.press("Enter")
        expect(page.get_by_role("group", name="How the question was read")).to_contain_text("Dated ")
        tab_to(page, page.locator(".passages h3 a").first)
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("link", name="Back to results"))
        page.keyboard.press("Enter")
        expect(page.locator(".results")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".on-paper").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_judgement_over_time_and_an_original_page_are_reached(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/timeline")
        tab_to(page, page.get_by_label("Who was judged"))
        page.keyboard.type("Wendham")
        page.keyboard.press("Tab")
        page.keyboard.type("Marlow")
        page.keyboard.press("Enter")
        expect(page.locator(".legend")).to_be_visible()
        tab_to(page, page.locator(".chart a").first)
        page.keyboard.press("Enter")
        expect(page.locator("#cited")).to_be_in_viewport()
        page.goto(f"{showcase}/documents/harbour.pdf")
        tab_to(page, page.get_by_role("link", name="Skip to the text"))
        page.keyboard.press("Enter")
        tab_to(page, page.get_by_role("link", name="Next page"))
        page.keyboard.press("Enter")
        expect(page.get_by_alt_text("Page 2 of the original file")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_ticked_becomes_a_pack(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=Who+may+have+a+parking+permit+in+zone+A%3F")
        tab_to(page, page.get_by_role("checkbox").first)
        page.keyboard.press("Space")
        tab_to(page, page.get_by_role("button", name="Make an evidence pack of what is ticked"))
        page.keyboard.press("Enter")
        expect(page.locator(".pieces-of blockquote")).to_contain_text(CITED)
        tab_to(page, page.get_by_role("link", name="Download for Word"))


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_latest_of_each_judgement_leads_to_its_chart(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/timeline?subject=Herefordshire")
        adoption = page.locator(".latest").get_by_role("link", name="Adoption performance")
        tab_to(page, adoption)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Adoption performance")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_developer_tries_a_question(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts, allowed="Failed to load resource") as page:
        page.goto(f"{showcase}/docs")
        tab_to(page, page.get_by_label("Question (q)"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/ask?*")
        expect(page.locator("body")).to_contain_text('"status":')


def test_the_first_press_of_tab_leads_past_the_menu(browser: Browser, showcase: str) -> None:
    with watched_page(browser) as page:
        page.goto(f"{showcase}/documents")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the main content")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.get_by_label("Words of the title, publisher or file name")).to_be_focused()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_page_is_wider_than_its_window(browser: Browser, showcase: str, state: State) -> None:
    failing = state.name.startswith(("error", "question-"))
    with watched_page(browser, allowed="Failed to load resource" if failing else "") as page:
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 pixels, enlarged to 400 %
        page.goto(showcase + state.path)
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert not page.evaluate(TOO_WIDE)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.evaluate("document.documentElement.style.fontSize = '200%'")  # text alone, enlarged
        assert not page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("name", ["answer-rows-cited", "answer-rows"])
def test_what_is_done_with_a_row_of_an_answer_stands_on_one_line(browser: Browser, showcase: str, name: str) -> None:
    state = next(one for one in STATES if one.name == name)
    with watched_page(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(showcase + state.path)
        cell = page.locator(".judged td:has(.tick)").first
        copy = cell.get_by_role("button", name="Copy quote and reference")
        middles = []
        for control in (cell.locator(".tick"), copy, cell.locator("summary")):
            box = control.bounding_box()
            assert box
            middles.append(box["y"] + box["height"] / 2)
        assert max(middles) - min(middles) < 12
        assert page.locator(".rows").first.evaluate("rows => rows.scrollWidth <= rows.clientWidth")
