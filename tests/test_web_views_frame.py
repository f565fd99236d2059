from __future__ import annotations

import re
from datetime import date

import pytest
from starlette.testclient import TestClient

from corpus.language.wording import day_in_words
from qa.answer import IndexInfo
from web.views.error import ErrorPage
from web.views.frame import frame
from web.views.rendering import render

PAGES = {
    "/": False,
    "/?q=How+wide+is+the+road%3F": False,
    "/?q=": False,
    "/nowhere": False,
    "/documents": True,
    "/documents/roads": True,
    "/timeline": True,
    "/verify": True,
    "/pack": True,
    "/docs": True,
    "/docs/records": True,
    "/docs/records/other": True,
}
"""Where each page stands, and whether it asks for more style than pages of a question do."""


def test_a_page_names_files_that_are_served(client: TestClient) -> None:
    around = frame("Title")
    assert client.get(around.style).headers["content-type"].startswith("text/css")
    assert client.get(around.more_style).headers["content-type"].startswith("text/css")
    for script in (around.script, around.recent, around.reading):
        assert client.get(script).headers["content-type"].startswith("text/javascript")


def test_pages_of_a_question_and_errors_do_without_the_style_of_all_others(client: TestClient) -> None:
    more = frame("Title").more_style
    shown = {path: client.get(path, headers={"Accept": "text/html"}).text for path in PAGES}
    assert {path: more in page for path, page in shown.items()} == PAGES
    assert [path for path, page in shown.items() if frame("Title").reading in page] == ["/documents/roads"]
    assert {path.partition("?")[0] for path, page in shown.items() if frame("Title").recent in page} == {"/"}


@pytest.mark.parametrize("path", PAGES)
def test_the_scripts_of_a_page_are_under_ten_kilobytes(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html"}).text
    scripts = re.findall(r'<script src="([^"]+)" defer>', page)
    assert scripts and sum(len(client.get(script).content) for script in scripts) < 10_000


def test_the_foot_of_a_page_says_what_is_searched_when_that_is_known() -> None:
    def page(index: IndexInfo | None) -> str:
        return " ".join(render(ErrorPage(frame("T", index), 500, "T", "D.")).split())

    assert "Searching 1 document, 1 passage." in page(IndexInfo("abc", 1, 1))
    assert "Searching 1,234 documents, 12,345 passages." in page(IndexInfo("abc", 1234, 12345))
    assert "<code>abc</code>" in page(IndexInfo("abc", 1, 1))
    assert f"Page made on {day_in_words(date.today())}." in page(IndexInfo("abc", 1, 1))
    assert "Searching" not in page(None)


@pytest.mark.parametrize(
    ("index", "offered"), [(IndexInfo("abc", 9, 9, judgements=1), True), (IndexInfo("abc", 9, 9), False), (None, False)]
)
def test_judgements_over_time_are_offered_where_there_are_any(index: IndexInfo | None, offered: bool) -> None:
    page = render(ErrorPage(frame("T", index), 500, "T", "D."))
    assert ('href="/timeline"' in page) is offered
