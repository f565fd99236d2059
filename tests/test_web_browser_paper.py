"""On paper stands what was read, once, and nothing to press, to fill in or to unfold."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.served import browser_at, watched_page
from tests.showcase import STATES, State

PRINTED = {
    "answer-passage",
    "answer-rows-cited",
    "answer-timeline-open",
    "developers",
    "documents",
    "document-long",
    "error-not-found",
    "pack-adding",
    "refusal",
    "timeline",
    "verify-changed",
}
TO_PRESS = "button, input:not([type=hidden]), textarea, summary"
"""What serves on a screen alone; the heading of what is unfolded on paper and a count of what is folded stay."""
TOLD = (
    ".course > summary, .facts > summary, .passage:not([open]) > summary, .judged td details:not(.cite) > summary, "
    ".built summary"
)
IS_TOLD = "(one, told) => one.matches(told) && getComputedStyle(one).listStyleType === 'none'"


@pytest.fixture(scope="module")
def browser(chromium: str, showcase: str) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


@pytest.mark.parametrize("state", [one for one in STATES if one.name in PRINTED], ids=lambda state: state.name)
def test_nothing_to_press_stands_on_paper(browser: Browser, showcase: str, state: State) -> None:
    failing = state.name.startswith("error")
    with watched_page(browser, **({"allowed": "Failed to load resource"} if failing else {})) as page:
        page.goto(showcase + state.path)
        if state.opens:
            page.locator(state.opens).first.evaluate("details => details.open = true")
        page.emulate_media(media="print")
        seen = [one for one in page.locator(TO_PRESS).all() if one.is_visible()]
        assert not [one.inner_text() for one in seen if not one.evaluate(IS_TOLD, TOLD)]


def test_an_unfolded_passage_is_printed_once_and_a_long_title_whole(browser: Browser, showcase: str) -> None:
    opened = next(state for state in STATES if state.name == "answer-passage")
    with watched_page(browser) as page:
        page.goto(showcase + opened.path)
        passage = page.locator(opened.opens or "").first
        passage.evaluate("details => details.open = true")
        page.emulate_media(media="print")
        expect(passage.locator("blockquote")).to_be_visible()
        expect(passage.locator(".excerpt")).to_be_hidden()
        page.goto(f"{showcase}/documents")
        cut = "titles => titles.filter(title => title.scrollHeight > title.clientHeight + 2).length"
        assert page.locator(".listed li > a").evaluate_all(cut) == 0


def test_where_words_stand_nowhere_the_documents_are_one_press_away(browser: Browser, showcase: str) -> None:
    nowhere = next(state for state in STATES if state.name == "verify-nowhere")
    with watched_page(browser) as page:
        page.goto(showcase + nowhere.path)
        page.get_by_role("link", name="See which documents are here").press("Enter")
        expect(page.locator(".listed")).to_be_visible()
