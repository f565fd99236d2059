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
from tests.showcase import STATES, WITHOUT_DOCUMENTS, WITHOUT_INDEX, State, reach

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All of axe-core's rules and practices, with the one of WCAG 2.2 that is off when nothing is said."""
WIDE: ViewportSize = {"width": 1280, "height": 900}
SMALL: ViewportSize = {"width": 320, "height": 640}
OPENED = "document.querySelectorAll('details').forEach(details => details.open = true)"


@pytest.fixture(scope="module")
def without_index(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service whose index is not built yet."""
    with served(tmp_path_factory.mktemp("empty") / "index", models=models) as address:
        yield address


@pytest.fixture(scope="module")
def without_documents(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Iterator[str]:
    """A running service whose index is of an empty folder."""
    index = tmp_path_factory.mktemp("index") / "index"
    build([tmp_path_factory.mktemp("bare")], index, load_encoder(read_settings().encoder, models))
    with served(index, models=models) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str, showcase: str, without_index: str, without_documents: str) -> Iterator[Browser]:
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
