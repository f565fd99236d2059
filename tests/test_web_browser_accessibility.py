"""Every page in every state is for everybody: axe-core finds nothing, in both themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

from index.build import build
from index.encoder import load_encoder
from qa.settings import read_settings
from tests.served import browser_at, served, watched_page
from tests.showcase import AMONG_MANY, FAILING, STATES, WITHOUT_DOCUMENTS, WITHOUT_INDEX, State, reach, write_many

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All of axe-core's rules and practices, with the one of WCAG 2.2 that is off when nothing is said."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
SMALL: ViewportSize = {"width": 320, "height": 640}
OPENED = "document.querySelectorAll('details').forEach(details => details.open = true)"


@pytest.fixture(scope="module")
def without_index(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service whose index is not built yet."""
    with served(tmp_path_factory.mktemp("empty") / "index", failing=FAILING, models=models) as address:
        yield address


@pytest.fixture(scope="module")
def without_documents(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service whose index is of an empty folder."""
    index = tmp_path_factory.mktemp("index") / "index"
    build([tmp_path_factory.mktemp("bare")], index, load_encoder(read_settings().encoder, models))
    with served(index, models=models) as address:
        yield address


@pytest.fixture(scope="module")
def among_many(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service over more reports than stand on a page."""
    folder, index = tmp_path_factory.mktemp("reports"), tmp_path_factory.mktemp("many") / "index"
    write_many(folder)
    build([folder], index, load_encoder(read_settings().encoder, models))
    with served(index, models=models) as address:
        yield address


@pytest.fixture(scope="module")
def browser(
    chromium: str, showcase: str, without_index: str, without_documents: str, among_many: str
) -> Iterator[Browser]:
    with browser_at(chromium) as browser:
        yield browser


def is_faultless(page: Page, address: str, state: State) -> None:
    """Go to a state; in the light theme on a wide screen and the dark one on a narrow nothing may be wrong with it."""
    reach(page, address, state)
    page.evaluate(OPENED)
    schemes: tuple[tuple[Literal["light", "dark"], ViewportSize], ...] = (("light", WIDE), ("dark", SMALL))
    for scheme, size in schemes:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(size)
        found = Axe().run(page, options=RULES)
        assert not found.violations_count, f"{state.name}, {scheme}, {size}: {found.generate_report()}"


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_page_has_a_barrier(browser: Browser, showcase: str, state: State) -> None:
    failing = state.name.startswith("error") or state.name.startswith("question-")
    with watched_page(browser, **({"allowed": "Failed to load resource"} if failing else {})) as page:
        is_faultless(page, showcase, state)


@pytest.mark.parametrize("state", WITHOUT_INDEX, ids=lambda state: state.name)
def test_no_page_of_a_service_without_an_index_has_one(browser: Browser, without_index: str, state: State) -> None:
    with watched_page(browser, allowed="Failed to load resource") as page:
        is_faultless(page, without_index, state)


@pytest.mark.parametrize("state", WITHOUT_DOCUMENTS, ids=lambda state: state.name)
def test_no_page_of_a_service_without_documents_has_one(browser: Browser, without_documents: str, state: State) -> None:
    with watched_page(browser) as page:
        is_faultless(page, without_documents, state)


@pytest.mark.parametrize("state", AMONG_MANY, ids=lambda state: state.name)
def test_no_later_page_of_many_documents_or_rows_has_one(browser: Browser, among_many: str, state: State) -> None:
    with watched_page(browser) as page:
        is_faultless(page, among_many, state)


TABLES = {
    "answer-table",
    "answer-rows",
    "answer-rows-cited",
    "answer-halves-table",
    "answer-timeline-open",
    "document",
    "link-row-changed",
    "timeline",
    "timeline-beside",
    "verify-row",
    "verify-table",
}


@pytest.mark.parametrize("state", [one for one in STATES if one.name in TABLES], ids=lambda state: state.name)
def test_a_table_is_read_on_a_narrow_screen_without_scrolling_sideways(
    browser: Browser, showcase: str, state: State
) -> None:
    with watched_page(browser, viewport=SMALL) as page:
        reach(page, showcase, state)
        page.evaluate(OPENED)
        wide = "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText)"
        assert page.locator("table").count() and not page.locator(":is(.rows, .scroll, table)").evaluate_all(wide)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


def test_a_card_of_a_row_on_a_narrow_screen_names_its_columns(browser: Browser, showcase: str) -> None:
    (state,) = (one for one in STATES if one.name == "verify-row")
    with watched_page(browser, viewport=SMALL) as page:
        reach(page, showcase, state)
        cells = page.locator(".compared td")
        called = "all => all.map((cell) => getComputedStyle(cell, '::before').content)"
        assert cells.evaluate_all(called) == ["none", '"First permit: "', '"Second permit: "']
        first, second = (cell.bounding_box() for cell in cells.all()[:2])
        assert first and second and first["x"] == second["x"] and first["y"] < second["y"]
        page.set_viewport_size(WIDE)
        assert cells.evaluate_all(called) == ["none"] * 3
