"""What pages weigh and how soon they are there, in a real browser.

    python -m benchmarks.pages ../shared/data/ofsted/queries.jsonl --index INDEX --originals OTHER --most 40 --images 60

QUESTIONS is a .jsonl whose lines have a "text" or a "question". --index is the index to ask (else QA_INDEX or the
default); --most is how many of the questions are asked, spread evenly; --images how many pages of original files are
drawn, of the index --originals where the one asked has no files with pages. All other settings are those of the service
(QA_...).

Each kind of page is opened in a session of its own, with nothing kept. Bytes are those of the bodies, as they are
before they are compressed for the way; "sent" is what came over it. The first result is there when the browser has
drawn something of the page with the answer: its own First Contentful Paint, from the start of the navigation. Use a
quiet machine: the first line says how busy it is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Response
from rich.console import Console
from rich.table import Table

from benchmarks.latency import spread
from eval.results import Results
from qa.settings import read_settings
from tests.served import browser_at, is_foreign, served

KINDS = ("document", "stylesheet", "script", "image")
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--index", type=Path)
    parser.add_argument("--originals", type=Path, metavar="INDEX")
    parser.add_argument("--most", type=int, default=40)
    parser.add_argument("--images", type=int, default=60)
    parser.add_argument("--results", type=Path, metavar="FILE.md", help="write what is printed as Markdown too")
    given = parser.parse_args()
    settings = read_settings(index=given.index)
    questions = spread(given.questions, given.most)
    results = Results(Console())
    results.line(f"{os.cpu_count()} processors, {os.getloadavg()[0]:.2f} busy before this began")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    others = settings.model_dump(exclude={"index"})
    with served(settings.index, **others) as address, browser_at(chromium) as browser:
        count, documents = held(address)
        results.line(f"{count:,} documents")
        results.table(weights(browser, address, questions[0], documents[0]))
        painted = [first_result(browser, address, question) for question in questions]
    with served(given.originals or settings.index, **others) as address:
        pictures = list(pictures_of(address, held(address)[1], given.images))
        drawn, kept = ([fetched(address + path) for path in pictures] for _ in range(2))
    times = Table("Milliseconds")
    for column in ("p50", "p95", "n"):
        times.add_column(column, justify="right")
    for name, found in (
        ("a question, to the first result on the screen", painted),
        ("a picture of a page, drawn", [took for took, _ in drawn]),
        ("a picture of a page, kept", [took for took, _ in kept]),
    ):
        p95 = statistics.quantiles(found, n=20)[-1]
        times.add_row(name, f"{statistics.median(found):.0f}", f"{p95:.0f}", str(len(found)))
    results.table(times)
    sizes = [size for _, size in drawn]
    results.line(
        f"Pictures of pages: {statistics.mean(sizes) / 1000:,.0f} kB each, {max(sizes) / 1000:,.0f} kB the largest; "
        f"these {len(sizes)} take {sum(sizes) / 1e6:,.1f} MB of the 32 MB that are kept at most."
    )
    if given.results:
        results.write(given.results, ["python", "-m", "benchmarks.pages", *sys.argv[1:]])


def held(address: str) -> tuple[int, list[str]]:
    """How many documents a service has, and where the newest of them are shown."""
    request = urllib.request.Request(f"{address}/documents", headers={"Accept": "application/json"})
    with urllib.request.urlopen(request) as response:
        told = json.load(response)
    return told["count"], [f"/documents/{urllib.parse.quote(one['id'])}" for one in told["documents"]]


def weights(browser: Browser, address: str, question: str, document: str) -> Table:
    """Requests and bytes of each kind of page."""
    asked = urllib.parse.urlencode({"q": question})
    pages = {
        "first page": "/",
        "results": f"/?{asked}",
        "results, fifty passages": f"/?{asked}&k=50",
        "refusal": "/?q=How+do+I+reset+my+payroll+password%3F",
        "documents": "/documents",
        "a document": document,
        "judgements over time": "/timeline",
        "evidence pack, empty": "/pack",
        "check a quotation": "/verify",
        "for developers": "/docs",
        "records, for developers": "/docs/records",
        "an error": "/documents/nowhere.txt",
    }
    table = Table("Page")
    for column in ("requests", "of other sites", *(f"{kind}, bytes" for kind in KINDS), "whole, bytes", "sent, bytes"):
        table.add_column(column, justify="right")
    for name, path in pages.items():
        sizes, requests, foreign, sent = opened(browser, address + path)
        numbers = (requests, foreign, *(sizes.get(kind, 0) for kind in KINDS), sum(sizes.values()), sent)
        table.add_row(name, *(f"{number:,}" for number in numbers))
    return table


def opened(browser: Browser, url: str) -> tuple[Mapping[str, int], int, int, int]:
    """What a browser with nothing kept asks for a page: bytes by kind, requests, those of other sites, bytes sent."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, responses = context.new_page(), list[Response]()
    page.on("response", lambda response: responses.append(response))
    page.goto(url, wait_until="networkidle")
    sizes: dict[str, int] = {}
    for response in responses:
        kind = response.request.resource_type
        kind = kind if kind in KINDS else "image"  # the small picture of the tab is of a kind of its own
        sizes[kind] = sizes.get(kind, 0) + len(response.body())
    sent = sum(response.request.sizes()["responseBodySize"] for response in responses)
    context.close()
    return sizes, len(responses), sum(is_foreign(response.url) for response in responses), sent


def first_result(browser: Browser, address: str, question: str) -> float:
    """Milliseconds from asking to the first that a browser draws of the page with the answer."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/?{urllib.parse.urlencode({'q': question})}")
    page.locator(".results").wait_for()
    while not (painted := page.evaluate(PAINTED)):  # the page forbids what waiting for a function would do
        page.wait_for_timeout(20)
    context.close()
    return float(painted)


def pictures_of(address: str, documents: Sequence[str], most: int) -> Iterator[str]:
    """Addresses of pictures of pages, of one document after the other, at most so many."""
    found = 0
    for number in range(1, most + 1):
        for document in documents:
            with urllib.request.urlopen(f"{address}{document}?page={number}") as response:
                shown = re.search(r'<img src="([^"]+)"', response.read().decode())
            if shown and found < most:
                found += 1
                yield shown[1].replace("&amp;", "&")
            if found == most:
                return


def fetched(url: str) -> tuple[float, int]:
    """Milliseconds that an address takes, and the bytes that it gives."""
    started = time.perf_counter()
    with urllib.request.urlopen(url) as response:
        size = len(response.read())
    return 1000 * (time.perf_counter() - started), size


if __name__ == "__main__":
    main()
