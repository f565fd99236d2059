"""Pages, JSON, style and scripts are compressed on their way; files and pictures are sent as they are."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from index.build import build
from index.encoder import HashingEncoder
from tests.drawn_pdf import Pages
from tests.served import served
from tests.town import LIBRARY
from web.assets import address
from web.compression import Compression

TAKES_GZIP = {"Accept-Encoding": "gzip, deflate, br"}
PAGE = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running service over a text and a PDF."""
    folder, index = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("index") / "index"
    (folder / "library.txt").write_text(LIBRARY * 9, encoding="utf-8")
    pages = Pages()
    pages.write("Harbour report", "", "The harbour is open all year and ships may enter.")
    pages.canvas.save()
    (folder / "harbour.pdf").write_bytes(pages.buffer.getvalue())
    build([folder], index, HashingEncoder())
    with served(index, encoder="hashing", reranker="none") as address:
        yield address


def got(site: str, path: str, headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], bytes]:
    """The status, the headers in small letters, and the body as it came over the wire."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc)
    connection.request("GET", path, headers=dict(headers))
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        ("/?q=When+is+the+harbour+open%3F", "text/html"),
        ("/documents/library.txt", "application/json"),
        ("/ask?q=When+is+the+harbour+open%3F", "application/json"),
        ("/docs", "text/html"),
        ("/documents/nowhere.txt", "text/html"),
        (address("style.css"), "*/*"),
        (address("copy.js"), "*/*"),
    ],
)
def test_what_is_text_is_sent_shorter_and_is_the_same(site: str, path: str, accept: str) -> None:
    status, plain_headers, plain = got(site, path, {"Accept": accept})
    again, headers, packed = got(site, path, {"Accept": accept, **TAKES_GZIP})
    assert (again, headers["content-encoding"]) == (status, "gzip") and "content-encoding" not in plain_headers
    assert int(headers["content-length"]) == len(packed) < len(plain) / 1.5
    assert "Accept-Encoding" in headers["vary"] and "Accept-Encoding" in plain_headers["vary"]
    unpacked = gzip.decompress(packed)
    assert len(unpacked) == len(plain) or "took_ms" in plain.decode()
    assert headers["content-security-policy"] == plain_headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/originals/harbour.pdf", "/page-images/harbour.pdf?page=1", "/favicon.svg"])
def test_files_and_pictures_are_sent_as_they_are_with_their_length(site: str, path: str) -> None:
    _, plain_headers, plain = got(site, path, {})
    _, headers, sent = got(site, path, TAKES_GZIP)
    assert "content-encoding" not in headers and sent == plain
    assert headers["content-length"] == plain_headers["content-length"] == str(len(plain))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Accept-Encoding": "identity"},
        {"Accept-Encoding": "br, gzip;q=0"},
        {**TAKES_GZIP, "Sec-Fetch-Site": "cross-site"},
        {**TAKES_GZIP, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_who_does_not_take_it_and_what_another_site_asks_for_gets_nothing_compressed(
    site: str, headers: Mapping[str, str]
) -> None:
    _, told, body = got(site, "/?q=harbour", {**PAGE, **headers})
    assert "content-encoding" not in told and body.startswith(b"<!doctype html>")
    assert told["content-length"] == str(len(body))


@pytest.mark.parametrize("site_of", ["none", "same-origin"])
def test_a_browser_on_its_own_way_gets_it_compressed(site: str, site_of: str) -> None:
    _, told, _ = got(site, "/?q=harbour", {**PAGE, **TAKES_GZIP, "Sec-Fetch-Site": site_of})
    assert told["content-encoding"] == "gzip"


def test_a_short_answer_is_sent_as_it_is(site: str) -> None:
    _, told, body = got(site, "/health/live", TAKES_GZIP)
    assert len(body) < 1_000 and "content-encoding" not in told


def test_a_part_of_a_file_is_sent_as_it_is(site: str) -> None:
    status, told, body = got(site, f"/originals/{quote('library.txt')}", {**TAKES_GZIP, "Range": "bytes=0-9"})
    assert "content-encoding" not in told and len(body) == int(told["content-length"])
    assert status in (200, 206)


@pytest.mark.parametrize(
    ("given", "compressed"), [('"1a2b"', 'W/"1a2b"'), ('W/"1a2b"', 'W/"1a2b"'), (None, None)], ids=str
)
def test_both_forms_never_share_a_strong_etag(given: str | None, compressed: str | None) -> None:
    headers = {"ETag": given} if given else {}
    client = TestClient(Compression(Response("the same words " * 100, media_type="text/html", headers=headers)))
    plain = client.get("/", headers={"Accept-Encoding": "identity"}).headers
    packed = client.get("/", headers=TAKES_GZIP).headers
    assert (plain.get("etag"), packed.get("etag")) == (given, compressed)
    assert "content-encoding" not in plain and packed["content-encoding"] == "gzip"
    short = TestClient(Compression(Response("short", media_type="text/html", headers=headers)))
    assert short.get("/", headers=TAKES_GZIP).headers.get("etag") == given, "what is sent as it is keeps its own"
