"""Twelve tasks of a council officer in a real browser: what each takes, and whether it gets done.

    python -m benchmarks.officer_tasks --index INDEX

INDEX holds inspection reports of Bromley, Dorset, Harrow, Nottingham and Rutland among others. Each task goes by what
stands on the screen alone: it clicks what a person would click, and is done when the page shows what was wanted.
Seconds are those from the first click until that is there, without the time in which a person reads and types.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Locator, Page
from rich.console import Console
from rich.table import Table

from eval.results import Results
from tests.served import browser_at, served

ALTERED = "Children’s services in Bromley are good"
"""One word of a report is another one here."""


@dataclass(slots=True)
class Officer:
    """Somebody at a page, with what was done there: clicks and presses of Enter, and characters typed."""

    page: Page
    address: str
    clicks: int = 0
    typed: int = 0

    def click(self, target: Locator, shows: str = "") -> None:
        """Click, and where that leads to another page wait until something is there."""
        self.clicks += 1
        if not shows:
            target.click()
            return
        with self.page.expect_navigation():
            target.click()
        self.page.locator(shows).first.wait_for()

    def type(self, label: str, words: str) -> None:
        """Type words into a field."""
        self.typed += len(words)
        self.page.get_by_role("textbox", name=label).or_(self.page.get_by_role("combobox", name=label)).fill(words)

    def enter(self, shows: str) -> None:
        """Press Enter, and wait until something is there."""
        self.clicks += 1
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.page.locator(shows).first.wait_for()

    def ask(self, question: str) -> str:
        """Ask a question; the words on the card."""
        self.type("Your question", question)
        self.enter(".results")
        return self.page.locator("section.answer, section.no-answer").first.inner_text()

    def goes_to(self, name: str, shows: str) -> None:
        """Follow a link of the masthead."""
        self.click(self.page.locator(".masthead").get_by_role("link", name=name, exact=True), shows)

    @property
    def copied(self) -> str:
        """What stands on the clipboard, once the page says that something does."""
        self.page.get_by_text("Copied.").first.wait_for()
        return str(self.page.evaluate("navigator.clipboard.readText()"))


def find(officer: Officer) -> bool:
    """Find how a council was rated."""
    return "Inadequate" in officer.ask("How was Harrow rated in 2025?")


def check(officer: Officer) -> bool:
    """Check the answer in its document, beside the original page."""
    officer.click(officer.page.get_by_role("link", name="Read it in the document", exact=True), "#cited")
    return officer.page.locator(".printed img").is_visible()


def cite(officer: Officer) -> bool:
    """Go back and copy quote and reference."""
    officer.click(officer.page.locator("a.back").first, ".results")
    card = officer.page.locator("section.answer")
    officer.click(card.get_by_role("button", name="Copy quote and reference").first)
    return "(Ofsted, Inspection of Harrow" in officer.copied


def compare(officer: Officer) -> bool:
    """Compare two councils over time."""
    officer.goes_to("Timeline", "main h1")
    officer.type("Who was judged", "Harrow")
    officer.type("Beside", "Nottingham")
    officer.enter(".legend")
    return officer.page.locator(".aspect svg a").count() > 1


def date(officer: Officer) -> bool:
    """Find when an inspection was."""
    officer.goes_to("Ask", "#field-q")
    return "15 to 26 April 2024" in officer.ask("When was Rutland inspected?")


def enumerate_points(officer: Officer) -> bool:
    """List what has to improve."""
    return "All 3 points" in officer.ask("What does Rutland need to improve?")


def refuse(officer: Officer) -> bool:
    """Be told that the documents do not say."""
    told = officer.ask("How much is a resident's parking permit in Dorset?")
    return "No answer found" in told and "Dorset: " in told


def verify(officer: Officer) -> bool:
    """Check a quotation in which one word is wrong."""
    officer.goes_to("Check a quotation", "#field-quote")
    officer.type("Quotation or reference", ALTERED)
    officer.click(officer.page.get_by_role("button", name="Check"), "#verdict")
    return officer.page.locator("del").inner_text() == "good"


def print_pack(officer: Officer) -> bool:
    """Make a pack of an answer, a passage and the list of another question, to print."""
    officer.goes_to("Ask", "#field-q")
    officer.ask("How was Nottingham rated in 2022?")
    officer.click(officer.page.locator("section.answer .tick input"))
    officer.click(officer.page.locator(".passages .tick input").nth(1))
    officer.click(officer.page.get_by_role("button", name="Make an evidence pack of what is ticked"), ".pieces-of")
    officer.type("Question", "What does Rutland need to improve?")
    officer.enter(".found")
    officer.click(officer.page.get_by_role("button", name="Add what is ticked"), "#question-2")
    officer.page.emulate_media(media="print")
    done = officer.page.locator(".pieces-of > li").count() == 3 and officer.page.locator("button:visible").count() == 0
    officer.page.emulate_media(media="screen")
    return done


def come_back(officer: Officer) -> bool:
    """Come back later: to the pack by its address, and to a question asked before."""
    pack = officer.page.url
    later = officer.page.context.new_page()
    later.goto(pack)
    is_whole = later.locator(".pieces-of > li").count() == 3
    later.goto(officer.address)
    officer.clicks += 1
    later.locator(".recent").get_by_role("link", name="How was Harrow rated in 2025?").click()
    later.locator("section.answer").wait_for()
    later.close()
    return is_whole


def share(officer: Officer) -> bool:
    """Send somebody a link to the very words, who opens it without scripts."""
    officer.goes_to("Ask", "#field-q")
    officer.ask("When was Rutland inspected?")
    officer.click(officer.page.locator("section.answer details.cite summary").first)
    officer.click(officer.page.locator("section.answer").get_by_role("button", name="Copy permanent link").first)
    browser = officer.page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(officer.copied)
    done = "15 to 26 April 2024" in page.locator("mark.cited").first.inner_text()
    context.close()
    return done


def correct(officer: Officer) -> bool:
    """Mistype a name, see what it was read as, and have a year not read as a time."""
    officer.goes_to("Ask", "#field-q")
    officer.ask("How was Notingham judged in 2022?")
    read = officer.page.locator(".understood")
    is_told = "we looked for “Nottingham”" in read.inner_text()
    officer.click(officer.page.get_by_role("link", name="Do not read “2022” as a time"), ".results")
    return is_told and "“2022” as plain words" in read.inner_text()


TASKS: tuple[tuple[str, Callable[[Officer], bool]], ...] = (
    ("find", find),
    ("check", check),
    ("cite", cite),
    ("compare", compare),
    ("date", date),
    ("list", enumerate_points),
    ("refuse", refuse),
    ("verify", verify),
    ("print", print_pack),
    ("come back later", come_back),
    ("share", share),
    ("correct a misreading", correct),
)
"""In this order: some go on from where the one before ended."""


def main() -> None:
    """Do the tasks, and print what each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    results = Results(Console())
    results.line(f"{os.cpu_count()} processors, {os.getloadavg()[0]:.2f} busy before this began")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    table = Table("Task")
    for column in ("what is done", "clicks", "characters typed", "seconds", "done"):
        table.add_column(column)
    with served(given.index) as address, browser_at(chromium) as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(address)
        for name, task in TASKS:
            officer, started = Officer(page, address), time.perf_counter()
            try:
                done = "yes" if task(officer) else "no"
            except Error as error:
                done = re.sub(r"\s+", " ", str(error))[:80]
            took = time.perf_counter() - started
            what = (task.__doc__ or "").rstrip(".")
            table.add_row(name, what, str(officer.clicks), str(officer.typed), f"{took:.1f}", done)
    results.table(table)
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.officer_tasks", "--index", "INDEX"])


if __name__ == "__main__":
    main()
