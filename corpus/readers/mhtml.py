"""Web pages in a single file, as browsers and word processors save them (.mhtml, .mht)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage

from corpus.document import Document
from corpus.errors import ReadWarning, UnreadableFile
from corpus.formats import Confidence, Format, Sample
from corpus.markup.parsing import decode_markup, too_large
from corpus.readers.html import read_page
from corpus.readers.text import decode

_MAX_BYTES = 200_000_000
_HEAD_BYTES = 8192
_SAVED = re.compile(rb"^(?:Snapshot-Content-Location\s*:|From\s*:\s*\"?<?Saved by )", re.I | re.M)
_RELATED = re.compile(rb"^Content-Type\s*:\s*multipart/related\b", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")
_NO_PAGE = "It is a web archive that holds no page. Open the page in a browser and save it again."


def read(file_id: str, data: bytes, sha256: str) -> Iterator[Document | ReadWarning]:
    """Read a web page in a single file; see `corpus.formats.Reader`.

    Pages that it shows in frames are read in their places.
    """
    if len(data) > _MAX_BYTES:
        size, limit = len(data) // 1_000_000, _MAX_BYTES // 1_000_000
        raise UnreadableFile(f"It is a web archive of {size} MB; at most {limit} MB are read. Save the page as .html.")
    archive = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = [part for part in archive.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableFile(_NO_PAGE)
    root = _root(archive, pages)
    frames = {address: _markup(page) for page in pages if page is not root for address in _addresses(page)}
    locations = (
        archive.get("Snapshot-Content-Location"),
        root.get("Content-Location"),
        archive.get("Content-Location"),
    )
    url = next((str(location).strip() for location in locations if location), None)
    yield from read_page(file_id, _markup(root), sha256, FORMAT.media_type, frames, url)


def sniff(sample: Sample) -> Confidence:
    """Whether a file starts with the headers of a saved page, or of parts that belong together."""
    head = sample.data[:_HEAD_BYTES].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    if _SAVED.search(head):
        return Confidence.CERTAIN
    return Confidence.POSSIBLE if _RELATED.search(head) or re.match(rb"MIME-Version\s*:", head, re.I) else Confidence.NO


FORMAT = Format(
    kind="mhtml",
    name="a web page in a single file",
    suffixes=(".mhtml", ".mht"),
    media_type="multipart/related",
    libraries=("lxml",),
    sniff=sniff,
    read=read,
)


_Part = EmailMessage | email.message.Message


def _root(archive: _Part, pages: list[_Part]) -> _Part:
    """The page that is shown: the one that the archive names, else that of its own address, else the first."""
    start = archive.get_param("start")
    location = archive.get("Snapshot-Content-Location") or archive.get("Content-Location")
    for page in pages:
        if start and str(page.get("Content-ID", "")).strip() == start:
            return page
    return next((page for page in pages if location and page.get("Content-Location") == location), pages[0])


def _markup(page: _Part) -> str:
    payload = page.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if (error := too_large(content, "a page")) is not None:
        raise error
    return decode_markup(content, page.get_content_charset(), decode)


def _addresses(page: _Part) -> Iterator[str]:
    """What a page is called by that shows it in a frame."""
    if content_id := str(page.get("Content-ID", "")).strip().strip("<>"):
        yield f"cid:{content_id}"
    if location := str(page.get("Content-Location", "")).strip():
        yield location
