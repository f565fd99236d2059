"""Documents made to do harm do none on any page, and turn nothing around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from index.build import build
from index.encoder import HashingEncoder
from tests.hostile import BIDI, EMOJI, MARKUP, RTL, VAST, write_hostile
from tests.served import browser_at, served, watched_page

NAMES = ("markup", "bidi", "rtl", "emoji", "long", "vast.txt", "<b>id</b>/?&#\"'")
PAGES = (
    "/",
    "/?q=When+did+the+lido+reopen%3F&k=50",
    f"/?{urlencode({'q': MARKUP})}",
    "/?q=%E2%80%AEWhen+did+the+lido+reopen%3F&published_from=%3Cb%3E",
    f"/?{urlencode({'about': MARKUP, 'after': 'When did the lido reopen?', 'kept': MARKUP})}",
    f"/?{urlencode({'q': 'When did the lido reopen?', 'type': MARKUP, 'authority': BIDI, 'plain': MARKUP})}",
    "/documents",
    f"/documents?{urlencode({'title': MARKUP, 'source': MARKUP})}",
    f"/timeline?{urlencode({'subject': MARKUP, 'beside': 'x' * 150})}",
    f"/pack?ask={quote(MARKUP)}",
    f"/pack?{urlencode({'q': MARKUP, 'item': 'markup:0-60'})}",
    f"/verify?{urlencode({'quote': MARKUP})}",
    f"/verify?{urlencode({'quote': 'lido' + 'x' * 3_000})}",
    f"/verify?{urlencode({'quote': f'{EMOJI} {RTL}', 'gone': MARKUP})}",
    f"/documents/{quote(MARKUP, safe='')}?{urlencode({'q': MARKUP, 'start': 0, 'end': 4, 'words': BIDI})}",
    "/docs",
    *(
        f"/documents/{quote(name, safe='/')}{query}"
        for name in NAMES
        for query in ("", "?find=lido&match=1", "?part=2")
    ),
    f"/documents/markup?{urlencode({'start': 0, 'end': 60, 'words': MARKUP, 'q': MARKUP})}",
)
TURNED = """[...document.querySelectorAll("main *")].filter(element => {
  const turns = node => node.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data);
  if (![...element.childNodes].some(turns) || element.closest("textarea, option, svg")) return false;
  for (let around = element; ; around = around.parentElement) {
    const style = getComputedStyle(around);
    if (style.unicodeBidi !== "normal") return false;
    if (style.display !== "inline") return around.textContent.trim() !== element.textContent.trim();
  }
}).map(element => element.outerHTML.slice(0, 200))"""
"""Elements with letters that turn text around, which may turn what stands beside them."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running service over hostile documents alone, of which one has a line of 10 MB."""
    folder, index = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("index")
    write_hostile(folder)
    (folder / "vast.txt").write_text(VAST, encoding="utf-8")
    build([folder], index, HashingEncoder())
    with served(index, encoder="hashing", reranker="none") as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str, address: str) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


def is_harmless(page: Page, url: str) -> None:
    """Go to a page: what documents and addresses say is shown as text, in its place, and moves nothing."""
    page.goto(url)
    expect(page.locator("h1")).to_have_count(1)
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert not page.locator(
        "main script, main svg[onload], main img, main b, main [onerror], main a[href^=java]"
    ).count()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, url
    assert page.evaluate(TURNED) == [], url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_harmed(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    size = {"width": width, "height": 800}
    with watched_page(browser, allowed="Failed to load resource", viewport=size, color_scheme=scheme) as page:
        for path in PAGES:
            is_harmless(page, address + path)


def test_a_line_of_ten_megabytes_is_read_in_small_parts(browser: Browser, address: str) -> None:
    with watched_page(browser) as page:
        response = page.goto(f"{address}/documents/vast.txt?find=lido&match=500")
        assert response and len(response.body()) < 150_000
        expect(page.get_by_text("Match 500 of 500")).to_be_visible()
