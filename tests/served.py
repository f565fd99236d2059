"""A running service and a real browser, for the tests that look at pages as people do."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Dialog, Page, Request, expect, sync_playwright

from qa.settings import read_settings
from web.app import create_app

PATIENCE_MS = 60_000
"""For how long a test waits for what it expects of a page: a busy machine takes many times longer than an idle one."""
expect.set_options(timeout=PATIENCE_MS)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]


@contextmanager
def served(index: Path, *, failing: str = "", **settings: Any) -> Iterator[str]:
    """The address of a service over an index, until the block ends; its feedback lies beside the index.

    The reranker has a minute for a question, and what the first page offers as examples has been looked for, so that a
    busy machine shows what an idle one does.

    Args:
        index: the folder of the index.
        failing: where the service fails in a way that nobody expected; "" for nowhere.
        settings: of the service.
    """
    settings = {"feedback": index.parent / "feedback.sqlite", "reranking_budget_ms": 60_000, **settings}
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(read_settings(index=index, **settings))
        if failing:
            app.get(failing, include_in_schema=False)(_fail)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started or "ask-examples" in {other.name for other in threading.enumerate()}:
            time.sleep(0.02)
            assert thread.is_alive(), "the server did not start"
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _fail() -> None:
    raise OSError("No space left on device")


@contextmanager
def browser_at(executable: str) -> Iterator[Browser]:
    """A browser without a window, until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def watched_page(browser: Browser, *, allowed: str = "", **options: Any) -> Iterator[Page]:
    """A page in a session of its own, in which nothing may go wrong: no message of the browser, no lost request,
    no dialog, and nothing asked of another site.

    Args:
        browser: which browser.
        allowed: how messages begin that are no complaint; "" for none.
        options: of the session, such as its size and its colours.
    """
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def dismiss(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def lose(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED" and not request.url.endswith("/favicon.svg"):  # as a page is left
            complaints.append(f"failed: {request.url}, {request.failure}")

    def note(request: Request) -> None:
        if is_foreign(request.url):
            complaints.append(request.url)

    page.on("dialog", dismiss)
    page.on("request", note)
    page.on("requestfailed", lose)
    try:
        yield page
    finally:
        context.close()
    heard = [told for told in complaints if not (allowed and told.startswith(allowed))]
    assert not heard, heard


def is_foreign(url: str) -> bool:
    """Whether an address is of another site than a service on this machine."""
    return not url.startswith("http://127.0.0.1:")
