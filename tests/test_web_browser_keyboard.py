"""Everything from asking to citing is done by keyboard, with the focus always to be seen, at any size of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.served import browser_at, watched_page
from tests.showcase import CITED, SELECTED, STATES, State, reach

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


BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus; wherever it is on the way, it is to be seen."""
    expect(wanted).to_be_visible()
    for _ in range(150):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 300)")
    pytest.fail(f"Tab does not come to {wanted}")


def press(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, and then Enter, with which one stays on the page."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def follow(page: Page, wanted: Locator | None = None) -> None:
    """Press Tab until something has the focus, if that is wanted, then Enter; the page that this leads to is there."""
    if wanted:
        tab_to(page, wanted)
    with page.expect_event("framenavigated"):
        page.keyboard.press("Enter")
    page.wait_for_load_state()


@BOTH
def test_a_question_is_asked_and_its_answer_cited_and_checked(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(showcase)
        expect(page.get_by_label("Your question")).to_be_focused()
        page.keyboard.type("Who may have a parking permit in zone A?")
        follow(page)
        answer = page.locator("section.answer")
        expect(answer.locator("blockquote")).to_contain_text(CITED)
        press(page, answer.locator("details.cite summary"))
        tab_to(page, answer.get_by_label("Quote and reference"))
        copied = answer.get_by_label("Quote and reference").input_value()
        assert CITED in copied
        follow(page, answer.get_by_role("link", name="Permanent link to these words"))
        expect(page.locator("mark.cited")).to_have_text(CITED)
        follow(page, page.get_by_role("link", name="Check a quotation"))
        tab_to(page, page.get_by_label("Quotation or reference"))
        page.keyboard.insert_text(copied)
        follow(page, page.get_by_role("button", name="Check"))
        expect(page.get_by_role("heading", level=2)).to_have_text("These words stand in the document exactly")


@BOTH
def test_matches_are_gone_through_without_leaving_them(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/documents/harbour.pdf")
        tab_to(page, page.get_by_label("Find in this document").last)
        page.keyboard.type("line 7")
        for number in (1, 2, 3):
            follow(page)
            expect(page.get_by_role("navigation", name="Match")).to_contain_text(f"Match {number} of 8")
            expect(page.locator("mark.match")).to_be_in_viewport()
            expect(page.locator("#match")).to_be_focused()
        page.goto(f"{showcase}/documents/harbour.pdf?find=line+7&match=8#match")
        page.get_by_role("link", name="Back to the first match").press("Enter")
        expect(page.get_by_role("navigation", name="Match")).to_contain_text("Match 1 of 8")


@BOTH
def test_results_are_narrowed_opened_and_printed(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=How+was+Wendham+rated+in+2023%3F")
        follow(page, page.get_by_role("link", name="Skip to the answer"))
        tab_to(page, page.locator(".answer a.read"))
        page.goto(f"{showcase}/?q=How+was+Wendham+rated+in+2023%3F")
        follow(page, page.get_by_role("link", name="Do not read “2023” as a time"))
        read_again = page.get_by_role("link", name="Read “2023” as before")
        follow(page, read_again)
        expect(read_again).to_have_count(0)
        press(page, page.locator("details.narrow > summary"))
        follow(page, page.get_by_role("navigation", name="Year").get_by_role("link").first)
        expect(page.get_by_role("group", name="How the question was read")).to_contain_text("Dated ")
        follow(page, page.locator(".passages h3 a").first)
        follow(page, page.get_by_role("link", name="Back to results"))
        expect(page.locator(".results")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".on-paper").first).to_be_visible()


@BOTH
def test_a_judgement_over_time_and_an_original_page_are_reached(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/timeline")
        tab_to(page, page.get_by_label("Who was judged"))
        page.keyboard.type("Wendham")
        page.keyboard.press("Tab")
        page.keyboard.type("Marlow")
        follow(page)
        expect(page.locator(".legend")).to_be_visible()
        follow(page, page.locator(".chart a").first)
        expect(page.locator("#cited")).to_be_in_viewport()
        page.goto(f"{showcase}/documents/harbour.pdf")
        follow(page, page.get_by_role("link", name="Skip to the text"))
        follow(page, page.get_by_role("link", name="Page 7", exact=True))
        expect(page.get_by_alt_text("Page 7 of the original file")).to_be_visible()
        follow(page, page.get_by_role("link", name="Next page"))  # the picture may follow the focus to page 8 before
        expect(page.get_by_alt_text("Page 8 of the original file")).to_be_visible()


@BOTH
def test_what_is_ticked_becomes_a_pack(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=Who+may+have+a+parking+permit+in+zone+A%3F")
        tab_to(page, page.get_by_role("checkbox").first)
        page.keyboard.press("Space")
        follow(page, page.get_by_role("button", name="Make an evidence pack of what is ticked"))
        expect(page.locator(".pieces-of blockquote")).to_contain_text(CITED)
        tab_to(page, page.get_by_role("link", name="Download for Word"))


@BOTH
def test_the_latest_of_each_judgement_leads_to_its_chart(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/timeline?subject=Herefordshire")
        adoption = page.locator(".latest").get_by_role("link", name="Adoption performance")
        follow(page, adoption)
        expect(page.get_by_role("heading", name="Adoption performance")).to_be_in_viewport()


@BOTH
def test_a_developer_tries_a_question(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts, allowed="Failed to load resource") as page:
        page.goto(f"{showcase}/docs")
        follow(page, page.get_by_label("Question (q)"))
        expect(page.locator("body")).to_contain_text('"status":')


@BOTH
def test_days_are_typed_and_the_same_is_asked_of_another(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(showcase)
        expect(page.get_by_label("Your question")).to_be_focused()
        page.keyboard.type("How was Wendham rated?")
        press(page, page.locator("details.choices > summary"))
        tab_to(page, page.get_by_label("From", exact=True).first)
        page.keyboard.type("3 May 2020")
        follow(page, page.get_by_role("button", name="Ask with these choices"))
        read = page.get_by_role("group", name="How the question was read")
        expect(read).to_contain_text("since 3 May 2020")
        follow(page, page.get_by_role("link", name=re.compile("^Search without “.*3 May 2020")))
        expect(read).not_to_contain_text("2020")
        tab_to(page, page.get_by_label("What about", exact=True))
        page.keyboard.type("Marlow")
        follow(page)
        expect(page.get_by_label("Your question")).to_have_value("How was Marlow rated?")
        follow(page, page.get_by_role("link", name="Back to the question before"))
        expect(page.get_by_label("Your question")).to_have_value("How was Wendham rated?")


@BOTH
def test_an_example_is_asked_and_a_slip_left_as_it_was_typed(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=How+was+Wendhamm+rated+in+2023%3F")
        follow(page, page.get_by_role("link", name="Search for “Wendhamm” instead"))
        expect(page.locator(".understood")).to_contain_text("“Wendhamm” as plain words")
        page.goto(showcase)
        follow(page, page.get_by_role("group", name="Examples").get_by_role("link").first)
        expect(page.locator(".results")).to_be_visible()


@BOTH
def test_what_was_found_is_ordered_gone_through_and_judged(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=Who+chairs+the+improvement+board%3F")
        follow(page, page.get_by_role("button", name="Newest first"))
        expect(page.locator(".order strong")).to_have_text("Newest first")
        follow(page, page.get_by_role("button", name="More passages"))
        expect(page.locator(".order")).to_contain_text("6 to 10 of")
        passage = page.locator("details.passage").first
        press(page, passage.locator("summary").first)
        press(page, passage.locator(".scores summary"))
        expect(passage.get_by_text("Nearness in meaning, at most 1")).to_be_visible()
        follow(page, passage.get_by_role("button", name="Not helpful"))
        expect(page.locator("#judged")).to_contain_text("Thank you.")


@BOTH
def test_a_refusal_leads_on_and_is_reported(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=How+do+I+reset+my+payroll+password%3F")
        follow(page, page.locator(".no-answer .onwards a").first)
        expect(page.locator(".listed")).to_be_visible()
        page.go_back()
        press(page, page.locator(".no-answer details.comment summary"))
        tab_to(page, page.get_by_label("Your comment on where the answer stands"))
        page.keyboard.type("On the staff pages.")
        page.keyboard.press("Shift+Tab")
        follow(page, page.get_by_role("button", name="This should be answerable"))
        expect(page.locator("#judged")).to_contain_text("Thank you.")


@BOTH
def test_a_row_of_a_table_is_cited_and_all_judgements_seen(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=When+was+Wendham+inspected%3F")
        row = page.locator(".judged tbody tr").last
        press(page, row.locator("details.cite summary"))
        tab_to(page, row.get_by_label("Quote and reference"))
        line = page.get_by_role("group", name="These dates on a line")
        follow(page, line.get_by_role("link").first)
        expect(page.locator("#cited")).to_be_in_viewport()
        follow(page, page.get_by_role("link", name="Back to results"))
        with page.expect_download():
            press(page, page.get_by_role("link", name="Download the table (CSV)"))
        follow(page, page.get_by_role("link", name=re.compile("^All judgements over time")))
        expect(page.get_by_role("heading", level=1)).to_have_text("How Wendham was judged over time")


@BOTH
def test_documents_are_narrowed_opened_and_read_in_parts(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/documents")
        follow(page, page.get_by_role("navigation", name="Kind").get_by_role("link").first)
        follow(page, page.get_by_role("link", name="Show all"))
        tab_to(page, page.get_by_label("Words of the title, publisher or file name"))
        page.keyboard.type("harbour")
        follow(page)
        follow(page, page.locator(".listed a").first)
        follow(page, page.get_by_role("navigation", name="Contents").get_by_role("link", name="Chapter 2"))
        expect(page.get_by_role("heading", name="Chapter 2")).to_be_in_viewport()
        tab_to(page, page.get_by_label("Go to page"))
        page.keyboard.type("6")
        follow(page)
        expect(page.get_by_role("heading", name="Chapter 6")).to_be_in_viewport()
        press(page, page.get_by_text("About this document"))
        expect(page.get_by_text("SHA-256", exact=True)).to_be_visible()
        with page.expect_download():
            press(page, page.get_by_role("link", name="Download the original file"))


@BOTH
def test_other_words_of_a_document_are_cited_and_a_slip_in_them_shown(
    browser: Browser, showcase: str, scripts: bool
) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        for words, shown in ((CITED, "mark.cited"), (CITED.replace("street", "road"), "del")):
            page.goto(f"{showcase}/documents/permits.md")
            press(page, page.get_by_text("Cite other words of this document"))
            tab_to(page, page.get_by_label("Paste the words here"))
            page.keyboard.insert_text(words)
            follow(page, page.get_by_role("button", name="Cite them"))
            expect(page.locator(shown)).to_have_text(words if shown == "mark.cited" else "road")
        follow(page, page.locator("#verdict ~ .actions a.read"))
        expect(page.locator("mark.cited")).to_have_text(CITED)


@BOTH
def test_a_pack_grows_is_put_in_order_and_thinned_out(browser: Browser, showcase: str, scripts: bool) -> None:
    with watched_page(browser, java_script_enabled=scripts) as page:
        page.goto(f"{showcase}/?q=Who+chairs+the+improvement+board%3F")
        for number in (0, 1):
            tab_to(page, page.get_by_role("checkbox", name="Add to pack").nth(number))
            page.keyboard.press("Space")
        follow(page, page.get_by_role("button", name="Make an evidence pack of what is ticked"))
        expect(page.locator(".pieces-of > li")).to_have_count(2)
        said = page.locator(".pieces-of blockquote").all_inner_texts()
        follow(page, page.get_by_role("link", name="Move down (quotation 1)"))
        expect(page.locator(".pieces-of blockquote")).to_have_text(said[::-1], use_inner_text=True)
        follow(page, page.get_by_role("link", name="Take it out (quotation 1)"))
        expect(page.locator(".pieces-of > li")).to_have_count(1)
        tab_to(page, page.get_by_label("Question", exact=True))
        page.keyboard.type("Who may have a parking permit in zone A?")
        follow(page)
        follow(page, page.get_by_role("button", name="Add what is ticked"))
        expect(page.locator(".pieces-of > li")).to_have_count(2)
        with page.expect_download():
            press(page, page.get_by_role("link", name="Download as a table (CSV)"))


def test_recent_questions_are_asked_again_and_forgotten(browser: Browser, showcase: str) -> None:
    with watched_page(browser) as page:
        page.goto(f"{showcase}/?q=Who+chairs+the+improvement+board%3F")
        page.goto(showcase)
        follow(page, page.locator(".recent").get_by_role("link", name="Who chairs the improvement board?"))
        expect(page.locator(".answer")).to_be_visible()
        page.goto(showcase)
        press(page, page.get_by_role("button", name="Forget them all"))
        expect(page.get_by_label("Your question")).to_be_focused()
        expect(page.locator(".recent")).to_be_hidden()


def test_a_citation_is_copied_and_a_selection_cited(browser: Browser, showcase: str) -> None:
    with watched_page(browser) as page:
        page.goto(f"{showcase}/?q=Who+may+have+a+parking+permit+in+zone+A%3F")
        copy = page.locator(".answer").get_by_role("button", name="Copy quote and reference")
        press(page, copy)
        expect(page.locator(".answer").get_by_text("Copied.")).to_be_visible()
        page.goto(f"{showcase}/documents/permits.md")
        page.evaluate(SELECTED)  # as by caret browsing
        page.locator("#text").evaluate("text => (text.tabIndex = -1, text.focus({ preventScroll: true }))")
        cite = page.get_by_role("button", name="Cite selection")
        expect(cite).to_be_visible()
        for _ in range(150):
            page.keyboard.press("Shift+Tab")
            if page.evaluate("document.activeElement.textContent") == "Cite selection":
                break
        expect(cite).to_be_focused()
        follow(page)
        expect(page.locator("mark.cited")).to_have_text("Published 3 April 2024.")


def test_the_first_press_of_tab_leads_past_the_menu(browser: Browser, showcase: str) -> None:
    with watched_page(browser) as page:
        page.goto(f"{showcase}/documents")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the main content")).to_be_in_viewport()
        follow(page)
        expect(page.get_by_role("main")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.get_by_label("Words of the title, publisher or file name")).to_be_focused()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_page_is_wider_than_its_window(browser: Browser, showcase: str, state: State) -> None:
    failing = state.name.startswith(("error", "question-"))
    with watched_page(browser, allowed="Failed to load resource" if failing else "") as page:
        page.set_viewport_size({"width": 320, "height": 256})  # 1280 pixels, enlarged to 400 %
        reach(page, showcase, state)
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
