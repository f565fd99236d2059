"""Pictures of every state of the pages: narrow, wide, dark and printed.

    python -m tests.screenshots var/screenshots --only answer

Each state of `tests.showcase` becomes STATE-VIEW.png in the folder. --only takes those states alone whose names begin
so; --docs writes the pictures of README.md anew.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page

from index.build import build
from index.encoder import load_encoder
from qa.settings import read_settings
from tests.report_cases import report_html
from tests.served import browser_at, served
from tests.showcase import (
    AMONG_MANY,
    FAILING,
    REPORT,
    STATES,
    WITHOUT_DOCUMENTS,
    WITHOUT_INDEX,
    State,
    build_showcase,
    reach,
    write_many,
)

VIEWS: Final[Mapping[str, Mapping[str, Any]]] = {
    "320": {"viewport": {"width": 320, "height": 640}},
    "375": {"viewport": {"width": 375, "height": 812}},
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "print": {"viewport": {"width": 720, "height": 900}},
}
"""How each picture is taken; 720 pixels are what A4 leaves between its margins."""
IN_README: Final = {"answer-timeline": "picture.png"}
DOCS: Final = Path(__file__).parents[1] / "docs"


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("var/screenshots"))
    parser.add_argument("--only", default="", metavar="STATE")
    parser.add_argument("--docs", action="store_true")
    given = parser.parse_args()
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("No Chromium is installed (Debian, Ubuntu: apt install chromium).")
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder, index = Path(temporary, "documents"), Path(temporary, "index")
        settings = read_settings()
        encoder = load_encoder(settings.encoder, settings.models)
        build_showcase(folder, index, encoder)
        (bare := Path(temporary, "bare")).mkdir()
        build([bare], Path(temporary, "empty"), encoder)
        (bare / "report.html").write_text(report_html(), encoding="utf-8")
        (reports := Path(temporary, "reports")).mkdir()
        write_many(reports)
        build([reports], Path(temporary, "many"), encoder)
        with (
            served(index) as full,
            served(Path(temporary, "nothing"), failing=FAILING) as none,
            served(Path(temporary, "many")) as many,
            served(Path(temporary, "empty")) as empty,
            browser_at(found) as browser,
        ):
            for address, states in (
                (full, STATES),
                (none, WITHOUT_INDEX),
                (empty, WITHOUT_DOCUMENTS),
                (many, AMONG_MANY),
                (bare.as_uri(), REPORT),
            ):
                take(browser, address, [state for state in states if state.name.startswith(given.only)], given.folder)
            if given.docs:
                illustrate(browser, full)


def take(browser: Browser, address: str, states: list[State], folder: Path) -> None:
    """Take a picture of each state in each view."""
    for view, options in VIEWS.items():
        context = browser.new_context(**options)
        page = context.new_page()
        for state in states:
            show(page, address, state)
            if view == "print":
                page.emulate_media(media="print")
            page.screenshot(path=folder / f"{state.name}-{view}.png", full_page=True)
            page.emulate_media(media="screen")
        context.close()
        print(f"{len(states)} pictures: {view}")


def show(page: Page, address: str, state: State) -> None:
    """Go to a state, with all that it opens, and wait until its pictures are there."""
    reach(page, address, state)
    if state.opens:
        page.locator(state.opens).first.evaluate("details => details.open = true")
    page.evaluate("Promise.all([...document.images].map(image => (image.loading = 'eager', image.decode())))")


def illustrate(browser: Browser, address: str) -> None:
    """Write the pictures of README.md."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    for state in STATES:
        if state.name in IN_README:
            show(page, address, state)
            page.screenshot(path=DOCS / IN_README[state.name])
    context.close()


if __name__ == "__main__":
    main()
