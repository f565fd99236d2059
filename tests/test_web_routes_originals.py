"""The original file and pictures of its pages are served by the document's id, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from qa.settings import read_settings
from tests.drawn_pdf import Pages
from tests.town import problem
from web.app import create_app

HOSTILE = "<script>alert(1)</script><p>The hall is open.</p>"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    pages = Pages()
    pages.write("The pool reopened on 3 May 2021.", "It is open to all.")
    pages.canvas.showPage()
    pages.write("The second page has other words.")
    pages.canvas.save()
    (folder / "re ports").mkdir()
    (folder / "re ports" / "pool “new”.pdf").write_bytes(pages.buffer.getvalue())
    (folder / "copy of pool.pdf").write_bytes(pages.buffer.getvalue())
    (folder / "hall.html").write_text(f"<html><title>Hall</title>{HOSTILE}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def papers_client(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    index = tmp_path_factory.mktemp("index")
    assert not build([papers], index, HashingEncoder()).failed
    settings = read_settings(index=index, encoder="hashing", reranker="none", feedback=index / "feedback.sqlite")
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as client:
        yield client


POOL = "re%20ports%2Fpool%20%E2%80%9Cnew%E2%80%9D.pdf"


def test_a_file_is_kept_and_not_shown(papers_client: TestClient, papers: Path) -> None:
    response = papers_client.get("/originals/hall.html")
    assert response.content == (papers / "hall.html").read_bytes()
    assert response.headers["content-disposition"] == "attachment; filename*=UTF-8''hall.html"
    assert response.headers["content-length"] == str(len(response.content))
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    named = papers_client.get(f"/originals/{POOL}")
    assert named.headers["content-disposition"] == "attachment; filename*=UTF-8''pool%20%E2%80%9Cnew%E2%80%9D.pdf"
    assert named.headers["content-type"] == "application/pdf"


@pytest.mark.parametrize("name", ["nothing", "..%2f..%2fetc%2fpasswd", "%00", "", "%2fetc%2fpasswd", "last_build.json"])
@pytest.mark.parametrize("prefix", ["/originals/", "/page-images/"])
def test_what_is_no_document_is_not_found(papers_client: TestClient, prefix: str, name: str) -> None:
    problem(papers_client.get(f"{prefix}{name}?page=1"), 404)


def test_a_page_is_a_picture_with_the_cited_words_boxed(papers_client: TestClient) -> None:
    plain, boxed, elsewhere = (
        papers_client.get(f"/page-images/{POOL}?page={page}{span}")
        for page, span in ((1, ""), (1, "&start=4&end=18"), (2, "&start=4&end=18"))
    )
    for image in (plain, boxed, elsewhere):
        assert image.status_code == 200 and image.headers["content-type"] == "image/png"
    assert len({plain.content, boxed.content, elsewhere.content}) == 3
    assert elsewhere.content == papers_client.get(f"/page-images/{POOL}?page=2").content
    problem(papers_client.get(f"/page-images/{POOL}?page=3"), 404)
    problem(papers_client.get(f"/page-images/{POOL}?page=0"), 422)
    problem(papers_client.get(f"/page-images/{POOL}?page=1&start=4"), 422)
    problem(papers_client.get("/page-images/hall.html?page=1"), 404)


def test_the_page_of_a_pdf_shows_its_original_and_leads_to_the_next(papers_client: TestClient) -> None:
    page = papers_client.get(f"/documents/{POOL}?start=4&end=18&q=pool&k=3").text
    assert f'<img src="/page-images/{POOL}?page=1&amp;start=4&amp;end=18"' in page
    assert f'href="/originals/{POOL}"' in page
    assert 'href="/?q=pool&amp;k=3">Back to results' in page
    assert "page=2#printed" in page
    assert "<img" not in papers_client.get("/documents/hall.html").text


def test_a_copy_of_a_file_is_told(papers_client: TestClient) -> None:
    assert (
        'The same file is also here as <a href="/documents/copy%20of%20pool.pdf"'
        in papers_client.get(f"/documents/{POOL}").text
    )
    assert papers_client.get("/documents").text.count("The same file is also here as") == 2
    assert "The same file" not in papers_client.get("/documents/hall.html").text


def test_a_file_that_has_changed_is_no_longer_offered(papers_client: TestClient, papers: Path) -> None:
    path = papers / "re ports" / "pool “new”.pdf"
    before = path.read_bytes()
    path.write_bytes(before + b"\n")
    try:
        problem(papers_client.get(f"/originals/{POOL}"), 404)
        problem(papers_client.get(f"/page-images/{POOL}?page=1"), 404)
        page = papers_client.get(f"/documents/{POOL}").text
        assert "/originals/" not in page and "/page-images/" not in page
    finally:
        path.write_bytes(before)
